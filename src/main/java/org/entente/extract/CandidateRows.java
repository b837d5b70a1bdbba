package org.entente.extract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.model.Proposal;

/**
 * Turns candidates into rows of the project's tables, for review. What is planned, proposed,
 * conditional, cancelled or denied becomes a plan, never an event. Identifiers come from the
 * document and the words, so that reading a document again gives the same ones.
 */
public final class CandidateRows {
  private static final int CONTEXT = 32;

  private final Reading reading;
  private final Carrier carrier;
  private final NamesTable names;
  private final Lexicon lexicon;
  private final Identifiers identifiers;
  private final String slug;
  private final Map<String, Proposal> rows = new LinkedHashMap<>();

  private CandidateRows(
      Reading reading,
      Carrier carrier,
      NamesTable names,
      Lexicon lexicon,
      Identifiers identifiers) {
    this.reading = reading;
    this.carrier = carrier;
    this.names = names;
    this.lexicon = lexicon;
    this.identifiers = identifiers;
    this.slug = slug(reading.document().replaceFirst("^document/", ""));
  }

  /**
   * The rows that a reading gives; what a row names comes before it.
   *
   * @param reading what was read
   * @param carrier the file that was read
   * @param names names of the tables
   * @param lexicon what kind of thing has which name
   * @param identifiers gives new names theirs
   */
  public static List<Proposal> of(
      Reading reading,
      Carrier carrier,
      NamesTable names,
      Lexicon lexicon,
      Identifiers identifiers) {
    CandidateRows rows = new CandidateRows(reading, carrier, names, lexicon, identifiers);
    reading.candidates().forEach(rows::add);
    reading.judgements().forEach(rows::add);
    return List.copyOf(rows.rows.values());
  }

  private void add(Candidate c) {
    String evidence = c.passages().stream().map(this::passage).collect(Collectors.joining(";"));
    List<String> actors = c.participants().stream().map(p -> actor(p, evidence)).toList();
    String key = key(c);
    if (c.certainty() != Certainty.ASSERTED) {
      plan(c, "plan/" + key, actors, evidence);
      return;
    }
    switch (c.type()) {
      case STATEMENT, DECLARATION -> statement(c, key, actors, evidence);
      case AGREEMENT -> agreement(c, "agreement/" + key, actors, evidence);
      case MEASURE -> measure(c, "measure/" + key, actors, evidence);
      case DISPUTE -> dispute(c, "dispute/" + key, actors, evidence);
      default -> event(c, "event/" + key, actors, evidence);
    }
  }

  /** What tells a candidate from others, as a part of its identifier. */
  private String key(Candidate c) {
    String name =
        c.type().key()
            + "-"
            + hash(
                c.passage().quote()
                    + "|"
                    + c.type()
                    + "|"
                    + c.participants().stream().map(Participant::name).toList()
                    + "|"
                    + c.place()
                    + "|"
                    + (c.date() == null ? "" : c.date().edtf())
                    + "|"
                    + c.certainty());
    return slug + "-" + name;
  }

  private void event(Candidate c, String id, List<String> actors, String evidence) {
    Map<String, String> cells = cells("id", id, "type", c.tableType(), "label", label(c));
    put(cells, "date", c.date() == null ? null : c.date().edtf());
    put(cells, "place", place(c, evidence));
    String occasion = occasion(c);
    Candidate.Passage beside = c.slots().occasion();
    put(cells, "sideline_of", occasion);
    if (occasion != null && beside != null && isElsewhere(c, beside)) {
      put(cells, "sideline_of.evidence", evidence + ";" + passage(beside));
    }
    putDateEvidence(cells, "date", c, evidence);
    row("events", id, id, cells, evidence, c);
    about(c, id, evidence);
    participations(c, id, actors, evidence);
  }

  private String occasion(Candidate c) {
    if (c.occasion() == 0) {
      return null;
    }
    return reading.candidates().stream()
        .filter(other -> other.number() == c.occasion())
        .map(other -> "event/" + key(other))
        .findFirst()
        .orElse(null);
  }

