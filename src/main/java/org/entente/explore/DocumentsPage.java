package org.entente.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.entente.rdf.Ent;
import org.entente.rdf.Graphs;

/** The documents: those that were read, and those that they cite. */
final class DocumentsPage {
  private static final String QUERY =
      """
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX graph: <https://w3id.org/entente/graph/>
      SELECT ?document (SAMPLE(?words) AS ?title) (SAMPLE(?issued) AS ?date)
        (COUNT(DISTINCT ?passage) AS ?passages)
      WHERE {
      %s  ?document dcterms:title ?words .
        FILTER (STRSTARTS(STR(?document), "https://w3id.org/entente/id/document/"))
        OPTIONAL { ?document dcterms:issued ?issued }
        OPTIONAL { GRAPH graph:sources { ?passage dcterms:isPartOf ?document } }
      }
      GROUP BY ?document
      ORDER BY DESC(?passages) ?document
      """;

  private DocumentsPage() {}

  /**
   * A document.
   *
   * @param passages how many of its passages prove something
   * @param accounts how many rows of the tables were taken from it
   * @param consulted whether it was only consulted to check names, identifiers or a disagreement
   */
  record Row(
      Node document,
      Piece title,
      List<Piece> authors,
      String date,
      String kind,
      int passages,
      int accounts,
      boolean consulted) {}

  static View view(PageContext page) {
    Filters filters = new Filters(page);
    String kind = page.parameter("kind").orElse("");
    List<Node> all = new ArrayList<>(Documents.read(page.graph()));
    all.addAll(Documents.cited(page.graph()));
    GraphReader whole = page.graph().whole();
    int known = Documents.read(whole).size() + Documents.cited(whole).size();
    Map<String, String> kinds = new TreeMap<>();
    all.forEach(document -> kinds.put(kind(page, document), page.names().kind(document)));
    List<Row> rows =
        all.stream()
            .filter(filters::passes)
            .filter(document -> kind.isEmpty() || kind.equals(kind(page, document)))
            .map(document -> row(page, document))
            .toList();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("title", "Documents");
    model.put("read", rows.stream().filter(row -> row.passages() > 0).toList());
    model.put(
        "cited", rows.stream().filter(row -> row.passages() == 0 && !row.consulted()).toList());
    model.put("consulted", rows.stream().filter(Row::consulted).toList());
    DataTable.Builder builder =
        new DataTable.Builder(
            "documents",
            "Documents",
            "Title",
            "By",
            "Date",
            "Kind",
            "Passages",
            "Table rows from it");
    rows.forEach(row -> add(page, builder, row));
    DataTable table = builder.build();
    model.put("table", table);
    model.put(
        "query",
        QUERY.formatted(
            rows.size() == known
                ? ""
                : Queries.only("document", rows.stream().map(Row::document).toList())));
    List<String[]> choices = new ArrayList<>();
    kinds.forEach((value, label) -> choices.add(new String[] {value, label}));
    model.put(
        "fields",
        List.of(filters.actors(all), filters.choice("kind", "Kind", "every kind", choices)));
    return View.of("documents", model).with(table);
  }

  private static String kind(PageContext page, Node document) {
    return page.graph().kind(document).map(EntityGroups::local).orElse("");
  }

  private static void add(PageContext page, DataTable.Builder table, Row row) {
    table.row(
        row.title(),
        Cell.list(row.authors()),
        Cell.date(page.graph().object(row.document(), Voc.ISSUED).orElse(null)),
        row.kind(),
        row.passages(),
        row.accounts());
  }

  private static Row row(PageContext page, Node document) {
    SourceReader sources = page.evidence().sources();
    return new Row(
        document,
        page.names().link(document),
        sources.authors(document),
        sources.date(document),
        page.names().kind(document),
        page.graph().subjects(Graphs.SOURCES, Voc.IS_PART_OF, document).size(),
        (int)
            page.graph().subjects(Graphs.CLAIMS, Ent.FROM_DOCUMENT, document).stream()
                .filter(node -> node.getURI().contains("/account/"))
                .count(),
        page.graph().isAny(document, "ExternalReference"));
  }
}
