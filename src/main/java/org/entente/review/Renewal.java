package org.entente.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entente.model.Column;
import org.entente.model.Dossier;
import org.entente.model.Passage;
import org.entente.model.Proposal;
import org.entente.model.ReviewColumns;
import org.entente.model.Row;
import org.entente.model.Table;
import org.entente.model.TableSchema;

/**
 * Puts what was extracted anew in the place of what was extracted before. Decisions stay; what was
 * decided is not proposed again, nor is what the tables have. A proposal is known by the words that
 * prove it and by what its row says, not by where the words stand.
 */
public final class Renewal {
  private static final String SEPARATOR = " · ";
  private static final Set<String> NOT_CONTENT = Set.of("id", "evidence", "producer");

  private final Candidates before;
  private final Dossier curated;
  private final SortedMap<String, TableSchema> schemas;
  private final Identities identities;
  private final Map<String, List<Row>> decided = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final Map<String, List<Row>> told = new HashMap<>();
  private final Map<String, Map<String, String>> passages = new HashMap<>();
  private final SortedMap<String, Map<String, Row>> rows = new TreeMap<>();

  /**
   * What a renewal gave.
   *
   * @param candidates the candidates
   * @param undecided how many things wait for a decision
   * @param decided how many were decided on before and not proposed again
   * @param known how many the tables have already
   */
  public record Outcome(Candidates candidates, int undecided, int decided, int known) {}

  private Renewal(Candidates before, Dossier curated, SortedMap<String, TableSchema> schemas) {
    this.before = before;
    this.curated = curated;
    this.schemas = schemas;
    this.identities = new Identities(before, curated);
  }

  /**
   * Renews candidates.
   *
   * @param before the candidates so far, with the decisions on them
   * @param proposals what was extracted now
   * @param curated the tables
   * @param schemas metadata of the tables
   */
  public static Outcome of(
      Candidates before,
      Collection<Proposal> proposals,
      Dossier curated,
      SortedMap<String, TableSchema> schemas) {
    return new Renewal(before, curated, schemas).renew(proposals);
  }

  private Outcome renew(Collection<Proposal> proposals) {
    keepDecided();
    gatherKnown();
    Map<String, Proposal> along = new LinkedHashMap<>();
    List<Proposal> accounts = new ArrayList<>();
    for (Proposal proposal : proposals) {
      if (proposal.table().equals("passages")) {
        passages.put(proposal.cells().get("id"), proposal.cells());
      }
      if (proposal.candidate().isEmpty()) {
        along.putIfAbsent(proposal.table() + " " + proposal.cells().get("id"), proposal);
      } else {
        accounts.add(proposal);
      }
    }
    Set<String> decidedAgain = new HashSet<>();
    Set<String> knownAlready = new HashSet<>();
    Map<String, String> matched = new HashMap<>();
    Retellings retold =
        Retellings.among(
            accounts, passages, p -> !decided.containsKey(key(p)) && teller(p) == null);
    List<Proposal> told = accounts.stream().map(retold::renamed).toList();
    Set<String> things = told.stream().map(Proposal::candidate).collect(Collectors.toSet());
    for (Proposal proposal : told) {
      String key = key(proposal);
      Row old = decidedOn(proposal, key, things);
      if (old != null) {
        if (schemas.get(proposal.table()).declaresIds()) {
          matched.put(proposal.candidate(), Candidates.candidate(old));
        }
        decidedAgain.add(proposal.candidate());
      } else if (teller(proposal) != null || isNamedAlready(proposal)) {
        Row teller = teller(proposal);
        if (teller != null && teller.schema().declaresIds()) {
          matched.put(proposal.candidate(), teller.value("id"));
        }
        knownAlready.add(proposal.candidate());
      } else if (seen.add(key + "\n" + proposal.candidate())) {
        propose(proposal, key, matched);
      }
    }
    along.values().forEach(this::comeAlong);
    SortedMap<String, Table> tables = new TreeMap<>();
    rows.forEach(
        (name, byKey) -> {
          TableSchema schema = ReviewColumns.extend(schemas.get(name));
          tables.put(
              name,
              new Table(
                  schema, name + ".csv", headers(byKey.values()), List.copyOf(byKey.values())));
        });
    Candidates renewed = Candidates.of(tables);
    return new Outcome(
        renewed, renewed.undecided().size(), decidedAgain.size(), knownAlready.size());
  }

