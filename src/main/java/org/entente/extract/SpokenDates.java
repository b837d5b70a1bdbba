package org.entente.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.model.Edtf;

/**
 * Dates what is told as said without a date. In this order: "at the time" has the date told before
 * it; in a paragraph that tells of another time it has none; a speaker who spoke on a day of the
 * last week goes on speaking on it; a report whose opening names its day tells what was said on
 * that day; else what a dated document tells as said, it tells as said on its own day, unless it
 * has told of an encounter on another, or of many dates and no day near its own, as papers do. What
 * somebody "has said" was said on no day that is told.
 */
final class SpokenDates {
  /** Rule of a verb in the perfect tense: "has said". */
  static final String PERFECT = "tense:perfect";

  /** Rule of a verb of saying in the present tense: "says". */
  static final String SAYS = "tense:says";

  /** Rule of what is said to have been said "at the time". */
  static final String THEN = "time:then";

  /** How many days before the document a day counts as the news that it tells. */
  /** Length of the EDTF value of a day: "2024-05-03". */
  private static final int DAY = 10;

  private static final int NEWS_DAYS = 7;

  /** How many dates a text tells at least that reports no day of its own. */
  private static final int PAPER_DATES = 4;

  /** In which of the first paragraphs a report names its day. */
  private static final int OPENING = 2;

  private final LocalDate document;
  private final boolean spoken;
  private final boolean dateline;
  private final List<DateBinder.Told> told;
  private final int opening;

  /**
   * What the document says of its day.
   *
   * @param document its date; null when not known
   * @param spoken whether its title says that it gives what was said on that day
   * @param dateline whether it opens with place and day
   * @param told the dates that it tells
   * @param opening number of its first paragraph
   */
  SpokenDates(
      LocalDate document,
      boolean spoken,
      boolean dateline,
      List<DateBinder.Told> told,
      int opening) {
    this.document = document;
    this.spoken = spoken;
    this.dateline = dateline;
    this.told = List.copyOf(told);
    this.opening = opening;
  }

  /** The drafts of an article, in the order of the text, with the dates of what is said. */
  List<Draft> date(TextView view, List<Draft> drafts) {
    if (document == null) {
      return drafts;
    }
    EventDate news = news(view);
    long journeys = drafts.stream().filter(SpokenDates::isJourney).count();
    Map<String, EventDate> days = new TreeMap<>();
    List<Draft> out = new ArrayList<>();
    Draft last = null;
    Draft encounter = null;
    int paragraph = -1;
    for (Draft draft : drafts) {
      if (draft.span().paragraph() != paragraph) {
        paragraph = draft.span().paragraph();
        last = null;
      }
      Draft done = draft;
      if (isUndated(draft)) {
        done = dated(draft, last, days.get(speaker(draft)), news, encounter);
      } else if (journeys == 1 && isOfJourney(draft, encounter)) {
        done = after(draft, encounter.date(), "date:journey");
      } else if (isTold(draft)) {
        last = draft;
        boolean anchors =
            draft.type().isEncounter()
                && !draft.participants().isEmpty()
                && draft.date().basis() != EventDate.Basis.PREVIOUS_EVENT;
        encounter = anchors ? draft : encounter;
        if (draft.type().isSpeech() && isNear(draft.date())) {
          days.put(speaker(draft), draft.date());
        }
      }
      out.add(done);
    }
    return out;
  }

  private static boolean isJourney(Draft draft) {
    return draft.type() == EventType.VISIT
        && draft.certainty() == Certainty.ASSERTED
        && !draft.traits().anaphoric();
  }

  private Draft dated(Draft draft, Draft last, EventDate day, EventDate news, Draft encounter) {
    if (draft.rules().contains(THEN)) {
      EventDate then = before(draft);
      return then == null ? draft : after(draft, then);
    }
    if (last != null && !isNear(last.date()) || draft.rules().contains(PERFECT)) {
      return draft;
    }
    EventDate spokenOn = day != null ? day : news;
    if (spokenOn != null && !draft.rules().contains(SAYS)) {
      return after(draft, spokenOn);
    }
    if (draft.type() != EventType.STATEMENT) {
      return draft;
    }
    String own = document.toString();
    if (!spoken && !dateline && isPaper()) {
      return draft;
    }
    boolean elsewhere = encounter != null && !encounter.date().edtf().equals(own);
    if (elsewhere || !spoken && !dateline && isOfOtherTime(draft)) {
      return draft;
    }
    return draft.withDate(
        new EventDate(own, EventDate.Basis.DOCUMENT_DATE, own, -1, -1), "date:document-day");
  }

