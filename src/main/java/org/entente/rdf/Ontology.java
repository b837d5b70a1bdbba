package org.entente.rdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.entente.diagnostic.Diagnostic;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.diagnostic.Location;
import org.entente.diagnostic.Rule;

/**
 * The ontology folder: terms, schemes and shapes in Turtle, mapping queries and rules in SPARQL.
 *
 * @param terms classes, properties and schemes: every Turtle file but the shapes
 * @param shapes the SHACL shapes
 * @param shapesText the shapes as they are written, in Turtle; they have blank nodes, which no
 *     published graph has
 * @param schemes local names of the concepts of each scheme, by the scheme's local name
 * @param functional properties that have one true value a subject
 * @param mappings the mapping queries, by table
 * @param rules the inference rules, by name
 * @param summaries the queries that make summaries, by name
 */
public record Ontology(
    Graph terms,
    Graph shapes,
    String shapesText,
    Map<String, SortedSet<String>> schemes,
    Set<Node> functional,
    SortedMap<String, QueryFile> mappings,
    SortedMap<String, QueryFile> rules,
    SortedMap<String, QueryFile> summaries) {

  /**
   * Reads the folder; what cannot be parsed goes to the log.
   *
   * @throws IOException when there is no such folder, or a file of it cannot be read
   */
  public static Ontology read(Path folder, DiagnosticLog log) throws IOException {
    Graph terms = GraphFactory.createDefaultGraph();
    Graph shapes = GraphFactory.createDefaultGraph();
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(folder.toString(), null, "no such folder of an ontology");
    }
    refuseOtherSyntaxes(folder, log);
    String shapesText = "";
    for (Path file : list(folder, ".ttl")) {
      boolean isShapes = file.getFileName().toString().equals("shapes.ttl");
      if (isShapes) {
        shapesText = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      }
      parse(file, isShapes ? shapes : terms, log);
    }
    return new Ontology(
        terms,
        shapes,
        shapesText,
        schemes(terms),
        functional(terms),
        queries(folder.resolve("mapping")),
        queries(folder.resolve("rules")),
        queries(folder.resolve("summaries")));
  }

  /** Nothing that its author means to be read is passed over in silence. */
  private static void refuseOtherSyntaxes(Path folder, DiagnosticLog log) throws IOException {
    for (Path file : list(folder, "")) {
      String name = file.getFileName().toString();
      if (RDFLanguages.filenameToLang(name) != null && !name.endsWith(".ttl")) {
        log.error(
            Location.of(file.toString()),
            Rule.ONTOLOGY,
            "an ontology in Turtle files (.ttl)",
            Diagnostic.quote(name),
            "convert it, or keep it elsewhere");
      }
    }
  }

  private static List<Path> list(Path folder, String suffix) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.getFileName().toString().endsWith(suffix)).sorted().toList();
    }
  }

  private static void parse(Path file, Graph graph, DiagnosticLog log) {
    try {
      RDFParser.source(file).lang(Lang.TURTLE).errorHandler(new Reporter(file, log)).parse(graph);
    } catch (RiotException e) {
      if (!(e instanceof Reported)) {
        log.error(Location.of(file.toString()), Rule.ONTOLOGY, "Turtle", e.getMessage(), "");
      }
    }
  }

  private static Map<String, SortedSet<String>> schemes(Graph terms) {
    Map<String, SortedSet<String>> schemes = new TreeMap<>();
    terms
        .find(Node.ANY, SKOS.inScheme.asNode(), Node.ANY)
        .forEach(
            t -> {
              String scheme = localName(t.getObject());
              String concept = localName(t.getSubject());
              if (scheme != null && concept != null) {
                schemes.computeIfAbsent(scheme, s -> new TreeSet<>()).add(concept);
              }
            });
    return schemes;
  }

  private static Set<Node> functional(Graph terms) {
    Set<Node> functional = new HashSet<>();
    terms
        .find(Node.ANY, RDF.type.asNode(), OWL.FunctionalProperty.asNode())
        .forEach(t -> functional.add(t.getSubject()));
    return Set.copyOf(functional);
  }

  private static SortedMap<String, QueryFile> queries(Path folder) throws IOException {
    SortedMap<String, QueryFile> queries = new TreeMap<>();
    for (Path file : list(folder, ".rq")) {
      QueryFile query = QueryFile.read(file);
      queries.put(query.name(), query);
    }
    return queries;
  }

  private static String localName(Node node) {
    return node.isURI() && node.getURI().startsWith(Ent.NS)
        ? node.getURI().substring(Ent.NS.length())
        : null;
  }

  /** The query of a file; null when it cannot be parsed, which is then in the log. */
  public static Query parse(QueryFile file, DiagnosticLog log) {
    try {
      return QueryFactory.create(file.text(), Syntax.syntaxSPARQL_11);
    } catch (QueryParseException e) {
      String message =
          e.getMessage() == null ? "a syntax error" : e.getMessage().lines().findFirst().orElse("");
      log.error(
          new Location(
              file.path().toString(), Math.max(0, e.getLine()), Math.max(0, e.getColumn())),
          Rule.QUERY,
          "SPARQL 1.1",
          message,
          "");
      return null;
    }
  }

  /** Everything that subclass and subproperty statements of the ontology say, to look up. */
  public List<Node> superClasses(Node type) {
    List<Node> found = new ArrayList<>(List.of(type));
    for (int i = 0; i < found.size(); i++) {
      terms
          .find(found.get(i), RDFS.subClassOf.asNode(), Node.ANY)
          .forEach(
              t -> {
                if (t.getObject().isURI() && !found.contains(t.getObject())) {
                  found.add(t.getObject());
                }
              });
    }
    return found;
  }

  private static final class Reported extends RiotException {
    private static final long serialVersionUID = 1L;

    Reported(String message) {
      super(message);
    }
  }

  private record Reporter(Path file, DiagnosticLog log) implements ErrorHandler {
    @Override
    public void warning(String message, long line, long column) {
      log.warning(at(line, column), Rule.ONTOLOGY, "Turtle without doubt", message, "");
    }

    @Override
    public void error(String message, long line, long column) {
      log.error(at(line, column), Rule.ONTOLOGY, "Turtle", message, "");
    }

    @Override
    public void fatal(String message, long line, long column) {
      error(message, line, column);
      throw new Reported(message);
    }

    private Location at(long line, long column) {
      return new Location(file.toString(), (int) Math.max(0, line), (int) Math.max(0, column));
    }
  }
}