  /**
   * The row that was decided on and says the same; null when there is none. Of two things that the
   * same words tell, each has its own decision.
   */
  private Row decidedOn(Proposal proposal, String key, Set<String> things) {
    Row found = null;
    for (Row row : decided.getOrDefault(key, List.of())) {
      String candidate = Candidates.candidate(row);
      if (candidate.equals(proposal.candidate())) {
        return row;
      }
      found = found == null && !things.contains(candidate) ? row : found;
    }
    return found;
  }

  /** Keeps the rows that were decided on, each with its decision in its own cell. */
  private void keepDecided() {
    for (Table table : before.tables().values()) {
      for (Row row : table.rows()) {
        if (Candidates.candidate(row) == null) {
          continue;
        }
        Decision decision = before.decision(row);
        if (decision == Decision.NONE) {
          continue;
        }
        Row kept = decision == null ? row : row.with(ReviewColumns.DECISION, decision.key());
        put(table.schema().name(), "decided " + row.line(), kept);
        decided.computeIfAbsent(key(row), k -> new ArrayList<>()).add(kept);
        for (Row passage : before.passagesOf(row)) {
          put("passages", passage.value("id"), passage);
          for (Row document : before.rows("documents")) {
            if (document.value("id").equals(passage.value("document"))) {
              before.rows("files").stream()
                  .filter(file -> file.value("id").equals(document.value("file")))
                  .forEach(file -> put("files", file.value("id"), file));
            }
          }
        }
      }
    }
  }

  private void put(String table, String key, Row row) {
    rows.computeIfAbsent(table, t -> new LinkedHashMap<>()).putIfAbsent(key, row);
  }

  private static Map<String, Integer> headers(Collection<Row> rows) {
    Map<String, Integer> header = new HashMap<>();
    rows.stream()
        .flatMap(row -> row.table().header().keySet().stream())
        .sorted()
        .forEach(name -> header.putIfAbsent(name, header.size()));
    return Map.copyOf(header);
  }

  /** The rows of the tables, by the words that prove them. */
  private void gatherKnown() {
    for (Table table : curated.tables().values()) {
      for (Row row : table.rows()) {
        for (String id : row.items("evidence")) {
          Passage passage = curated.passages().get(id);
          if (passage != null) {
            told.computeIfAbsent(
                    proof(table.schema().name(), passage.document(), passage.quote()),
                    k -> new ArrayList<>())
                .add(row);
          }
        }
      }
    }
  }

  private static String proof(String table, String document, String quote) {
    return String.join("\n", table, String.valueOf(document), String.valueOf(quote));
  }

  /** The row of the tables that says it on the strength of the same words; null for none. */
  private Row teller(Proposal proposal) {
    Map<String, String> passage = passageOf(proposal);
    String proof = proof(proposal.table(), passage.get("document"), passage.get("quote"));
    return told.getOrDefault(proof, List.of()).stream()
        .filter(
            row ->
                columns(proposal).stream()
                    .filter(column -> !column.equals("status"))
                    .allMatch(column -> now(proposal.cells().get(column)).equals(row.text(column))))
        .findFirst()
        .orElse(null);
  }

  private boolean isNamedAlready(Proposal proposal) {
    return isName(proposal.cells().keySet())
        && curated.rows(proposal.table()).stream()
            .anyMatch(row -> row.value("id").equals(proposal.cells().get("id")));
  }

  private static boolean isName(Set<String> columns) {
    return columns.stream().allMatch(c -> NOT_CONTENT.contains(c) || c.equals("label"));
  }

  private String key(Proposal proposal) {
    Map<String, String> passage = passageOf(proposal);
    return proof(proposal.table(), passage.get("document"), passage.get("quote"))
        + "\n"
        + translated(content(proposal));
  }

