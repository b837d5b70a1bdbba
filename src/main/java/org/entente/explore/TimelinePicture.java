package org.entente.explore;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws things in time, in lanes. A day is a dot; a longer date an even bar; what lasts is solid
 * where that is certain and faint where it is possible; a plan is hollow. Rows are packed so that
 * no label touches another.
 */
final class TimelinePicture {
  private static final int ROW = 24;

  /** How far the first line of a label is below its mark, and each further line below that. */
  private static final int BELOW = 18;

  private static final int LINE = 16;

  private static final int FONT = 12;
  private static final int TITLE = 13;
  private static final int PAD = 10;

  /** Half of the room that the year of a tick takes. */
  private static final int TICK = 18;

  private static final int EDGE = 8;

  /** How far a bar goes on, faint, where no day is known before or after which nothing was. */
  private static final int TAIL = 24;

  /** Below this width the names of lanes stand above them and not beside them. */
  private static final int WIDE_ENOUGH = 700;

  private static final double TICKS_APART = 62;
  private static final double MONTH = 30.44;
  private static final List<Period> STEPS =
      List.of(
          Period.ofDays(1),
          Period.ofDays(2),
          Period.ofDays(7),
          Period.ofDays(14),
          Period.ofMonths(1),
          Period.ofMonths(3),
          Period.ofMonths(6),
          Period.ofYears(1),
          Period.ofYears(2),
          Period.ofYears(5),
          Period.ofYears(10),
          Period.ofYears(20),
          Period.ofYears(50),
          Period.ofYears(100));

  private final int width;
  private final boolean wide;
  private final int gutter;
  private final int margin;
  private final int top;
  private final LocalDate from;
  private final LocalDate to;

  /** The day beyond which nothing is drawn; null for none. */
  private final LocalDate asOf;

  private final double days;

  private TimelinePicture(int width, LocalDate from, LocalDate to, LocalDate asOf) {
    this.asOf = asOf;
    this.width = width;
    this.wide = width >= WIDE_ENOUGH;
    this.gutter = wide ? 148 : 14;
    // Room to the right of the last day, for the labels of what lasts until then.
    this.margin = wide ? 200 : 14;
    this.top = 34;
    this.from = from;
    this.to = to.isAfter(from) ? to : from.plusDays(1);
    this.days = ChronoUnit.DAYS.between(this.from, this.to);
  }

  /** The picture of these marks, by lane in the order in which lanes first occur. */
  static Picture of(
      String id, String title, List<TimeMark> marks, LocalDate from, LocalDate to, LocalDate asOf) {
    return Picture.of(
        id,
        title,
        (name, width) -> new TimelinePicture(width, from, to, asOf).draw(name, title, marks));
  }

  private enum Side {
    RIGHT,
    LEFT,
    BELOW
  }

  /** A mark with its place. */
  private record Placed(
      TimeMark mark, double x1, double x2, double textX, Side side, List<List<Piece>> lines) {
    double begin() {
      double words = side == Side.LEFT ? textX - widest(lines) : textX;
      return Math.min(words, x1 - 6);
    }

    double end() {
      double words = side == Side.LEFT ? textX : textX + widest(lines);
      return Math.max(words, x2 + 6);
    }

    static double widest(List<List<Piece>> lines) {
      return lines.stream().mapToDouble(line -> Svg.width(line, FONT)).max().orElse(0);
    }
  }

  private String draw(String id, String title, List<TimeMark> marks) {
    Map<String, List<List<Placed>>> lanes = new LinkedHashMap<>();
    for (TimeMark mark : marks) {
      lanes.computeIfAbsent(mark.lane(), lane -> new ArrayList<>());
    }
    lanes.forEach((lane, rows) -> rows.addAll(pack(lane, marks)));
    int height = top + PAD;
    for (List<List<Placed>> rows : lanes.values()) {
      height += room(rows);
    }
    Svg svg = new Svg(id, width, height, title);
    axis(svg);
    double y = top;
    int number = 0;
    for (Map.Entry<String, List<List<Placed>>> lane : lanes.entrySet()) {
      int room = room(lane.getValue());
      svg.rect(0, y, width, room, 0, number % 2 == 0 ? "lane even" : "lane");
      grid(svg, y, room);
      svg.text(
          12,
          y + PAD / 2.0 + 16,
          Svg.fit(lane.getKey(), TITLE, (wide ? gutter : width) - 20),
          "start",
          "lane-title halo");
      double rowY = y + PAD / 2.0 + ROW / 2.0 + (wide ? 0 : ROW);
      for (List<Placed> row : lane.getValue()) {
        for (Placed placed : row) {
          mark(svg, placed, rowY, number % 8);
        }
        rowY += tall(row);
      }
      y += room;
      number++;
    }
    if (asOf != null && !asOf.isBefore(from) && !asOf.isAfter(to)) {
      svg.line(x(asOf), top - 6, x(asOf), height, "as-of");
    }
    return svg.build();
  }

  private int room(List<List<Placed>> rows) {
    return rows.stream().mapToInt(TimelinePicture::tall).sum() + PAD + (wide ? 0 : ROW);
  }

  private static int tall(List<Placed> row) {
    return row.stream()
        .filter(placed -> placed.side() == Side.BELOW)
        .mapToInt(placed -> ROW + BELOW + LINE * (placed.lines().size() - 1))
        .max()
        .orElse(ROW);
  }

  private double x(LocalDate day) {
    double share = ChronoUnit.DAYS.between(from, day) / days;
    return gutter + Math.max(0, Math.min(1, share)) * (width - gutter - margin);
  }

