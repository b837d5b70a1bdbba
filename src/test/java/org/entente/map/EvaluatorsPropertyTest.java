package org.entente.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.jena.graph.Triple;
import org.apache.jena.sys.JenaSystem;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.model.Column;
import org.entente.model.Datatype;
import org.entente.model.Row;
import org.entente.model.Table;
import org.entente.model.TableSchema;
import org.entente.rdf.QueryFile;
import org.entente.source.DossierReader;
import org.entente.testing.GraphAssert;

/** The compiled evaluation of a mapping and ARQ's give the same triples, whatever a row holds. */
final class EvaluatorsPropertyTest {
  static {
    JenaSystem.init();
  }

  private static final String PROLOGUE =
      """
      # Made up.
      BASE <https://w3id.org/entente/id/>
      PREFIX ent: <https://w3id.org/entente/ontology#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """;

  /** Columns of every datatype. */
  private static final TableSchema EVERY_TYPE =
      new TableSchema(
          "things",
          "",
          "",
          List.of(
              column("id", Datatype.TOKEN, null),
              column("a", Datatype.STRING, null),
              column("b", Datatype.STRING, null),
              column("c", Datatype.TOKEN, "fallback"),
              column("n", Datatype.INTEGER, null),
              column("d", Datatype.DECIMAL, null),
              column("day", Datatype.DATE, null),
              column("e", Datatype.EDTF, null),
              column("u", Datatype.ANY_URI, null),
              column("language", Datatype.TOKEN, null),
              column("l.s", Datatype.LIST, null)),
          List.of("id"),
          false,
          false,
          null,
          null);

  /** Expressions over those columns, each of a form that compiles. */
  private static final List<String> COMPILED =
      List.of(
          "IRI(?a)",
          "IRI(CONCAT(STR(ent:), ?a))",
          "IRI(CONCAT(\"thing/\", ?a, \".\", ?b))",
          "IRI(?u)",
          "URI(?c)",
          "CONCAT(?a, ?b, STR(?n))",
          "CONCAT(?a, STRLANG(?b, \"en\"))",
          "CONCAT()",
          "STR(?e)",
          "STR(ent:)",
          "STR(IRI(?a))",
          "STRLANG(?a, \"en\")",
          "STRLANG(?a, IF(REGEX(?b, \"^[a-z]{2,3}(-[A-Za-z]{4})?$\"), ?b, \"en-GB\"))",
          "STRLANG(?a, COALESCE(?language, \"ko-Hang\"))",
          "STRDT(?a, xsd:string)",
          "STRDT(?a, xsd:date)",
          "STRDT(?a, ent:own)",
          "STRDT(CONCAT(?a, \"-01\"), ent:own)",
          "IF(?a = \"x\", ?e_latest_end, ?day)",
          "IF(STRSTARTS(?a, \"x\") || CONTAINS(?b, \"/\"), STRLANG(?a, \"en\"), ?n)",
          "COALESCE(IF(?a = ?b, ?day, ?l_s), STRDT(?a, ent:own))",
          "IF(?a = ?b, ?a, ?c)",
          "IF(?a, ?b, ?c)",
          "IF(?n, ?b, ?c)",
          "IF(BOUND(?a), ?a, ?b)",
          "IF(STRSTARTS(?a, \"x\"), ent:x, ent:y)",
          "COALESCE(?a, ?b, ?c)",
          "COALESCE(IRI(?a), ?n)",
          "COALESCE(?a / 0, xsd:integer(?b), \"none\")",
          "BOUND(?a)",
          "!BOUND(?a)",
          "?a || ?b",
          "BOUND(?a) || ?n > 3",
          "?n > 3 || BOUND(?a)",
          "?n > 3 && BOUND(?a)",
          "!?a",
          "!(?n > 3)",
          "?a = ?b",
          "?a != ?b",
          "?a = \"x\"",
          "?a = ?n",
          "?n = ?d",
          "?n != 3",
          "?e = ?a",
          "?e != ?e",
          "?day = ?e_earliest_begin",
          "?day < ?e_latest_end",
          "?a < ?b",
          "?e_earliest_begin <= ?e_latest_end",
          "?n + ?d",
          "?n * 2 - ?d",
          "?n / ?d",
          "-?n",
          "ABS(?n)",
          "ROUND(?d)",
          "xsd:integer(?a)",
          "xsd:decimal(?a)",
          "xsd:double(?d)",
          "xsd:string(?n)",
          "xsd:date(?a)",
          "xsd:date(STR(?e))",
          "xsd:boolean(?a)",
          "xsd:dateTime(?day)",
          "REPLACE(?a, \"/\", \".\")",
          "REPLACE(?a, ?b, \"$0\")",
          "REPLACE(?a, \"[a-z]+\", \"-\", \"i\")",
          "REGEX(?a, \"^x\")",
          "REGEX(?a, ?b, \"i\")",
          "SUBSTR(?a, 2)",
          "SUBSTR(?a, 2, 3)",
          "SUBSTR(?a, ?n)",
          "STRLEN(?a)",
          "UCASE(?a)",
          "LCASE(?a)",
          "STRBEFORE(?a, \"/\")",
          "STRAFTER(?a, \"/\")",
          "STRAFTER(STRLANG(?a, \"en\"), ?b)",
          "STRSTARTS(?a, ?b)",
          "STRENDS(?a, ?b)",
          "CONTAINS(?a, \"/\")",
          "ENCODE_FOR_URI(?a)",
          "SHA256(?a)",
          "SUBSTR(SHA256(CONCAT(?a, \"|\", ?b)), 1, 16)",
          "MD5(?a)",
          "LANG(STRLANG(?a, \"en\"))",
          "DATATYPE(?e)",
          "DATATYPE(?a)",
          "ISIRI(IRI(?a))",
          "ISLITERAL(?a)",
          "ISNUMERIC(?n)",
          "SAMETERM(?a, ?b)",
          "LANGMATCHES(\"en-GB\", ?a)",
          "YEAR(?day)",
          "MONTH(?e_latest_end)",
          "?l_s");

