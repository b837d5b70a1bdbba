package org.entente.benchmark;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180Parser;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.map.RowWriter;
import org.entente.model.TableSchema;
import org.entente.rdf.QueryFile;
import org.entente.source.TableScan;
import org.entente.store.DatasetFolder;

/**
 * Maps the same generated table of 8 columns to 8 triples a row with Entente, with a program
 * written by hand on OpenCSV and Jena's writer, and with ARQ running the query once a row.
 *
 * <pre>mvn -Pbenchmark test-compile exec:exec -Dbenchmark=Map -Dbenchmark.size=1000000</pre>
 */
final class MapBenchmark {
  private static final long SEED = 20_221_113;
  private static final String ENT = "https://w3id.org/entente/ontology#";
  private static final String ID = "https://w3id.org/entente/id/";
  private static final String SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/";
  private static final String QUERY =
      """
      # Events.
      BASE <https://w3id.org/entente/id/>
      PREFIX ent: <https://w3id.org/entente/ontology#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      CONSTRUCT {
        ?event a sem:Event , ?class ; rdfs:label ?name ; sem:hasEarliestBeginTimeStamp ?date ;
          sem:hasPlace ?placeIri ; sem:hasActor ?one , ?two ; ent:content ?text
      }
      WHERE {
        BIND(IRI(?id) AS ?event)
        BIND(IRI(CONCAT(STR(ent:), ?type)) AS ?class)
        BIND(STRLANG(?label, "en") AS ?name)
        BIND(%s AS ?date)
        BIND(IRI(?place) AS ?placeIri)
        BIND(IRI(?actor) AS ?one)
        BIND(IRI(?other) AS ?two)
        BIND(STRLANG(?content, "en") AS ?text)
      }
      """;
  private static final List<String> COLUMNS =
      List.of("id", "type", "label", "day", "place", "actor", "other", "content");

  private MapBenchmark() {}

  public static void main(String[] args) throws Exception {
    if (args.length == 3) {
      map(args[0], Path.of(args[1]), Path.of(args[2]));
      SideBySide.printFigures();
      return;
    }
    int rows = Integer.parseInt(args[0]);
    int runs = Integer.parseInt(args[1]);
    Path folder = Files.createTempDirectory("entente-benchmark");
    try {
      Path table = folder.resolve("rows.csv");
      generate(table, rows);
      Path reference = folder.resolve("Entente.nq");
      SideBySide sides = new SideBySide();
      for (int i = 0; i < runs; i++) {
        for (String program : List.of("Entente", "by hand", "ARQ a row")) {
          Path out = folder.resolve(program.replace(' ', '-') + ".nq");
          sides.run(
              program,
              List.of("-Xmx512m"),
              MapBenchmark.class,
              program,
              table.toString(),
              out.toString());
          long differs = Files.mismatch(reference, out);
          if (differs >= 0 && !sorted(reference).equals(sorted(out))) {
            throw new IOException(program + " writes something else from byte " + differs);
          }
        }
      }
      sides.printHead(String.format(Locale.ROOT, "%,d rows, %,d bytes", rows, Files.size(table)));
      sides.printRow("CPU, s", SideBySide.Run::cpu);
      sides.printRow("wall, s", SideBySide.Run::wall);
      sides.printRow("peak memory, MiB", SideBySide.Run::peakMiB);
    } finally {
      DatasetFolder.delete(folder);
    }
  }

  /** A hash of the lines whatever their order. */
  private static Long sorted(Path file) throws IOException {
    try (var lines = Files.lines(file)) {
      return lines.mapToLong(line -> line.hashCode() * 0x9E3779B97F4A7C15L).sum();
    }
  }

