package org.entente.resolve;

import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.entente.model.Edtf;
import org.entente.rdf.Claim;
import org.entente.rdf.Ent;

/**
 * Compares values of one property: whether two can hold together, and which says more.
 *
 * <p>Dates can when a day fits both; the narrower says more. Places can when one lies in the other;
 * the inner says more. Texts can when they are in different languages. Other values only when they
 * are equal.
 */
final class Values {
  private final Map<Node, Set<Node>> containers = new HashMap<>();

  /** Takes in a claim, which may say which place lies in which. */
  void learn(Claim claim) {
    Node property = claim.triple().getPredicate();
    if (claim.account().isAcceptable()
        && (property.equals(Ent.LOCATED_IN) || property.equals(Ent.IN_STATE))) {
      containers
          .computeIfAbsent(claim.triple().getSubject(), place -> new HashSet<>())
          .add(claim.triple().getObject());
    }
  }

  /** Whether both values can be true. */
  boolean areCompatible(Node a, Node b) {
    if (a.equals(b)) {
      return true;
    }
    if (isDate(a) && isDate(b)) {
      return !date(a).isDisjointFrom(date(b));
    }
    if (a.isLiteral() && b.isLiteral()) {
      if (!a.getLiteralLanguage().equals(b.getLiteralLanguage())) {
        return !a.getLiteralLanguage().isEmpty() && !b.getLiteralLanguage().isEmpty();
      }
      return a.sameValueAs(b);
    }
    return a.isURI() && b.isURI() && (liesIn(a, b) || liesIn(b, a));
  }

  /** Whether the first value says all that the second says, and more. */
  boolean refines(Node a, Node b) {
    if (a.equals(b)) {
      return false;
    }
    if (isDate(a) && isDate(b)) {
      return FINER.compare(date(a), date(b)) < 0;
    }
    if (a.isLiteral() && b.isLiteral()) {
      // One value written in two ways: the shorter way stands.
      return a.sameValueAs(b) && a.getLiteralLexicalForm().compareTo(b.getLiteralLexicalForm()) < 0;
    }
    return a.isURI() && b.isURI() && liesIn(a, b);
  }

  /** Whether the second value is true wherever the first is. */
  boolean implies(Node a, Node b) {
    if (isDate(a) && isDate(b)) {
      return date(a).refines(date(b));
    }
    return a.sameValueAs(b) || a.isURI() && b.isURI() && liesIn(a, b);
  }

  /** Why two values cannot both be true, one English clause. */
  String explain(Node a, Node b) {
    if (isDate(a) && isDate(b)) {
      return "no day belongs to both " + date(a).text() + " and " + date(b).text();
    }
    if (a.isURI() && b.isURI()) {
      return "there is one value, and neither of the two lies in the other";
    }
    return "there is one value, and the two differ";
  }

  private static final Comparator<Edtf> FINER =
      Comparator.comparingLong(Values::days).thenComparing(Edtf::text);

  private static long days(Edtf date) {
    return date.earliestBegin() == null || date.latestEnd() == null
        ? Long.MAX_VALUE
        : ChronoUnit.DAYS.between(date.earliestBegin(), date.latestEnd());
  }

  private static boolean isDate(Node node) {
    return node.isLiteral() && Edtf.DATATYPE.equals(node.getLiteralDatatypeURI());
  }

  private static Edtf date(Node node) {
    return Edtf.parse(node.getLiteralLexicalForm()).orElseThrow();
  }

  private boolean liesIn(Node inner, Node outer) {
    Set<Node> seen = new HashSet<>();
    Set<Node> next = containers.getOrDefault(inner, Set.of());
    while (!next.isEmpty()) {
      if (next.contains(outer)) {
        return true;
      }
      Set<Node> further = new HashSet<>();
      for (Node place : next) {
        if (seen.add(place)) {
          further.addAll(containers.getOrDefault(place, Set.of()));
        }
      }
      next = further;
    }
    return false;
  }
}
