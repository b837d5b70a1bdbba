package org.entente.extract;

/**
 * A word, number or mark.
 *
 * @param start offset of its first character in the text view
 * @param end offset after its last
 * @param text the characters
 * @param lower the same in lower case
 */
record Token(int start, int end, String text, String lower) {

  /** Whether it begins with a capital letter. */
  boolean isCapital() {
    return Character.isUpperCase(text.charAt(0)) || Character.isTitleCase(text.charAt(0));
  }

  /** Whether it is a word, not a number or mark. */
  boolean isWord() {
    return Character.isLetter(text.charAt(0));
  }

  boolean isNumber() {
    return Character.isDigit(text.charAt(0));
  }

  /** Whether it consists of capitals only and has more than one; "II" is a number. */
  boolean isAcronym() {
    if (text.length() < 2 || isRoman()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isUpperCase(c) && !Character.isDigit(c) && c != '.') {
        return false;
      }
    }
    return Character.isUpperCase(text.charAt(0));
  }

  private boolean isRoman() {
    for (int i = 0; i < text.length(); i++) {
      if ("IVX".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  boolean is(String other) {
    return lower.equals(other);
  }
}
