package org.entente.benchmark;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.rdf.Ent;
import org.entente.rdf.Ontology;

/**
 * Validates generated things of ten times as many each time, each kind by one shape of the ontology
 * that has a query in it, and events by their plain shape; prints the processor time a thing takes.
 *
 * <pre>mvn -Pbenchmark test-compile exec:exec -Dbenchmark=Shapes -Dbenchmark.size=100000</pre>
 */
final class ShapesBenchmark {
  private static final long SEED = 20_250_118;
  private static final int SMALLEST = 1_000;
  private static final String SHAPES = "https://w3id.org/entente/shapes#";
  private static final String SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/";
  private static final String ORG = "http://www.w3.org/ns/org#";

  private final Graph shapes;
  private final Random random = new Random(SEED);

  private ShapesBenchmark(Graph shapes) {
    this.shapes = shapes;
  }

  /** Adds a number of things to a graph. */
  private interface Things {
    void add(Graph graph, int number);
  }

  public static void main(String[] args) throws Exception {
    int most = Integer.parseInt(args[0]);
    Graph shapes = Ontology.read(Path.of("ontology"), new DiagnosticLog()).shapes();
    ShapesBenchmark benchmark = new ShapesBenchmark(shapes);
    Map<String, Things> things = new LinkedHashMap<>();
    things.put("Event", benchmark::events);
    things.put("OneHolder", benchmark::tenures);
    things.put("SessionOfSeries", benchmark::sessions);
    things.put("WithinWhole", benchmark::parts);
    things.put("AnswerChain", (graph, n) -> benchmark.chains(graph, n, Ent.term("answers"), 8));
    things.put("PlaceChain", (graph, n) -> benchmark.chains(graph, n, Ent.LOCATED_IN, 4));
    things.put("TopicChain", (graph, n) -> benchmark.chains(graph, n, SKOS.broader.asNode(), 4));
    things.put(
        "OrganisationChain",
        (graph, n) ->
            benchmark.chains(graph, n, NodeFactory.createURI(ORG + "subOrganizationOf"), 4));
    things.put(
        "DocumentOrDisputeChain",
        (graph, n) -> benchmark.chains(graph, n, DCTerms.isPartOf.asNode(), 2));
    things.put("PropertiesDeclared", benchmark::events);
    things.put("ClassesDeclared", benchmark::events);
    StringBuilder head = new StringBuilder("| shape |");
    StringBuilder rule = new StringBuilder("|---|");
    for (int size = SMALLEST; size <= most; size *= 10) {
      head.append(String.format(Locale.ROOT, " %,d |", size));
      rule.append("---|");
    }
    System.out.println("Microseconds of processor time a thing, by number of things\n");
    System.out.println(head + "\n" + rule);
    // What is compiled first is not what is measured.
    for (Map.Entry<String, Things> shape : things.entrySet()) {
      benchmark.measure(shape.getKey(), shape.getValue(), SMALLEST);
    }
    for (Map.Entry<String, Things> shape : things.entrySet()) {
      StringBuilder line = new StringBuilder("| " + shape.getKey() + " |");
      for (int size = SMALLEST; size <= most; size *= 10) {
        line.append(
            String.format(
                Locale.ROOT, " %.1f |", benchmark.measure(shape.getKey(), shape.getValue(), size)));
      }
      System.out.println(line);
    }
  }

  /** Microseconds of processor time a thing. */
  private double measure(String shape, Things things, int number) {
    Graph data = GraphFactory.createDefaultGraph();
    things.add(data, number);
    Shapes alone = Shapes.parse(alone(NodeFactory.createURI(SHAPES + shape)));
    if (alone.numShapes() == 0) {
      throw new IllegalStateException("no shape " + shape);
    }
    long before = cpu();
    ShaclValidator.get().validate(alone, data);
    return (cpu() - before) / 1e3 / number;
  }

  /** All shapes, of which one alone has a target. */
  private Graph alone(Node shape) {
    Graph copy = GraphFactory.createDefaultGraph();
    shapes
        .find()
        .forEachRemaining(
            triple -> {
              if (triple.getSubject().equals(shape)
                  || !triple
                      .getPredicate()
                      .getURI()
                      .startsWith("http://www.w3.org/ns/shacl#target")) {
                copy.add(triple);
              }
            });
    return copy;
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  // ---- Things

  private void events(Graph graph, int number) {
    for (int i = 0; i < number; i++) {
      event(graph, i);
    }
  }

  private Node event(Graph graph, int number) {
    Node event = Ent.id("event/e" + number);
    add(graph, event, RDF.type.asNode(), NodeFactory.createURI(SEM + "Event"));
    add(graph, event, RDF.type.asNode(), Ent.term("Meeting"));
    add(graph, event, RDFS.label.asNode(), NodeFactory.createLiteralLang("Talks " + number, "en"));
    bounds(graph, event, 1 + random.nextInt(28), 3);
    return event;
  }

  private void sessions(Graph graph, int number) {
    for (int i = 0; i < number; i++) {
      Node event = event(graph, i);
      add(
          graph,
          event,
          Ent.term("session"),
          NodeFactory.createLiteralDT("3", XSDDatatype.XSDinteger));
      add(graph, event, Ent.term("series"), Ent.id("series/s" + random.nextInt(1 + number / 20)));
    }
  }

  private void parts(Graph graph, int number) {
    int wholes = 1 + number / 10;
    for (int i = 0; i < wholes; i++) {
      bounds(graph, Ent.id("event/whole" + i), 1, 30);
    }
    for (int i = 0; i < number; i++) {
      Node whole = Ent.id("event/whole" + random.nextInt(wholes));
      add(graph, event(graph, i), NodeFactory.createURI(SEM + "subEventOf"), whole);
    }
  }

  /** Eight holders of a post, one after the other. */
  private void tenures(Graph graph, int number) {
    for (int i = 0; i < number; i++) {
      Node post = Ent.id("post/o" + i / 8);
      Node tenure = Ent.id("tenure/t" + i);
      add(graph, post, RDF.type.asNode(), Ent.term("HeadOfState"));
      add(graph, tenure, RDF.type.asNode(), Ent.term("Tenure"));
      add(graph, tenure, Ent.term("post"), post);
      add(
          graph,
          tenure,
          NodeFactory.createURI(ORG + "member"),
          Ent.id("person/p" + random.nextInt(1 + number / 3)));
      bounds(graph, tenure, 1 + i % 8 * 3, 2);
    }
  }

  private void chains(Graph graph, int number, Node property, int length) {
    for (int i = 0; i < number; i++) {
      if (i % (length + 1) != 0) {
        add(graph, Ent.id("thing/c" + i), property, Ent.id("thing/c" + (i - 1)));
      }
    }
  }

  private static void bounds(Graph graph, Node thing, int day, int days) {
    add(graph, thing, NodeFactory.createURI(SEM + "hasEarliestBeginTimeStamp"), date(day));
    add(graph, thing, NodeFactory.createURI(SEM + "hasLatestBeginTimeStamp"), date(day));
    add(graph, thing, NodeFactory.createURI(SEM + "hasEarliestEndTimeStamp"), date(day + days));
    add(graph, thing, NodeFactory.createURI(SEM + "hasLatestEndTimeStamp"), date(day + days));
  }

  private static Node date(int day) {
    return NodeFactory.createLiteralDT(
        java.time.LocalDate.of(2023, 5, 1).plusDays(day).toString(), XSDDatatype.XSDdate);
  }

  private static void add(Graph graph, Node subject, Node predicate, Node object) {
    graph.add(Triple.create(subject, predicate, object));
  }
}
