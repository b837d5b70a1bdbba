package org.entente.explore;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything in time, in lanes. */
final class TimelinePage {
  private static final int SPAN_YEARS = 4;

  private TimelinePage() {}

  static View view(PageContext page) {
    List<TimeMark> all = new Marks(page).all();
    Filters filters = new Filters(page);
    List<TimeMark> marks = filters.apply(all);
    LocalDate[] window = window(page, marks);
    LocalDate from = window[0];
    LocalDate to = window[1];
    List<TimeMark> inside = new ArrayList<>();
    int before = 0;
    int after = 0;
    for (TimeMark mark : marks) {
      if (mark.span().last().isBefore(from)) {
        before++;
      } else if (mark.span().first().isAfter(to)) {
        after++;
      } else {
        inside.add(mark);
      }
    }
    Picture picture =
        inside.isEmpty()
            ? null
            : TimelinePicture.of("timeline-picture", "Timeline", inside, from, to, page.asOf());
    DataTable table = table(new Marks(page), marks);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("title", "Timeline");
    model.put("picture", picture);
    model.put("table", table);
    model.put("count", inside.size());
    model.put("before", before);
    model.put("after", after);
    model.put("from", DateWords.of(from));
    model.put("to", DateWords.of(to));
    model.put(
        "fields",
        List.of(
            filters.actors(all.stream().map(TimeMark::thing).toList()),
            filters.choice(
                "kind",
                "Kind",
                "everything",
                Marks.names().stream().map(lane -> new String[] {lane, lane}).toList()),
            filters.disputes(),
            filters.documents(),
            filters.certainty(true),
            Field.day("from", "From", from),
            Field.day("to", "To", to)));
    model.put("moves", moves(page, from, to, marks));
    return View.of("timeline", model).with(table).with(picture);
  }

  /** The time that is shown: what the reader chose, or the years that the documents are about. */
  private static LocalDate[] window(PageContext page, List<TimeMark> marks) {
    LocalDate from = page.parameter("from").map(PageContext::day).orElse(null);
    LocalDate to = page.parameter("to").map(PageContext::day).orElse(null);
    if (from == null || to == null || !to.isAfter(from)) {
      LocalDate[] usual = usual(marks);
      from = from == null ? usual[0] : from;
      to = to == null || !to.isAfter(from) ? usual[1] : to;
      if (!to.isAfter(from)) {
        to = from.plusYears(1);
      }
    }
    return new LocalDate[] {from, to};
  }

  /** The densest years. */
  private static LocalDate[] usual(List<TimeMark> marks) {
    int best = 0;
    int bestYear = LocalDate.EPOCH.getYear();
    for (TimeMark mark : marks) {
      int year = mark.span().first().getYear();
      int count = 0;
      for (TimeMark other : marks) {
        int otherYear = other.span().first().getYear();
        count += otherYear >= year && otherYear < year + SPAN_YEARS ? 1 : 0;
      }
      if (count > best || count == best && year < bestYear) {
        best = count;
        bestYear = year;
      }
    }
    return new LocalDate[] {
      LocalDate.of(bestYear, 1, 1), LocalDate.of(bestYear + SPAN_YEARS - 1, 12, 31)
    };
  }

  /** Links that move and zoom; each has a key. */
  private static List<Piece> moves(
      PageContext page, LocalDate from, LocalDate to, List<TimeMark> marks) {
    long days = ChronoUnit.DAYS.between(from, to);
    LocalDate first =
        marks.stream().map(m -> m.span().first()).min(LocalDate::compareTo).orElse(from);
    LocalDate last = marks.stream().map(m -> m.span().last()).max(LocalDate::compareTo).orElse(to);
    List<Piece> moves = new ArrayList<>();
    moves.add(move(page, "Earlier", from.minusDays(days / 2), to.minusDays(days / 2)));
    moves.add(move(page, "Later", from.plusDays(days / 2), to.plusDays(days / 2)));
    moves.add(move(page, "Zoom in", from.plusDays(days / 4), to.minusDays(days / 4)));
    moves.add(move(page, "Zoom out", from.minusDays(days / 2), to.plusDays(days / 2)));
    moves.add(move(page, "Everything", first.minusMonths(3), last.plusMonths(3)));
    return moves;
  }

  private static Piece move(PageContext page, String words, LocalDate from, LocalDate to) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String name : List.of("actor", "kind", "dispute", "document", "certainty")) {
      page.parameter(name).ifPresent(value -> parameters.put(name, value));
    }
    parameters.put("from", from.toString());
    parameters.put("to", to.toString());
    return new Piece(words, page.urls().page("/timeline", parameters), null);
  }

  private static DataTable table(Marks all, List<TimeMark> marks) {
    DataTable.Builder table =
        new DataTable.Builder(
            "timeline", "Everything in time", "Kind", "What", "When", "Earliest", "Latest", "Plan");
    for (TimeMark mark : marks) {
      table.row(
          mark.lane(),
          mark.link(),
          all.date(mark.thing(), mark.span()),
          mark.span().earliestBegin(),
          all.endedBy(mark.span()),
          mark.plan() ? "plan" : "");
    }
    return table.build();
  }
}
