package org.entente.explore;

import com.ibm.icu.text.Transliterator;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a name sounds, coarsely: so that a name written in kana or Hangul is found by how it is
 * romanised, and one that is native to either script by how the other transcribes it.
 *
 * <p>Kana and Hangul are transliterated by ICU (Hepburn, and the romanisation of the South Korean
 * ministry of 2000). Then what no transcription keeps apart is made one: voiced and unvoiced stops,
 * {@code l} and {@code r}, {@code f} and {@code h}, long and short vowels, the Korean vowels that
 * romanisations write in many ways, a glide after a consonant, a {@code u} at the end of a word.
 * Chinese characters have no sound here, for each language reads them in its own way.
 *
 * @param words its words
 * @param whole all of it as one word
 */
record Sound(List<String> words, String whole) {
  /** The least likeness of two sounds that are taken for one name. */
  static final double ALIKE = 0.8;

  /** Shorter sounds are one name only if they are equal. */
  private static final int SHORT = 5;

  private static final Sound NONE = new Sound(List.of(), "");

  /** Thread-safe, as those are that ICU makes of its own rules. */
  private static final Transliterator LATIN =
      Transliterator.getInstance("Katakana-Latin; Hiragana-Latin; Hangul-Latin; Latin-ASCII");

  /** What is made one: a pattern, and what takes its place. */
  private record Rule(Pattern pattern, String one) {
    Rule(String pattern, String one) {
      this(Pattern.compile(pattern), one);
    }
  }

  private static final List<Rule> RULES =
      List.of(
          new Rule("tch", "c"),
          new Rule("c(?![heiy])", "k"),
          new Rule("sh", "s"),
          new Rule("ch", "c"),
          new Rule("ts", "c"),
          new Rule("ph", "p"),
          new Rule("th", "t"),
          new Rule("kh", "k"),
          new Rule("ng", "n"),
          new Rule("ck", "k"),
          new Rule("j", "c"),
          new Rule("z", "c"),
          new Rule("q", "k"),
          new Rule("x", "ks"),
          new Rule("g", "k"),
          new Rule("d", "t"),
          new Rule("b", "p"),
          new Rule("v", "p"),
          new Rule("f", "h"),
          new Rule("l", "r"),
          new Rule("m(?=p)", "n"),
          new Rule("yeo", "yo"),
          new Rule("yae", "ye"),
          new Rule("eo", "o"),
          new Rule("eu", "u"),
          new Rule("ae", "e"),
          new Rule("oe", "e"),
          new Rule("oo", "u"),
          new Rule("ou", "o"),
          new Rule("ee", "i"),
          new Rule("ui", "i"),
          new Rule("(?<=[^aeiou])[yw](?=[aeiou])", ""),
          new Rule("(.)\\1+", "$1"),
          new Rule("(?<=[^aeiou])u$", ""));

  /** The sound of a name; of no length where it has no letter that tells one. */
  static Sound of(String name) {
    if (name.codePoints().anyMatch(c -> script(c) == UnicodeScript.HAN)) {
      return NONE;
    }
    String latin = isTranscription(name) ? LATIN.transliterate(name) : name;
    String plain =
        Normalizer.normalize(latin, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[\\p{M}'’ʼ-]", "");
    List<String> words = new ArrayList<>();
    for (String word : plain.split("[^a-z]+")) {
      if (!word.isEmpty()) {
        words.add(reduced(word));
      }
    }
    return words.isEmpty()
        ? NONE
        : new Sound(List.copyOf(words), reduced(plain.replaceAll("[^a-z]+", "")));
  }

  /** Whether a name is written in kana or Hangul. */
  static boolean isTranscription(String name) {
    return name.codePoints()
        .anyMatch(
            c ->
                switch (script(c)) {
                  case HANGUL, HIRAGANA, KATAKANA -> true;
                  default -> false;
                });
  }

  /** Whether a name has Hangul in it. */
  static boolean isHangul(String name) {
    return name.codePoints().anyMatch(c -> script(c) == UnicodeScript.HANGUL);
  }

  private static UnicodeScript script(int c) {
    return UnicodeScript.of(c);
  }

  private static String reduced(String word) {
    String reduced = word;
    for (Rule rule : RULES) {
      reduced = rule.pattern().matcher(reduced).replaceAll(rule.one());
    }
    return reduced;
  }

  /**
   * How alike a name sounds: 1 for the same, less for each letter that differs, and 0 below {@link
   * #ALIKE}; a part of a name counts for nine tenths of that.
   */
  double alike(Sound name) {
    if (whole.isEmpty() || name.whole.isEmpty()) {
      return 0;
    }
    double best = alike(whole, name.whole);
    if (words.size() > 1 && words.size() == name.words.size()) {
      List<String> turned = new ArrayList<>(words);
      Collections.reverse(turned);
      best = Math.max(best, alike(String.join("", turned), String.join("", name.words)));
    }
    for (String word : name.words) {
      best = Math.max(best, 0.9 * alike(whole, word));
    }
    return best;
  }

  private static double alike(String one, String other) {
    if (one.equals(other)) {
      return 1;
    }
    int shorter = Math.min(one.length(), other.length());
    double alike = 1 - distance(one, other) / Math.max(one.length(), other.length());
    return shorter < SHORT || alike < ALIKE ? 0 : alike;
  }

  /**
   * The least that it takes to make one of the other, letter by letter (a weighted Levenshtein
   * distance): a vowel weighs half, for transcriptions add and change vowels first.
   */
  private static double distance(String a, String b) {
    double[] row = new double[b.length() + 1];
    for (int j = 1; j <= b.length(); j++) {
      row[j] = row[j - 1] + weight(b.charAt(j - 1));
    }
    for (int i = 1; i <= a.length(); i++) {
      char one = a.charAt(i - 1);
      double diagonal = row[0];
      row[0] += weight(one);
      for (int j = 1; j <= b.length(); j++) {
        char other = b.charAt(j - 1);
        double above = row[j];
        double changed = one == other ? 0 : Math.max(weight(one), weight(other));
        row[j] =
            Math.min(diagonal + changed, Math.min(above + weight(one), row[j - 1] + weight(other)));
        diagonal = above;
      }
    }
    return row[b.length()];
  }

  private static double weight(char letter) {
    return "aeiou".indexOf(letter) >= 0 ? 0.5 : 1;
  }
}
