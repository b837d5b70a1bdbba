package org.entente.publish.tdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the bulk loader makes must be what TDB2's own loader makes of the same statements. */
class BulkLoaderIT {
  private static final int SMALL_MEMORY = 200_000;

  @TempDir private Path folder;

  private static final String ALL_KINDS =
      """
      # a comment, then an empty line

      <http://e/s> <http://e/p> <http://e/o> .
      <http://e/s> <http://e/p> <http://e/o> <http://e/g> .
      <http://e/s>\t<http://e/p>\t"tabs"\t<http://e/g>\t.
      <http://e/s><http://e/p>"tight".
      <http://e/s> <http://e/p> "plain" .
      <http://e/s> <http://e/p> "with \\"quotes\\", a\\\\ and\\ttab\\nline" .
      <http://e/s> <http://e/p> "\\u00E9\\U0001F600" .
      <http://e/s> <http://e/p> "é😀 한국 日本" .
      <http://e/s> <http://e/p> "" .
      <http://e/s> <http://e/p> "hello"@en .
      <http://e/s> <http://e/p> "hello"@EN-gb .
      <http://e/s> <http://e/p> "shalom"@he--rtl .
      <http://e/s> <http://e/p> "typed plain"^^<http://www.w3.org/2001/XMLSchema#string> .
      <http://e/s> <http://e/p> "42"^^<http://www.w3.org/2001/XMLSchema#integer> .
      <http://e/s> <http://e/p> "042"^^<http://www.w3.org/2001/XMLSchema#integer> .
      <http://e/s> <http://e/p> "-7"^^<http://www.w3.org/2001/XMLSchema#int> .
      <http://e/s> <http://e/p> "1.50"^^<http://www.w3.org/2001/XMLSchema#decimal> .
      <http://e/s> <http://e/p> "1.5e3"^^<http://www.w3.org/2001/XMLSchema#double> .
      <http://e/s> <http://e/p> "2022-03-11"^^<http://www.w3.org/2001/XMLSchema#date> .
      <http://e/s> <http://e/p> "not a date"^^<http://www.w3.org/2001/XMLSchema#date> .
      <http://e/s> <http://e/p> "2022-03-11T10:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime> .
      <http://e/s> <http://e/p> "true"^^<http://www.w3.org/2001/XMLSchema#boolean> .
      <http://e/s> <http://e/p> "2022-07"^^<http://id.loc.gov/datatypes/edtf> <http://e/g> .
      <http://e/caf\\u00E9> <http://e/p> <http://e/o.> .
      <http://e/s> <http://e/p> <<( <http://e/s> <http://e/p> "in )>> a \\"term\\""@en )>> <http://e/g> .
      <http://e/s> <http://e/p> <<(<http://e/s> <http://e/p> <<( <http://e/a> <http://e/b> "7"^^<http://e/int> )>>)>> .
      <http://e/s> <http://e/p> "plain" . # said before
      """;

  @ParameterizedTest
  @ValueSource(ints = {SMALL_MEMORY, 1 << 26})
  void everyKindOfTerm(int memory) throws IOException {
    assertSame(ALL_KINDS, memory);
  }

  @Test
  void nothing() throws IOException {
    assertSame("", SMALL_MEMORY);
  }

  @Test
  void oneTriple() throws IOException {
    assertSame("<http://e/s> <http://e/p> <http://e/o> .\n", SMALL_MEMORY);
  }

  @ParameterizedTest
  @ValueSource(ints = {SMALL_MEMORY, 1 << 26})
  void manyStatements(int memory) throws IOException {
    assertSame(generated(12_000, 7), memory);
  }

  /**
   * TDB2's own loader stores 4807115922877859019 for the first and an xsd:integer in the second,
   * because it writes numbers as binary values.
   */
  @Test
  void numbersAreStoredAsWritten() throws IOException {
    String big = "\"12345678901234567890123\"^^<http://www.w3.org/2001/XMLSchema#integer>";
    String term = "<<( <http://e/a> <http://e/b> \"7\"^^<http://www.w3.org/2001/XMLSchema#int> )>>";
    Path made = folder.resolve("numbers");
    load(
        "<http://e/s> <http://e/p> %s .\n<http://e/s> <http://e/p> %s .\n".formatted(big, term),
        made,
        1 << 20);
    assertEquals(
        Set.of("<http://e/s> <http://e/p> " + big + " ", "<http://e/s> <http://e/p> " + term + " "),
        indexes(made).get("SPO"));
  }

