package org.entente.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.entente.diagnostic.Diagnostic;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.diagnostic.Rule;
import org.entente.model.Dossier;
import org.entente.model.Row;
import org.entente.rdf.Account;
import org.entente.rdf.Claim;
import org.entente.rdf.CompactGraph;
import org.entente.rdf.Contradiction;
import org.entente.rdf.Ent;
import org.entente.rdf.Hash;
import org.entente.rdf.Mapped;
import org.entente.rdf.MappedRow;
import org.entente.rdf.Resolved;
import org.entente.rdf.Support;
import org.entente.spill.Longs;

/**
 * Decides what is believed. A triple is accepted when at least one asserted claim that is not
 * deprecated makes it, and nothing contradicts it.
 *
 * <p>Claims contradict each other when a property that has one true value is given two that cannot
 * both be true, or when one source denies what another asserts. Neither recency nor number decides:
 * only a curator's rank does. While nothing decides, no value is accepted and the thing is
 * contested.
 */
public final class Resolver {
  private static final int PREFERRED = 2;
  private static final String DENIED = "one source asserts what another denies";

  private final Set<Node> functional;
  private final Dossier dossier;
  private final DiagnosticLog log;

  /**
   * A resolver.
   *
   * @param functional properties with one true value a subject
   * @param dossier the tables: of disagreements, and of documents, authors and citations, which say
   *     how independent documents are
   * @param log where contradictions go that no row of the disagreements table names, as warnings
   */
  public Resolver(Set<Node> functional, Dossier dossier, DiagnosticLog log) {
    this.functional = functional;
    this.dossier = dossier;
    this.log = log;
  }

  private record Slot(Node subject, Node predicate) {}

  /**
   * Resolves all claims, in two walks through what the tables say: the first finds out what is
   * spoken of more than once, the second decides at once on what is not. Then the rows that speak
   * of the rest are asked for, property by property.
   */
  public Resolved resolve(Mapped mapped) {
    return resolve(mapped, new Slots());
  }

  /** The same with a way to find out what is spoken of more than once. */
  Resolved resolve(Mapped mapped, Slots slots) {
    Values values = new Values();
    long[] count = new long[1];
    mapped.forEach(
        row -> {
          count[0] += row.claims().size();
          for (Claim claim : row.claims()) {
            slots.add(claim.triple());
            values.learn(claim);
          }
          for (Support support : row.supports()) {
            if (Bounds.isBound(support.triple())) {
              slots.add(support.triple());
            }
          }
        });

    CompactGraph.Builder graph = new CompactGraph.Builder();
    Judgement judgement = new Judgement(slots, new Independence(dossier));
    Bounds bounds = new Bounds();
    Longs waiting = new Longs();
    mapped.forEach(
        row -> {
          boolean decided = true;
          for (Claim claim : row.claims()) {
            Triple triple = claim.triple();
            if (slots.isShared(triple)) {
              decided = false;
              slots.gather(triple, row.number());
            } else if (claim.account().isAcceptable()) {
              graph.add(triple);
            }
          }
          if (decided) {
            acceptSupports(row, judgement, slots, graph, bounds);
          } else {
            waiting.add(row.number());
          }
        });
    List<Contradiction> contradictions = new ArrayList<>();
    RecentRows rows = new RecentRows(mapped);
    for (long i = 0; i < waiting.length(); i++) {
      for (Claim claim : rows.at(waiting.get(i)).claims()) {
        if (slots.isShared(claim.triple())) {
          claims(claim.triple(), slots, rows)
              .forEach(
                  (slot, claims) -> {
                    Map<Triple, List<Claim>> accepted = new HashMap<>();
                    resolve(slot, claims, values, accepted, contradictions);
                    accepted.keySet().forEach(graph::add);
                    judgement.accept(accepted);
                  });
        }
      }
    }
    for (long i = 0; i < waiting.length(); i++) {
      acceptSupports(rows.at(waiting.get(i)), judgement, slots, graph, bounds);
    }
    bounds.addTo(graph);
    contradictions.sort(Comparator.comparing(c -> c.iri().getURI()));
    return new Resolved(mapped, graph.build(), judgement, List.copyOf(contradictions), count[0]);
  }

  /** All claims about a property of a thing that several are about; none the second time. */
  private static Map<Slot, List<Claim>> claims(Triple triple, Slots slots, RecentRows rows) {
    Map<Slot, List<Claim>> claims = new LinkedHashMap<>();
    for (long number : slots.take(triple)) {
      for (Claim claim : rows.at(number).claims()) {
        if (Slots.areOne(claim.triple(), triple)) {
          claims
              .computeIfAbsent(
                  new Slot(claim.triple().getSubject(), claim.triple().getPredicate()),
                  slot -> new ArrayList<>())
              .add(claim);
        }
      }
    }
    return claims;
  }

