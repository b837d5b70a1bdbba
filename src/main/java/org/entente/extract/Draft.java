package org.entente.extract;

import java.util.ArrayList;
import java.util.List;

/**
 * An event as one sentence tells it, before the document is put together.
 *
 * @param type kind
 * @param tableType concept that a row gets
 * @param participants who takes part
 * @param place where; null when not told
 * @param date when; null when not told
 * @param certainty how the text stands to it
 * @param span where the words stand
 * @param content what was said, for statements; empty otherwise
 * @param direct whether the words are quoted
 * @param traits what else is known of it
 * @param score how sure the rules are, from 0 to 1, before calibration
 * @param rules rules that made it, in order
 * @param addressee to whom something was said; null when not told
 */
record Draft(
    EventType type,
    String tableType,
    List<Participant> participants,
    Place place,
    EventDate date,
    Certainty certainty,
    Span span,
    String content,
    boolean direct,
    Traits traits,
    double score,
    List<String> rules,
    Participant addressee) {

  /** A draft that is said to nobody in particular. */
  Draft(
      EventType type,
      String tableType,
      List<Participant> participants,
      Place place,
      EventDate date,
      Certainty certainty,
      Span span,
      String content,
      boolean direct,
      Traits traits,
      double score,
      List<String> rules) {
    this(
        type,
        tableType,
        participants,
        place,
        date,
        certainty,
        span,
        content,
        direct,
        traits,
        score,
        rules,
        null);
  }

  Draft withAddressee(Participant other) {
    return new Draft(
        type,
        tableType,
        participants,
        place,
        date,
        certainty,
        span,
        content,
        direct,
        traits,
        score,
        rules,
        other);
  }

  /**
   * Where words stand.
   *
   * @param start offset of the first character
   * @param end offset after the last
   * @param sentence number of the sentence
   * @param paragraph number of the paragraph
   * @param trigger index of the chunk that triggered it
   * @param phrase index of the chunk where the trigger's phrase begins
   */
  record Span(int start, int end, int sentence, int paragraph, int trigger, int phrase) {}

  /**
   * A place.
   *
   * @param name its name
   * @param state the state it lies in or is; null when not known
   */
  record Place(String name, String state) {}

  /**
   * What bears on how sure it is and what it may be merged with.
   *
   * @param noun whether a noun tells of it
   * @param anaphoric whether it points back ("the meeting")
   * @param named whether it has a name of its own ("East Asia Summit")
   * @param carried whether a verb carries the noun ("attend the summit")
   * @param reported whether it stands in what somebody is reported to have said
   */
  record Traits(
      boolean noun, boolean anaphoric, boolean named, boolean carried, boolean reported) {}

  Draft withDate(EventDate other, String rule) {
    return new Draft(
        type,
        tableType,
        participants,
        place,
        other,
        certainty,
        span,
        content,
        direct,
        traits,
        score,
        plus(rule),
        addressee);
  }

  Draft withParticipants(List<Participant> other, String rule) {
    return new Draft(
        type,
        tableType,
        other,
        place,
        date,
        certainty,
        span,
        content,
        direct,
        traits,
        score,
        plus(rule),
        addressee);
  }

  Draft withType(EventType other, String otherTable, String rule) {
    return new Draft(
        other,
        otherTable,
        participants,
        place,
        date,
        certainty,
        span,
        content,
        direct,
        traits,
        score,
        plus(rule),
        addressee);
  }

  Draft withCertainty(Certainty other, String rule) {
    return new Draft(
        type,
        tableType,
        participants,
        place,
        date,
        other,
        span,
        content,
        direct,
        traits,
        score,
        plus(rule),
        addressee);
  }

  Draft withSpan(int start, int end) {
    Span other = new Span(start, end, span.sentence, span.paragraph, span.trigger, span.phrase);
    return new Draft(
        type,
        tableType,
        participants,
        place,
        date,
        certainty,
        other,
        content,
        direct,
        traits,
        score,
        rules,
        addressee);
  }

  Draft withScore(double other) {
    return new Draft(
        type,
        tableType,
        participants,
        place,
        date,
        certainty,
        span,
        content,
        direct,
        traits,
        other,
        rules,
        addressee);
  }

  private List<String> plus(String rule) {
    List<String> more = new ArrayList<>(rules);
    more.add(rule);
    return List.copyOf(more);
  }
}