  @Test
  void blankNodesKeepTheirLabels() throws IOException {
    Path made = folder.resolve("blank");
    load("_:a.b <http://e/p> _:c .\n_:c <http://e/p> _:a.b .\n", made, 1 << 20);
    DatasetGraph store = DatabaseMgr.connectDatasetGraph(Location.create(made));
    try {
      List<String> found = new ArrayList<>();
      store.executeRead(
          () -> store.find().forEachRemaining(q -> found.add(q.getSubject().getBlankNodeLabel())));
      Collections.sort(found);
      assertEquals(List.of("a.b", "c"), found);
    } finally {
      TDBInternal.expel(store);
    }
  }

  @Test
  void whatIsNotNQuadsIsAnErrorWithItsLine() {
    assertEquals(
        "line 2: expected a term but found 'nonsense .'",
        error("<http://e/s> <http://e/p> <http://e/o> .\n<http://e/s> <http://e/p> nonsense .\n"));
    assertEquals(
        "line 1: expected '.' but found the end of the line",
        error("<http://e/s> <http://e/p> <http://e/o>\n"));
    assertEquals("line 1: expected a term but found '.'", error("<http://e/s> <http://e/p> .\n"));
    assertEquals(
        "line 1: expected '\"' but found '\"open .'",
        error("<http://e/s> <http://e/p> \"open .\n"));
  }