  /** Expressions that only ARQ as a whole evaluates. */
  private static final List<String> NOT_COMPILED =
      List.of(
          "?a IN (?b, \"x\")",
          "?a NOT IN (?b, ?c)",
          "IF(?n IN (1, 2), ?a, ?b)",
          "IF(EXISTS { FILTER(?a = ?b) }, 1, 2)");

  /** Whole patterns that only ARQ evaluates; each binds ?value. */
  private static final List<String> PATTERNS =
      List.of(
          "OPTIONAL { BIND(IRI(?a) AS ?value) }",
          "BIND(?a AS ?x) OPTIONAL { FILTER(?a = ?b) BIND(?b AS ?value) }",
          "{ BIND(?a AS ?value) } UNION { BIND(?b AS ?value) }",
          "VALUES ?value { 1 2 \"x\" }",
          "VALUES (?a ?value) { (\"x\" ent:X) (\"y\" ent:Y) (UNDEF ent:Other) }",
          "{ SELECT (CONCAT(?a, \"!\") AS ?value) WHERE { FILTER(BOUND(?b)) } }",
          "{ SELECT ?a (COUNT(*) AS ?value) WHERE { VALUES ?x { 1 2 3 } } GROUP BY ?a }",
          "BIND(?a AS ?value) FILTER EXISTS { FILTER(?a = ?b) }",
          "BIND(?a AS ?value) FILTER NOT EXISTS { FILTER(?a = ?b) }",
          "BIND(?a AS ?value) MINUS { FILTER(?a = ?b) }",
          "{ BIND(?a AS ?value) FILTER(?n > 3) }");

  private static final List<String> FILTERS =
      List.of(
          "?a = ?b",
          "BOUND(?a)",
          "!BOUND(?b)",
          "?n > 3",
          "?a",
          "STRSTARTS(?a, \"x\") || BOUND(?e)");

  /** Not any text: ARQ throws on some ill-formed tags. */
  private static final List<String> LANGUAGES =
      List.of("en", "ko", "ja-Hira", "en-gb", "zh-Hant-TW");

  private static final Map<Mapping, RowWriter> WRITERS = new LinkedHashMap<>();
  private static final Map<Mapping, Mapping> SHIPPED = shipped();

  @Property(tries = 60)
  void shippedMappings(@ForAll("texts") List<String> pool, @ForAll("dates") List<String> dates) {
    int at = 0;
    for (Map.Entry<Mapping, Mapping> pair : SHIPPED.entrySet()) {
      Row row = row(pair.getKey().schema(), pool, dates, at++);
      assertSame(pair.getKey(), pair.getValue(), row);
      assertWritten(WRITERS.get(pair.getKey()), pair.getValue(), row);
    }
  }

