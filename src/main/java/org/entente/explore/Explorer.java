package org.entente.explore;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.system.Txn;
import org.entente.rdf.Ent;

/**
 * The pages for people. Every page is made from the graph as it is at the moment of the request;
 * what was made is kept as long as the graph has that version.
 */
public final class Explorer {
  private static final long KEPT_BYTES = 16L << 20;
  private static final String HTML = "text/html; charset=utf-8";
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "font-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; "
          + "frame-ancestors 'none'";

  private final Supplier<Snapshot> snapshots;
  private final Gallery gallery;
  private final QueriesPage queries;
  private final SelectRunner runner;
  private final Texts texts;
  private final Clock clock;
  private final Templates templates = new Templates();
  private final Assets assets = new Assets();
  private final Kept<List<Object>, PageResponse> kept;
  private volatile Prepared prepared;

  /** What is prepared once for a version; of a vast graph no index, as queries have one. */
  private record Prepared(String version, GraphReader graph, SearchIndex index) {}

  /** Pages that run queries directly, within a time limit. */
  public Explorer(Supplier<Snapshot> snapshots, Path queries) {
    this(snapshots, new DirectSelectRunner(), queries, Texts.NONE, KEPT_BYTES);
  }

  /**
   * Pages on a graph.
   *
   * @param snapshots gives the graph as it is now
   * @param runner answers queries
   * @param queries folder of the questions; need not exist
   * @param texts the texts of documents, where they are at hand
   * @param keptBytes how many bytes of pages are kept, to give them again
   */
  public Explorer(
      Supplier<Snapshot> snapshots,
      SelectRunner runner,
      Path queries,
      Texts texts,
      long keptBytes) {
    this(snapshots, runner, queries, texts, keptBytes, Clock.systemUTC());
  }

  Explorer(
      Supplier<Snapshot> snapshots,
      SelectRunner runner,
      Path queries,
      Texts texts,
      long keptBytes,
      Clock clock) {
    this.kept = new Kept<>(keptBytes);
    this.snapshots = snapshots;
    this.gallery = Gallery.of(queries);
    this.runner = runner;
    this.queries = new QueriesPage(gallery, runner);
    this.texts = texts;
    this.clock = clock;
  }

  /** The page of a path; empty when the path is not one of the pages'. */
  public Optional<PageResponse> respond(PageRequest request) {
    String path = request.path();
    if (path.startsWith("/assets/")) {
      return assets.find(path.substring("/assets/".length()));
    }
    if (!isPage(path)) {
      return Optional.empty();
    }
    return Optional.of(page(request));
  }

  /** The page on which a browser writes queries. */
  public PageResponse editor(PageRequest request) {
    PageRequest at =
        new PageRequest(
            "/sparql", request.parameters(), request.acceptLanguages(), request.publicUrl());
    return page(at);
  }

  /** A page that says what went wrong, in the site's own look. */
  public PageResponse error(PageRequest request, int status, String heading, String message) {
    Snapshot snapshot = snapshots.get();
    return Txn.calculateRead(
        snapshot.dataset(),
        () -> {
          PageRequest sound = request.without(request.faults().keySet());
          return html(context(sound, snapshot), problem(status, heading, message));
        });
  }

  private PageContext context(PageRequest request, Snapshot snapshot) {
    return new PageContext(request, snapshot, prepared(snapshot).graph(), LocalDate.now(clock));
  }

  private static boolean isPage(String path) {
    return switch (path) {
      case "/",
          "/timeline",
          "/network",
          "/disputes",
          "/disagreements",
          "/documents",
          "/map",
          "/queries",
          "/search",
          "/search/suggestions",
          "/terms.json" ->
          true;
      default -> path.startsWith("/page/") || path.startsWith("/queries/");
    };
  }

  private PageResponse page(PageRequest request) {
    Snapshot snapshot = snapshots.get();
    List<Object> key =
        List.of(
            snapshot.version(),
            request.path(),
            request.parameters(),
            request.acceptLanguages(),
            request.publicUrl(),
            LocalDate.now(clock));
    PageResponse known = kept.get(key);
    if (known != null) {
      return known;
    }
    PageResponse made = Txn.calculateRead(snapshot.dataset(), () -> make(request, snapshot));
    if (made.status() == 200) {
      kept.put(key, made, made.body().length);
    }
    return made;
  }

