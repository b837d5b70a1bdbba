package org.entente.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;

/**
 * A graph of diplomacy of any size, to ask questions of: persons with tenures, disputes with phases
 * and chains of steps, events with dates, places and actors, and for one triple in fifty of the
 * events a claim with a passage. Few actors, places and types have most events, as in the world.
 * The same size and seed give the same bytes.
 */
final class Diplomacy {
  static final String ID = "https://w3id.org/entente/id/";
  private static final String ENT = "<https://w3id.org/entente/ontology#";
  private static final String RDF = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  private static final String SEM = "<http://semanticweb.cs.vu.nl/2009/11/sem/";
  private static final String LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>";
  private static final String ORG = "<http://www.w3.org/ns/org#";
  private static final String CLAIMS = " <https://w3id.org/entente/graph/claims>";
  private static final String SOURCES = " <https://w3id.org/entente/graph/sources>";
  private static final String[] TYPES = {"Meeting", "Call", "Visit", "Summit", "Dialogue"};
  private static final String[] WORDS =
      "security trade energy fisheries visa defence culture history climate technology".split(" ");

  private final Random random;
  private final BufferedWriter out;
  private long written;

  private Diplomacy(long seed, BufferedWriter out) {
    this.random = new Random(seed);
    this.out = out;
  }

  /** How many persons a graph of a size has. */
  static int persons(long triples) {
    return (int) Math.max(50, triples / 400);
  }

  /** How many posts a graph of a size has. */
  static int posts(long triples) {
    return Math.max(5, persons(triples) / 50);
  }

  /** How many disputes a graph of a size has. */
  static int disputes(long triples) {
    return (int) Math.max(5, triples / 20_000);
  }

  /** Writes a graph with about so many triples in its default graph as N-Quads. */
  static void write(Path file, long triples, long seed) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      Diplomacy graph = new Diplomacy(seed, out);
      graph.persons(persons(triples), posts(triples));
      graph.disputes(disputes(triples));
      graph.events(triples);
    }
  }

  private void persons(int persons, int posts) throws IOException {
    for (int i = 0; i < persons; i++) {
      String person = id("person/a" + i);
      triple(person, RDF + "type>", "<http://xmlns.com/foaf/0.1/Person>");
      triple(person, LABEL, "\"Person number " + i + "\"@en");
    }
    for (int post = 0; post < posts; post++) {
      LocalDate day = LocalDate.of(1945, 1, 1).plusDays(random.nextInt(700));
      for (int term = 0; day.getYear() < 2025; term++) {
        LocalDate next = day.plusDays(400 + random.nextInt(1_500));
        String tenure = id("tenure/t" + post + "-" + term);
        triple(tenure, RDF + "type>", ENT + "Tenure>");
        triple(tenure, ENT + "post>", id("post/o" + post));
        triple(tenure, ORG + "member>", id("person/a" + random.nextInt(persons)));
        bounds(tenure, day, day, next.minusDays(1));
        day = next;
      }
    }
  }

  private void disputes(int disputes) throws IOException {
    for (int i = 0; i < disputes; i++) {
      String dispute = id("dispute/d" + i);
      triple(dispute, RDF + "type>", ENT + "Dispute>");
      triple(dispute, LABEL, "\"Dispute over " + WORDS[i % WORDS.length] + " " + i + "\"@en");
      int steps = 3 + random.nextInt(8);
      for (int step = 0; step < steps; step++) {
        String at = id("step/d" + i + "-" + step);
        triple(at, ENT + "dispute>", dispute);
        triple(at, LABEL, "\"Step " + step + " of dispute " + i + "\"@en");
        if (step > 0) {
          triple(at, ENT + "answers>", id("step/d" + i + "-" + (step - 1)));
        }
      }
      phases(i, dispute);
    }
  }

  /** A dispute is open, ambiguous and open again; of the last phase no end is known. */
  private void phases(int number, String dispute) throws IOException {
    LocalDate day = LocalDate.of(1945, 1, 1).plusDays(random.nextInt(20_000));
    for (int i = 0; day.getYear() < 2025; i++) {
      LocalDate next = day.plusDays(300 + random.nextInt(5_000));
      String phase = id("phase/d" + number + "-" + i);
      triple(phase, RDF + "type>", ENT + "Phase>");
      triple(phase, ENT + "phaseOf>", dispute);
      triple(phase, ENT + "phase>", ENT + (i % 2 == 0 ? "open>" : "ambiguous>"));
      bounds(phase, day, day, next.getYear() < 2025 ? next.minusDays(1) : null);
      day = next;
    }
  }

  private void events(long triples) throws IOException {
    int persons = persons(triples);
    for (int event = 0; written < triples; event++) {
      String iri = id("event/e" + event);
      triple(iri, RDF + "type>", SEM + "Event>");
      triple(iri, RDF + "type>", ENT + TYPES[skewed(TYPES.length)] + ">");
      triple(
          iri,
          LABEL,
          "\"Talks "
              + event
              + " on "
              + WORDS[skewed(WORDS.length)]
              + " and "
              + WORDS[random.nextInt(WORDS.length)]
              + "\"@en");
      LocalDate day = LocalDate.of(1945, 1, 1).plusDays(random.nextInt(29_000));
      bounds(iri, day, random.nextInt(10) == 0 ? day.plusDays(30) : day, day.plusDays(2));
      triple(iri, SEM + "hasPlace>", id("place/p" + skewed(300)));
      for (int i = 1 + random.nextInt(3); i >= 0; i--) {
        String actor = id("person/a" + skewed(persons));
        triple(iri, SEM + "hasActor>", actor);
        if (random.nextInt(10) == 0) {
          claim(event, i, iri, SEM + "hasActor>", actor);
        }
      }
    }
  }

  /** The bounds of a beginning and of an end, which null leaves open. */
  private void bounds(String thing, LocalDate first, LocalDate last, LocalDate end)
      throws IOException {
    triple(thing, SEM + "hasEarliestBeginTimeStamp>", date(first));
    triple(thing, SEM + "hasLatestBeginTimeStamp>", date(last));
    if (end != null) {
      triple(thing, SEM + "hasLatestEndTimeStamp>", date(end));
    }
  }

  private void claim(int event, int number, String subject, String predicate, String object)
      throws IOException {
    String claim = id("claim/c" + event + "-" + number);
    String passage = id("passage/q" + event);
    out.write(claim + " " + RDF + "subject> " + subject + CLAIMS + " .\n");
    out.write(claim + " " + RDF + "predicate> " + predicate + CLAIMS + " .\n");
    out.write(claim + " " + RDF + "object> " + object + CLAIMS + " .\n");
    out.write(claim + " " + ENT + "passage> " + passage + CLAIMS + " .\n");
    out.write(
        passage
            + " "
            + ENT
            + "quote> \"the two met, as told in "
            + event
            + "\""
            + SOURCES
            + " .\n");
  }

  private void triple(String subject, String predicate, String object) throws IOException {
    out.write(subject + " " + predicate + " " + object + " .\n");
    written++;
  }

  private static String id(String identifier) {
    return "<" + ID + identifier + ">";
  }

  private static String date(LocalDate day) {
    return "\"" + day + "\"^^<http://www.w3.org/2001/XMLSchema#date>";
  }

  /** A number below a limit; small ones far more often. */
  private int skewed(int limit) {
    return (int) Math.min(limit - 1, Math.pow(limit + 1.0, random.nextDouble()) - 1);
  }
}