  @Test
  void temporaryFilesAreGone() throws IOException {
    Path scratch = Files.createDirectory(folder.resolve("scratch"));
    BulkLoader.within(scratch, SMALL_MEMORY)
        .load(lines(generated(12_000, 3)), folder.resolve("made"), Map.of());
    try (Stream<Path> left = Files.list(scratch)) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void prefixesAndStatistics() throws IOException {
    Path made = folder.resolve("made");
    BulkLoader.Loaded loaded =
        BulkLoader.within(folder, SMALL_MEMORY)
            .load(
                lines(
                    """
                    <http://e/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/C> .
                    <http://e/a> <http://e/p> "1" .
                    <http://e/a> <http://e/p> "2" <http://e/g> .
                    """),
                made,
                Map.of("e", "http://e/"));
    assertEquals(new BulkLoader.Loaded(2, 1, 7), loaded);
    assertEquals(
        """
        (stats
          (meta (count 3))
          ((VAR <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/C>) 1)
          (<http://e/p> 2)
          (<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> 1)
          (other 0))
        """,
        Files.readString(made.resolve("Data-0001").resolve("stats.opt")));
    DatasetGraph store = DatabaseMgr.connectDatasetGraph(Location.create(made));
    try {
      store.executeRead(() -> assertEquals("http://e/", store.prefixes().get("e")));
    } finally {
      TDBInternal.expel(store);
    }
  }

  @Test
  void whatWasLoadedCanBeAddedToAndDeletedFrom() throws IOException {
    Path made = folder.resolve("made");
    load(generated(12_000, 5), made, 1 << 26);
    DatasetGraph store = DatabaseMgr.connectDatasetGraph(Location.create(made));
    try {
      List<Quad> more = new ArrayList<>();
      store.executeRead(() -> store.find().forEachRemaining(more::add));
      store.executeWrite(() -> more.subList(0, 3_000).forEach(store::delete));
      store.executeWrite(
          () ->
              RDFParser.fromString(generated(12_000, 6), Lang.NQUADS)
                  .parse(StreamRDFLib.dataset(store)));
      store.executeWrite(() -> more.subList(0, 3_000).forEach(store::add));
    } finally {
      TDBInternal.expel(store);
    }
    Path stock = stock(generated(12_000, 5) + generated(12_000, 6));
    assertEquals(indexes(stock), indexes(made));
  }

  // ---- Comparison

  private void assertSame(String nquads, long memory) throws IOException {
    Path made = folder.resolve("made" + memory);
    BulkLoader.Loaded loaded = load(nquads, made, memory);
    Path stock = stock(nquads);
    Map<String, Set<String>> expected = indexes(stock);
    Map<String, Set<String>> actual = indexes(made);
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach(
        (index, rows) ->
            assertEquals(
                String.join("\n", rows), String.join("\n", actual.get(index)), "index " + index));
    assertEquals(expected.get("SPO").size(), loaded.triples());
    assertEquals(expected.get("GSPO").size(), loaded.quads());
    for (String query : QUERIES) {
      assertEquals(answer(stock, query), answer(made, query), query);
    }
  }

  private static final List<String> QUERIES =
      List.of(
          "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
          "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g",
          "SELECT ?s ?o { ?s <http://e/p3> ?o } ORDER BY ?s ?o LIMIT 50",
          "SELECT ?p (COUNT(DISTINCT ?o) AS ?n) { ?s ?p ?o } GROUP BY ?p ORDER BY ?p",
          "SELECT ?s { ?s ?p 42 } ORDER BY ?s",
          "SELECT ?a ?b ?c { ?a <http://e/p1> ?b . ?b <http://e/p2> ?c } ORDER BY ?a ?b ?c",
          "SELECT ?s ?o { GRAPH ?g { ?s ?p ?o } FILTER(isLiteral(?o)) } ORDER BY ?s ?o LIMIT 50");

  private static String answer(Path database, String query) {
    Dataset dataset =
        DatasetFactory.wrap(DatabaseMgr.connectDatasetGraph(Location.create(database)));
    try {
      return dataset.calculateRead(
          () -> {
            try (QueryExecution execution = QueryExecution.dataset(dataset).query(query).build()) {
              return ResultSetFormatter.asText(execution.execSelect());
            }
          });
    } finally {
      TDBInternal.expel(dataset.asDatasetGraph());
    }
  }

  /** The content of every index, each row as its terms in the order of the subject's index. */
  private static Map<String, Set<String>> indexes(Path database) {
    Map<String, Set<String>> indexes = new java.util.TreeMap<>();
    DatasetGraph store = DatabaseMgr.connectDatasetGraph(Location.create(database));
    try {
      DatasetGraphTDB tdb = TDBInternal.getDatasetGraphTDB(store);
      NodeTable nodes = tdb.getTripleTable().getNodeTupleTable().getNodeTable();
      store.executeRead(
          () -> {
            List<TupleIndex> all = new ArrayList<>();
            Collections.addAll(
                all, tdb.getTripleTable().getNodeTupleTable().getTupleTable().getIndexes());
            Collections.addAll(
                all, tdb.getQuadTable().getNodeTupleTable().getTupleTable().getIndexes());
            for (TupleIndex index : all) {
              Set<String> rows = new TreeSet<>();
              index
                  .all()
                  .forEachRemaining(
                      row -> {
                        StringBuilder text = new StringBuilder();
                        row.forEach(
                            id -> {
                              Node node = nodes.getNodeForNodeId(id);
                              assertTrue(id.isInline() || id.equals(nodes.getNodeIdForNode(node)));
                              text.append(NodeFmtLib.strNT(node)).append(' ');
                            });
                        assertTrue(rows.add(text.toString()));
                      });
              assertEquals(index.size(), rows.size());
              indexes.put(index.getName(), rows);
            }
          });
    } finally {
      TDBInternal.expel(store);
    }
    return indexes;
  }

  private BulkLoader.Loaded load(String nquads, Path made, long memory) throws IOException {
    return BulkLoader.within(folder, memory).load(lines(nquads), made, Map.of());
  }

  private static BulkLoader.Lines lines(String nquads) {
    return BulkLoader.lines(new ByteArrayInputStream(nquads.getBytes(StandardCharsets.UTF_8)));
  }

  private Path stock(String nquads) {
    Path stock = folder.resolve("stock");
    DatasetGraph store = DatabaseMgr.connectDatasetGraph(Location.create(stock));
    try {
      store.executeWrite(
          () -> RDFParser.fromString(nquads, Lang.NQUADS).parse(StreamRDFLib.dataset(store)));
    } finally {
      TDBInternal.expel(store);
    }
    return stock;
  }

  private String error(String nquads) {
    return assertThrows(
            IOException.class,
            () -> load(nquads, folder.resolve("bad" + nquads.hashCode()), 1 << 20))
        .getMessage();
  }

  /** Statements with repeated and rare terms of several kinds, in several graphs. */
  private static String generated(int statements, int seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < statements; i++) {
      text.append("<http://e/s").append(random.nextInt(3_000)).append("> <http://e/p");
      text.append((int) Math.abs(random.nextGaussian() * 5)).append("> ");
      switch (random.nextInt(6)) {
        case 0 -> text.append('"').append(random.nextInt(500)).append("\"@en");
        case 1 ->
            text.append('"')
                .append(random.nextInt(99))
                .append("\"^^<http://www.w3.org/2001/XMLSchema#integer>");
        case 2 -> text.append("\"text ").append(random.nextInt()).append('"');
        default -> text.append("<http://e/s").append(random.nextInt(3_000)).append('>');
      }
      if (random.nextBoolean()) {
        text.append(" <http://e/g").append(random.nextInt(4)).append('>');
      }
      text.append(" .\n");
    }
    return text.toString();
  }
}
