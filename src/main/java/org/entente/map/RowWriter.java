package org.entente.map;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.model.Datatype;
import org.entente.model.Row;
import org.entente.model.TableSchema;
import org.entente.rdf.QueryFile;

/**
 * Writes what a mapping query makes of rows as lines of N-Quads, one row after the other.
 *
 * <p>The query is compiled to writers of bytes: each variable knows how its term is spelled, with
 * what is constant spelled beforehand, and no node is made. A value of which only the engine knows
 * what becomes of it (an IRI with unusual characters, a function that is not compiled here) is
 * taken from the row as the mapper evaluates it, and so is a whole query with lists of items, or
 * patterns that are not BIND and FILTER. The lines are the same.
 */
public final class RowWriter {
  private final Mapping mapping;
  private final byte[] end;

  /** A part of a triple: a constant, or the number of a variable. */
  private record Part(byte[] constant, int variable) {}

  /** A triple of the template. */
  private record Line(Part subject, Part predicate, Part object) {}

  private final List<Line> lines = new ArrayList<>();
  private final List<SpelledTerm> terms = new ArrayList<>();
  private final List<SpelledRow.Condition> filters = new ArrayList<>();
  private final boolean compiled;

  private final SpelledRow row;
  private final Bytes out = new Bytes();
  private final Bytes spelled = new Bytes();
  private final int[] starts;
  private final int[] ends;

  private RowWriter(Mapping mapping, Query query, Node graph) {
    this.mapping = mapping;
    this.end = end(graph);
    this.row = new SpelledRow(mapping);
    this.compiled = compile(query);
    this.starts = new int[terms.size()];
    this.ends = new int[terms.size()];
  }

  /**
   * A writer for the rows of a table; null when the query cannot be used, which is in the log.
   *
   * @param graph the graph that the lines name; null for the default graph
   */
  public static RowWriter of(TableSchema schema, QueryFile file, Node graph, DiagnosticLog log) {
    Mapping mapping = Mapping.compile(schema, file, log);
    return mapping == null
        ? null
        : new RowWriter(mapping, QueryFactory.create(file.text(), Syntax.syntaxSPARQL_11), graph);
  }

  private static byte[] end(Node graph) {
    Bytes end = new Bytes().add(' ');
    if (graph != null) {
      end.add(Bytes.of(graph)).add(' ');
    }
    end.add('.').add('\n');
    return end.toArray();
  }

  /** Whether rows are written without nodes, odd values apart. */
  boolean isCompiled() {
    return compiled;
  }

  // ---- Compiling

  private boolean compile(Query query) {
    if (!mapping.isCompiled()
        || !(query.getQueryPattern() instanceof ElementGroup group)
        || mapping.used().stream().anyMatch(column -> column.datatype() == Datatype.LIST)) {
      return false;
    }
    SpelledCompiler compiler = new SpelledCompiler(mapping.schema());
    for (Element element : group.getElements()) {
      if (element instanceof ElementBind bind) {
        compiler.bind(bind.getVar().getVarName(), bind.getExpr());
      } else if (element instanceof ElementFilter filter) {
        SpelledRow.Condition condition = compiler.condition(filter.getExpr());
        if (condition == null) {
          return false;
        }
        filters.add(condition);
      }
    }
    Map<String, Integer> numbers = new HashMap<>();
    for (Mapping.Template template : mapping.templates()) {
      Triple triple = template.triple();
      lines.add(
          new Line(
              part(triple.getSubject(), compiler, numbers),
              part(triple.getPredicate(), compiler, numbers),
              part(triple.getObject(), compiler, numbers)));
    }
    return true;
  }

  private Part part(Node node, SpelledCompiler compiler, Map<String, Integer> numbers) {
    if (!node.isVariable()) {
      return new Part(Bytes.of(node), -1);
    }
    return new Part(
        null,
        numbers.computeIfAbsent(
            node.getName(),
            name -> {
              terms.add(compiler.term(name));
              return terms.size() - 1;
            }));
  }

  // ---- Writing

  /** Writes the lines of a row. */
  public void write(Row from, OutputStream to) throws IOException {
    out.clear();
    row.set(from);
    if (compiled) {
      spell();
    } else {
      mapping.apply(
          from,
          (template, triple) ->
              out.add(Bytes.of(triple.getSubject()))
                  .add(' ')
                  .add(Bytes.of(triple.getPredicate()))
                  .add(' ')
                  .add(Bytes.of(triple.getObject()))
                  .add(end));
    }
    to.write(out.array, 0, out.length);
  }

  private void spell() {
    for (SpelledRow.Condition filter : filters) {
      if (!Boolean.TRUE.equals(filter.holds(row))) {
        return;
      }
    }
    spelled.clear();
    for (int i = 0; i < starts.length; i++) {
      int start = spelled.length;
      boolean bound = terms.get(i).spell(row, spelled);
      if (!bound) {
        spelled.length = start;
      }
      starts[i] = start;
      ends[i] = spelled.length;
    }
    for (Line line : lines) {
      if (isIri(line.subject) && isIri(line.predicate) && isThere(line.object)) {
        add(line.subject);
        out.add(' ');
        add(line.predicate);
        out.add(' ');
        add(line.object);
        out.add(end);
      }
    }
  }

  private boolean isThere(Part part) {
    return part.constant != null || ends[part.variable] > starts[part.variable];
  }

  private boolean isIri(Part part) {
    if (part.constant != null) {
      return isIri(part.constant, 0);
    }
    return isThere(part) && isIri(spelled.array, starts[part.variable]);
  }

  private static boolean isIri(byte[] term, int at) {
    return term[at] == '<' && term[at + 1] != '<';
  }

  private void add(Part part) {
    if (part.constant != null) {
      out.add(part.constant);
    } else {
      out.add(spelled.array, starts[part.variable], ends[part.variable]);
    }
  }
}
