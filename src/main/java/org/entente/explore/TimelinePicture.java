package org.entente.explore;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws things in time, in lanes. A day is a dot; a longer date a bar whose ends fade where they
 * are not known; a plan is hollow. Rows are packed so that no label touches another.
 */
final class TimelinePicture {
  private static final int WIDTH = 1136;
  private static final int GUTTER = 148;
  private static final int TOP = 34;
  private static final int ROW = 24;
  private static final int FONT = 12;
  private static final int LABEL_ROOM = 430;
  private static final int PAD = 10;

  /** Room to the right of the last day, for the labels of what lasts until then. */
  private static final int MARGIN = 200;

  private final LocalDate from;
  private final LocalDate to;
  private final double days;

  TimelinePicture(LocalDate from, LocalDate to) {
    this.from = from;
    this.to = to.isAfter(from) ? to : from.plusDays(1);
    this.days = ChronoUnit.DAYS.between(this.from, this.to);
  }

  /** A mark with its place. */
  private record Placed(
      TimeMark mark, double x1, double x2, double textX, boolean left, String text) {
    double begin() {
      return left ? textX - Svg.width(text, FONT) : x1 - 6;
    }

    double end() {
      return left ? x2 + 6 : textX + Svg.width(text, FONT);
    }
  }

  /** The picture of these marks, by lane in the order in which lanes first occur. */
  String draw(String id, String title, List<TimeMark> marks, LocalDate asOf) {
    Map<String, List<List<Placed>>> lanes = new LinkedHashMap<>();
    for (TimeMark mark : marks) {
      lanes.computeIfAbsent(mark.lane(), lane -> new ArrayList<>());
    }
    lanes.forEach((lane, rows) -> rows.addAll(pack(lane, marks)));
    int height = TOP + PAD;
    for (List<List<Placed>> rows : lanes.values()) {
      height += rows.size() * ROW + PAD;
    }
    Svg svg = new Svg(id, WIDTH, height, title);
    axis(svg);
    double y = TOP;
    int number = 0;
    for (Map.Entry<String, List<List<Placed>>> lane : lanes.entrySet()) {
      int room = lane.getValue().size() * ROW + PAD;
      svg.rect(0, y, WIDTH, room, 0, number % 2 == 0 ? "lane even" : "lane");
      grid(svg, y, room);
      svg.text(12, y + PAD / 2.0 + 16, lane.getKey(), "start", "lane-title");
      double rowY = y + PAD / 2.0 + ROW / 2.0;
      for (List<Placed> row : lane.getValue()) {
        for (Placed placed : row) {
          mark(svg, placed, rowY, id, number % 8);
        }
        rowY += ROW;
      }
      y += room;
      number++;
    }
    if (asOf != null && !asOf.isBefore(from) && !asOf.isAfter(to)) {
      svg.line(x(asOf), TOP - 6, x(asOf), height, "as-of");
    }
    return svg.build();
  }

  private double x(LocalDate day) {
    double share = ChronoUnit.DAYS.between(from, day) / days;
    return GUTTER + Math.max(0, Math.min(1, share)) * (WIDTH - GUTTER - MARGIN);
  }

  private List<List<Placed>> pack(String lane, List<TimeMark> marks) {
    List<Placed> all = new ArrayList<>();
    for (TimeMark mark : marks) {
      if (mark.lane().equals(lane)) {
        all.add(place(mark));
      }
    }
    all.sort(Comparator.comparingDouble(Placed::begin));
    List<List<Placed>> rows = new ArrayList<>();
    for (Placed placed : all) {
      List<Placed> free = null;
      for (List<Placed> row : rows) {
        if (row.get(row.size() - 1).end() + 10 < placed.begin()) {
          free = row;
          break;
        }
      }
      if (free == null) {
        free = new ArrayList<>();
        rows.add(free);
      }
      free.add(placed);
    }
    return rows;
  }

