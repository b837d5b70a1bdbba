package org.entente.rdf;

import java.util.List;
import java.util.SortedSet;
import org.apache.jena.graph.Node;
import org.entente.diagnostic.Location;
import org.entente.model.Row;

/**
 * What one source says in one row: who says it, how, and what the curator makes of it.
 *
 * @param iri its IRI, a hash of table, key, attribution and evidence
 * @param row the row
 * @param table name of the table
 * @param describes the thing that the row is about, when the row has an identifier; else null
 * @param documents identifiers of the documents of its passages
 * @param passages identifiers of the passages that prove the row
 * @param attributedTo identifier of who says it; null when the author of the document does
 * @param quoting identifier of whom that speaker quotes; null for nobody
 * @param status what the source does with it
 * @param rank how the curator ranks it
 * @param rankReason why the rank is not normal; null when it is
 * @param asOf the EDTF date it speaks as of; null when that is the date of its document
 * @param reference identifier of the external reference it rests on; null for none
 * @param producer who made the row
 * @param reviewer who read it against its source; null for nobody
 */
public record Account(
    Node iri,
    Row row,
    String table,
    Node describes,
    SortedSet<String> documents,
    List<String> passages,
    String attributedTo,
    String quoting,
    Status status,
    Rank rank,
    String rankReason,
    String asOf,
    String reference,
    String producer,
    String reviewer) {

  /** What a source does with a statement. */
  public enum Status {
    ASSERTED,
    DENIED,
    REPORTED,
    WITHDRAWN;

    /** The concept of the vocabulary. */
    public Node concept() {
      return Ent.term(name().toLowerCase(java.util.Locale.ROOT));
    }
  }

  /** How a curator ranks a statement among those that contradict it. */
  public enum Rank {
    PREFERRED,
    NORMAL,
    DEPRECATED;

    /** The concept of the vocabulary. */
    public Node concept() {
      return Ent.term(name().toLowerCase(java.util.Locale.ROOT));
    }
  }

  /** Where the row begins. */
  public Location location() {
    return row.location();
  }

  /** Where the cell of a column begins. */
  public Location location(String column) {
    return row.location(column);
  }

  /** Whether what it says may be accepted, as long as nothing contradicts it. */
  public boolean isAcceptable() {
    return status == Status.ASSERTED && rank != Rank.DEPRECATED;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Account account && account.iri.equals(iri);
  }

  @Override
  public int hashCode() {
    return iri.hashCode();
  }
}
