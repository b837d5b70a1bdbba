package org.entente.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.entente.rdf.Ent;
import org.entente.report.PublishedGraph.Standing;

/**
 * Compares two published graphs statement by statement, and says what caused each difference: a row
 * added, changed or removed, a rank or status, a rule, a document changed or withdrawn.
 */
public final class GraphDiff {
  private final PublishedGraph before;
  private final PublishedGraph after;

  private GraphDiff(PublishedGraph before, PublishedGraph after) {
    this.before = before;
    this.after = after;
  }

  /**
   * A statement that stands otherwise in the second graph than in the first.
   *
   * @param sign {@code +} when only the second makes it, {@code -} when only the first does, {@code
   *     ~} when both do and it stands otherwise
   * @param statement subject, predicate and object, as people read them
   * @param standing how it stands, or from what to what; empty when it is simply believed
   * @param cause why
   */
  public record Change(char sign, String statement, String standing, String cause) {
    @Override
    public String toString() {
      return sign
          + " "
          + statement
          + (standing.isEmpty() ? "" : " (" + standing + ")")
          + "  ["
          + cause
          + "]";
    }
  }

  /** All differences between two graphs, sorted by statement. */
  public static List<Change> of(DatasetGraph before, DatasetGraph after) {
    return new GraphDiff(new PublishedGraph(before), new PublishedGraph(after)).changes();
  }

