package org.entente.map;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementOptional;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementUnion;
import org.apache.jena.vocabulary.RDF;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.diagnostic.Location;
import org.entente.diagnostic.Rule;
import org.entente.model.Column;
import org.entente.model.Row;
import org.entente.model.TableSchema;
import org.entente.rdf.Ontology;
import org.entente.rdf.QueryFile;

/**
 * A mapping query: a SPARQL 1.1 CONSTRUCT whose variables are the columns of its table (the
 * convention of tarql, Cyganiak and others).
 *
 * <p>The query is analysed once: which columns the parts of each triple depend on. From that follow
 * the evidence of the triple, and whether it is a claim. It is one when its object carries the
 * value of a column that its subject is not made from. Types, nodes made from several columns, and
 * computed bounds of dates come along as support.
 */
final class Mapping {
  private final TableSchema schema;
  private final List<Template> templates;
  private final List<Column> used;
  private final RowEvaluator evaluator;

  /**
   * A triple of the template.
   *
   * @param number its place among the query's templates, from 0
   * @param triple the triple with variables
   * @param subjectColumns columns that its subject is made from
   * @param columns columns that its predicate and object are made from, the subject's left out, in
   *     the order of the metadata: a claim carries the value of the first
   * @param claim whether it is a claim
   */
  record Template(
      int number, Triple triple, Set<String> subjectColumns, Set<String> columns, boolean claim) {}

  /**
   * A triple of a row.
   *
   * @param template what gave it
   * @param claim IRI of the claim that it is; null when that is not known, or it is none
   */
  record Said(Template template, Triple triple, Node claim) {}

  private Mapping(
      TableSchema schema, List<Template> templates, List<Column> used, RowEvaluator evaluator) {
    this.schema = schema;
    this.templates = templates;
    this.used = used;
    this.evaluator = evaluator;
  }

  /** Compiles the mapping query of a table; null when it cannot be used, which is in the log. */
  static Mapping compile(TableSchema schema, QueryFile file, DiagnosticLog log) {
    Query query = Ontology.parse(file, log);
    if (query == null) {
      return null;
    }
    if (!query.isConstructType() || query.isConstructQuad()) {
      log.error(
          Location.of(file.path().toString()),
          Rule.QUERY,
          "a CONSTRUCT of triples",
          "another form of query",
          "write CONSTRUCT { … } WHERE { … }");
      return null;
    }
    if (query.hasLimit()
        || query.hasOffset()
        || query.hasOrderBy()
        || query.hasGroupBy()
        || query.hasHaving()
        || query.hasValues()) {
      log.error(
          Location.of(file.path().toString()),
          Rule.QUERY,
          "a CONSTRUCT that ends with its WHERE",
          "a modifier or VALUES after it",
          "a row is mapped by itself; VALUES can stand inside WHERE");
      return null;
    }
    Map<String, String> columns = RowValues.columnOfVariable(schema);
    List<String> rebound = new ArrayList<>();
    collect(
        query.getQueryPattern(),
        new HashMap<>(),
        variable -> {
          if (columns.containsKey(variable.getVarName())) {
            rebound.add("?" + variable.getVarName());
          }
        });
    if (!rebound.isEmpty()) {
      log.error(
          Location.of(file.path().toString()),
          Rule.QUERY,
          "BIND of names that are no columns of table " + schema.name(),
          String.join(", ", rebound),
          "give the variable another name");
      return null;
    }
    Map<Var, Set<String>> dependencies = dependencies(query, columns);
    for (Var mentioned : mentioned(query)) {
      if (!dependencies.containsKey(mentioned)) {
        log.error(
            Location.of(file.path().toString()),
            Rule.QUERY,
            "a column of table " + schema.name() + " or a variable bound from columns",
            "?" + mentioned.getVarName(),
            "columns: " + String.join(", ", new TreeSet<>(columns.keySet())));
        return null;
      }
    }
    List<Template> templates = new ArrayList<>();
    for (Triple triple : query.getConstructTemplate().getTriples()) {
      if (triple.getSubject().isBlank() || triple.getObject().isBlank()) {
        log.error(
            Location.of(file.path().toString()),
            Rule.QUERY,
            "a template without blank nodes",
            "one with predicate " + triple.getPredicate(),
            "make an IRI from the row's columns");
        return null;
      }
      templates.add(template(templates.size(), triple, dependencies, schema));
    }
    Set<String> needed = new TreeSet<>();
    for (Var mentioned : mentioned(query)) {
      needed.addAll(dependencies.getOrDefault(mentioned, Set.of()));
    }
    List<Column> used =
        schema.columns().stream().filter(column -> needed.contains(column.name())).toList();
    RowEvaluator evaluator = CompiledEvaluator.compile(query);
    return new Mapping(
        schema, templates, used, evaluator == null ? new ArqEvaluator(query) : evaluator);
  }

