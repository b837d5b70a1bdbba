package org.entente.explore;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.entente.rdf.Ent;
import org.entente.rdf.Graphs;

/** The documents: those that were read, and those that they cite. */
final class DocumentsPage {
  private DocumentsPage() {}

  /** A document that was read. */
  record Row(
      Piece title, List<Piece> authors, String date, String kind, int passages, int accounts) {}

  static View view(PageContext page) {
    List<Row> read = Documents.read(page.graph()).stream().map(node -> row(page, node)).toList();
    List<Row> cited = Documents.cited(page.graph()).stream().map(node -> row(page, node)).toList();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("title", "Documents");
    model.put("read", read);
    model.put("cited", cited);
    DataTable.Builder table =
        new DataTable.Builder(
            "documents", "Documents", "Title", "By", "Date", "Kind", "Passages", "Accounts");
    read.forEach(row -> add(table, row));
    cited.forEach(row -> add(table, row));
    model.put("table", table.build());
    return View.of("documents", model, table.build(), null);
  }

  private static void add(DataTable.Builder table, Row row) {
    table.row(
        row.title(),
        DataTable.joined(row.authors()),
        row.date(),
        row.kind(),
        row.passages(),
        row.accounts());
  }

  private static Row row(PageContext page, Node document) {
    SourceReader sources = page.evidence().sources();
    return new Row(
        page.names().link(document),
        sources.authors(document),
        sources.date(document),
        page.names().kind(document),
        page.graph().subjects(Graphs.SOURCES, Voc.IS_PART_OF, document).size(),
        (int)
            page.graph().subjects(Graphs.CLAIMS, Ent.FROM_DOCUMENT, document).stream()
                .filter(node -> node.getURI().contains("/account/"))
                .count());
  }
}
