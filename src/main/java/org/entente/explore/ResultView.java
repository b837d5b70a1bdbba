package org.entente.explore;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.entente.model.Edtf;
import org.entente.rdf.Ent;

/** Shows the answer to a query as what it is: a table, a chart, a timeline, a network, a map. */
final class ResultView {
  private static final int MARKS = 150;
  private static final int BARS = 40;

  private final PageContext page;
  private final Answer answer;

  ResultView(PageContext page, Answer answer) {
    this.page = page;
    this.answer = answer;
  }

  /**
   * An answer without the rows that are later than the day that the reader chose: by their first
   * date, or as they speak of something later.
   */
  static Answer asOf(PageContext page, Answer answer) {
    if (page.asOf() == null) {
      return answer;
    }
    Optional<String> dates = new ResultView(page, answer).dates();
    return new Answer(
        answer.variables(),
        answer.rows().stream()
            .filter(row -> row.values().stream().noneMatch(page.graph()::isLater))
            .filter(row -> dates.map(row::get).map(page::shows).orElse(true))
            .toList());
  }

  private Optional<String> dates() {
    return column(this::isDate);
  }

  /** The pictures that fit the answer, the most fitting first. */
  List<String> fitting() {
    List<String> views = new ArrayList<>();
    if (column(this::latitude).isPresent()) {
      views.add("map");
    }
    if (column(this::isDate).isPresent() && answer.rows().size() > 1) {
      views.add("timeline");
    }
    if (things().size() >= 2 && answer.rows().size() > 1) {
      views.add("network");
    }
    if (column(this::isNumber).isPresent()
        && answer.variables().size() > 1
        && answer.rows().size() > 1) {
      views.add("chart");
    }
    views.add("table");
    return views;
  }

  /** The picture of a kind; empty when the answer doesn't fit it. */
  Optional<Picture> picture(String view) {
    if (!fitting().contains(view)) {
      return Optional.empty();
    }
    return switch (view) {
      case "map" -> map();
      case "timeline" -> timeline();
      case "network" -> network();
      case "chart" -> chart();
      default -> Optional.empty();
    };
  }

  /** The answer as a table. */
  DataTable table(String name) {
    DataTable.Builder table =
        new DataTable.Builder(
            name,
            "Answer",
            answer.variables().stream().map(ResultView::words).toArray(String[]::new));
    for (Map<String, Node> row : answer.rows()) {
      Object[] cells = new Object[answer.variables().size()];
      for (int i = 0; i < cells.length; i++) {
        Node value = row.get(answer.variables().get(i));
        cells[i] = value == null ? null : cell(value);
      }
      table.row(cells);
    }
    return table.build();
  }

  /** The name of a variable in words: "sideA" as "side A". */
  private static String words(String variable) {
    return variable.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ");
  }

  /** What a reader sees of a value; a program gets a literal as it is. */
  private Cell cell(Node value) {
    Piece piece = link(value);
    List<Piece> words =
        piece.href() == null && piece.lang() == null
            ? Scripts.pieces(piece.text())
            : List.of(piece);
    return new Cell(
        List.of(new Cell.Value(words, value.isLiteral() ? GraphReader.text(value) : piece.text())),
        false);
  }

  /** A value as a link where it is a thing, or the label of one. */
  private Piece link(Node value) {
    Piece piece = page.names().link(value);
    if (value.isLiteral()) {
      Optional<Piece> document = Documents.called(page, piece.text());
      if (document.isPresent()) {
        return document.get();
      }
    }
    Node thing = thing(value);
    return piece.href() == null && thing != null
        ? new Piece(piece.text(), page.urls().of(thing), piece.lang())
        : piece;
  }

  /** The thing that a value is or names; null for none. */
  private Node thing(Node value) {
    return value.isLiteral()
        ? page.graph().named(GraphReader.text(value)).orElse(null)
        : Ent.identifier(value) == null ? null : value;
  }

  private interface Test {
    boolean passes(String column, Node value);
  }

