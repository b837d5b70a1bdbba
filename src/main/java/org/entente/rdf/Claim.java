package org.entente.rdf;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * A statement that somebody makes: a triple that carries the value of a column, with the account it
 * comes from and the passages that together prove it. Two are equal when their IRIs are.
 */
public final class Claim {
  private final Triple triple;
  private final Account account;
  private final String column;
  private final List<String> passages;

  /** Made when first asked for: of all that is said of a claim it costs most, and few ask. */
  private Node iri;

  private Claim(Triple triple, Account account, String column, List<String> passages) {
    this.triple = triple;
    this.account = account;
    this.column = column;
    this.passages = passages;
  }

  /**
   * The claim that an account makes by a triple.
   *
   * @param iri its IRI, where it is known from before; null to have it made
   */
  public static Claim of(
      Triple triple, Account account, String column, List<String> passages, Node iri) {
    Claim claim =
        new Claim(triple, account, column, passages.stream().sorted().distinct().toList());
    claim.iri = iri;
    return claim;
  }

  /** Its IRI, a hash of triple, attribution, status and passages. */
  public Node iri() {
    if (iri == null) {
      Hash hash =
          Hash.start()
              .add(triple.getSubject())
              .add(triple.getPredicate())
              .add(triple.getObject())
              .add(account.attributedTo())
              .add(account.quoting())
              .add(account.status().name())
              .add(account.reference());
      passages.forEach(hash::add);
      iri = Ent.id("claim/" + hash.hex());
    }
    return iri;
  }

  /** What is stated. */
  public Triple triple() {
    return triple;
  }

  /** The account it comes from. */
  public Account account() {
    return account;
  }

  /** The column whose value it carries. */
  public String column() {
    return column;
  }

  /**
   * Identifiers of the passages that together prove it, sorted; empty when it rests on an external
   * reference.
   */
  public List<String> passages() {
    return passages;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Claim claim && claim.iri().equals(iri());
  }

  @Override
  public int hashCode() {
    return iri().hashCode();
  }

  @Override
  public String toString() {
    return triple + " " + account.iri();
  }
}
