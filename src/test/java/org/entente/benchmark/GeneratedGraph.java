package org.entente.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * A graph of diplomacy of any size: events of a few types with actors, dates and places, and for
 * each of their triples a claim with an account and a passage. Few actors take part in most events,
 * as in the world: the actor of rank n is drawn with a probability of about 1/n. The same size and
 * seed give the same bytes.
 */
final class GeneratedGraph {
  private static final String ID = "<https://w3id.org/entente/id/";
  private static final String ENT = "<https://w3id.org/entente/ontology#";
  private static final String RDF = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  private static final String CLAIMS = " <https://w3id.org/entente/graph/claims> .\n";
  private static final String ACCEPTED = " <https://w3id.org/entente/graph/accepted> .\n";
  private static final String[] TYPES = {"Meeting", "Call", "Summit", "Visit", "Dialogue"};

  private final Random random;
  private final BufferedWriter out;
  private final long statements;
  private final int actors;
  private long written;
  private int claims;

  private GeneratedGraph(long statements, long seed, BufferedWriter out) {
    this.statements = statements;
    this.out = out;
    random = new Random(seed);
    actors = (int) Math.max(10, statements / 500);
  }

  /** Writes about so many statements as N-Quads. */
  static void write(Path file, long statements, long seed) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      new GeneratedGraph(statements, seed, out).write();
    }
  }

  private void write() throws IOException {
    for (int event = 0; written < statements; event++) {
      String iri = ID + "event/e" + event + ">";
      accepted(iri, RDF + "type>", ENT + TYPES[skewed(TYPES.length)] + ">");
      accepted(
          iri,
          "<http://www.w3.org/2000/01/rdf-schema#label>",
          "\"Meeting number " + event + " on matter " + random.nextInt(5_000) + "\"@en");
      accepted(
          iri,
          "<http://semanticweb.cs.vu.nl/2009/11/sem/hasEarliestBeginTimeStamp>",
          "\"%d-%02d-%02d\"^^<http://www.w3.org/2001/XMLSchema#date>"
              .formatted(
                  1945 + random.nextInt(80), 1 + random.nextInt(12), 1 + random.nextInt(28)));
      accepted(
          iri,
          "<http://semanticweb.cs.vu.nl/2009/11/sem/hasPlace>",
          ID + "place/p" + skewed(300) + ">");
      for (int i = 1 + random.nextInt(4); i >= 0; i--) {
        accepted(
            iri,
            "<http://semanticweb.cs.vu.nl/2009/11/sem/hasActor>",
            ID + "person/a" + skewed(actors) + ">");
      }
    }
  }

  /** A triple in the default graph and its own, and the claim it rests on. */
  private void accepted(String subject, String predicate, String object) throws IOException {
    String triple = subject + " " + predicate + " " + object;
    out.write(triple + " .\n");
    out.write(triple + ACCEPTED);
    String claim = ID + "claim/" + Long.toHexString(random.nextLong()) + claims + ">";
    String account = ID + "account/events-" + claims / 4 + ">";
    out.write(claim + " " + RDF + "type> " + ENT + "Claim>" + CLAIMS);
    out.write(claim + " " + RDF + "subject> " + subject + CLAIMS);
    out.write(claim + " " + RDF + "predicate> " + predicate + CLAIMS);
    out.write(claim + " " + RDF + "object> " + object + CLAIMS);
    out.write(claim + " " + ENT + "account> " + account + CLAIMS);
    out.write(
        claim
            + " "
            + ENT
            + "passage> "
            + ID
            + "passage/q"
            + random.nextInt(claims + 1)
            + ">"
            + CLAIMS);
    written += 8;
    claims++;
  }

  /** A number below a limit; small ones far more often. */
  private int skewed(int limit) {
    return (int) Math.min(limit - 1, Math.pow(limit + 1.0, random.nextDouble()) - 1);
  }
}
