package org.entente.explore;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.entente.explore.Evidence.Quote;
import org.entente.explore.Evidence.Source;
import org.entente.model.Edtf;
import org.entente.rdf.Ent;
import org.entente.rdf.Graphs;

/** Finds what statements rest on: claims, their accounts, the passages, and who says otherwise. */
final class EvidenceReader {
  private static final int DEPTH = 4;

  /** How many claims are shown for one premise of a rule; one proves it. */
  private static final int PER_PREMISE = 1;

  private static final Node SUBJECT = RDF.subject.asNode();
  private static final Node PREDICATE = RDF.predicate.asNode();
  private static final Node OBJECT = RDF.object.asNode();

  private final GraphReader graph;
  private final Names names;
  private final SourceReader sources;
  private final Map<Node, List<ClaimView>> claimsOf = new HashMap<>();

  /** A claim with what the page needs of it. */
  record ClaimView(Node node, Triple triple, Node account, List<Node> passages) {}

  EvidenceReader(GraphReader graph, Names names, Urls urls) {
    this.graph = graph;
    this.names = names;
    this.sources = new SourceReader(graph, names, urls);
  }

  SourceReader sources() {
    return sources;
  }

  /** What these triples rest on. */
  Evidence of(Collection<Triple> triples) {
    Map<List<Node>, List<ClaimView>> support = new LinkedHashMap<>();
    Map<List<Node>, List<ClaimView>> against = new LinkedHashMap<>();
    Set<String> rules = new LinkedHashSet<>();
    int articles = 0;
    int independent = 0;
    for (Triple triple : new LinkedHashSet<>(triples)) {
      for (ClaimView claim : claims(triple.getSubject())) {
        if (!claim.triple().getPredicate().equals(triple.getPredicate())) {
          continue;
        }
        if (supports(claim, triple)) {
          group(support, claim);
          articles = Math.max(articles, number(claim.node(), Ent.ARTICLES));
          independent = Math.max(independent, number(claim.node(), Ent.INDEPENDENT_ARTICLES));
        } else if (opposes(claim, triple)) {
          group(against, claim);
        }
      }
      if (graph.inferred(triple)) {
        follow(triple, support, rules, 0);
      }
    }
    if (support.isEmpty() && rules.isEmpty()) {
      triples.stream().map(Triple::getSubject).distinct().forEach(s -> accounts(s, support));
    }
    return new Evidence(
        views(support),
        views(against),
        List.copyOf(rules),
        articles,
        independent,
        Evidence.Kind.PROOF,
        List.of());
  }

  /** Adds the accounts of a node that is made for a row as a whole, such as a name. */
  private void accounts(Node node, Map<List<Node>, List<ClaimView>> support) {
    for (Node account : graph.objects(Graphs.CLAIMS, node, Ent.ACCOUNT)) {
      List<Node> key = new ArrayList<>(List.of(account));
      key.addAll(sources.inOrder(graph.objects(Graphs.CLAIMS, account, Ent.PASSAGE)));
      support.putIfAbsent(key, List.of());
    }
  }

  /** The words of which a question of a curator speaks: of both sides, or nearest to an answer. */
  Evidence words(Node question) {
    List<Node> passages = new ArrayList<>();
    boolean gap = graph.isAny(question, "Gap");
    for (String property : gap ? List.of("nearestPassage") : List.of("passageOfA", "passageOfB")) {
      for (Node passage : graph.objects(question, Voc.ent(property))) {
        if (!passages.contains(passage)) {
          passages.add(passage);
        }
      }
    }
    return new Evidence(
        List.of(),
        List.of(),
        List.of(),
        0,
        0,
        gap ? Evidence.Kind.NEAREST : Evidence.Kind.SIDES,
        sources.passages(passages));
  }

  /** What rests on claims themselves, such as those of a contradiction. */
  Evidence ofClaims(Collection<Node> claims) {
    Map<List<Node>, List<ClaimView>> support = new LinkedHashMap<>();
    claims.forEach(claim -> claim(claim).ifPresent(view -> group(support, view)));
    return new Evidence(views(support), List.of(), List.of(), 0, 0, Evidence.Kind.PROOF, List.of());
  }

  /** All claims about a thing, accepted or not. */
  List<ClaimView> claims(Node subject) {
    List<ClaimView> known = claimsOf.get(subject);
    if (known == null) {
      known = new ArrayList<>();
      for (Node claim : graph.subjects(Graphs.CLAIMS, SUBJECT, subject)) {
        claim(claim).ifPresent(known::add);
      }
      claimsOf.put(subject, known);
    }
    return known;
  }

  /** A claim. */
  Optional<ClaimView> claim(Node claim) {
    Node graphName = Graphs.CLAIMS;
    Optional<Node> subject = graph.object(graphName, claim, SUBJECT);
    Optional<Node> predicate = graph.object(graphName, claim, PREDICATE);
    Optional<Node> object = graph.object(graphName, claim, OBJECT);
    Optional<Node> account = graph.object(graphName, claim, Ent.ACCOUNT);
    if (subject.isEmpty() || predicate.isEmpty() || object.isEmpty() || account.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ClaimView(
            claim,
            Triple.create(subject.get(), predicate.get(), object.get()),
            account.get(),
            sources.inOrder(graph.objects(graphName, claim, Ent.PASSAGE))));
  }

  /** Whether a claim on the same property supports a triple: the same value, or a wider date. */
  private boolean supports(ClaimView claim, Triple triple) {
    Node said = claim.triple().getObject();
    if (said.equals(triple.getObject())) {
      return !sources.denies(claim.account());
    }
    if (!sources.affirms(claim.account()) || !isDate(said) || !isDate(triple.getObject())) {
      return false;
    }
    return compatible(said, triple.getObject());
  }

