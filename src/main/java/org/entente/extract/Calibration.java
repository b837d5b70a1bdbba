package org.entente.extract;

/**
 * Turns the rules' score into a confidence: of the candidates at 0.8, eight in ten are right. The
 * two numbers are a logistic fit on prepared documents.
 */
final class Calibration {
  /** What is more likely wrong than right is not proposed. */
  static final double WORTH_PROPOSING = 0.5;

  private static final double SLOPE = 8.0;
  private static final double MIDDLE = 0.5;

  /** The confidence in a draft that a document tells so many times. */
  double confidence(Draft draft, int tellings) {
    double score = draft.score() + (tellings > 1 ? 0.05 : 0);
    double probability = 1 / (1 + Math.exp(-SLOPE * (score - MIDDLE)));
    return Math.round(probability * 100) / 100.0;
  }
}
