package org.entente.explore;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFilteredView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.XSD;
import org.entente.rdf.Ent;
import org.entente.rdf.Graphs;

/** Reads a graph in index lookups; what it returns is in a fixed order. */
final class GraphReader {
  static final Comparator<Node> ORDER = Triples.ORDER;

  /** A language in which fewer things have names is no choice for a reader. */
  private static final int NAMED_IN_A_LANGUAGE = 10;

  private static final int SMALL = 1_500_000;

  /** So many days are kept of those as of which a graph is read. */
  private static final int DAYS = 8;

  private final Function<Node, Triples> graphs;
  private final boolean vast;
  private final GraphReader whole;
  private final Predicate<Node> later;
  private final Map<LocalDate, GraphReader> days = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<Node, Set<Node>> types = new ConcurrentHashMap<>();
  private final Map<Node, Set<Node>> ancestors;
  private volatile Map<String, Optional<Node>> named;
  private volatile List<String> languages;

  private final List<Node> latestEvents;

  private GraphReader(Function<Node, Triples> graphs, List<Node> latestEvents, boolean vast) {
    this.graphs = graphs;
    this.latestEvents = latestEvents;
    this.vast = vast;
    this.whole = this;
    this.later = node -> false;
    this.ancestors = new ConcurrentHashMap<>();
  }

  /** A graph without what is later than a day. */
  private GraphReader(GraphReader whole, Predicate<Node> later) {
    Triples told = new EarlierTriples(whole.graphs.apply(Quad.defaultGraphIRI), later);
    this.graphs = name -> name.equals(Quad.defaultGraphIRI) ? told : whole.graphs.apply(name);
    this.latestEvents = whole.latestEvents.stream().filter(later.negate()).toList();
    this.vast = whole.vast;
    this.whole = whole;
    this.later = later;
    this.ancestors = whole.ancestors;
  }

  /**
   * The graph as of a day: nothing points to what is {@link Told} of only since later, and nothing
   * that is points to anything. What a later thing itself has can still be asked for.
   */
  GraphReader asOf(LocalDate day) {
    synchronized (days) {
      GraphReader known = days.get(day);
      if (known == null) {
        known = new GraphReader(whole, laterThan(day));
        days.put(day, known);
        if (days.size() > DAYS) {
          days.remove(days.keySet().iterator().next());
        }
      }
      return known;
    }
  }

  private Predicate<Node> laterThan(LocalDate day) {
    Predicate<Node> asked =
        thing -> Ent.identifier(thing) != null && !Told.since(whole, thing).shownOn(day);
    if (isVast()) {
      return asked;
    }
    Map<Node, Boolean> answers = new ConcurrentHashMap<>();
    return thing -> {
      Boolean answer = answers.get(thing);
      if (answer == null) {
        answer = asked.test(thing);
        answers.put(thing, answer);
      }
      return answer;
    };
  }

  /** A dataset without the statements of its default graph that are later things' or lead there. */
  DatasetGraph earlier(DatasetGraph dataset) {
    return new DatasetGraphFilteredView(
        dataset,
        quad -> !quad.isDefaultGraph() || !isLater(quad.getSubject()) && !isLater(quad.getObject()),
        Graphs.ALL);
  }

  /** The graph with all that it knows. */
  GraphReader whole() {
    return whole;
  }

  /** Whether a thing is left out, as being later than the day as of which the graph is read. */
  boolean isLater(Node thing) {
    return later.test(thing);
  }

  /**
   * Reads a dataset. A small one is copied into memory once, so that every page is quick; a large
   * one is read where it is. To be called within a transaction.
   */
  static GraphReader of(DatasetGraph dataset) {
    return of(dataset, SMALL);
  }

  /**
   * Reads a dataset.
   *
   * @param small how many triples it may have to be copied
   */
  static GraphReader of(DatasetGraph dataset, int small) {
    Map<Node, Triples> copies = new HashMap<>();
    Map<Node, Node> pool = new HashMap<>();
    int[] room = {small};
    for (Node name :
        List.of(
            Quad.defaultGraphIRI,
            Graphs.INFERRED,
            Graphs.CLAIMS,
            Graphs.SOURCES,
            Graphs.ONTOLOGY)) {
      Iterator<Triple> triples = graph(dataset, name).find();
      copies.put(name, new IndexedTriples(Iter.takeWhile(triples, triple -> room[0]-- > 0), pool));
      Iter.close(triples);
      if (room[0] < 0) {
        break;
      }
    }
    Triples summaries = Triples.stored(dataset.getGraph(Graphs.SUMMARIES));
    List<Node> latest = summaries.objects(Voc.LATEST_EVENTS, Voc.HAD_MEMBER);
    if (room[0] >= 0) {
      return new GraphReader(copies::get, latest, false);
    }
    Triples told =
        new VastTriples(Triples.stored(dataset.getDefaultGraph()), summaries, properties(dataset));
    return new GraphReader(
        name -> name.equals(Quad.defaultGraphIRI) ? told : Triples.stored(dataset.getGraph(name)),
        latest,
        true);
  }