  @Property(tries = 60)
  void everyCompiledForm(@ForAll("texts") List<String> pool, @ForAll("dates") List<String> dates) {
    for (int i = 0; i < Made.COMPILED.size(); i++) {
      Made made = Made.COMPILED.get(i);
      Row row = row(EVERY_TYPE, pool, dates, i);
      assertSame(made.compiled, made.arq, row);
      assertWritten(made.writer, made.arq, row);
    }
  }

  @Property(tries = 25)
  void everyFallbackForm(@ForAll("texts") List<String> pool, @ForAll("dates") List<String> dates) {
    for (int i = 0; i < Made.FALLBACK.size(); i++) {
      Made made = Made.FALLBACK.get(i);
      Row row = row(EVERY_TYPE, pool, dates, i);
      assertSame(made.compiled, made.arq, row);
      assertWritten(made.writer, made.arq, row);
    }
  }

  /** A made-up query, as the engine evaluates it and by the oracle. */
  private record Made(Mapping compiled, Mapping arq, RowWriter writer) {
    static final List<Made> COMPILED = new ArrayList<>();
    static final List<Made> FALLBACK = new ArrayList<>();

    static {
      for (String expression : EvaluatorsPropertyTest.COMPILED) {
        COMPILED.add(of("BIND(" + expression + " AS ?value)", true));
      }
      for (String filter : FILTERS) {
        COMPILED.add(of("FILTER(" + filter + ") BIND(?c AS ?value)", true));
      }
      for (String expression : NOT_COMPILED) {
        FALLBACK.add(of("BIND(" + expression + " AS ?value)", false));
      }
      for (String pattern : PATTERNS) {
        FALLBACK.add(of(pattern, false));
      }
    }

    static Made of(String pattern, boolean compiles) {
      QueryFile file =
          QueryFile.of(
              "things",
              Path.of("things.rq"),
              PROLOGUE
                  + "CONSTRUCT { ?thing ent:value ?value ; ent:other ?c }\nWHERE { BIND(IRI(\"x\") AS ?thing) "
                  + pattern
                  + " }\n");
      DiagnosticLog log = new DiagnosticLog();
      Mapping mapping = Mapping.compile(EVERY_TYPE, file, log);
      assertNotNull(mapping, () -> pattern + " " + log.sorted());
      assertEquals(compiles, mapping.isCompiled(), pattern);
      return new Made(
          mapping,
          Mapping.withArq(EVERY_TYPE, file, log),
          RowWriter.of(EVERY_TYPE, file, null, log));
    }
  }

  private static void assertSame(Mapping one, Mapping other, Row row) {
    SortedSet<String> compiled = triples(one, row);
    SortedSet<String> arq = triples(other, row);
    if (!compiled.equals(arq)) {
      fail("on row " + row + "\ncompiled " + compiled + "\nARQ      " + arq);
    }
  }