  private void plan(Candidate c, String id, List<String> actors, String evidence) {
    String modality =
        switch (c.certainty()) {
          case PLANNED, ASSERTED -> "planned";
          case HYPOTHETICAL -> "conditional";
          case NEGATED -> "cancelled";
        };
    Map<String, String> cells =
        cells("id", id, "type", c.tableType(), "label", label(c), "modality", modality);
    put(cells, "date", c.date() == null ? null : c.date().edtf());
    put(cells, "place", place(c, evidence));
    put(cells, "planner", actors.isEmpty() ? null : actors.get(0));
    put(cells, "status", c.certainty() == Certainty.NEGATED ? "denied" : null);
    putDateEvidence(cells, "date", c, evidence);
    put(cells, "about", topic(c));
    row("plans", id, id, cells, evidence, c);
    participations(c, id, actors, evidence);
  }

  private void participations(Candidate c, String id, List<String> actors, String evidence) {
    for (int i = 0; i < actors.size(); i++) {
      Participant participant = c.participants().get(i);
      Map<String, String> cells =
          cells("event", id, "actor", actors.get(i), "role", participant.role());
      Candidate.Passage named = c.slots().named().get(participant.name());
      String proof = named == null ? evidence : evidence + ";" + passage(named);
      Candidate.Office office = c.slots().offices().get(participant.name());
      if (office != null && office.state() != null) {
        String told = passage(office.passage());
        String proved = isElsewhere(c, office.passage()) ? evidence + ";" + told : null;
        put(cells, "capacity", post(office, told));
        put(cells, "capacity.evidence", proved);
        put(cells, "representing", state(office.state(), told));
        put(cells, "representing.evidence", proved);
      }
      put(cells, "status", c.certainty() == Certainty.NEGATED ? "denied" : null);
      row("participations", id, id + " " + actors.get(i), cells, proof, c);
    }
  }

  /** Whether words stand outside of those that tell the event. */
  private static boolean isElsewhere(Candidate c, Candidate.Passage words) {
    return c.passages().stream().noneMatch(p -> p.contains(words));
  }

  /** The words of a date, where they stand outside those of what took place then. */
  private void putDateEvidence(
      Map<String, String> cells, String column, Candidate c, String evidence) {
    if (c.slots().date() != null) {
      put(cells, column + ".evidence", evidence + ";" + passage(c.slots().date()));
    }
  }

  /** Identifier of an office of a state; one that is not in the tables gets a row of its own. */
  private String post(Candidate.Office office, String evidence) {
    String label = capitals(office.title()) + " of " + office.state();
    String known = names.labelled("posts", label);
    if (known != null) {
      return known;
    }
    String state = state(office.state(), evidence);
    String id = identifiers.of("post/" + slug(label), label);
    if (!rows.containsKey("posts " + id)) {
      Map<String, String> cells =
          cells("id", id, "label", label, "kind", office.kind(), "state", state);
      account("posts", id, id, cells, evidence, 1, List.of("name"));
    }
    return id;
  }

  /** Identifier of a state by its name. */
  private String state(String name, String evidence) {
    for (NamesTable.Name known : names.names()) {
      if (known.entity().kind() == Entity.Kind.STATE && known.entity().name().equals(name)) {
        return known.entity().id();
      }
    }
    return thing("states", name, evidence);
  }

  /** "minister for foreign affairs" as the name of an office. */
  private static String capitals(String title) {
    return Arrays.stream(title.split(" "))
        .map(
            word ->
                word.length() < 4 && !word.equals(title)
                    ? word
                    : Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining(" "));
  }