  private static void generate(Path file, int rows) throws IOException {
    String[] words =
        ("summit meeting regarding cooperation framework between ministers concerning trade,"
                + " security policy dialogue on energy transition and regional stability 협력")
            .split(" ");
    String[] types = {"Meeting", "Call", "Summit", "Visit", "Dialogue"};
    Random random = new Random(SEED);
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write(String.join(",", COLUMNS) + "\n");
      for (int i = 0; i < rows; i++) {
        out.write(
            "event/e%d,%s,%s,%d-%02d-%02d,place/p%d,person/a%d,person/b%d,%s\n"
                .formatted(
                    i,
                    types[skewed(random, types.length)],
                    cell(random, words, 7),
                    1945 + random.nextInt(80),
                    1 + random.nextInt(12),
                    1 + random.nextInt(28),
                    skewed(random, 300),
                    skewed(random, 20_000),
                    skewed(random, 20_000),
                    cell(random, words, 14)));
      }
    }
  }

  private static String cell(Random random, String[] words, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : " ").append(words[random.nextInt(words.length)]);
    }
    return text.indexOf(",") < 0 ? text.toString() : "\"" + text + " \"\"so\"\"\"";
  }

  private static int skewed(Random random, int limit) {
    return (int) Math.min(limit - 1, Math.pow(limit + 1.0, random.nextDouble()) - 1);
  }

  private static void map(String program, Path table, Path to) throws Exception {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(to), 1 << 16)) {
      switch (program) {
        case "Entente" -> entente(table, out);
        case "by hand" -> byHand(table, out);
        default -> arq(table, out);
      }
    }
  }

  private static void entente(Path table, OutputStream out) throws Exception {
    DiagnosticLog log = new DiagnosticLog();
    TableScan scan = new TableScan(log);
    TableSchema schema = scan.schema(table);
    QueryFile query =
        QueryFile.of("rows", Path.of("rows.rq"), QUERY.formatted("STRDT(?day, xsd:date)"));
    RowWriter writer = RowWriter.of(schema, query, null, log);
    log.throwIfErrors();
    scan.forEach(table, schema, Map.<String, SortedSet<String>>of(), row -> writer.write(row, out));
  }

  private static CSVReader reader(Path table) throws IOException {
    Reader reader = Files.newBufferedReader(table, StandardCharsets.UTF_8);
    return new CSVReaderBuilder(reader).withCSVParser(new RFC4180Parser()).withSkipLines(1).build();
  }

  private static void byHand(Path table, OutputStream out) throws Exception {
    StreamRDF triples = StreamRDFWriter.getWriterStream(out, Lang.NTRIPLES);
    triples.start();
    Node type = RDF.type.asNode();
    Node label = RDFS.label.asNode();
    Node begin = NodeFactory.createURI(SEM + "hasEarliestBeginTimeStamp");
    Node place = NodeFactory.createURI(SEM + "hasPlace");
    Node actor = NodeFactory.createURI(SEM + "hasActor");
    Node content = NodeFactory.createURI(ENT + "content");
    Node event = NodeFactory.createURI(SEM + "Event");
    try (CSVReader rows = reader(table)) {
      for (String[] row = rows.readNext(); row != null; row = rows.readNext()) {
        Node subject = NodeFactory.createURI(ID + row[0]);
        triples.triple(Triple.create(subject, type, event));
        triples.triple(Triple.create(subject, type, NodeFactory.createURI(ENT + row[1])));
        triples.triple(Triple.create(subject, label, NodeFactory.createLiteralLang(row[2], "en")));
        triples.triple(
            Triple.create(
                subject, begin, NodeFactory.createLiteralDT(row[3], XSDDatatype.XSDdate)));
        triples.triple(Triple.create(subject, place, NodeFactory.createURI(ID + row[4])));
        triples.triple(Triple.create(subject, actor, NodeFactory.createURI(ID + row[5])));
        triples.triple(Triple.create(subject, actor, NodeFactory.createURI(ID + row[6])));
        triples.triple(
            Triple.create(subject, content, NodeFactory.createLiteralLang(row[7], "en")));
      }
    }
    triples.finish();
  }

  private static void arq(Path table, OutputStream out) throws Exception {
    Query query = QueryFactory.create(QUERY.formatted("STRDT(?day, xsd:date)"));
    DatasetGraph empty = DatasetGraphFactory.empty();
    StreamRDF triples = StreamRDFWriter.getWriterStream(out, Lang.NTRIPLES);
    triples.start();
    try (CSVReader rows = reader(table)) {
      for (String[] row = rows.readNext(); row != null; row = rows.readNext()) {
        QueryExecBuilder builder = QueryExec.dataset(empty).query(query);
        for (int i = 0; i < row.length; i++) {
          builder.substitution(Var.alloc(COLUMNS.get(i)), NodeFactory.createLiteralString(row[i]));
        }
        try (QueryExec execution = builder.build()) {
          execution.constructTriples().forEachRemaining(triples::triple);
        }
      }
    }
    triples.finish();
  }
}