  /** The date that the paragraph tells last before a draft; null when it tells none. */
  private EventDate before(Draft draft) {
    EventDate before = null;
    for (DateBinder.Told date : told) {
      if (date.paragraph() == draft.span().paragraph()
          && date.value() != null
          && date.value().start() < draft.span().start()) {
        before = date.value();
      }
    }
    return before;
  }

  private static Draft after(Draft draft, EventDate told) {
    return after(draft, told, "date:news-day");
  }

  private static Draft after(Draft draft, EventDate told, String rule) {
    EventDate date =
        new EventDate(
            told.edtf(), EventDate.Basis.PREVIOUS_EVENT, told.edtf(), told.start(), told.end());
    return draft.withDate(date, rule);
  }

  /** Whom one met on a journey of one day was met on that day, where the text tells of no other. */
  private boolean isOfJourney(Draft draft, Draft journey) {
    if (journey == null
        || journey.type() != EventType.VISIT
        || draft.date() != null
        || draft.certainty() != Certainty.ASSERTED
        || !draft.type().isEncounter()
        || draft.type() == EventType.VISIT
        || draft.traits().anaphoric()
        || journey.date().edtf().length() != DAY) {
      return false;
    }
    String day = journey.date().edtf();
    return told.stream().allMatch(t -> t.value() == null || t.value().edtf().equals(day))
        && draft.participants().stream()
            .anyMatch(
                p -> journey.participants().stream().anyMatch(q -> q.name().equals(p.name())));
  }

  /** The day of which a report tells, as its opening names it; null when it names none. */
  private EventDate news(TextView view) {
    if (spoken) {
      return null;
    }
    EventDate news = null;
    for (DateBinder.Told date : told) {
      boolean opens = date.paragraph() < opening + OPENING;
      boolean day = opens && date.value() != null && isNewsDay(view, date.value());
      if (day && (news == null || news.edtf().compareTo(date.value().edtf()) < 0)) {
        news = date.value();
      }
    }
    return news;
  }

  /** "on Tuesday", "yesterday": so a report names its own days; others have numbers. */
  private boolean isNewsDay(TextView view, EventDate date) {
    return date.basis() == EventDate.Basis.DOCUMENT_DATE
        && date.edtf().length() == DAY
        && LocalDate.parse(date.edtf()).plusDays(NEWS_DAYS).isAfter(document)
        && !LocalDate.parse(date.edtf()).isAfter(document)
        && view.text().substring(date.start(), date.end()).chars().noneMatch(Character::isDigit);
  }

  /** Whether a sentence or one before it in its paragraph tells of a time long past, or unknown. */
  private boolean isOfOtherTime(Draft draft) {
    return told.stream()
        .anyMatch(
            t ->
                t.paragraph() == draft.span().paragraph()
                    && t.sentence() <= draft.span().sentence()
                    && (t.value() == null || !isNear(t.value())));
  }

  /** Whether a text tells of many dates and of no day near its own: then it is no report of one. */
  private boolean isPaper() {
    return told.size() >= PAPER_DATES
        && told.stream()
            .noneMatch(
                t -> t.value() != null && t.value().edtf().length() == DAY && isNear(t.value()));
  }

  private static boolean isUndated(Draft draft) {
    return draft.date() == null
        && draft.type().isSpeech()
        && !draft.traits().noun()
        && draft.certainty() == Certainty.ASSERTED;
  }

  /** Whether a draft tells of a time that goes on being told of. */
  private static boolean isTold(Draft draft) {
    return draft.date() != null
        && draft.certainty() == Certainty.ASSERTED
        && (!draft.traits().noun() || draft.traits().carried() || draft.type().isEncounter());
  }

  /** Whether something took place in the week before the document. */
  private boolean isNear(EventDate date) {
    return Edtf.parse(date.edtf())
        .map(Edtf::latestEnd)
        .filter(end -> end.plusDays(NEWS_DAYS).isAfter(document))
        .isPresent();
  }

  private static String speaker(Draft draft) {
    return draft.participants().isEmpty() ? "" : draft.participants().get(0).name();
  }
}