  /** The same mapping, evaluated by ARQ: the fallback, and the oracle of the tests. */
  static Mapping withArq(TableSchema schema, QueryFile file, DiagnosticLog log) {
    Mapping compiled = compile(schema, file, log);
    Query query = QueryFactory.create(file.text(), Syntax.syntaxSPARQL_11);
    return new Mapping(schema, compiled.templates, compiled.used, new ArqEvaluator(query));
  }

  /** Whether the query was compiled; otherwise ARQ evaluates it row by row. */
  boolean isCompiled() {
    return evaluator instanceof CompiledEvaluator;
  }

  TableSchema schema() {
    return schema;
  }

  List<Template> templates() {
    return templates;
  }

  /** The columns that the query uses. */
  List<Column> used() {
    return used;
  }

  /** The last solution on a row; empty when there is none. */
  Map<String, Node> evaluate(Row row) {
    Map<String, Node> found = new HashMap<>();
    for (Map<String, Node> values : RowValues.of(row, used)) {
      evaluator.evaluate(values, found::putAll);
    }
    return found;
  }

  /** Hands each triple of a row, with its template, to a consumer. */
  void apply(Row row, BiConsumer<Template, Triple> consumer) {
    for (Map<String, Node> values : RowValues.of(row, used)) {
      evaluator.evaluate(
          values,
          solution -> {
            for (Template template : templates) {
              Triple triple = instantiate(template.triple, solution);
              if (triple != null) {
                consumer.accept(template, triple);
              }
            }
          });
    }
  }

  /** The triples of a row, each once. */
  List<Said> said(Row row) {
    List<Said> said = new ArrayList<>();
    Set<Triple> seen = new HashSet<>();
    apply(
        row,
        (template, triple) -> {
          if (seen.add(triple)) {
            said.add(new Said(template, triple, null));
          }
        });
    return said;
  }

  /** Every variable that the query names, by name. */
  private static Set<Var> mentioned(Query query) {
    Set<Var> mentioned = new TreeSet<>(Comparator.comparing(Var::getVarName));
    for (Var variable : OpVars.mentionedVars(Algebra.compile(query.getQueryPattern()))) {
      if (variable.isNamedVar()) {
        mentioned.add(variable);
      }
    }
    for (Triple triple : query.getConstructTemplate().getTriples()) {
      for (Node part : List.of(triple.getSubject(), triple.getPredicate(), triple.getObject())) {
        if (part.isVariable()) {
          mentioned.add(Var.alloc(part));
        }
      }
    }
    return mentioned;
  }

  private static Triple instantiate(Triple pattern, Map<String, Node> solution) {
    Node s = value(pattern.getSubject(), solution);
    Node p = value(pattern.getPredicate(), solution);
    Node o = value(pattern.getObject(), solution);
    return s == null || p == null || o == null || !s.isURI() || !p.isURI() || o.isBlank()
        ? null
        : Triple.create(s, p, o);
  }

  private static Node value(Node part, Map<String, Node> solution) {
    return part.isVariable() ? solution.get(part.getName()) : part;
  }

