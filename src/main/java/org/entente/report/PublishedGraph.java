package org.entente.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.rdf.Ent;
import org.entente.rdf.Graphs;

/** A published graph as {@link GraphDiff} reads it: what it states and where that comes from. */
final class PublishedGraph {
  /** How a statement stands in a graph, the firmest first. */
  enum Standing {
    ACCEPTED,
    INFERRED,
    /** A finer value that agrees with it is accepted in its place. */
    IMPLIED,
    CONTESTED,
    REPORTED,
    DENIED,
    WITHDRAWN,
    DEPRECATED;

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private static final Node DIGEST =
      NodeFactory.createURI("http://www.loc.gov/premis/rdf/v1#hasMessageDigest");
  private static final Comparator<Node> ORDER = Comparator.comparing(NodeFmtLib::strNT);

  private final Graph all;
  private final Graph claims;
  private final Graph inferred;
  private final Graph sources;
  private final Map<Triple, Standing> standings = new HashMap<>();

  PublishedGraph(DatasetGraph dataset) {
    all = dataset.getDefaultGraph();
    claims = dataset.getGraph(Graphs.CLAIMS);
    inferred = dataset.getGraph(Graphs.INFERRED);
    sources = dataset.getGraph(Graphs.SOURCES);
    dataset.getGraph(Graphs.ACCEPTED).find().forEach(t -> standings.put(t, Standing.ACCEPTED));
    inferred
        .find(Node.ANY, Ent.DERIVED_BY, Node.ANY)
        .forEach(t -> standings.putIfAbsent(triple(inferred, t.getSubject()), Standing.INFERRED));
    claims
        .find(Node.ANY, RDF.type.asNode(), Ent.CLAIM_CLASS)
        .forEach(
            t ->
                standings.merge(
                    triple(claims, t.getSubject()),
                    standingAlone(t.getSubject()),
                    (a, b) -> a.compareTo(b) <= 0 ? a : b));
  }

  /** How a claim stands when its triple is not believed. */
  private Standing standingAlone(Node claim) {
    Node status = accountProperty(claim, Ent.STATUS);
    for (Standing standing :
        List.of(Standing.REPORTED, Standing.DENIED, Standing.WITHDRAWN, Standing.DEPRECATED)) {
      Node concept = Ent.term(standing.toString());
      if (concept.equals(status) || concept.equals(accountProperty(claim, Ent.RANK))) {
        return standing;
      }
    }
    return claims.contains(Node.ANY, Ent.CLAIM, claim) ? Standing.CONTESTED : Standing.IMPLIED;
  }

  /** Every statement that is made, whether believed or not. */
  Set<Triple> statements() {
    return standings.keySet();
  }

  /** How a statement stands; null when it is not made at all. */
  Standing standing(Triple statement) {
    return standings.get(statement);
  }

  boolean believes(Triple statement) {
    Standing standing = standings.get(statement);
    return standing == Standing.ACCEPTED || standing == Standing.INFERRED;
  }

  /** The claims that make a statement, sorted. */
  List<Node> claims(Triple statement) {
    return statingNodes(claims, statement);
  }

  /** The claims that give a thing any value of a property, sorted. */
  List<Node> claims(Node thing, Node property) {
    return claims
        .find(Node.ANY, RDF.subject.asNode(), thing)
        .mapWith(Triple::getSubject)
        .filterKeep(n -> claims.contains(n, RDF.predicate.asNode(), property))
        .toList()
        .stream()
        .sorted(ORDER)
        .toList();
  }

  boolean hasClaim(Node claim) {
    return claims.contains(claim, RDF.type.asNode(), Ent.CLAIM_CLASS);
  }

  /** The account of a claim; null when the node is no claim. */
  Node account(Node claim) {
    return object(claims, claim, Ent.ACCOUNT);
  }

  /** The accounts that a thing without claims of its own points to, sorted. */
  List<Node> accounts(Node thing) {
    return objects(claims, thing, Ent.ACCOUNT);
  }

  boolean hasAccount(Node account) {
    return claims.contains(account, RDF.type.asNode(), Ent.ACCOUNT_CLASS);
  }

