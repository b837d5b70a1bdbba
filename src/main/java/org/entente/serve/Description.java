package org.entente.serve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.entente.rdf.Ent;
import org.entente.rdf.Graphs;

/**
 * What a document about a thing says: its statements, the statements about other things that name
 * it, its claims with accounts and quotes, and labels of all that is named. Long ones have pages.
 *
 * @param thing the thing
 * @param graph the triples of this page
 * @param page number of this page, from 1
 * @param pages how many there are
 */
record Description(Node thing, Graph graph, int page, int pages) {
  private static final int CLAIMS_PER_PAGE = 100;
  private static final int INVERSE_PER_PAGE = 250;
  private static final int LABELS = 2_000;
  private static final String OA = "http://www.w3.org/ns/oa#";
  private static final Node HAS_SELECTOR = NodeFactory.createURI(OA + "hasSelector");
  private static final Node QUOTED_FROM =
      NodeFactory.createURI("http://www.w3.org/ns/prov#wasQuotedFrom");

  /** The thing that a path names; null when nothing is said of it. */
  static Node find(DatasetGraph dataset, String rawPath) {
    for (String identifier : Links.identifiers(rawPath)) {
      Node thing = NodeFactory.createURI(identifier);
      if (dataset.contains(Node.ANY, thing, Node.ANY, Node.ANY)) {
        return thing;
      }
    }
    return null;
  }

  static Description of(Generation generation, Node thing, int page) {
    return new Maker(generation, thing).page(page);
  }

  /** Collects the triples of one page. */
  private static final class Maker {
    private final DatasetGraph dataset;
    private final Node thing;
    private final Graph graph = GraphFactory.createDefaultGraph();

    Maker(Generation generation, Node thing) {
      this.dataset = generation.dataset();
      this.thing = thing;
      Prefixes.of(generation).namespaces().forEach(graph.getPrefixMapping()::setNsPrefix);
    }

    Description page(int page) {
      List<Node> claims = claims();
      List<Triple> inverse = inverse();
      int pages =
          Math.max(1, Math.max(pages(claims, CLAIMS_PER_PAGE), pages(inverse, INVERSE_PER_PAGE)));
      if (page > pages) {
        throw Problem.notFound("there is no page " + page + "; the last is " + pages);
      }
      if (page == 1) {
        own();
      }
      part(inverse, page, INVERSE_PER_PAGE).forEach(this::neighbour);
      part(claims, page, CLAIMS_PER_PAGE).forEach(this::claim);
      labels();
      return new Description(thing, graph, page, pages);
    }

    private static int pages(List<?> all, int size) {
      return (all.size() + size - 1) / size;
    }

    private static <T> List<T> part(List<T> all, int page, int size) {
      int from = Math.min(all.size(), (page - 1) * size);
      return all.subList(from, Math.min(all.size(), from + size));
    }

    /** Its own statements; a role, a selector or a place it names is told with it. */
    private void own() {
      for (Node name :
          List.of(
              Quad.defaultGraphIRI,
              Graphs.CLAIMS,
              Graphs.SOURCES,
              Graphs.INFERRED,
              Graphs.ONTOLOGY,
              Graphs.CATALOG)) {
        copy(name, thing, !name.equals(Quad.defaultGraphIRI));
      }
      for (Triple triple : graph.find(thing, HAS_SELECTOR, Node.ANY).toList()) {
        copy(Graphs.SOURCES, triple.getObject(), false);
      }
      if (isA(Ent.CLAIM_CLASS)) {
        claim(thing);
      }
      for (Triple triple : graph.find(thing, Ent.PASSAGE, Node.ANY).toList()) {
        passage(triple.getObject());
      }
    }

    private boolean isA(Node type) {
      return graph.contains(thing, RDF.type.asNode(), type);
    }

    private void copy(Node name, Node subject, boolean withoutAccounts) {
      Iterator<Quad> quads = dataset.find(name, subject, Node.ANY, Node.ANY);
      while (quads.hasNext()) {
        Triple triple = quads.next().asTriple();
        if (!(withoutAccounts && triple.getPredicate().equals(Ent.ACCOUNT) && !isClaim(subject))) {
          graph.add(triple);
        }
      }
    }

    private boolean isClaim(Node subject) {
      return subject.getURI().startsWith(Ent.ID + "claim/");
    }

    private List<Node> claims() {
      Set<Node> claims = new LinkedHashSet<>();
      dataset
          .find(Graphs.CLAIMS, Node.ANY, RDF.subject.asNode(), thing)
          .forEachRemaining(quad -> claims.add(quad.getSubject()));
      List<Node> sorted = new ArrayList<>(claims);
      sorted.sort(Comparator.comparing(Node::getURI));
      return sorted;
    }

    /** Statements with the thing as their object, in an order that does not change. */
    private List<Triple> inverse() {
      Set<Triple> found = new LinkedHashSet<>();
      for (Node name : List.of(Quad.defaultGraphIRI, Graphs.CLAIMS, Graphs.SOURCES)) {
        dataset
            .find(name, Node.ANY, Node.ANY, thing)
            .forEachRemaining(
                quad -> {
                  if (!quad.getPredicate().equals(RDF.subject.asNode())
                      && !quad.getPredicate().equals(RDF.object.asNode())) {
                    found.add(quad.asTriple());
                  }
                });
      }
      List<Triple> sorted = new ArrayList<>(found);
      sorted.sort(
          Comparator.comparing((Triple triple) -> triple.getPredicate().getURI())
              .thenComparing(triple -> triple.getSubject().toString()));
      return sorted;
    }

    /** A statement that names the thing; a role or tenure that it belongs to is told with it. */
    private void neighbour(Triple triple) {
      graph.add(triple);
      if (triple.getSubject().isURI()
          && dataset.contains(
              Quad.defaultGraphIRI,
              triple.getSubject(),
              RDF.type.asNode(),
              Ent.term("Participation"))) {
        copy(Quad.defaultGraphIRI, triple.getSubject(), false);
      }
    }

    private void claim(Node claim) {
      copy(Graphs.CLAIMS, claim, false);
      for (Triple triple : graph.find(claim, Ent.ACCOUNT, Node.ANY).toList()) {
        copy(Graphs.CLAIMS, triple.getObject(), false);
      }
      for (Triple triple : graph.find(claim, Ent.PASSAGE, Node.ANY).toList()) {
        passage(triple.getObject());
      }
    }

    private void passage(Node passage) {
      copy(Graphs.SOURCES, passage, false);
      for (Triple triple : graph.find(passage, HAS_SELECTOR, Node.ANY).toList()) {
        copy(Graphs.SOURCES, triple.getObject(), false);
      }
      for (Triple triple : graph.find(passage, QUOTED_FROM, Node.ANY).toList()) {
        copyLabels(triple.getObject());
      }
    }

    private void labels() {
      Set<Node> named = new LinkedHashSet<>();
      graph
          .find()
          .forEach(
              triple -> {
                named.add(triple.getSubject());
                named.add(triple.getPredicate());
                named.add(triple.getObject());
              });
      int left = LABELS;
      for (Node node : named) {
        if (node.isURI() && left-- > 0) {
          copyLabels(node);
        }
      }
    }

    private void copyLabels(Node node) {
      for (Node property : List.of(RDFS.label.asNode(), SKOS.prefLabel.asNode())) {
        dataset
            .find(Quad.defaultGraphIRI, node, property, Node.ANY)
            .forEachRemaining(quad -> graph.add(quad.asTriple()));
      }
    }
  }
}