  private PageResponse make(PageRequest request, Snapshot snapshot) {
    Map<String, String> faults = request.faults();
    PageContext page = context(request.without(faults.keySet()), snapshot);
    if (!faults.isEmpty()) {
      return unreadable(page, faults);
    }
    String path = request.path();
    if (path.equals("/") && page.parameter("q").isPresent()) {
      return moved(page, page.urls().page("/search", PageFrame.current(page)));
    }
    if (path.equals("/search/suggestions")) {
      return json(page, SearchPage.suggestions(page, search(page)));
    }
    if (path.equals("/terms.json")) {
      return json(page, EditorPage.terms(page));
    }
    View view = view(page, path);
    faults = view.status() == 200 ? faults(view, page, path) : Map.of();
    if (!faults.isEmpty()) {
      return unreadable(context(request.without(faults.keySet()), snapshot), faults);
    }
    String format = page.parameter("format").orElse("html");
    Optional<PageResponse> file =
        switch (format) {
          case "csv", "json" ->
              view.tables().stream()
                  .filter(
                      table -> page.parameter("table").orElse(table.name()).equals(table.name()))
                  .findFirst()
                  .map(table -> file(page, table, format));
          case "svg" ->
              view.pictures().stream()
                  .filter(each -> page.parameter("picture").orElse(each.id()).equals(each.id()))
                  .findFirst()
                  .map(
                      each ->
                          file(
                              page,
                              "image/svg+xml; charset=utf-8",
                              named(page, each.id() + ".svg"),
                              standalone(each.wide())));
          default -> Optional.empty();
        };
    if (file.isPresent()) {
      return file.get();
    }
    return html(page, view);
  }

  /** What is wrong with the parameters of a page, though it may be right on another day. */
  private Map<String, String> faults(View view, PageContext page, String path) {
    Map<String, String> faults = view.faults(page);
    if (faults.isEmpty() || page.asOf() == null) {
      return faults;
    }
    PageContext always = context(page.request().without(List.of("asof")), page.snapshot());
    return view(always, path).faults(always);
  }

  private PageResponse unreadable(PageContext page, Map<String, String> faults) {
    return html(
        page,
        problem(400, "This address can’t be read", String.join(" ", faults.values()))
            .with("instead", page.urls().page(page.request().path(), PageFrame.current(page))));
  }

  private View view(PageContext page, String path) {
    return switch (path) {
      case "/" -> HomePage.view(page, gallery);
      case "/timeline" -> TimelinePage.view(page);
      case "/network" -> NetworkPage.view(page);
      case "/disputes" -> DisputesPage.view(page);
      case "/disagreements" -> DisagreementsPage.view(page);
      case "/documents" -> DocumentsPage.view(page);
      case "/map" -> MapPage.view(page);
      case "/queries" -> queries.view(page);
      case "/search" -> SearchPage.view(page, search(page), gallery);
      case "/sparql" -> EditorPage.view(page, gallery);
      default ->
          path.startsWith("/queries/")
              ? queries
                  .view(page, path.substring("/queries/".length()))
                  .orElseGet(
                      () ->
                          problem(
                              404, "No such question", "The gallery has no question of that name."))
              : entity(page, path.substring("/page/".length()));
    };
  }

  private View entity(PageContext page, String identifier) {
    Node thing =
        identifier.matches("[^\\s<>\"{}|^`\\\\]+/[^\\s<>\"{}|^`\\\\]+") ? Ent.id(identifier) : null;
    if (thing == null || !page.graph().knows(thing)) {
      return problem(
          404,
          "Nothing of that name",
          "The graph knows nothing of that name. Search for it above.");
    }
    if (page.graph().isAny(thing, "Withdrawn")) {
      String reason =
          page.graph().object(thing, Voc.ent("reason")).map(GraphReader::text).orElse("");
      return problem(410, "Withdrawn", "This was taken back. " + reason);
    }
    Map<String, Object> model = new EntityPage(page, thing).model();
    if (ActorTeller.isDocument(thing) && page.shows(thing)) {
      List<Reading.Paragraph> reading = new Reading(page, texts).of(thing);
      model.put("reading", reading);
      model.put("passages", reading.stream().mapToInt(each -> each.passages().size()).sum());
      model.put("readingQuery", Reading.query(thing));
    }
    model.put("identifier", identifier);
    View view = View.of("entity", model).with((DataTable) model.get("table"));
    for (Object each : (List<?>) model.get("sections")) {
      Section section = (Section) each;
      view = view.with(section.picture());
      view = section.table() == null ? view : view.with(section.table());
    }
    return view;
  }

