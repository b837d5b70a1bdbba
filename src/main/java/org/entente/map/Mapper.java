package org.entente.map;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.diagnostic.Location;
import org.entente.diagnostic.Rule;
import org.entente.map.Mapping.Said;
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

  /**
   * So many rows, at about 3 KB each, stay in the heap as they are mapped. What more rows say is
   * kept as bytes: that takes half the time of mapping them again.
   */
  private static final int SMALL = 10_000;

  private final SortedMap<String, QueryFile> queries;
  private final DiagnosticLog log;
  private final Path kept;
  private final int small;

  /** A mapper that keeps nothing for another time. */
  public Mapper(SortedMap<String, QueryFile> queries, DiagnosticLog log) {
    this(queries, log, null);
  }

  /**
   * A mapper.
   *
   * @param queries the mapping queries, by table
   * @param log where a query that cannot be used goes
   * @param kept folder in which what many rows say is kept for another time, a file a table; null
   *     for none. A table is mapped again when it, its metadata, its query or this program differ
   *     from what they were.
   */
  public Mapper(SortedMap<String, QueryFile> queries, DiagnosticLog log, Path kept) {
    this(queries, log, kept, SMALL);
  }

  /** The same with another number of rows that stay in the heap. */
  Mapper(SortedMap<String, QueryFile> queries, DiagnosticLog log, Path kept, int small) {
    this.queries = queries;
    this.log = log;
    this.kept = kept;
    this.small = small;
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
        tables.add(new MappedTable(table, query, mapping));
      }
    }
    return new MappedDossier(dossier, tables, small, kept);
  }

  /** A table, its mapping query, and what its rows say, once that is known. */
  private static final class MappedTable {
    private final Table table;
    private final QueryFile query;
    private final Mapping mapping;
    private KeptRows kept;
    private byte[] key;

    MappedTable(Table table, QueryFile query, Mapping mapping) {
      this.table = table;
      this.query = query;
      this.mapping = mapping;
    }

    int size() {
      return table.rows().size();
    }

    void forEach(long first, Map<String, Passage> passages, Path folder, Consumer<MappedRow> rows) {
      if (kept == null) {
        kept = read(folder);
      }
      if (kept != null) {
        int place = 0;
        for (Row row : table.rows()) {
          rows.accept(row(first + place, row, kept.get(place), passages));
          place++;
        }
        return;
      }
      KeptRows keeping = new KeptRows(mapping);
      long number = first;
      for (Row row : table.rows()) {
        List<Said> said = mapping.said(row);
        Node account = mapping.schema().account() ? accountIri(row) : null;
        MappedRow mapped = row(number++, row, new KeptRows.Kept(account, said), passages);
        keeping.add(account, said, mapped.claims());
        rows.accept(mapped);
      }
      kept = keeping;
      write(folder);
    }

    MappedRow at(long number, int place, Map<String, Passage> passages) {
      Row row = table.rows().get(place);
      return kept == null
          ? mapped(number, mapping, row, passages)
          : row(number, row, kept.get(place), passages);
    }

    private KeptRows read(Path folder) {
      if (folder == null || ProgramVersion.bytes() == null) {
        return null;
      }
      try {
        KeptRows read = KeptRows.read(file(folder), key(), mapping);
        return read == null || read.size() != size() ? null : read;
      } catch (IOException e) {
        // What cannot be read is made anew.
        return null;
      }
    }

    private void write(Path folder) {
      if (folder != null && ProgramVersion.bytes() != null) {
        try {
          kept.write(file(folder), key());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }

    private Path file(Path folder) {
      return folder.resolve(table.schema().name() + ".rows");
    }

    /** A SHA-256 of all that decides what the rows say. */
    private byte[] key() {
      if (key == null) {
        key = makeKey();
      }
      return key;
    }

    private byte[] makeKey() {
      MessageDigest digest = Hash.sha256();
      digest.update(ProgramVersion.bytes());
      update(digest, table.schema().toString());
      update(digest, query.text());
      update(digest, new TreeMap<>(table.header()).toString());
      for (Row row : table.rows()) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(row.line()).flip());
        row.cells().forEach(cell -> update(digest, cell));
      }
      return digest.digest();
    }

    private static void update(MessageDigest digest, String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
      digest.update(bytes);
    }
  }

  /** Rows as they are mapped; those of a small dossier are mapped once and kept as they are. */
  private static final class MappedDossier implements Mapped {
    private final Dossier dossier;
    private final List<MappedTable> tables;
    private final Path folder;
    private final boolean small;
    private List<MappedRow> kept;

    MappedDossier(Dossier dossier, List<MappedTable> tables, int small, Path folder) {
      this.dossier = dossier;
      this.tables = tables;
      this.folder = folder;
      this.small = tables.stream().mapToLong(MappedTable::size).sum() <= small;
    }

    @Override
    public void forEach(Consumer<MappedRow> rows) {
      if (small) {
        if (kept == null) {
          List<MappedRow> mapped = new ArrayList<>();
          for (MappedTable table : tables) {
            for (Row row : table.table.rows()) {
              mapped.add(mapped(mapped.size(), table.mapping, row, dossier.passages()));
            }
          }
          kept = mapped;
        }
        kept.forEach(rows);
        return;
      }
      long first = 0;
      for (MappedTable table : tables) {
        table.forEach(first, dossier.passages(), folder, rows);
        first += table.size();
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
          return table.at(number, (int) (number - first), dossier.passages());
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
    Node account = mapping.schema().account() ? accountIri(row) : null;
    return row(number, row, new KeptRows.Kept(account, mapping.said(row)), passages);
  }

  private static MappedRow row(
      long number, Row row, KeptRows.Kept kept, Map<String, Passage> passages) {
    Account account = kept.account() == null ? null : account(kept.account(), row, passages);
    List<Claim> claims = new ArrayList<>();
    List<Support> supports = new ArrayList<>();
    for (Said said : kept.said()) {
      Set<String> columns = said.template().columns();
      if (said.template().claim()) {
        SortedSet<String> proof = new TreeSet<>();
        columns.forEach(column -> proof.addAll(row.evidence(column)));
        String column = columns.iterator().next();
        claims.add(Claim.of(said.triple(), account, column, List.copyOf(proof), said.claim()));
      } else {
        supports.add(new Support(said.triple(), row, account, columns));
      }
    }
    return new MappedRow(number, row, account, claims, supports);
  }

  private static Node accountIri(Row row) {
    TableSchema schema = row.schema();
    Hash hash = Hash.start().add(schema.name());
    for (String column : schema.primaryKey()) {
      hash.add(row.value(column));
    }
    hash.add(row.text("attributed_to")).add(row.text("quoting")).add(row.text("reference"));
    row.items("evidence").stream().sorted().forEach(hash::add);
    return Ent.id("account/" + hash.hex());
  }

  private static Account account(Node iri, Row row, Map<String, Passage> passages) {
    TableSchema schema = row.schema();
    List<String> evidence = row.items("evidence");
    SortedSet<String> documents = new TreeSet<>();
    for (String passage : evidence) {
      Passage quoted = passages.get(passage);
      if (quoted != null) {
        documents.add(quoted.document());
      }
    }
    return new Account(
        iri,
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