  /** The bytes that are written are those of the triples. */
  private static void assertWritten(RowWriter writer, Mapping arq, Row row) {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try {
      writer.write(row, written);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    SortedSet<String> expected = new TreeSet<>();
    arq.apply(
        row,
        (template, triple) ->
            expected.add(
                new String(
                    new Bytes()
                        .add(Bytes.of(triple.getSubject()))
                        .add(' ')
                        .add(Bytes.of(triple.getPredicate()))
                        .add(' ')
                        .add(Bytes.of(triple.getObject()))
                        .add(' ')
                        .add('.')
                        .toArray(),
                    StandardCharsets.UTF_8)));
    SortedSet<String> found = new TreeSet<>();
    for (String line : written.toString(StandardCharsets.UTF_8).split("\n")) {
      if (!line.isEmpty()) {
        found.add(line);
      }
    }
    if (!found.equals(expected)) {
      fail("on row " + row + "\nwritten " + found + "\nARQ     " + expected);
    }
  }

  private static SortedSet<String> triples(Mapping mapping, Row row) {
    List<Triple> triples = new ArrayList<>();
    mapping.apply(row, (template, triple) -> triples.add(triple));
    return GraphAssert.lines(triples);
  }

  private static Row row(TableSchema schema, List<String> pool, List<String> dates, int salt) {
    String[] cells = new String[schema.columns().size()];
    for (int i = 0; i < cells.length; i++) {
      String text = pool.get((i * 7 + salt) % pool.size());
      boolean language = schema.columns().get(i).name().equals("language");
      cells[i] =
          text.isEmpty()
              ? ""
              : language
                  ? LANGUAGES.get(text.length() % LANGUAGES.size())
                  : switch (schema.columns().get(i).datatype()) {
                    case STRING, TOKEN, ANY_URI -> text;
                    case INTEGER -> Integer.toString(text.hashCode() % 7);
                    case DECIMAL -> text.length() + "." + Math.abs(text.hashCode() % 100);
                    case DATE -> "2022-0" + (1 + text.length() % 9) + "-13";
                    case EDTF -> dates.get((i + salt) % dates.size());
                    case LIST -> text.replace(' ', ';');
                  };
    }
    Table table = new Table(schema, schema.name() + ".csv", schema.positions(), List.of());
    return new Row(table, 2, cells, String.join(",", cells));
  }

  @Provide
  static Arbitrary<List<String>> texts() {
    Arbitrary<String> slugs =
        Combinators.combine(
                Arbitraries.of("person", "event", "place", "plan", "ent", "x"),
                Arbitraries.strings()
                    .withChars("abcxyz0123456789-._")
                    .ofMinLength(1)
                    .ofMaxLength(12))
            .as((type, slug) -> type + "/" + slug);
    Arbitrary<String> odd =
        Arbitraries.of(
            "",
            "x",
            "y",
            "true",
            "false",
            "3",
            "3.0",
            "../../etc",
            "./x",
            "/x",
            "//host/x",
            "a//b",
            "a:b",
            "http:x",
            "http://example.org/a/../b",
            "https://example.org/한국?q=山#f",
            "https://EXAMPLE.org/%7Ex",
            "mailto:a@b",
            "urn:x:y",
            "#f",
            "?q",
            "a b",
            "a\tb",
            "a\nb",
            "\"quoted\"",
            "<x>",
            "{x}",
            "back\\slash",
            "100%",
            "%41",
            "한국/서울",
            "日本 東京",
            "🌊/🌊",
            "e\u0301",
            "\u0000",
            "\u001f",
            "\u00a0",
            "\u200b",
            "\ufeff",
            "en",
            "ko-Hang",
            "[a-z",
            "$1",
            "2022-07-04",
            "1e3",
            "INF",
            "x;y;x",
            ";");
    Arbitrary<String> anything =
        Arbitraries.strings()
            .ofMaxLength(8)
            .filter(s -> s.chars().noneMatch(c -> Character.isSurrogate((char) c)));
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(4, slugs),
            net.jqwik.api.Tuple.of(4, odd),
            net.jqwik.api.Tuple.of(1, anything))
        .list()
        .ofMinSize(5)
        .ofMaxSize(20);
  }

  @Provide
  static Arbitrary<List<String>> dates() {
    return Arbitraries.of(
            "2022",
            "2022-07",
            "2022-07-04",
            "2022-07-04~",
            "202X",
            "2025-22",
            "2022-XX",
            "2022-07/2022-08",
            "2022/..",
            "../2022",
            "/2022-07-04",
            "2022-07-20/2022-07")
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  private static Column column(String name, Datatype datatype, String defaultValue) {
    return new Column(name, "", datatype, null, false, defaultValue, null, List.of(), "");
  }

  private static Map<Mapping, Mapping> shipped() {
    Map<Mapping, Mapping> mappings = new LinkedHashMap<>();
    DiagnosticLog log = new DiagnosticLog();
    try {
      Map<String, TableSchema> schemas =
          new DossierReader(Map.of(), log).readSchemas(Path.of("seeds/tables"));
      for (Path path : org.entente.testing.Project.list(Path.of("ontology/mapping"), ".rq")) {
        QueryFile file = QueryFile.read(path);
        TableSchema schema = schemas.get(file.name());
        Mapping mapping = Mapping.compile(schema, file, log);
        assertEquals(List.of(), log.sorted());
        assertEquals(true, mapping.isCompiled(), file.name() + " falls back to ARQ");
        mappings.put(mapping, Mapping.withArq(schema, file, log));
        WRITERS.put(mapping, RowWriter.of(schema, file, null, log));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return mappings;
  }
}