  /** The first column of whose values all pass, and some are bound. */
  private Optional<String> column(Test test) {
    for (String column : answer.variables()) {
      boolean some = false;
      boolean all = true;
      for (Map<String, Node> row : answer.rows()) {
        Node value = row.get(column);
        if (value != null) {
          some = true;
          all &= test.passes(column, value);
        }
      }
      if (some && all) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }

  private boolean latitude(String column, Node value) {
    return column.matches("(?i)lat(itude)?") && isNumber(column, value);
  }

  private boolean longitude(String column, Node value) {
    return column.matches("(?i)(lon|long|longitude)") && isNumber(column, value);
  }

  private boolean isDate(String column, Node value) {
    if (!value.isLiteral()) {
      return false;
    }
    String type = value.getLiteralDatatypeURI();
    return Edtf.DATATYPE.equals(type) || type.endsWith("#date") || type.endsWith("#dateTime");
  }

  private boolean isNumber(String column, Node value) {
    return value.isLiteral()
        && value.getLiteralDatatype() instanceof XSDDatatype
        && value.getLiteralValue() instanceof Number
        && !isYear(column);
  }

  /** Whether a column counts years, which no chart compares. */
  private static boolean isYear(String column) {
    return column.matches("(?i)(.*_)?year");
  }

  private boolean isThing(String column, Node value) {
    Node thing = thing(value);
    return thing != null
        && Ent.identifier(thing)
            .matches(
                "(person|state|organisation|administration|place|event|agreement|dispute|document|measure|post)/.*");
  }

  private List<String> things() {
    List<String> columns = new ArrayList<>();
    for (String column : answer.variables()) {
      Test only = (name, value) -> name.equals(column) && isThing(name, value);
      boolean fits = answer.rows().stream().anyMatch(row -> row.get(column) != null);
      for (Map<String, Node> row : answer.rows()) {
        fits &= row.get(column) == null || only.passes(column, row.get(column));
      }
      if (fits) {
        columns.add(column);
      }
    }
    return columns;
  }

  /** What a row is called: the first value that is neither a date nor a number. */
  private Piece label(Map<String, Node> row, String not) {
    for (String column : answer.variables()) {
      Node value = row.get(column);
      if (value != null
          && !column.equals(not)
          && !isDate(column, value)
          && !isNumber(column, value)) {
        return link(value);
      }
    }
    return link(row.values().iterator().next());
  }

  private Optional<Picture> timeline() {
    String dates = column(this::isDate).orElseThrow();
    List<TimeMark> marks = new ArrayList<>();
    for (Map<String, Node> row : answer.rows()) {
      Node date = row.get(dates);
      Span span = date == null ? Span.UNKNOWN : span(date);
      if (span.first() != null && marks.size() < MARKS) {
        Piece label = label(row, dates);
        marks.add(
            new TimeMark(
                date,
                List.of(label),
                label.href(),
                page.names().text(date),
                span,
                dates,
                false,
                false));
      }
    }
    if (marks.isEmpty()) {
      return Optional.empty();
    }
    LocalDate first =
        marks.stream().map(m -> m.span().first()).min(LocalDate::compareTo).orElseThrow();
    LocalDate last =
        marks.stream().map(m -> m.span().last()).max(LocalDate::compareTo).orElseThrow();
    return Optional.of(
        TimelinePicture.of(
            "answer-picture",
            "Answer in time",
            marks,
            first.minusMonths(2),
            last.plusMonths(2),
            page.asOf()));
  }

  private static Span span(Node date) {
    LocalDate day = Span.day(date);
    return Edtf.DATATYPE.equals(date.getLiteralDatatypeURI())
        ? Span.of(date.getLiteralLexicalForm())
        : new Span(day, day, day, day);
  }

  private Optional<Picture> network() {
    List<String> columns = things();
    Optional<String> weight = column(this::isNumber);
    Map<List<Node>, List<Node>> pairs = new LinkedHashMap<>();
    for (Map<String, Node> row : answer.rows()) {
      Node one = row.get(columns.get(0)) == null ? null : thing(row.get(columns.get(0)));
      Node other = row.get(columns.get(1)) == null ? null : thing(row.get(columns.get(1)));
      if (one != null && other != null && !one.equals(other)) {
        List<Node> pair =
            one.toString().compareTo(other.toString()) < 0
                ? List.of(one, other)
                : List.of(other, one);
        Node times = weight.map(row::get).orElse(null);
        int count = times == null ? 1 : (int) Math.max(1, Math.min(MARKS, number(times)));
        pairs.computeIfAbsent(pair, p -> new ArrayList<>()).addAll(Collections.nCopies(count, one));
      }
    }
    List<Encounters.Tie> ties = new ArrayList<>();
    pairs.forEach((pair, rows) -> ties.add(new Encounters.Tie(pair.get(0), pair.get(1), rows)));
    return ties.isEmpty() || NetworkPage.strongest(ties).size() < ties.size()
        ? Optional.empty()
        : Optional.of(
            NetworkPicture.of(
                "answer-picture", "Answer as a network", ties, page.names()::link, tie -> null));
  }

  private Optional<Picture> map() {
    Optional<String> latitude = column(this::latitude);
    Optional<String> longitude = column(this::longitude);
    if (latitude.isEmpty() || longitude.isEmpty()) {
      return Optional.empty();
    }
    Map<String, MapPicture.Spot> spots = new TreeMap<>();
    for (Map<String, Node> row : answer.rows()) {
      Node lat = row.get(latitude.get());
      Node lon = row.get(longitude.get());
      if (lat != null && lon != null) {
        Piece label = label(row, latitude.get());
        spots.put(
            label.text(),
            new MapPicture.Spot(
                label,
                Double.parseDouble(GraphReader.text(lat)),
                Double.parseDouble(GraphReader.text(lon)),
                1));
      }
    }
    List<MapPicture.Spot> all = List.copyOf(spots.values());
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(MapPicture.of("answer-picture", "Answer as a map", all));
  }

  private Optional<Picture> chart() {
    String numbers = column(this::isNumber).orElseThrow();
    List<Map<String, Node>> rows =
        answer.rows().stream().filter(row -> row.get(numbers) != null).limit(BARS).toList();
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Picture.of(
                "answer-picture",
                "Answer as a chart",
                (id, width) -> chart(id, width, rows, numbers)));
  }