  /** The properties of the default graph, as the catalogue lists them. */
  private static List<Node> properties(DatasetGraph dataset) {
    return Iter.iter(dataset.getGraph(Graphs.CATALOG).find(null, Voc.VOID_PROPERTY, null))
        .map(Triple::getObject)
        .distinct()
        .toList();
  }

  /** Whether the graph is too large for whole lists; see {@link Triples.Stored}. */
  boolean isVast() {
    return vast;
  }

  /**
   * How many things of a class a vast graph has, as its catalogue says; of a class that it lacks,
   * none.
   */
  int counted(Node type) {
    return subjects(Graphs.CATALOG, Voc.VOID_CLASS, type).stream()
        .flatMap(part -> objects(Graphs.CATALOG, part, Voc.VOID_ENTITIES).stream())
        .mapToInt(entities -> Integer.parseInt(text(entities)))
        .sum();
  }

  /**
   * In how many events of each type an actor took part, most first, as the build of a vast graph
   * summed them up.
   */
  Map<Node, Integer> eventsOf(Node actor) {
    Map<Node, Integer> counts = new HashMap<>();
    for (Node summary : subjects(Graphs.SUMMARIES, Voc.ent("countedActor"), actor)) {
      for (Node type : objects(Graphs.SUMMARIES, summary, Voc.ent("eventType"))) {
        objects(Graphs.SUMMARIES, summary, Voc.ent("eventCount"))
            .forEach(count -> counts.put(type, Integer.parseInt(text(count))));
      }
    }
    Map<Node, Integer> sorted = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<Node, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey(ORDER)))
        .forEach(count -> sorted.put(count.getKey(), count.getValue()));
    return sorted;
  }

  /** The events that began last, as the build summed them up; none where it did not. */
  List<Node> latestEvents() {
    return latestEvents;
  }

  private static Graph graph(DatasetGraph dataset, Node name) {
    return name.equals(Quad.defaultGraphIRI) ? dataset.getDefaultGraph() : dataset.getGraph(name);
  }

  /** What a thing has for a property in the default graph. */
  List<Node> objects(Node subject, Node predicate) {
    return objects(Quad.defaultGraphIRI, subject, predicate);
  }

  /** The first of what a thing has for a property. */
  Optional<Node> object(Node subject, Node predicate) {
    return object(Quad.defaultGraphIRI, subject, predicate);
  }

  /** What has a thing for a property in the default graph. */
  List<Node> subjects(Node predicate, Node object) {
    return subjects(Quad.defaultGraphIRI, predicate, object);
  }

  /** What has a property at all in the default graph. */
  List<Node> subjects(Node predicate) {
    return graphs.apply(Quad.defaultGraphIRI).subjects(predicate);
  }

  List<Node> objects(Node graph, Node subject, Node predicate) {
    return graphs.apply(graph).objects(subject, predicate);
  }

  Optional<Node> object(Node graph, Node subject, Node predicate) {
    List<Node> found = objects(graph, subject, predicate);
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
  }

  List<Node> subjects(Node graph, Node predicate, Node object) {
    return graphs.apply(graph).subjects(predicate, object);
  }

  /** All triples of a thing in the default graph. */
  List<Triple> about(Node subject) {
    return graphs.apply(Quad.defaultGraphIRI).about(subject);
  }

  /** All triples of the default graph with a thing as object. */
  List<Triple> pointingTo(Node object) {
    return graphs.apply(Quad.defaultGraphIRI).pointingTo(object);
  }

  boolean has(Node subject, Node predicate, Node object) {
    return graphs.apply(Quad.defaultGraphIRI).contains(subject, predicate, object);
  }

  boolean inferred(Triple triple) {
    return graphs
        .apply(Graphs.INFERRED)
        .contains(triple.getSubject(), triple.getPredicate(), triple.getObject());
  }

  /** Whether a thing can have only one value of a property. */
  boolean isFunctional(Node property) {
    return graphs
        .apply(Graphs.ONTOLOGY)
        .contains(property, Voc.TYPE, Voc.iri("http://www.w3.org/2002/07/owl#FunctionalProperty"));
  }

  /** Whether anything is told of a node. */
  boolean knows(Node subject) {
    return graphs.apply(Quad.defaultGraphIRI).knows(subject);
  }

  /** The classes of a thing, without what they are subclasses of. */
  Set<Node> types(Node thing) {
    return isVast()
        ? Set.copyOf(objects(thing, Voc.TYPE))
        : types.computeIfAbsent(thing, node -> Set.copyOf(objects(node, Voc.TYPE)));
  }

  /** The classes of a thing with what they are subclasses of. */
  Set<Node> allTypes(Node thing) {
    Set<Node> all = new HashSet<>(types(thing));
    types(thing).forEach(type -> all.addAll(ancestors(type)));
    return all;
  }

  /** The languages in which many things have names, by how many do, English first. */
  List<String> languages() {
    if (whole != this) {
      return whole.languages();
    }
    List<String> all = languages;
    if (all == null) {
      Map<String, Integer> counts = new HashMap<>();
      for (Node property : List.of(Voc.LABEL, Voc.ALT_LABEL)) {
        for (Node thing : subjects(property)) {
          if (Ent.identifier(thing) != null) {
            objects(thing, property).stream()
                .map(name -> name.isLiteral() ? name.getLiteralLanguage().split("-")[0] : "")
                .distinct()
                .forEach(language -> counts.merge(language, 1, Integer::sum));
          }
        }
      }
      counts.remove("");
      counts.remove("und");
      counts.merge("en", Integer.MAX_VALUE / 2, Integer::sum);
      all =
          counts.keySet().stream()
              .filter(language -> counts.get(language) >= NAMED_IN_A_LANGUAGE)
              .sorted(
                  Comparator.comparing((String language) -> -counts.get(language))
                      .thenComparing(Comparator.naturalOrder()))
              .toList();
      languages = all;
    }
    return all;
  }

  /** Whether a thing belongs to a class or one below it. */
  boolean is(Node thing, Node type) {
    for (Node own : types(thing)) {
      if (own.equals(type) || ancestors(own).contains(type)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a thing belongs to one of the classes of the ontology with these names. */
  boolean isAny(Node thing, String... names) {
    for (String name : names) {
      if (is(thing, Voc.ent(name))) {
        return true;
      }
    }
    return false;
  }

  /** The most special class of a thing. */
  Optional<Node> kind(Node thing) {
    Set<Node> all = types(thing);
    return all.stream()
        .filter(type -> all.stream().noneMatch(other -> ancestors(other).contains(type)))
        .min(ORDER);
  }

  /** The classes that a class is below. */
  Set<Node> ancestors(Node type) {
    Set<Node> known = ancestors.get(type);
    if (known == null) {
      known = new HashSet<>();
      List<Node> open = new ArrayList<>(objects(type, Voc.SUBCLASS));
      while (!open.isEmpty()) {
        Node next = open.remove(open.size() - 1);
        if (known.add(next)) {
          open.addAll(objects(next, Voc.SUBCLASS));
        }
      }
      known.remove(type);
      ancestors.put(type, known);
    }
    return known;
  }

  /** The thing that has a name as its label; empty when none has it, or several have. */
  Optional<Node> named(String name) {
    if (whole != this) {
      return whole.named(name);
    }
    Map<String, Optional<Node>> all = named;
    if (all == null) {
      all = new HashMap<>();
      for (Node thing : subjects(Voc.LABEL)) {
        String identifier = Ent.identifier(thing);
        if (identifier != null && !identifier.startsWith("name/")) {
          for (Node label : objects(thing, Voc.LABEL)) {
            all.merge(text(label), Optional.of(thing), (one, other) -> Optional.empty());
          }
        }
      }
      named = all;
    }
    return all.getOrDefault(name, Optional.empty());
  }

  /** The lexical form of a literal, or the IRI. */
  static String text(Node node) {
    if (!node.isLiteral()) {
      return node.toString();
    }
    String text = node.getLiteralLexicalForm();
    // A decimal that is whole is written with a nought, in RDF but not in words.
    boolean whole = XSD.decimal.getURI().equals(node.getLiteralDatatypeURI());
    return whole && text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