  private Placed place(TimeMark mark) {
    Span span = mark.span();
    LocalDate begin = span.first() == null ? from : span.first();
    LocalDate end = mark.lasts() && span.latestEnd() == null ? lastKnown(span) : span.last();
    double x1 = x(begin);
    double x2 = Math.max(x(end == null ? begin : end), x1);
    String text = Svg.fit(mark.label(), FONT, LABEL_ROOM);
    double width = Svg.width(text, FONT);
    boolean left = x2 + 10 + width > WIDTH - 8 && x1 - 10 - width > GUTTER;
    double textX = left ? x1 - 10 : x2 + 10;
    if (!left && textX + width > WIDTH - 8) {
      textX = WIDTH - 8 - width;
    }
    return new Placed(mark, x1, x2, textX, left, text);
  }

  private LocalDate lastKnown(Span span) {
    return span.earliestEnd() != null ? span.earliestEnd() : span.last();
  }

  private void mark(Svg svg, Placed placed, double y, String id, int colour) {
    TimeMark mark = placed.mark();
    svg.open(mark.href(), mark.hint(), "mark c" + colour + (mark.plan() ? " plan" : ""));
    double width = placed.x2() - placed.x1();
    if (width < 4) {
      svg.circle(placed.x1() + width / 2, y, 5, "dot");
    } else {
      bar(svg, placed, y);
    }
    svg.text(placed.textX(), y + 4, placed.text(), placed.left() ? "end" : "start", "label");
    svg.close(mark.href());
  }

  /** A bar: solid where it certainly was, fading where it possibly was. */
  private void bar(Svg svg, Placed placed, double y) {
    TimeMark mark = placed.mark();
    double solidFrom = placed.x1();
    double solidTo = placed.x2();
    Span span = mark.span();
    if (mark.lasts()) {
      solidFrom =
          span.latestBegin() == null ? placed.x1() : Math.min(x(span.latestBegin()), placed.x2());
      solidTo = span.earliestEnd() == null ? solidFrom : Math.max(x(span.earliestEnd()), solidFrom);
      svg.rect(placed.x1(), y - 5, placed.x2() - placed.x1(), 10, 5, "soft");
      if (solidTo - solidFrom >= 2) {
        svg.rect(solidFrom, y - 5, solidTo - solidFrom, 10, 3, "solid");
      } else {
        svg.circle((solidFrom + solidTo) / 2, y, 4, "dot");
      }
      return;
    }
    double third = (solidTo - solidFrom) / 4;
    svg.rect(solidFrom, y - 5, solidTo - solidFrom, 10, 5, "soft");
    svg.rect(solidFrom + third, y - 5, third * 2, 10, 5, "mid");
  }

  private void axis(Svg svg) {
    for (LocalDate tick : ticks()) {
      svg.text(x(tick), 20, tickLabel(tick), "middle", "tick");
    }
  }

  private void grid(Svg svg, double y, double height) {
    for (LocalDate tick : ticks()) {
      svg.line(x(tick), y, x(tick), y + height, tick.getMonthValue() == 1 ? "grid year" : "grid");
    }
  }

  private List<LocalDate> ticks() {
    int months =
        days > 366 * 70
            ? 240
            : days > 366 * 30
                ? 120
                : days > 366 * 12
                    ? 24
                    : days > 366 * 6 ? 12 : days > 366 * 2.2 ? 6 : days > 366 * 1.2 ? 3 : 1;
    List<LocalDate> ticks = new ArrayList<>();
    LocalDate tick =
        months >= 12
            ? LocalDate.of(from.getYear() - Math.floorMod(from.getYear(), months / 12), 1, 1)
            : LocalDate.of(from.getYear(), 1, 1);
    for (; !tick.isAfter(to); tick = tick.plusMonths(months)) {
      if (!tick.isBefore(from) && x(tick) < WIDTH - 30 && x(tick) > GUTTER + 4) {
        ticks.add(tick);
      }
    }
    return ticks;
  }

  private String tickLabel(LocalDate tick) {
    return tick.getMonthValue() == 1
        ? Integer.toString(tick.getYear())
        : DateWords.brief(tick).split(" ")[1];
  }
}