  private List<List<Placed>> pack(String lane, List<TimeMark> marks) {
    List<Placed> all = new ArrayList<>();
    for (TimeMark mark : marks) {
      if (mark.lane().equals(lane)) {
        all.add(place(mark));
      }
    }
    // Where every mark has a row of its own, time goes down the page.
    all.sort(Comparator.comparingDouble(wide ? Placed::begin : Placed::x1));
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

  /** To the right of the mark if there is room, else to the left, else below. */
  private Placed place(TimeMark mark) {
    Span span = mark.span();
    LocalDate begin = span.first() == null ? from : span.first();
    LocalDate end = mark.lasts() && span.latestEnd() == null ? lastKnown(span) : span.last();
    double x1 = x(begin);
    if (asOf != null && mark.lasts() && end != null && end.isAfter(asOf)) {
      end = asOf;
    }
    double x2 = Math.max(x(end == null ? begin : end), x1);
    if (span.earliestBegin() == null) {
      x1 = Math.max(gutter, x1 - TAIL);
    }
    boolean now = asOf != null && asOf.equals(end);
    if (mark.lasts() && span.latestEnd() == null && !now) {
      x2 = Math.min((double) width - margin, x2 + TAIL);
    }
    List<List<Piece>> whole = List.of(mark.name());
    double words = Placed.widest(whole);
    if (x2 + 10 + words <= width - EDGE) {
      return new Placed(mark, x1, x2, x2 + 10, Side.RIGHT, whole);
    }
    if (x1 - 10 - words >= (wide ? gutter : EDGE)) {
      return new Placed(mark, x1, x2, x1 - 10, Side.LEFT, whole);
    }
    int left = wide ? gutter : EDGE;
    List<List<Piece>> lines = Svg.lines(mark.name(), FONT, width - EDGE - (double) left);
    double below = Math.max(left, Math.min(x1 - 5, width - EDGE - Placed.widest(lines)));
    return new Placed(mark, x1, x2, below, Side.BELOW, lines);
  }

  private static LocalDate lastKnown(Span span) {
    return span.earliestEnd() != null ? span.earliestEnd() : span.last();
  }

  private void mark(Svg svg, Placed placed, double y, int colour) {
    TimeMark mark = placed.mark();
    svg.open(mark.href(), mark.hint(), "mark c" + colour + (mark.plan() ? " plan" : ""));
    double wide = placed.x2() - placed.x1();
    if (wide < 4) {
      svg.circle(placed.x1() + wide / 2, y, 5, "dot");
    } else {
      bar(svg, placed, y);
    }
    double line = placed.side() == Side.BELOW ? y + BELOW : y + 4;
    for (List<Piece> words : placed.lines()) {
      svg.text(placed.textX(), line, words, placed.side() == Side.LEFT ? "end" : "start", "label");
      line += LINE;
    }
    svg.close(mark.href());
  }

  /** A bar: what lasts is solid where it certainly was and faint where it possibly was. */
  private void bar(Svg svg, Placed placed, double y) {
    TimeMark mark = placed.mark();
    double solidFrom = placed.x1();
    double solidTo = placed.x2();
    Span span = mark.span();
    if (mark.lasts()) {
      solidFrom =
          span.latestBegin() == null ? placed.x1() : Math.min(x(span.latestBegin()), placed.x2());
      solidTo = span.earliestEnd() == null ? solidFrom : Math.max(x(span.earliestEnd()), solidFrom);
      solidTo = Math.min(solidTo, placed.x2());
      svg.rect(placed.x1(), y - 5, placed.x2() - placed.x1(), 10, 5, "soft");
      if (solidTo - solidFrom >= 2) {
        svg.rect(solidFrom, y - 5, solidTo - solidFrom, 10, 3, "solid");
      } else {
        svg.circle((solidFrom + solidTo) / 2, y, 4, "dot");
      }
      return;
    }
    // Any day of it is as likely as another: even from end to end.
    boolean faint = mark.plan() || span.earliestBegin() == null;
    svg.rect(solidFrom, y - 5, solidTo - solidFrom, 10, 5, faint ? "soft" : "mid");
  }

  private void axis(Svg svg) {
    for (LocalDate tick : ticks()) {
      double at = x(tick);
      boolean first = at < TICK;
      boolean last = at > width - TICK;
      svg.text(at, 20, tickLabel(tick), first ? "start" : last ? "end" : "middle", "tick");
    }
  }

  private void grid(Svg svg, double y, double height) {
    for (LocalDate tick : ticks()) {
      svg.line(x(tick), y, x(tick), y + height, tick.getMonthValue() == 1 ? "grid year" : "grid");
    }
  }

  /** As many as there is room for, at steps that are easy to read. */
  private List<LocalDate> ticks() {
    Period step = step();
    LocalDate tick = from;
    if (step.getYears() > 0) {
      tick = LocalDate.of(from.getYear() - Math.floorMod(from.getYear(), step.getYears()), 1, 1);
    } else if (step.getMonths() > 0) {
      tick = LocalDate.of(from.getYear(), 1, 1);
    }
    List<LocalDate> ticks = new ArrayList<>();
    for (; !tick.isAfter(to); tick = tick.plus(step)) {
      if (!tick.isBefore(from)) {
        ticks.add(tick);
      }
    }
    return ticks;
  }

  /** The shortest step at which the ticks have room. */
  private Period step() {
    double most = (width - gutter - margin) / TICKS_APART;
    for (Period step : STEPS) {
      if (days / (step.toTotalMonths() * MONTH + step.getDays()) <= most) {
        return step;
      }
    }
    return STEPS.get(STEPS.size() - 1);
  }

  private String tickLabel(LocalDate tick) {
    if (tick.getDayOfYear() == 1) {
      return Integer.toString(tick.getYear());
    }
    String[] words = DateWords.brief(tick).split(" ");
    return step().getDays() > 0 ? words[0] + " " + words[1] : words[1];
  }
}
