package org.entente.explore;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;

/** Everything in the graph that has a place in time, in lanes. */
final class Marks {
  static final String OFFICE = "In office";

  /** Lanes in the order in which they are shown, each with the classes that belong to it. */
  private static final Map<String, List<String>> LANES = lanes();

  private final PageContext page;
  private final GraphReader graph;

  Marks(PageContext page) {
    this.page = page;
    this.graph = page.graph();
  }

  private static Map<String, List<String>> lanes() {
    Map<String, List<String>> lanes = new LinkedHashMap<>();
    lanes.put("Summits", List.of("Summit"));
    lanes.put("Calls and talks", List.of("Call", "Meeting", "Dialogue", "Conference"));
    lanes.put("Visits", List.of("Visit"));
    lanes.put("Agreements", List.of("Agreement", "Signing"));
    lanes.put("Courts", List.of("Ruling", "Lawsuit", "Seizure"));
    lanes.put("Measures", List.of("Measure"));
    lanes.put(
        "Elections, office", List.of("Election", "Inauguration", "Resignation", "Appointment"));
    return lanes;
  }

  /** Names of the lanes. */
  static List<String> names() {
    List<String> names = new ArrayList<>(LANES.keySet());
    names.add(0, OFFICE);
    names.add("Other events");
    return names;
  }

  /** Names of the lanes in which events are. */
  static List<String> eventLanes() {
    return names().stream()
        .filter(lane -> !lane.equals(OFFICE) && !lane.equals("Measures"))
        .toList();
  }

  /** All marks that have a date, lane by lane, each lane in order of time. */
  List<TimeMark> all() {
    List<TimeMark> marks = new ArrayList<>();
    for (Node tenure : Things.of(graph, Voc.ent("Tenure"))) {
      tenure(tenure).ifPresent(marks::add);
    }
    for (Node event : Things.of(graph, Voc.EVENT)) {
      add(marks, event, lane(event), false);
    }
    for (Node agreement : Things.of(graph, Voc.ent("Agreement"))) {
      add(marks, agreement, "Agreements", false);
    }
    for (Node measure : Things.of(graph, Voc.ent("Measure"))) {
      add(marks, measure, "Measures", false);
    }
    for (Node plan : Things.of(graph, Voc.ent("Plan"))) {
      String lane =
          graph.object(plan, Voc.ent("planOf")).map(this::laneOfClass).orElse("Other events");
      add(marks, plan, lane, true);
    }
    List<String> order = names();
    marks.sort(
        Comparator.comparingInt((TimeMark mark) -> order.indexOf(mark.lane()))
            .thenComparing(mark -> mark.span().first())
            .thenComparing(TimeMark::label));
    return marks;
  }

  /** The last day on which something can have been; null when that is open on the reader's day. */
  LocalDate endedBy(Span span) {
    return page.endedBy(span);
  }

  /** Whether something can be drawn: a day of it is known, no later than the reader's day. */
  private boolean hasPlace(Span span) {
    return span.first() != null && page.shows(span);
  }

  private void add(List<TimeMark> marks, Node thing, String lane, boolean plan) {
    Span span = Span.of(graph, thing);
    if (!hasPlace(span)) {
      return;
    }
    boolean lasts = graph.isAny(thing, "Measure");
    marks.add(
        new TimeMark(
            thing,
            List.of(page.names().link(thing)),
            page.urls().evidence(thing),
            when(thing, span),
            span,
            lane,
            plan,
            lasts));
  }

  /**
   * When a thing was, in words and as EDTF, which is empty for what the graph has but bounds of.
   */
  Cell date(Node thing, Span span) {
    return Cell.date(when(thing, span), edtf(thing));
  }

  private String edtf(Node thing) {
    for (String property : List.of("date", "signedOn", "plannedDate")) {
      Optional<Node> date = graph.object(thing, Voc.ent(property));
      if (date.isPresent()) {
        return GraphReader.text(date.get());
      }
    }
    String begin = graph.object(thing, Voc.ent("begin")).map(GraphReader::text).orElse("");
    String end =
        graph.object(thing, Voc.ent("end")).filter(page::shows).map(GraphReader::text).orElse("");
    return begin.isEmpty() && end.isEmpty() ? "" : begin + "/" + end;
  }

  /**
   * When a thing was, in words: its date as it is told, or else its bounds, of which one is known.
   */
  String when(Node thing, Span span) {
    for (String property : List.of("date", "signedOn", "plannedDate", "begin")) {
      Optional<Node> date = graph.object(thing, Voc.ent(property));
      if (date.isPresent()) {
        String begin = page.names().text(date.get());
        return property.equals("begin")
            ? "from "
                + begin
                + graph
                    .object(thing, Voc.ent("end"))
                    .filter(page::shows)
                    .map(e -> " until " + page.names().text(e))
                    .orElse("")
            : begin;
      }
    }
    LocalWords words = new LocalWords(span);
    return words.text();
  }

  /** Bounds in words. */
  private record LocalWords(Span span) {
    String text() {
      if (span.earliestBegin() == null && span.latestBegin() != null) {
        return "by " + DateWords.of(span.latestBegin());
      }
      return span.first().equals(span.last())
          ? DateWords.of(span.first())
          : DateWords.of(span.first()) + " to " + DateWords.of(span.last());
    }
  }

  private Optional<TimeMark> tenure(Node tenure) {
    Optional<Node> person = graph.object(tenure, Voc.MEMBER);
    Optional<Node> post = graph.object(tenure, Voc.ent("post"));
    Span span = Span.of(graph, tenure);
    if (person.isEmpty() || post.isEmpty() || !hasPlace(span)) {
      return Optional.empty();
    }
    if (!graph.isAny(post.get(), "HeadOfState", "HeadOfGovernment")) {
      return Optional.empty();
    }
    List<Piece> name =
        List.of(page.names().link(person.get()), Piece.of(", "), page.names().link(post.get()));
    return Optional.of(
        new TimeMark(
            tenure,
            name,
            page.urls().of(person.get()),
            when(tenure, span),
            span,
            OFFICE,
            false,
            true));
  }

  /** The lane of an event. */
  String lane(Node event) {
    for (Map.Entry<String, List<String>> lane : LANES.entrySet()) {
      if (graph.isAny(event, lane.getValue().toArray(String[]::new))) {
        return lane.getKey();
      }
    }
    return "Other events";
  }

  private String laneOfClass(Node type) {
    String local = EntityGroups.local(type);
    for (Map.Entry<String, List<String>> lane : LANES.entrySet()) {
      if (lane.getValue().contains(local)) {
        return lane.getKey();
      }
    }
    return "Other events";
  }
}