  /** Bars with their labels beside them, or above them where the picture is narrow. */
  private String chart(String id, int width, List<Map<String, Node>> rows, String numbers) {
    boolean wide = width == Picture.WIDE;
    int gutter = wide ? 380 : 10;
    int tall = wide ? 28 : 44;
    double most = rows.stream().mapToDouble(row -> number(row.get(numbers))).max().orElse(1);
    double unit = (width - gutter - 90) / Math.max(most, 1e-9);
    Svg svg = new Svg(id, width, rows.size() * tall + 16, "Answer as a chart");
    double y = 8;
    for (Map<String, Node> row : rows) {
      Piece label = label(row, numbers);
      String value = GraphReader.text(row.get(numbers));
      double end = gutter + Math.max(0, number(row.get(numbers))) * unit;
      double bar = wide ? y + 5 : y + 21;
      svg.open(label.href(), label.text() + ": " + value, "bar");
      if (wide) {
        svg.text(gutter - 10, y + 18, Svg.fit(label, 13, gutter - 20), "end", "label");
      } else {
        svg.text(gutter, y + 15, Svg.fit(label, 13, width - 20), "start", "label");
      }
      svg.rect(gutter, bar, end - gutter, 18, 3, "solid");
      svg.text(end + 8, bar + 13, value, "start", "label");
      svg.close(label.href());
      y += tall;
    }
    return svg.build();
  }

  private static double number(Node value) {
    return Double.parseDouble(GraphReader.text(value));
  }
}