  /** Whether a claim says otherwise: not this value, or another where there can be only one. */
  private boolean opposes(ClaimView claim, Triple triple) {
    Node said = claim.triple().getObject();
    if (said.equals(triple.getObject())) {
      return true;
    }
    return graph.isFunctional(triple.getPredicate())
        && !graph.has(triple.getSubject(), triple.getPredicate(), said)
        && !(isDate(said) && isDate(triple.getObject()) && compatible(said, triple.getObject()));
  }

  private static boolean compatible(Node one, Node other) {
    Optional<Edtf> first = Edtf.parse(one.getLiteralLexicalForm());
    Optional<Edtf> second = Edtf.parse(other.getLiteralLexicalForm());
    return first.isPresent() && second.isPresent() && !first.get().isDisjointFrom(second.get());
  }

  private static boolean isDate(Node node) {
    return node.isLiteral() && Edtf.DATATYPE.equals(node.getLiteralDatatypeURI());
  }

  /** Follows the derivations of an inferred triple back to claims and accounts. */
  private void follow(
      Triple triple, Map<List<Node>, List<ClaimView>> support, Set<String> rules, int depth) {
    if (depth > DEPTH) {
      return;
    }
    for (Node derivation : graph.subjects(Graphs.INFERRED, SUBJECT, triple.getSubject())) {
      if (!graph.objects(Graphs.INFERRED, derivation, PREDICATE).contains(triple.getPredicate())
          || !graph.objects(Graphs.INFERRED, derivation, OBJECT).contains(triple.getObject())) {
        continue;
      }
      for (Node rule : graph.objects(Graphs.INFERRED, derivation, Ent.DERIVED_BY)) {
        graph
            .object(Graphs.INFERRED, rule, Voc.COMMENT)
            .ifPresent(why -> rules.add(firstSentence(GraphReader.text(why))));
      }
      Map<Triple, Integer> shown = new HashMap<>();
      for (Node premise : graph.objects(Graphs.INFERRED, derivation, Ent.PREMISE)) {
        Optional<ClaimView> claim = claim(premise);
        if (claim.isEmpty()) {
          premise(premise, support, rules, depth);
        } else if (shown.merge(claim.get().triple(), 1, Integer::sum) <= PER_PREMISE) {
          group(support, claim.get());
        }
      }
      return;
    }
  }

  private void premise(
      Node premise, Map<List<Node>, List<ClaimView>> support, Set<String> rules, int depth) {
    Optional<Node> subject = graph.object(Graphs.INFERRED, premise, SUBJECT);
    Optional<Node> predicate = graph.object(Graphs.INFERRED, premise, PREDICATE);
    Optional<Node> object = graph.object(Graphs.INFERRED, premise, OBJECT);
    if (subject.isPresent() && predicate.isPresent() && object.isPresent()) {
      follow(
          Triple.create(subject.get(), predicate.get(), object.get()), support, rules, depth + 1);
    }
  }

  private static String firstSentence(String text) {
    int end = text.indexOf(". ");
    return end < 0 ? text : text.substring(0, end + 1);
  }

  private static void group(Map<List<Node>, List<ClaimView>> groups, ClaimView claim) {
    List<Node> key = new ArrayList<>();
    key.add(claim.account());
    key.addAll(claim.passages());
    List<ClaimView> group = groups.computeIfAbsent(key, k -> new ArrayList<>());
    if (!group.contains(claim)) {
      group.add(claim);
    }
  }

  private List<Source> views(Map<List<Node>, List<ClaimView>> groups) {
    List<Source> views = new ArrayList<>();
    Comparator<Node> order = sources.inOrder();
    List<List<Node>> keys = new ArrayList<>(groups.keySet());
    // Each begins with its account; what has no passage comes last.
    keys.sort(
        Comparator.comparing(
            key -> key.size() < 2 ? null : key.get(1), Comparator.nullsLast(order)));
    keys.forEach(
        key -> {
          List<ClaimView> claims = groups.get(key);
          Set<String> says = new LinkedHashSet<>();
          for (ClaimView claim : claims) {
            says.add(
                names.text(claim.triple().getPredicate())
                    + ": "
                    + names.text(claim.triple().getObject()));
          }
          views.add(sources.view(key.get(0), key.subList(1, key.size()), List.copyOf(says)));
        });
    return merge(views);
  }

  /** Accounts of one document that differ in nothing but what they say are shown as one. */
  private static List<Source> merge(List<Source> views) {
    Map<List<Object>, Source> merged = new LinkedHashMap<>();
    for (Source view : views) {
      List<Object> key = new ArrayList<>();
      key.add(view.document());
      key.add(view.quotes());
      key.add(view.chain());
      key.add(view.status() + "|" + view.rank() + "|" + view.reason() + "|" + view.asOf());
      merged.merge(
          key,
          view,
          (a, b) -> {
            Set<String> says = new LinkedHashSet<>(a.says());
            says.addAll(b.says());
            String row = a.row().equals(b.row()) ? a.row() : a.row() + ", " + b.row();
            return new Source(
                a.document(),
                a.authors(),
                a.date(),
                a.quotes(),
                List.copyOf(says),
                a.chain(),
                a.status(),
                a.rank(),
                a.reason(),
                a.asOf(),
                row);
          });
    }
    return List.copyOf(merged.values());
  }

  private int number(Node subject, Node property) {
    return graph
        .object(Graphs.CLAIMS, subject, property)
        .map(node -> Integer.parseInt(node.getLiteralLexicalForm()))
        .orElse(0);
  }

  /** The quotes of passages, with where they are. */
  List<Quote> quotes(Collection<Node> passages) {
    return sources.quotes(passages);
  }
}