  private List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    for (Triple statement : before.statements()) {
      if (after.standing(statement) == null) {
        changes.add(oneSided('-', statement, before, after));
      } else if (after.standing(statement) != before.standing(statement)) {
        changes.add(
            new Change(
                '~',
                show(statement),
                before.standing(statement) + " → " + after.standing(statement),
                causeOfStanding(statement)));
      }
    }
    for (Triple statement : after.statements()) {
      if (before.standing(statement) == null) {
        changes.add(oneSided('+', statement, after, before));
      }
    }
    changes.sort(
        Comparator.comparing(Change::statement)
            .thenComparing(Comparator.comparing(Change::sign).reversed()));
    return changes;
  }

  private Change oneSided(char sign, Triple statement, PublishedGraph has, PublishedGraph lacks) {
    Standing standing = has.standing(statement);
    return new Change(
        sign,
        show(statement),
        has.believes(statement) ? "" : standing.toString(),
        cause(sign, statement, has, lacks, new HashSet<>()));
  }

  /** Why a statement that both graphs make stands otherwise in the second. */
  private String causeOfStanding(Triple statement) {
    String own = causeAmong(before.claims(statement), after.claims(statement));
    if (own != null) {
      return own;
    }
    Node thing = statement.getSubject();
    Node property = statement.getPredicate();
    String others = causeAmong(before.claims(thing, property), after.claims(thing, property));
    return others == null ? "what it is compared with changed" : "for another value: " + others;
  }

  /** The first claim that one graph alone has, or whose rank or status changed; null when none. */
  private String causeAmong(List<Node> earlier, List<Node> later) {
    for (Node claim : later) {
      if (!before.hasClaim(claim)) {
        // A status is part of a claim's identity, so another status is another claim.
        Node account = after.account(claim);
        return before.hasAccount(account)
            ? "status changed: " + after.row(account)
            : causeOfRow('+', account, after, before);
      }
    }
    for (Node claim : earlier) {
      if (!after.hasClaim(claim)) {
        return causeOfRow('-', before.account(claim), before, after);
      }
      Node rank = after.accountProperty(claim, Ent.RANK);
      if (!rank.equals(before.accountProperty(claim, Ent.RANK))) {
        return "rank changed: " + after.row(after.account(claim));
      }
    }
    return null;
  }

  private static String cause(
      char sign, Triple statement, PublishedGraph has, PublishedGraph lacks, Set<Triple> asked) {
    if (has.standing(statement) == Standing.INFERRED) {
      return causeOfInference(sign, statement, has, lacks, asked);
    }
    List<Node> claims = has.claims(statement);
    if (!claims.isEmpty()) {
      return causeOfRow(sign, firstMissing(claims.stream().map(has::account), lacks), has, lacks);
    }
    List<Node> accounts = has.accounts(statement.getSubject());
    if (accounts.isEmpty()) {
      String withdrawal = has.withdrawal(statement.getSubject());
      return withdrawal == null
          ? "a table whose rows are no claims changed"
          : "withdrawn: " + withdrawal;
    }
    Node account = firstMissing(accounts.stream(), lacks);
    List<Node> others = lacks.accounts(statement.getSubject());
    if (lacks.hasAccount(account) && !others.isEmpty()) {
      Node other = firstMissing(others.stream(), has);
      if (!has.hasAccount(other)) {
        return causeOfRow(sign == '-' ? '+' : '-', other, lacks, has);
      }
    }
    return causeOfRow(sign, account, has, lacks);
  }

  /** The first account that the other graph does not have; the first of all when it has each. */
  private static Node firstMissing(Stream<Node> accounts, PublishedGraph lacks) {
    List<Node> all = accounts.toList();
    return all.stream().filter(a -> !lacks.hasAccount(a)).findFirst().orElse(all.get(0));
  }

  private static String causeOfRow(
      char sign, Node account, PublishedGraph has, PublishedGraph lacks) {
    Node thing = has.described(account);
    String row = has.row(account);
    if (sign == '-') {
      if (lacks.withdrawal(thing) != null) {
        return "withdrawn: " + lacks.withdrawal(thing);
      }
      for (Node document : has.documents(account)) {
        if (lacks.withdrawal(document) != null) {
          return "document withdrawn: " + name(document) + ": " + lacks.withdrawal(document);
        }
      }
    }
    for (Node document : has.documents(account)) {
      Set<String> digests = lacks.digests(document);
      if (!digests.isEmpty() && !digests.equals(has.digests(document))) {
        return "document changed: " + name(document) + ", " + row;
      }
    }
    boolean changed =
        lacks.hasAccount(account)
            || thing != null
                && lacks.accounts(thing, has.table(account)).stream()
                    .anyMatch(other -> !has.hasAccount(other));
    if (changed) {
      return "row changed: " + row;
    }
    return (sign == '-' ? "row removed: " : "row added: ") + row;
  }

  private static String causeOfInference(
      char sign, Triple statement, PublishedGraph has, PublishedGraph lacks, Set<Triple> asked) {
    asked.add(statement);
    String unexplained = null;
    for (Node derivation : has.derivations(statement)) {
      Node rule = has.rule(derivation);
      String name = has.ruleName(rule);
      if (lacks.ruleText(rule) == null) {
        return (sign == '-' ? "rule removed: " : "rule added: ") + name;
      }
      if (!lacks.ruleText(rule).equals(has.ruleText(rule))) {
        return "rule changed: " + name;
      }
      for (Node premise : has.premises(derivation)) {
        Triple premised = has.statement(premise);
        if (premised == null) {
          if (!lacks.hasAccount(premise)) {
            return causeOfRow(sign, premise, has, lacks) + ", by rule " + name;
          }
        } else if (!lacks.believes(premised) && !asked.contains(premised)) {
          return cause(sign, premised, has, lacks, asked) + ", by rule " + name;
        }
      }
      unexplained = "what else rule " + name + " looks at changed";
    }
    return unexplained;
  }

  private static String show(Triple statement) {
    Node object = statement.getObject();
    boolean term =
        statement.getPredicate().equals(RDF.type.asNode())
            || object.isURI() && object.getURI().contains("#");
    return name(statement.getSubject())
        + " "
        + localName(statement.getPredicate())
        + " "
        + (term && !object.isLiteral() ? localName(object) : name(object));
  }

  private static String name(Node node) {
    if (node.isLiteral()) {
      return "“" + node.getLiteralLexicalForm() + "”";
    }
    String identifier = Ent.identifier(node);
    return identifier == null ? "<" + node.getURI() + ">" : identifier;
  }

  private static String localName(Node term) {
    String uri = term.getURI();
    return uri.substring(Math.max(uri.lastIndexOf('#'), uri.lastIndexOf('/')) + 1);
  }
}