  /** What somebody recommends or assesses: a row for each who holds it. */
  private void add(Judgement judgement) {
    if (judgement.holders().isEmpty()
        && carrier.documentAt(judgement.passage().start()).authors().isEmpty()) {
      return;
    }
    String evidence = passage(judgement.passage());
    boolean advice = judgement.isRecommendation();
    String table = advice ? "recommendations" : "assessments";
    String type = advice ? "recommendation" : "assessment";
    String about =
        judgement.about() == null
            ? relations(judgement.between(), evidence)
            : actor(judgement.about(), evidence);
    String id =
        type
            + "/"
            + slug
            + "-"
            + hash(
                judgement.passage().quote()
                    + "|"
                    + judgement.kind()
                    + "|"
                    + judgement.holders().stream().map(Participant::name).toList());
    List<String> holders =
        judgement.holders().isEmpty()
            ? carrier.documentAt(judgement.passage().start()).authors()
            : judgement.holders().stream().map(holder -> actor(holder, evidence)).toList();
    for (String who : holders) {
      Map<String, String> cells = cells("id", id, "holder", who);
      put(cells, "kind", advice ? null : judgement.kind());
      put(
          cells,
          "addressee",
          judgement.addressee() == null ? null : actor(judgement.addressee(), evidence));
      put(cells, "content", judgement.content());
      put(cells, "about", about);
      account(
          table, id, id + " " + who, cells, evidence, judgement.confidence(), judgement.rules());
    }
  }

  /** What something was about, where the text tells it. */
  private void about(Candidate c, String id, String evidence) {
    String topic = topic(c);
    if (topic != null) {
      row("topics", id, id + " " + topic, cells("thing", id, "topic", topic), evidence, c);
    }
  }

  /** Identifier of the subject that the event's own words name; null where they name none. */
  private String topic(Candidate c) {
    Candidate.Passage words = c.slots().topic();
    return words == null || isElsewhere(c, words)
        ? null
        : subject(oneLine(words.quote()), passage(words));
  }

  /** Identifier of the subject that the relations of two states are. */
  private String relations(List<Participant> states, String evidence) {
    String label =
        states.stream().map(Participant::name).sorted().collect(Collectors.joining("-"))
            + " relations";
    return subject(label, evidence);
  }

  /** Identifier of a subject by its name; one that is not in the tables gets a row of its own. */
  private String subject(String label, String evidence) {
    String known = names.labelled("subjects", label);
    if (known != null) {
      return known;
    }
    String id = identifiers.of("topic/" + slug(label), label);
    if (!rows.containsKey("subjects " + id)) {
      account("subjects", id, id, cells("id", id, "label", label), evidence, 1, List.of("name"));
    }
    return id;
  }

  private void statement(Candidate c, String key, List<String> actors, String evidence) {
    for (String speaker : actors) {
      String id = "statement/" + key + (actors.size() > 1 ? "-" + slug(speaker) : "");
      String content = c.content().isBlank() ? c.passage().quote() : c.content();
      Map<String, String> cells =
          cells(
              "id",
              id,
              "speaker",
              speaker,
              "content",
              oneLine(content),
              "form",
              c.direct() ? "directSpeech" : "reportedSpeech");
      put(cells, "addressee", c.addressee() == null ? null : actor(c.addressee(), evidence));
      put(cells, "date", c.date() == null ? null : c.date().edtf());
      put(cells, "place", place(c, evidence));
      putDateEvidence(cells, "date", c, evidence);
      row("statements", id, id, cells, evidence, c);
      about(c, id, evidence);
    }
  }

  private void agreement(Candidate c, String id, List<String> actors, String evidence) {
    Map<String, String> cells =
        cells("id", id, "label", label(c), "type", agreementType(c), "bindingness", "undetermined");
    put(cells, "signed", c.date() == null ? null : c.date().edtf());
    putDateEvidence(cells, "signed", c, evidence);
    row("agreements", id, id, cells, evidence, c);
    about(c, id, evidence);
    for (int i = 0; i < actors.size(); i++) {
      Participant participant = c.participants().get(i);
      Candidate.Office office = c.slots().offices().get(participant.name());
      if (participant.kind() != Participant.Kind.PERSON) {
        party(c, id, actors.get(i), null, evidence);
      } else if (office != null && office.state() != null) {
        String told = passage(office.passage());
        String proof = isElsewhere(c, office.passage()) ? evidence + ";" + told : evidence;
        party(c, id, state(office.state(), told), actors.get(i), proof);
      }
    }
  }

  /** A party; who holds an office of a state concludes for it. */
  private void party(Candidate c, String agreement, String party, String signatory, String proof) {
    Map<String, String> cells = cells("agreement", agreement, "party", party);
    put(cells, "signatory", signatory);
    row("agreement_parties", agreement, agreement + " " + party, cells, proof, c);
  }

