package org.entente.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.XSD;
import org.entente.rdf.Ent;
import org.entente.rdf.QueryFile;

/** Questions with their answers, and the answers to queries that readers write. */
final class QueriesPage {
  private static final Pattern NAMED = Pattern.compile("\\b([a-z0-9]+(-[a-z0-9]+)+|[0-9]{3})\\b");

  private final Gallery gallery;
  private final SelectRunner runner;

  QueriesPage(Gallery gallery, SelectRunner runner) {
    this.gallery = gallery;
    this.runner = runner;
  }

  /**
   * A parameter of a query with the value that it has.
   *
   * @param chosen whether the reader gave it another than the question has
   */
  record Setting(String name, String value, boolean date, boolean chosen) {}

  /** The gallery, or the answer to the query that a reader wrote. */
  View view(PageContext page) {
    Optional<String> query = page.parameter("query");
    if (query.isPresent()) {
      return answer(page, null, query.get(), Map.of(), List.of());
    }
    String words = page.parameter("q").orElse("");
    List<Gallery.Entry> found =
        gallery.entries().stream().filter(entry -> entry.mentions(words)).toList();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("title", "Questions");
    model.put("groups", Gallery.groups(found));
    model.put("total", gallery.entries().size());
    model.put("fields", List.of(Field.filter("q", "Words in the question", words)));
    DataTable.Builder builder =
        new DataTable.Builder("questions", "Questions", "Subject", "Question", "Why");
    found.forEach(
        entry ->
            builder.row(
                entry.subject(),
                new Piece(entry.question(), page.urls().question(entry.name()), null),
                entry.why()));
    DataTable table = builder.build();
    model.put("table", table);
    return View.of("queries", model).with(table);
  }

  /** A question of the gallery with its answer; empty when there is none of that name. */
  Optional<View> view(PageContext page, String name) {
    return gallery
        .find(name)
        .map(
            entry -> {
              Map<String, Node> values = new LinkedHashMap<>();
              List<Setting> settings = new ArrayList<>();
              for (QueryFile.Parameter parameter : entry.parameters()) {
                String value =
                    page.parameter(parameter.name())
                        .or(() -> asOf(page, parameter))
                        .orElse(parameter.defaultValue());
                settings.add(
                    new Setting(
                        parameter.name(),
                        value,
                        parameter.datatype().endsWith("date"),
                        !Objects.equals(value, parameter.defaultValue())));
                if (value != null) {
                  values.put(parameter.name(), literal(value, parameter.datatype()));
                }
              }
              return answer(page, entry, entry.text(), values, settings);
            });
  }

  private static Optional<String> asOf(PageContext page, QueryFile.Parameter parameter) {
    return page.asOf() != null && parameter.datatype().endsWith("date")
        ? Optional.of(page.asOf().toString())
        : Optional.empty();
  }

  private static Node literal(String value, String datatype) {
    if (datatype.equals("iri") && value.matches("[^\\s<>\"{}|^`\\\\:]+/[^\\s<>\"{}|^`\\\\:]+")) {
      return Ent.id(value);
    }
    if (!datatype.startsWith("xsd:")) {
      return value.matches("https?://[^\\s<>\"{}|^`\\\\]+")
          ? NodeFactory.createURI(value)
          : NodeFactory.createLiteralString(value);
    }
    String iri = XSD.getURI() + datatype.substring("xsd:".length());
    return NodeFactory.createLiteralDT(value, TypeMapper.getInstance().getSafeTypeByName(iri));
  }

  private View answer(
      PageContext page,
      Gallery.Entry entry,
      String query,
      Map<String, Node> values,
      List<Setting> settings) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("title", entry == null ? "Answer" : entry.question());
    model.put("entry", entry);
    model.put("prose", entry == null ? List.of() : prose(page, entry.words()));
    model.put("query", query);
    model.put("settings", settings);
    model.put("asWritten", page.asOf() == null && settings.stream().noneMatch(Setting::chosen));
    model.put("edit", page.urls().page("/sparql", "query", query));
    model.put("action", page.request().path());
    Map<String, String> faults = faults(settings);
    if (!faults.isEmpty()) {
      return View.of("answer", model).with("faults", faults);
    }
    // A question about a day is asked of all that is told, also later, of that day.
    boolean ofDay = settings.stream().anyMatch(Setting::date);
    Answer whole;
    try {
      whole = runner.select(ofDay ? page.snapshot() : page.ofDay(), query, values);
    } catch (QueryRefusedException e) {
      model.put("error", e.getMessage());
      model.put("views", List.of());
      return View.of("answer", model).status(e.status());
    }
    model.put("cut", page.asOf() != null && !ofDay);
    model.put("sums", query.contains("/summaries"));
    Answer answer = ofDay ? whole : ResultView.asOf(page, whole);
    model.put("later", whole.rows().size() - answer.rows().size());
    ResultView result = new ResultView(page, answer);
    List<String> fitting = result.fitting();
    String view = page.parameter("view").filter(fitting::contains).orElse(fitting.get(0));
    Picture picture = result.picture(view).orElse(null);
    DataTable table = result.table(entry == null ? "answer" : entry.name());
    model.put("views", views(page, fitting, view, entry == null ? query : null));
    model.put("view", view);
    model.put("picture", picture);
    model.put("table", table);
    model.put("rows", answer.rows().size());
    return View.of("answer", model).with(table).with(picture);
  }

  private static Map<String, String> faults(List<Setting> settings) {
    Map<String, String> faults = new LinkedHashMap<>();
    for (Setting each : settings) {
      if (each.date() && each.value() != null && PageContext.day(each.value()) == null) {
        faults.put(each.name(), PageRequest.expectedDay(each.name(), each.value()));
      }
    }
    return faults;
  }

  /**
   * An answer in words, in which the names of passages lead to the passages, and documents are
   * called by their authors and dates.
   */
  private static List<Piece> prose(PageContext page, String words) {
    List<Piece> prose = new ArrayList<>();
    Matcher matcher = NAMED.matcher(words);
    int from = 0;
    int number = 0;
    while (matcher.find()) {
      String name = matcher.group();
      String href = page.evidence().sources().quote(Ent.id("passage/" + name)).href();
      Optional<Piece> document = Documents.called(page, name);
      if (href != null) {
        number++;
      }
      if (href != null || document.isPresent()) {
        prose.add(Piece.of(words.substring(from, matcher.start())));
        prose.add(href != null ? new Piece("quote " + number, href, null) : document.get());
        from = matcher.end();
      }
    }
    prose.add(Piece.of(words.substring(from)));
    return prose;
  }

  private static List<Choice> views(
      PageContext page, List<String> fitting, String chosen, String query) {
    List<Choice> views = new ArrayList<>();
    for (String view : fitting) {
      Map<String, String> parameters = new LinkedHashMap<>();
      if (query != null) {
        parameters.put("query", query);
      }
      page.request()
          .parameters()
          .forEach(
              (name, value) -> {
                if (!name.equals("view")
                    && !name.equals("format")
                    && !name.equals("fragment")
                    && !value.isEmpty()) {
                  parameters.putIfAbsent(name, value.get(0));
                }
              });
      parameters.put("view", view);
      views.add(
          new Choice(
              page.urls().page(page.request().path(), parameters), view, view.equals(chosen)));
    }
    return views;
  }
}
