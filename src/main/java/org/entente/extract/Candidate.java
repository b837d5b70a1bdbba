package org.entente.extract;

import java.util.List;
import java.util.Map;

/**
 * Something that a document tells, proposed for the tables.
 *
 * @param document identifier of the document
 * @param number number of the candidate within the document, from 1
 * @param type kind
 * @param tableType concept of the scheme EventType
 * @param participants who takes part, persons first
 * @param date when; null when there is no basis for a value
 * @param place where; null when not told
 * @param placeState the state that the place lies in or is; null when not known
 * @param certainty how the text stands to it
 * @param content what was said, for statements; empty otherwise
 * @param direct whether the words are quoted
 * @param passages where the document tells it, the best first
 * @param confidence how likely it is right, from 0 to 1, measured on prepared documents
 * @param rules what made it, for explanations
 * @param addressee to whom something was said; null when not told
 * @param occasion number of the candidate on whose sidelines it took place; 0 when not told
 * @param slots what single slots rest on beside the passages
 */
public record Candidate(
    String document,
    int number,
    EventType type,
    String tableType,
    List<Participant> participants,
    EventDate date,
    String place,
    String placeState,
    Certainty certainty,
    String content,
    boolean direct,
    List<Passage> passages,
    double confidence,
    List<String> rules,
    Participant addressee,
    int occasion,
    Slots slots) {

  /**
   * Words of the document.
   *
   * @param start offset of the first code point
   * @param end offset after the last
   * @param quote the words
   */
  public record Passage(int start, int end, String quote) {
    /** Whether the words of another lie within these. */
    boolean contains(Passage other) {
      return start <= other.start && other.end <= end;
    }
  }

  /**
   * What single slots rest on where it is not the event's own words.
   *
   * @param date the words that tell the date; null where the passages hold them or none do
   * @param named by a participant's name, where it is named whom the passages only point to
   * @param offices by a participant's name, the office that the text tells of them
   * @param occasion the words that tell on whose sidelines it took place; null when none do
   * @param topic the words that tell what it was about; null when none do
   */
  public record Slots(
      Passage date,
      Map<String, Passage> named,
      Map<String, Office> offices,
      Passage occasion,
      Passage topic) {
    /** Nothing beside the passages. */
    public static final Slots NONE = new Slots(null, Map.of(), Map.of(), null, null);
  }

  /**
   * An office in which somebody takes part.
   *
   * @param title the title, in lower case
   * @param kind concept of the scheme PostKind
   * @param state the state whose office it is
   * @param passage where the text tells it
   */
  public record Office(String title, String kind, String state, Passage passage) {}

  /** The passage that proves it best. */
  public Passage passage() {
    return passages.get(0);
  }

  /** The same under another number. */
  Candidate numbered(int other) {
    return new Candidate(
        document,
        other,
        type,
        tableType,
        participants,
        date,
        place,
        placeState,
        certainty,
        content,
        direct,
        passages,
        confidence,
        rules,
        addressee,
        occasion,
        slots);
  }

  /** The same, made by other rules. */
  Candidate withRules(List<String> other) {
    return new Candidate(
        document,
        number,
        type,
        tableType,
        participants,
        date,
        place,
        placeState,
        certainty,
        content,
        direct,
        passages,
        confidence,
        other,
        addressee,
        occasion,
        slots);
  }

  /** The same, on the sidelines of another, as some words tell. */
  Candidate onSidelinesOf(int other, Passage words) {
    return new Candidate(
        document,
        number,
        type,
        tableType,
        participants,
        date,
        place,
        placeState,
        certainty,
        content,
        direct,
        passages,
        confidence,
        rules,
        addressee,
        other,
        new Slots(slots.date(), slots.named(), slots.offices(), words, slots.topic()));
  }
}