  private static String agreementType(Candidate c) {
    if (typeGiven(c) != null) {
      return typeGiven(c);
    }
    String rules = String.join(" ", c.rules());
    if (rules.contains("treaty") || rules.contains("convention")) {
      return "Treaty";
    }
    if (rules.contains("memorand") || rules.contains("mou")) {
      return "Memorandum";
    }
    return rules.contains("noun-") ? "Agreement" : "Understanding";
  }

  private void measure(Candidate c, String id, List<String> actors, String evidence) {
    String rules = String.join(" ", c.rules());
    String type =
        rules.contains("sanction")
            ? "Sanction"
            : rules.contains("export")
                ? "ExportControl"
                : rules.contains("exercise") || rules.contains("drill")
                    ? "MilitaryExerciseProgramme"
                    : "Policy";
    String told = typeGiven(c) == null ? type : typeGiven(c);
    Map<String, String> cells = cells("id", id, "type", told, "label", label(c));
    put(cells, "imposed_by", actors.isEmpty() ? null : actors.get(0));
    put(cells, "start", c.date() == null ? null : c.date().edtf());
    putDateEvidence(cells, "start", c, evidence);
    row("measures", id, id, cells, evidence, c);
    about(c, id, evidence);
  }

  private void dispute(Candidate c, String id, List<String> actors, String evidence) {
    row(
        "disputes",
        id,
        id,
        cells(
            "id",
            id,
            "label",
            label(c),
            "kind",
            typeGiven(c) == null ? "PoliticalDispute" : typeGiven(c)),
        evidence,
        c);
    about(c, id, evidence);
    for (String actor : actors) {
      row(
          "dispute_parties",
          id,
          id + " " + actor,
          cells("dispute", id, "party", actor),
          evidence,
          c);
    }
  }

  /** Identifier of a participant; who is not in the tables gets a row of their own. */
  private String actor(Participant p, String evidence) {
    if (p.id() != null) {
      return p.id();
    }
    String table =
        switch (p.kind()) {
          case PERSON -> "persons";
          case STATE -> "states";
          case ORGANISATION -> "organisations";
        };
    return thing(table, p.name(), evidence);
  }

  /** Identifier of a place or state; a place that is not in the tables gets a row of its own. */
  private String place(Candidate c, String evidence) {
    if (c.place() == null) {
      return null;
    }
    for (Entity.Kind kind : List.of(Entity.Kind.PLACE, Entity.Kind.STATE)) {
      for (NamesTable.Name name : names.names()) {
        if (name.entity().kind() == kind && name.form().equals(c.place())) {
          return name.entity().id();
        }
      }
    }
    boolean state = c.place().equals(c.placeState());
    return thing(state ? "states" : "places", c.place(), evidence);
  }

  private String thing(String table, String name, String evidence) {
    String label = oneLine(name);
    String type = table.substring(0, table.length() - 1);
    String id = identifiers.of(type + "/" + slug(name), label);
    if (!rows.containsKey(table + " " + id)) {
      Map<String, String> cells = cells("id", id, "label", label);
      put(cells, "kind", kind(table, label));
      account(table, id, id, cells, evidence, 1, List.of("name"));
    }
    return id;
  }

  /** What kind of thing it is, where its name tells; null otherwise. */
  private String kind(String table, String label) {
    return switch (table) {
      case "places" -> lexicon.kind(Lexicon.PLACE_KIND, label);
      case "organisations" -> lexicon.kind(Lexicon.ORGANISATION_KIND, label);
      default -> null;
    };
  }

  private String passage(Candidate.Passage passage) {
    Carrier.Carried document = carrier.documentAt(passage.start());
    file();
    document(document);
    return passage(document.id(), passage.start(), passage.end(), passage.quote());
  }