  /** Rows as they were mapped; what is said of one thing is often asked for together. */
  private static final class RecentRows {
    private static final int MOST = 1_000;

    private final Mapped mapped;
    private final Map<Long, MappedRow> recent =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Long, MappedRow> eldest) {
            return size() > MOST;
          }
        };

    RecentRows(Mapped mapped) {
      this.mapped = mapped;
    }

    MappedRow at(long number) {
      return recent.computeIfAbsent(number, mapped::at);
    }
  }

  private static void acceptSupports(
      MappedRow row, Judgement judgement, Slots slots, CompactGraph.Builder graph, Bounds bounds) {
    for (Support support : row.supports()) {
      if (!judgement.stands(row, support)) {
        continue;
      }
      Triple triple = support.triple();
      if (Bounds.isBound(triple) && slots.isShared(triple)) {
        bounds.add(triple);
      } else {
        graph.add(triple);
      }
    }
  }

  private void resolve(
      Slot slot,
      List<Claim> claims,
      Values values,
      Map<Triple, List<Claim>> accepted,
      List<Contradiction> contradictions) {
    List<Claim> asserted = new ArrayList<>();
    List<Claim> denied = new ArrayList<>();
    for (Claim claim : claims) {
      if (claim.account().status() == Account.Status.ASSERTED) {
        asserted.add(claim);
      } else if (claim.account().status() == Account.Status.DENIED) {
        denied.add(claim);
      }
    }
    Map<Node, List<Claim>> byValue = byValue(asserted);
    Map<Node, List<Claim>> denials = denials(byValue.keySet(), denied, values);
    Set<Node> candidates = new LinkedHashSet<>();
    Set<Node> open = new HashSet<>();
    byValue.forEach(
        (value, claimsOfValue) -> {
          if (acceptable(claimsOfValue).isEmpty()) {
            return;
          }
          int order =
              denials.containsKey(value)
                  ? Integer.compare(rank(claimsOfValue), rank(denials.get(value)))
                  : 1;
          if (order >= 0) {
            candidates.add(value);
          }
          if (order == 0) {
            open.add(value);
          }
        });
    if (functional.contains(slot.predicate)) {
      resolveFunctional(slot, byValue, denials, candidates, open, values, accepted, contradictions);
      return;
    }
    denials.forEach(
        (value, against) ->
            contradictions.add(
                contradiction(
                    slot,
                    value,
                    sides(Map.of(value, byValue.get(value)), Map.of(value, against)),
                    DENIED,
                    !open.contains(value))));
    candidates.removeAll(open);
    for (Node value : candidates) {
      accepted.put(
          Triple.create(slot.subject, slot.predicate, value), acceptable(byValue.get(value)));
    }
  }

  /** The denials of each value: of the value itself, or of what it implies. */
  private static Map<Node, List<Claim>> denials(
      Set<Node> asserted, List<Claim> denied, Values values) {
    Map<Node, List<Claim>> denials = new LinkedHashMap<>();
    for (Node value : asserted) {
      List<Claim> against =
          denied.stream().filter(d -> values.implies(value, d.triple().getObject())).toList();
      if (!against.isEmpty()) {
        denials.put(value, against);
      }
    }
    return denials;
  }

  private static SortedMap<String, List<Claim>> sides(
      Map<Node, List<Claim>> byValue, Map<Node, List<Claim>> denials) {
    SortedMap<String, List<Claim>> sides = new TreeMap<>();
    byValue.forEach((value, claims) -> sides.put(text(value), claims));
    denials
        .values()
        .forEach(
            against ->
                against.forEach(
                    claim -> {
                      List<Claim> side =
                          sides.computeIfAbsent(
                              "not " + text(claim.triple().getObject()), s -> new ArrayList<>());
                      if (!side.contains(claim)) {
                        side.add(claim);
                      }
                    }));
    return sides;
  }

  /** The highest rank of claims. */
  private static int rank(List<Claim> claims) {
    return claims.stream().mapToInt(Resolver::rank).max().orElse(-1);
  }

  private static int rank(Claim claim) {
    return switch (claim.account().rank()) {
      case PREFERRED -> PREFERRED;
      case NORMAL -> 1;
      case DEPRECATED -> 0;
    };
  }

  private void resolveFunctional(
      Slot slot,
      Map<Node, List<Claim>> byValue,
      Map<Node, List<Claim>> denials,
      Set<Node> candidates,
      Set<Node> open,
      Values values,
      Map<Triple, List<Claim>> accepted,
      List<Contradiction> contradictions) {
    Set<Node> remaining = candidates;
    boolean resolved = open.isEmpty() && conflict(candidates, values) == null;
    if (!resolved) {
      Set<Node> preferred = new LinkedHashSet<>();
      for (Node value : candidates) {
        if (!open.contains(value) && rank(byValue.get(value)) == PREFERRED) {
          preferred.add(value);
        }
      }
      resolved = !preferred.isEmpty() && conflict(preferred, values) == null;
      remaining = resolved ? preferred : Set.of();
    }
    String explanation = conflict(byValue.keySet(), values);
    if (explanation != null || !denials.isEmpty()) {
      contradictions.add(
          contradiction(
              slot,
              null,
              sides(byValue, denials),
              explanation == null ? DENIED : explanation,
              resolved));
    }
    for (Node value : remaining) {
      boolean refined = false;
      List<Claim> behind = new ArrayList<>(acceptable(byValue.get(value)));
      for (Node other : remaining) {
        refined |= values.refines(other, value);
        if (values.refines(value, other)) {
          behind.addAll(acceptable(byValue.get(other)));
        }
      }
      if (!refined) {
        accepted.put(Triple.create(slot.subject, slot.predicate, value), List.copyOf(behind));
      }
    }
  }

  /** Why two of the values cannot both be true; null when all can. */
  private static String conflict(Set<Node> values, Values comparison) {
    List<Node> sorted = values.stream().sorted(Comparator.comparing(Resolver::text)).toList();
    for (int i = 0; i < sorted.size(); i++) {
      for (int j = i + 1; j < sorted.size(); j++) {
        if (!comparison.areCompatible(sorted.get(i), sorted.get(j))) {
          return comparison.explain(sorted.get(i), sorted.get(j));
        }
      }
    }
    return null;
  }

  /** A contradiction on a slot, or on one of its values where there can be several. */
  private Contradiction contradiction(
      Slot slot,
      Node value,
      SortedMap<String, List<Claim>> sides,
      String explanation,
      boolean resolved) {
    String namedBy = namedBy(slot);
    Hash hash = Hash.start().add(slot.subject).add(slot.predicate);
    if (value != null) {
      hash.add(value);
    }
    Node iri = Ent.id("contradiction/" + hash.hex());
    if (namedBy == null) {
      Claim first = sides.values().iterator().next().get(0);
      log.warning(
          first.account().location(),
          Rule.DISAGREEMENT,
          "a row of disagreements.csv on "
              + Ent.identifier(slot.subject)
              + " and "
              + localName(slot.predicate),
          sides.values().stream()
              .map(side -> show(side.get(0)))
              .collect(Collectors.joining(" against ")),
          explanation);
    }
    return new Contradiction(
        iri, slot.subject, slot.predicate, sides, explanation, resolved, namedBy);
  }

  private String namedBy(Slot slot) {
    for (Row row : dossier.rows("disagreements")) {
      if (row.value("thing").equals(Ent.identifier(slot.subject))
          && row.text("property") != null
          && row.text("property").endsWith(":" + localName(slot.predicate))) {
        return row.value("id");
      }
    }
    return null;
  }

  private static String localName(Node property) {
    String uri = property.getURI();
    return uri.substring(Math.max(uri.lastIndexOf('#'), uri.lastIndexOf('/')) + 1);
  }

  private static String show(Claim claim) {
    Node value = claim.triple().getObject();
    String shown =
        value.isLiteral()
            ? Diagnostic.quote(value.getLiteralLexicalForm())
            : Ent.identifier(value) == null ? text(value) : Ent.identifier(value);
    return claim.account().status() == Account.Status.DENIED ? "not " + shown : shown;
  }

  private static String text(Node value) {
    return NodeFmtLib.strNT(value);
  }

  private static Map<Node, List<Claim>> byValue(List<Claim> claims) {
    Map<Node, List<Claim>> byValue = new LinkedHashMap<>();
    for (Claim claim : claims) {
      byValue.computeIfAbsent(claim.triple().getObject(), v -> new ArrayList<>()).add(claim);
    }
    return byValue;
  }

  private static List<Claim> acceptable(List<Claim> claims) {
    return claims.stream().filter(claim -> claim.account().isAcceptable()).toList();
  }
}
