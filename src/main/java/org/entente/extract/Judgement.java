package org.entente.extract;

import java.util.List;

/**
 * What an author, or somebody whom the text quotes, recommends or assesses.
 *
 * @param kind {@link #RECOMMENDATION}, or a concept of the scheme AssessmentKind
 * @param holders who judges: the speaker, or the authors whom the text names; empty for authors
 *     whom it does not name
 * @param addressee who should act; null when not told, and for assessments
 * @param about whom it concerns; null where it concerns relations
 * @param between the two states whose relations it concerns where {@code about} is null
 * @param content the words, as a sentence
 * @param passage where the document tells it
 * @param confidence how likely it is right, from 0 to 1
 * @param rules what made it, for explanations
 */
public record Judgement(
    String kind,
    List<Participant> holders,
    Participant addressee,
    Participant about,
    List<Participant> between,
    String content,
    Candidate.Passage passage,
    double confidence,
    List<String> rules) {

  /** The kind of what should be done. */
  public static final String RECOMMENDATION = "recommendation";

  boolean isRecommendation() {
    return kind.equals(RECOMMENDATION);
  }
}