  private String passage(String document, int from, int to, String quote) {
    String text = reading.text();
    int start = text.offsetByCodePoints(0, from);
    int end = text.offsetByCodePoints(start, to - from);
    int occurrence = 0;
    int total = 0;
    for (int at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
      occurrence += at < start ? 1 : 0;
      total++;
    }
    String id = "passage/" + slug + "-" + hash(quote + "#" + occurrence);
    Map<String, String> cells = cells("id", id, "document", document, "quote", quote);
    if (total > 1) {
      int before =
          text.offsetByCodePoints(start, -Math.min(CONTEXT, text.codePointCount(0, start)));
      int after =
          text.offsetByCodePoints(end, Math.min(CONTEXT, text.codePointCount(end, text.length())));
      put(cells, "prefix", text.substring(before, start));
      put(cells, "suffix", text.substring(end, after));
    }
    cells.put("start", String.valueOf(from));
    cells.put("end", String.valueOf(to));
    rows.putIfAbsent("passages " + id, new Proposal("passages", "", cells, 1, List.of()));
    return id;
  }

  /** The file, when the tables do not have this version of it. */
  private void file() {
    if (!carrier.isKnown()) {
      Map<String, String> cells =
          cells(
              "id",
              carrier.id(),
              "name",
              carrier.name(),
              "sha256",
              carrier.sha256(),
              "characters",
              String.valueOf(carrier.characters()));
      rows.putIfAbsent("files", new Proposal("files", "", cells, 1, List.of()));
    }
  }

  /** A document that the tables do not have: its title and date where they are printed. */
  private void document(Carrier.Carried document) {
    Reading.Part part = document.part();
    if (part == null || rows.containsKey("documents " + document.id())) {
      return;
    }
    Imprint imprint = Imprint.of(reading.text(), part, lexicon.printedDate());
    List<String> evidence = new ArrayList<>();
    for (Candidate.Passage words : imprint.passages()) {
      evidence.add(passage(document.id(), words.start(), words.end(), words.quote()));
    }
    Map<String, String> cells = cells("id", document.id(), "file", carrier.id());
    put(cells, "title", imprint.title());
    put(cells, "date", imprint.date());
    put(cells, "date_basis", imprint.date() == null ? null : "printed");
    account(
        "documents",
        document.id(),
        document.id(),
        cells,
        String.join(";", evidence),
        1,
        List.of("file"));
  }

  private void row(
      String table,
      String candidate,
      String key,
      Map<String, String> cells,
      String evidence,
      Candidate c) {
    account(table, candidate, key, cells, evidence, c.confidence(), c.rules());
  }

  private void account(
      String table,
      String candidate,
      String key,
      Map<String, String> cells,
      String evidence,
      double confidence,
      List<String> rules) {
    cells.put("evidence", evidence);
    cells.put("producer", producer(rules));
    rows.putIfAbsent(table + " " + key, new Proposal(table, candidate, cells, confidence, rules));
  }

  private static String producer(List<String> rules) {
    boolean second = !rules.isEmpty() && rules.get(0).startsWith(SecondReader.RULE);
    return "extractor "
        + Extractor.VERSION
        + (second ? ", " + rules.get(0).substring(SecondReader.RULE.length()) : "");
  }

  /** The type that a second reader gave; null when the rules found it. */
  private static String typeGiven(Candidate c) {
    boolean second = c.rules().get(0).startsWith(SecondReader.RULE);
    return second ? c.rules().get(1).substring("kind:".length()) : null;
  }

  private static Map<String, String> cells(String... pairs) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      cells.put(pairs[i], pairs[i + 1]);
    }
    return cells;
  }

  private static void put(Map<String, String> cells, String column, String value) {
    if (value != null && !value.isEmpty()) {
      cells.put(column, value);
    }
  }

  private static String label(Candidate c) {
    String who = c.participants().stream().map(Participant::name).collect(Collectors.joining(", "));
    String what = c.type().name().charAt(0) + c.type().key().substring(1);
    String where = c.place() == null ? "" : " in " + c.place();
    String when = c.date() == null ? "" : " (" + c.date().edtf() + ")";
    return oneLine(what + (who.isEmpty() ? "" : " of " + who) + where + when);
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  /** A text as a part of an identifier. */
  public static String slug(String text) {
    String ascii = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    String slug =
        ascii.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    return slug.isEmpty() ? hash(text) : slug;
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 5);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
