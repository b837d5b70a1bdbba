package org.entente.report;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.ResultSet;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.ExprTransformApplyElementTransform;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.update.UpdateFactory;
import org.apache.jena.vocabulary.XSD;
import org.entente.rdf.Ent;
import org.entente.rdf.QueryFile;
import org.entente.search.FullText;

/** The answer to a query, written in a format. */
public final class Answer {
  private Answer() {}

  /** How an answer is written. */
  public enum Format {
    TEXT(null),
    CSV(ResultSetLang.RS_CSV),
    TSV(ResultSetLang.RS_TSV),
    JSON(ResultSetLang.RS_JSON),
    XML(ResultSetLang.RS_XML);

    private final Lang lang;

    Format(Lang lang) {
      this.lang = lang;
    }

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * Answers a query.
   *
   * @param values values of the parameters that the query declares; those with a default may be
   *     left out
   * @param most how long it may take; zero for as long as it takes
   * @throws org.apache.jena.query.QueryCancelledException when it takes longer
   * @throws org.apache.jena.query.QueryException when the query is no SPARQL
   * @throws IllegalArgumentException when a parameter is unknown, missing or of the wrong type
   */
  public static String to(
      QueryFile file,
      Map<String, String> values,
      DatasetGraph dataset,
      Format format,
      Duration most) {
    Query query = parse(file.text());
    Context context = Context.setupContextForDataset(ARQ.getContext(), dataset);
    context.set(ARQ.httpServiceAllowed, false);
    FullText.offer(context, dataset);
    QueryExecBuilder builder = QueryExec.dataset(dataset).query(query).context(context);
    bind(file, values).forEach(builder::substitution);
    if (!most.isZero()) {
      builder.timeout(most.toMillis(), TimeUnit.MILLISECONDS);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (QueryExec execution = builder.build()) {
      if (query.isSelectType()) {
        if (format == Format.TEXT) {
          return plainTable(execution.select());
        }
        ResultSetMgr.write(out, ResultSet.adapt(execution.select()), format.lang);
      } else if (query.isAskType()) {
        boolean answer = execution.ask();
        if (format == Format.TEXT) {
          return answer + "\n";
        }
        ResultSetMgr.write(out, answer, format.lang);
      } else if (query.isConstructQuad()) {
        RDFDataMgr.write(out, execution.constructDataset(), Lang.TRIG);
      } else {
        RDFDataMgr.write(
            out,
            query.isDescribeType() ? execution.describe() : execution.construct(),
            Lang.TURTLE);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /** Columns of plain values, as people read them. */
  private static String plainTable(RowSet rows) {
    List<Var> variables = rows.getResultVars();
    List<List<String>> lines = new ArrayList<>();
    lines.add(variables.stream().map(Var::getVarName).toList());
    while (rows.hasNext()) {
      Binding row = rows.next();
      lines.add(variables.stream().map(variable -> plain(row.get(variable))).toList());
    }
    int[] widths = new int[variables.size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).codePointCount(0, line.get(i).length()));
      }
    }
    StringBuilder text = new StringBuilder();
    for (int n = 0; n < lines.size(); n++) {
      text.append(line(lines.get(n), widths));
      if (n == 0) {
        text.append(line(Arrays.stream(widths).mapToObj("-"::repeat).toList(), widths));
      }
    }
    return text.toString();
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = cells.get(i);
      line.append(cell).append(" ".repeat(widths[i] - cell.codePointCount(0, cell.length()) + 2));
    }
    return line.toString().stripTrailing() + "\n";
  }

  private static String plain(Node value) {
    if (value == null) {
      return "";
    }
    String text =
        value.isLiteral()
            ? value.getLiteralLexicalForm()
            : Ent.identifier(value) != null ? Ent.identifier(value) : value.toString();
    return text.replaceAll("\\s+", " ");
  }

  private static Query parse(String text) {
    Query query;
    try {
      query = QueryFactory.create(text);
    } catch (QueryParseException e) {
      if (isUpdate(text)) {
        throw new IllegalArgumentException(
            "an update, and the graph is read-only: change the tables and build");
      }
      throw e;
    }
    if (query.isJsonType()) {
      throw new IllegalArgumentException("a JSON query; ask with SELECT and --results json");
    }
    NoServices services = new NoServices();
    QueryTransformOps.transform(query, services, new ExprTransformApplyElementTransform(services));
    return query;
  }

  private static boolean isUpdate(String text) {
    try {
      UpdateFactory.create(text);
      return !text.isBlank();
    } catch (QueryException e) {
      return false;
    }
  }

  /** A question asks this graph alone: no query makes the program call another server. */
  private static final class NoServices extends ElementTransformCopyBase {
    @Override
    public Element transform(ElementService service, Node name, Element inner) {
      throw new IllegalArgumentException("SERVICE is refused: no other server is asked");
    }
  }

  /** The values of a query's parameters as nodes, by variable name. */
  public static Map<String, Node> bind(QueryFile file, Map<String, String> values) {
    Map<String, Node> bound = new LinkedHashMap<>();
    Set<String> unknown = new HashSet<>(values.keySet());
    for (QueryFile.Parameter parameter : file.parameters()) {
      unknown.remove(parameter.name());
      String value = values.getOrDefault(parameter.name(), parameter.defaultValue());
      if (value == null) {
        throw new IllegalArgumentException(
            "parameter "
                + parameter.name()
                + " has no value; give --param "
                + parameter.name()
                + "=…");
      }
      bound.put(parameter.name(), node(parameter, value));
    }
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "the query declares no parameter " + String.join(", ", unknown));
    }
    return bound;
  }

  private static Node node(QueryFile.Parameter parameter, String value) {
    String datatype = parameter.datatype();
    if (datatype.equals("iri")) {
      return value.contains(":") ? NodeFactory.createURI(value) : Ent.id(value);
    }
    String uri = datatype.startsWith("xsd:") ? XSD.getURI() + datatype.substring(4) : datatype;
    Node node = NodeFactory.createLiteralDT(value, TypeMapper.getInstance().getSafeTypeByName(uri));
    if (!node.isLiteral() || !node.getLiteral().isWellFormed()) {
      throw new IllegalArgumentException(
          "parameter " + parameter.name() + " is a " + datatype + ", not '" + value + "'");
    }
    return node;
  }
}
