package org.entente.rdf;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * A statement that somebody makes: a triple that carries the value of a column, with the account it
 * comes from and the passages that together prove it.
 *
 * @param iri its IRI, a hash of triple, attribution, status and passages
 * @param triple what is stated
 * @param account the account it comes from
 * @param column the column whose value it carries
 * @param passages identifiers of the passages that together prove it, sorted; empty when it rests
 *     on an external reference
 */
public record Claim(
    Node iri, Triple triple, Account account, String column, List<String> passages) {

  /** The claim that an account makes by a triple. */
  public static Claim of(Triple triple, Account account, String column, List<String> passages) {
    List<String> sorted = passages.stream().sorted().distinct().toList();
    Hash hash =
        Hash.start()
            .add(triple.getSubject())
            .add(triple.getPredicate())
            .add(triple.getObject())
            .add(account.attributedTo())
            .add(account.quoting())
            .add(account.status().name())
            .add(account.reference());
    sorted.forEach(hash::add);
    return new Claim(Ent.id("claim/" + hash.hex()), triple, account, column, sorted);
  }
}