  /** The columns that each variable of the query is made from. */
  private static Map<Var, Set<String>> dependencies(Query query, Map<String, String> columns) {
    Map<Var, Set<String>> dependencies = new LinkedHashMap<>();
    columns.forEach((variable, column) -> dependencies.put(Var.alloc(variable), Set.of(column)));
    collect(query.getQueryPattern(), dependencies, variable -> {});
    return dependencies;
  }

  /** Follows what a pattern binds; the consumer sees each variable that is given a value. */
  private static void collect(
      Element element, Map<Var, Set<String>> dependencies, Consumer<Var> bound) {
    if (element instanceof ElementGroup group) {
      group.getElements().forEach(part -> collect(part, dependencies, bound));
    } else if (element instanceof ElementBind bind) {
      bound.accept(bind.getVar());
      add(bind.getVar(), bind.getExpr(), dependencies);
    } else if (element instanceof ElementOptional optional) {
      collect(optional.getOptionalElement(), dependencies, bound);
    } else if (element instanceof ElementUnion union) {
      union.getElements().forEach(part -> collect(part, dependencies, bound));
    } else if (element instanceof ElementData data) {
      // Each of its variables is decided by those that rows bind.
      Set<String> from = new TreeSet<>();
      data.getVars().forEach(v -> from.addAll(dependencies.getOrDefault(v, Set.of())));
      data.getVars().forEach(v -> dependencies.putIfAbsent(v, from));
    } else if (element instanceof ElementSubQuery sub) {
      collect(sub.getQuery().getQueryPattern(), dependencies, bound);
      sub.getQuery()
          .getProject()
          .forEachVarExpr(
              (variable, expression) -> {
                if (expression != null) {
                  bound.accept(variable);
                  add(variable, expression, dependencies);
                }
              });
    }
  }

  private static void add(Var variable, Expr expression, Map<Var, Set<String>> dependencies) {
    Set<String> from = new TreeSet<>();
    if (dependencies.containsKey(variable)) {
      from.addAll(dependencies.get(variable));
    }
    for (Var mentioned : expression.getVarsMentioned()) {
      from.addAll(dependencies.getOrDefault(mentioned, Set.of()));
    }
    dependencies.put(variable, from);
  }

  private static Template template(
      int number, Triple triple, Map<Var, Set<String>> dependencies, TableSchema schema) {
    Set<String> subject = columns(triple.getSubject(), dependencies);
    Set<String> object = columns(triple.getObject(), dependencies);
    Set<String> found = new TreeSet<>(columns(triple.getPredicate(), dependencies));
    found.addAll(object);
    found.removeAll(subject);
    Set<String> columns = new LinkedHashSet<>();
    for (Column column : schema.columns()) {
      if (found.contains(column.name())) {
        columns.add(column.name());
      }
    }
    Set<String> carried = new TreeSet<>(object);
    carried.removeAll(subject);
    boolean minted = object.size() > 1 && object.containsAll(subject) && !subject.isEmpty();
    boolean bound =
        triple.getObject().isVariable()
            && isBound(triple.getObject().getName(), triple.getPredicate(), schema);
    boolean type = triple.getPredicate().equals(RDF.type.asNode());
    boolean claim = schema.account() && !type && !bound && !minted && !carried.isEmpty();
    return new Template(
        number, triple, Set.copyOf(subject), Collections.unmodifiableSet(columns), claim);
  }

  /**
   * Bounds are the computed variables of date columns, and whatever is said by a SEM time stamp.
   */
  private static boolean isBound(String variable, Node predicate, TableSchema schema) {
    return RowValues.isBound(variable, schema)
        || predicate.isURI() && predicate.getURI().endsWith("TimeStamp");
  }

  private static Set<String> columns(Node part, Map<Var, Set<String>> dependencies) {
    return part.isVariable() ? dependencies.get(Var.alloc(part)) : Set.of();
  }
}
