package org.entente.map;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.jena.graph.Triple;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.diagnostic.Location;
import org.entente.diagnostic.Rule;
import org.entente.model.Dossier;
import org.entente.model.Passage;
import org.entente.model.Row;
import org.entente.model.Table;
import org.entente.model.TableSchema;
import org.entente.rdf.Account;
import org.entente.rdf.Claim;
import org.entente.rdf.Ent;
import org.entente.rdf.Hash;
import org.entente.rdf.Mapped;
import org.entente.rdf.MappedRow;
import org.entente.rdf.QueryFile;
import org.entente.rdf.Support;

/** Turns rows into claims, by the mapping query of their table. */
public final class Mapper {
  /** Tables that the engine itself reads; they need no mapping query. */
  private static final Set<String> WITHOUT_MAPPING = Set.of("files", "passages");

  /** How many rows are kept mapped, at about 3 KB each, where others are mapped anew each time. */
  private static final int SMALL = 10_000;

  private final SortedMap<String, QueryFile> queries;
  private final DiagnosticLog log;

  /**
   * A mapper.
   *
   * @param queries the mapping queries, by table
   * @param log where a query that cannot be used goes
   */
  public Mapper(SortedMap<String, QueryFile> queries, DiagnosticLog log) {
    this.queries = queries;
    this.log = log;
  }

  /**
   * Makes ready to map all tables. When the log has errors afterwards, the result must not be used.
   */
  public Mapped map(Dossier dossier) {
    List<MappedTable> tables = new ArrayList<>();
    for (Table table : dossier.tables().values()) {
      TableSchema schema = table.schema();
      if (WITHOUT_MAPPING.contains(schema.name())) {
        continue;
      }
      QueryFile query = queries.get(schema.name());
      if (query == null) {
        log.error(
            Location.of(table.file()),
            Rule.QUERY,
            "a mapping query " + schema.name() + ".rq",
            "none",
            "write one in the ontology's mapping folder");
        continue;
      }
      Mapping mapping = Mapping.compile(schema, query, log);
      if (mapping != null) {
        tables.add(new MappedTable(table, mapping));
      }
    }
    return new MappedDossier(dossier, tables);
  }

  /** A table and its mapping query. */
  private record MappedTable(Table table, Mapping mapping) {
    int size() {
      return table.rows().size();
    }
  }

  /** Rows as they are mapped; those of a small dossier are mapped once and kept. */
  private static final class MappedDossier implements Mapped {
    private final Dossier dossier;
    private final List<MappedTable> tables;
    private final boolean small;
    private List<MappedRow> kept;

    MappedDossier(Dossier dossier, List<MappedTable> tables) {
      this.dossier = dossier;
      this.tables = tables;
      this.small = tables.stream().mapToLong(MappedTable::size).sum() <= SMALL;
    }

    @Override
    public void forEach(Consumer<MappedRow> rows) {
      if (!small) {
        map(rows);
        return;
      }
      if (kept == null) {
        List<MappedRow> mapped = new ArrayList<>();
        map(mapped::add);
        kept = mapped;
      }
      kept.forEach(rows);
    }

    private void map(Consumer<MappedRow> rows) {
      long number = 0;
      for (MappedTable table : tables) {
        for (Row row : table.table.rows()) {
          rows.accept(mapped(number++, table.mapping, row, dossier.passages()));
        }
      }
    }

    @Override
    public MappedRow at(long number) {
      if (kept != null) {
        return kept.get((int) number);
      }
      long first = 0;
      for (MappedTable table : tables) {
        if (number < first + table.size()) {
          Row row = table.table.rows().get((int) (number - first));
          return mapped(number, table.mapping, row, dossier.passages());
        }
        first += table.size();
      }
      throw new IndexOutOfBoundsException(number);
    }

    @Override
    public void forEachSource(Consumer<Triple> triples) {
      SourceTriples.of(dossier, triples);
    }
  }

  private static MappedRow mapped(
      long number, Mapping mapping, Row row, Map<String, Passage> passages) {
    Account account = mapping.schema().account() ? account(row, passages) : null;
    List<Claim> claims = new ArrayList<>();
    List<Support> supports = new ArrayList<>();
    Set<Triple> seen = new HashSet<>();
    mapping.apply(
        row,
        (template, triple) -> {
          if (!seen.add(triple)) {
            return;
          }
          if (template.claim()) {
            SortedSet<String> proof = new TreeSet<>();
            template.columns().forEach(column -> proof.addAll(row.evidence(column)));
            String column = template.columns().iterator().next();
            claims.add(Claim.of(triple, account, column, List.copyOf(proof)));
          } else {
            supports.add(new Support(triple, row, account, template.columns()));
          }
        });
    return new MappedRow(number, row, account, claims, supports);
  }

  private static Account account(Row row, Map<String, Passage> passages) {
    TableSchema schema = row.schema();
    List<String> evidence = row.items("evidence");
    SortedSet<String> documents = new TreeSet<>();
    for (String passage : evidence) {
      Passage quoted = passages.get(passage);
      if (quoted != null) {
        documents.add(quoted.document());
      }
    }
    Hash hash = Hash.start().add(schema.name());
    for (String column : schema.primaryKey()) {
      hash.add(row.value(column));
    }
    hash.add(row.text("attributed_to")).add(row.text("quoting")).add(row.text("reference"));
    evidence.stream().sorted().forEach(hash::add);
    return new Account(
        Ent.id("account/" + hash.hex()),
        row,
        schema.name(),
        schema.declaresIds() ? Ent.id(row.value("id")) : null,
        documents,
        evidence,
        row.text("attributed_to"),
        row.text("quoting"),
        Account.Status.valueOf(row.value("status").toUpperCase(Locale.ROOT)),
        Account.Rank.valueOf(row.value("rank").toUpperCase(Locale.ROOT)),
        row.text("rank_reason"),
        row.text("as_of"),
        row.text("reference"),
        row.value("producer"),
        row.text("reviewer"));
  }
}