  private Map<String, String> passageOf(Proposal proposal) {
    String evidence = proposal.cells().getOrDefault("evidence", "").split(";", 2)[0];
    return passages.getOrDefault(evidence, Map.of());
  }

  private String key(Row row) {
    List<Row> proof = before.passagesOf(row);
    String said = row.text(ReviewColumns.PROPOSED);
    Row first = proof.isEmpty() ? null : proof.get(0);
    return proof(
            row.schema().name(),
            first == null ? null : first.value("document"),
            first == null ? null : first.value("quote"))
        + "\n"
        + translated(said == null ? "" : said);
  }

  /** What a row says, but for identifiers of its own and labels that are made from the rest. */
  private static String content(Proposal proposal) {
    return columns(proposal).stream()
        .map(column -> column + "=" + proposal.cells().get(column))
        .collect(Collectors.joining(SEPARATOR));
  }

  private static List<String> columns(Proposal proposal) {
    boolean name = isName(proposal.cells().keySet());
    return proposal.cells().keySet().stream()
        .filter(column -> !NOT_CONTENT.contains(column))
        .filter(column -> !column.endsWith(Column.EVIDENCE_SUFFIX))
        .filter(column -> name || !column.equals("label"))
        .filter(column -> !proposal.cells().get(column).equals(proposal.candidate()))
        .sorted()
        .toList();
  }

  /** The same, things named as they are named by now. */
  private String translated(String content) {
    return Arrays.stream(content.split(SEPARATOR, -1))
        .map(
            part -> {
              int at = part.indexOf('=') + 1;
              return part.substring(0, at) + now(part.substring(at));
            })
        .collect(Collectors.joining(SEPARATOR));
  }

  private String now(String id) {
    String now = identities.resolve(id);
    return now == null ? id : now;
  }

  private void propose(Proposal proposal, String key, Map<String, String> matched) {
    TableSchema schema = schemas.get(proposal.table());
    Map<String, String> cells = new LinkedHashMap<>(proposal.cells());
    String candidate = proposal.candidate();
    boolean part = !schema.declaresIds();
    if (part && matched.containsKey(candidate)) {
      // Something new about a thing that was decided on: it is decided on by itself.
      cells.replaceAll((c, v) -> v.equals(proposal.candidate()) ? matched.get(v) : v);
      candidate = matched.get(candidate) + "+" + Integer.toHexString(key.hashCode());
    }
    cells.put(ReviewColumns.CANDIDATE, candidate);
    cells.put(ReviewColumns.CONFIDENCE, String.format(Locale.ROOT, "%.2f", proposal.confidence()));
    cells.put(ReviewColumns.RULES, String.join(" ", proposal.rules()));
    cells.put(ReviewColumns.PROPOSED, content(proposal));
    put(proposal.table(), "new " + rows.size() + " " + cells, row(schema, cells));
  }

  /** Passages, files: a new version takes the place of an old one. */
  private void comeAlong(Proposal proposal) {
    Map<String, Row> table = rows.computeIfAbsent(proposal.table(), t -> new LinkedHashMap<>());
    table.put(proposal.cells().get("id"), row(schemas.get(proposal.table()), proposal.cells()));
  }

  private static Row row(TableSchema schema, Map<String, String> cells) {
    TableSchema extended = ReviewColumns.extend(schema);
    Map<String, Integer> header = new HashMap<>();
    List<String> values = new ArrayList<>();
    for (Column column : extended.columns()) {
      header.put(column.name(), values.size());
      values.add(cells.getOrDefault(column.name(), ""));
    }
    for (String name : cells.keySet()) {
      if (name.endsWith(Column.EVIDENCE_SUFFIX) && !header.containsKey(name)) {
        header.put(name, values.size());
        values.add(cells.get(name));
      }
    }
    return new Row(
        new Table(extended, schema.name() + ".csv", Map.copyOf(header), List.of()),
        0,
        values.toArray(String[]::new),
        "");
  }
}