  /** A property of a claim's account, such as its rank; null when it has none. */
  Node accountProperty(Node claim, Node property) {
    Node account = account(claim);
    return account == null ? null : object(claims, account, property);
  }

  /** The documents of an account, and the external reference it rests on. */
  List<Node> documents(Node account) {
    return Stream.of(Ent.FROM_DOCUMENT, Ent.REFERENCE)
        .flatMap(property -> objects(claims, account, property).stream())
        .toList();
  }

  /** What an account's row is about; null when the row has no identifier. */
  Node described(Node account) {
    return object(claims, account, Ent.DESCRIBES);
  }

  /** The accounts of a table's rows that describe a thing. */
  List<Node> accounts(Node thing, String table) {
    return claims
        .find(Node.ANY, Ent.DESCRIBES, thing)
        .mapWith(Triple::getSubject)
        .filterKeep(account -> table.equals(table(account)))
        .toList();
  }

  String table(Node account) {
    Node table = object(claims, account, Ent.TABLE);
    return table == null ? null : table.getLiteralLexicalForm();
  }

  /** Where an account's row is: table and line. */
  String row(Node account) {
    return table(account)
        + ".csv line "
        + object(claims, account, Ent.LINE).getLiteralLexicalForm();
  }

  /** How a statement was inferred, sorted. */
  List<Node> derivations(Triple statement) {
    return statingNodes(inferred, statement).stream()
        .filter(node -> inferred.contains(node, Ent.DERIVED_BY, Node.ANY))
        .toList();
  }

  Node rule(Node derivation) {
    return object(inferred, derivation, Ent.DERIVED_BY);
  }

  String ruleName(Node rule) {
    return object(inferred, rule, RDFS.label.asNode()).getLiteralLexicalForm();
  }

  /** The query that is a rule; null when there is no such rule. */
  Node ruleText(Node rule) {
    return object(inferred, rule, Ent.CONSTRUCT);
  }

  /** The claims, accounts and inferred statements that a derivation rests on, sorted. */
  List<Node> premises(Node derivation) {
    return objects(inferred, derivation, Ent.PREMISE);
  }

  /** The statement that a claim or an inferred statement makes; null when the node makes none. */
  Triple statement(Node node) {
    Graph graph = hasClaim(node) ? claims : inferred;
    return object(graph, node, RDF.subject.asNode()) == null ? null : triple(graph, node);
  }

  /** The digests of the texts that carry a document; empty when they are not known. */
  Set<String> digests(Node document) {
    return sources
        .find(Node.ANY, Ent.CARRIES, document)
        .mapWith(Triple::getSubject)
        .toList()
        .stream()
        .flatMap(version -> objects(sources, version, DIGEST).stream())
        .map(Node::getLiteralLexicalForm)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Why a thing or document was withdrawn; null when it was not. */
  String withdrawal(Node thing) {
    return thing != null && all.contains(thing, RDF.type.asNode(), Ent.term("Withdrawn"))
        ? object(all, thing, Ent.term("reason")).getLiteralLexicalForm()
        : null;
  }

  private static Triple triple(Graph graph, Node node) {
    return Triple.create(
        object(graph, node, RDF.subject.asNode()),
        object(graph, node, RDF.predicate.asNode()),
        object(graph, node, RDF.object.asNode()));
  }

  private static List<Node> statingNodes(Graph graph, Triple statement) {
    return graph
        .find(Node.ANY, RDF.subject.asNode(), statement.getSubject())
        .mapWith(Triple::getSubject)
        .filterKeep(n -> graph.contains(n, RDF.predicate.asNode(), statement.getPredicate()))
        .filterKeep(n -> graph.contains(n, RDF.object.asNode(), statement.getObject()))
        .toList()
        .stream()
        .sorted(ORDER)
        .toList();
  }

  private static List<Node> objects(Graph graph, Node subject, Node predicate) {
    return graph.find(subject, predicate, Node.ANY).mapWith(Triple::getObject).toList().stream()
        .sorted(ORDER)
        .toList();
  }

  private static Node object(Graph graph, Node subject, Node predicate) {
    List<Node> objects = objects(graph, subject, predicate);
    return objects.isEmpty() ? null : objects.get(0);
  }
}