  private static View problem(int status, String heading, String message) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("title", heading);
    model.put("heading", heading);
    model.put("message", message);
    model.put("instead", null);
    return View.of("problem", model).status(status);
  }

  private PageResponse html(PageContext page, View view) {
    Map<String, Object> model = new LinkedHashMap<>(view.model());
    PageFrame.fill(model, page, view.status() == 200);
    String template =
        page.parameter("fragment").isPresent() && view.template().equals("answer")
            ? "fragment"
            : view.template();
    Map<String, String> headers = headers(page);
    headers.put(
        "Content-Security-Policy",
        view.template().equals("editor")
            ? POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
            : POLICY);
    String text = templates.render(template, model);
    headers.put("Content-Language", page.names().language());
    return PageResponse.of(view.status(), HTML, text, headers);
  }

  private static Map<String, String> headers(PageContext page) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Vary", "Accept, Accept-Language");
    headers.put("Cache-Control", "no-cache");
    return headers;
  }

  private static PageResponse moved(PageContext page, String address) {
    Map<String, String> headers = headers(page);
    headers.put("Location", address);
    return PageResponse.of(303, "text/plain; charset=utf-8", address + "\n", headers);
  }

  private static PageResponse json(PageContext page, String json) {
    return PageResponse.of(200, "application/json; charset=utf-8", json, headers(page));
  }

  /** A file's name with that of the page it is of, and of the day. */
  private static String named(PageContext page, String file) {
    String path = page.request().path().replaceFirst("^/(page/)?", "");
    String day = page.asOf() == null ? "" : page.asOf() + "-";
    return (path.isEmpty() ? "home" : path) + "-" + day + file;
  }

  private static PageResponse file(PageContext page, DataTable table, String format) {
    return format.equals("csv")
        ? file(page, "text/csv; charset=utf-8", named(page, table.name() + ".csv"), table.csv())
        : file(
            page,
            "application/json; charset=utf-8",
            named(page, table.name() + ".json"),
            table.json());
  }

  private static PageResponse file(PageContext page, String type, String name, String body) {
    Map<String, String> headers = headers(page);
    headers.put(
        "Content-Disposition",
        "attachment; filename=\"" + name.replaceAll("[^A-Za-z0-9._-]", "-") + "\"");
    headers.put("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
    return PageResponse.of(200, type, body, headers);
  }

  private String standalone(String picture) {
    int end = picture.indexOf('>') + 1;
    return picture.substring(0, end)
        + "<style>"
        + assets
            .text("explore.css")
            .replaceAll("(?s)@media.*?\\{.*?\\}\\s*\\}", "")
            .replace("<", "")
        + "</style>"
        + picture.substring(end);
  }

  private NameSearch search(PageContext page) {
    SearchIndex index = prepared(page.snapshot()).index();
    return index == null ? new TextSearch(page.snapshot(), runner) : index;
  }

  private Prepared prepared(Snapshot snapshot) {
    Prepared now = prepared;
    if (now == null || !now.version().equals(snapshot.version())) {
      synchronized (this) {
        now = prepared;
        if (now == null || !now.version().equals(snapshot.version())) {
          GraphReader graph = GraphReader.of(snapshot.dataset());
          SearchIndex index = graph.isVast() ? null : new SearchIndex(graph);
          now = new Prepared(snapshot.version(), graph, index);
          prepared = now;
        }
      }
    }
    return now;
  }

  /** Prepares the pages that are asked for first; to be called when a graph begins to be served. */
  public void warm(URI publicUrl) {
    for (String path :
        List.of(
            "/", "/timeline", "/network", "/disputes", "/disagreements", "/documents", "/map")) {
      respond(new PageRequest(path, Map.of(), List.of("en"), publicUrl));
    }
  }
}
