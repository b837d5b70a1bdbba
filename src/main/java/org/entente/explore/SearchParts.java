package org.entente.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.entente.explore.SearchWords.Word;

/**
 * What the words that a reader wrote consist of: several that are one expression are taken
 * together; one of a script without spaces is split along known names, kinds and particles, the
 * split with the least cost (the Viterbi algorithm over a fixed cost for each way to know a part).
 */
final class SearchParts {
  /**
   * A part.
   *
   * @param others what it is in other words, beside those of the lexicon
   */
  record Part(Word word, Set<String> others) {}

  /** How many words the longest expression of the lexicon has that is looked for. */
  private static final int LONGEST = 4;

  /** A longer run of characters is no compound that anybody writes. */
  private static final int LONGEST_COMPOUND = 60;

  private static final double NAME = 1;
  private static final double COMPOUND = 1.2;
  private static final double BEGINNING = 1.5;
  private static final double WITHIN = 2.5;
  private static final double ONE_SIGN = 3;
  private static final double EMPTY = 0.7;

  /** Of a particle with which a run of characters begins, as after a date. */
  private static final double LEADING = 2;

  private static final double UNKNOWN = 6;

  private final SearchLexicon lexicon;
  private final Predicate<String> isName;
  private final Predicate<String> isBeginning;
  private final Predicate<String> isWithin;
  private final Predicate<String> isSound;

  /**
   * Splits along what these know.
   *
   * @param isName whether something is called so, spaces left out
   * @param isBeginning whether a name of a person, place or state begins so; of one sign, of a
   *     person only, whose family it names
   * @param isWithin whether a name has it within
   * @param isSound whether a name in another script sounds so
   */
  SearchParts(
      SearchLexicon lexicon,
      Predicate<String> isName,
      Predicate<String> isBeginning,
      Predicate<String> isWithin,
      Predicate<String> isSound) {
    this.lexicon = lexicon;
    this.isName = isName;
    this.isBeginning = isBeginning;
    this.isWithin = isWithin;
    this.isSound = isSound;
  }

  /** The parts of words, without those that tell nothing; all of them, if none tells anything. */
  List<Part> of(List<Word> words) {
    List<Part> parts = new ArrayList<>();
    for (int from = 0; from < words.size(); ) {
      int to = expression(words, from);
      String text = joined(words, from, to);
      if (to > from + 1) {
        List<String> signs =
            lexicon.others(text).isEmpty() ? lexicon.compound(text.replace(" ", "")) : List.of();
        parts.addAll(signs.isEmpty() ? List.of(part(text)) : ofCompound(signs));
      } else if (SearchWords.isUnspaced(text)) {
        parts.addAll(split(words.get(from)));
      } else {
        parts.add(new Part(words.get(from), Set.of()));
      }
      from = to;
    }
    return parts.isEmpty() ? words.stream().map(word -> new Part(word, Set.of())).toList() : parts;
  }

  /** Up to where the words from one on are one expression; the next when they are none. */
  private int expression(List<Word> words, int from) {
    for (int to = Math.min(words.size(), from + LONGEST); to > from + 1; to--) {
      String text = joined(words, from, to);
      boolean compound = words.subList(from, to).stream().allMatch(w -> w.text().length() == 1);
      if (!lexicon.others(text).isEmpty()
          || compound && !lexicon.compound(text.replace(" ", "")).isEmpty()) {
        return to;
      }
    }
    return from + 1;
  }

  private static String joined(List<Word> words, int from, int to) {
    return String.join(" ", words.subList(from, to).stream().map(Word::text).toList());
  }

  private static List<Part> ofCompound(List<String> signs) {
    return signs.stream()
        .map(sign -> new Part(new Word(sign, Set.of(sign), null, false), Set.of(sign)))
        .toList();
  }

  private static Part part(String text) {
    return new Part(new Word(text, Set.of(text), text, false), Set.of());
  }

  private List<Part> split(Word word) {
    String text = word.text();
    if (lexicon.isEmpty(text)) {
      return List.of();
    }
    if (isBeginning.test(text)) {
      return List.of(part(text));
    }
    if (text.length() < 2 || text.length() > LONGEST_COMPOUND || isName.test(text)) {
      return List.of(new Part(word, Set.of()));
    }
    Split best = best(text, false);
    if (best.cost() >= UNKNOWN && Sound.isTranscription(text)) {
      best = best(text, true);
    }
    // What is not known but for single signs stays as it was written.
    return best.cost() >= UNKNOWN && best.longestKnown() < 2
        ? List.of(new Part(word, Set.of()))
        : best.parts();
  }

  /**
   * A split of a text.
   *
   * @param longestKnown the length of the longest part that is known
   * @param afterSyllable whether the last part is a single syllable with which a name begins
   */
  private record Split(double cost, int longestKnown, boolean afterSyllable, List<Part> parts) {
    Split and(double more, int known, boolean isSyllable, List<Part> added) {
      List<Part> all = new ArrayList<>(parts);
      all.addAll(added);
      return new Split(cost + more, Math.max(longestKnown, known), isSyllable, List.copyOf(all));
    }
  }

  private Split best(String text, boolean bySound) {
    Split[] best = new Split[text.length() + 1];
    best[0] = new Split(0, 0, false, List.of());
    for (int to = 1; to <= text.length(); to++) {
      for (int from = 0; from < to; from++) {
        Split longer = with(best[from], text.substring(from, to), from == 0, bySound);
        if (best[to] == null || longer.cost() < best[to].cost()) {
          best[to] = longer;
        }
      }
    }
    return best[text.length()];
  }

  private Split with(Split before, String text, boolean first, boolean bySound) {
    boolean sign = text.length() == 1;
    int known = text.length();
    if (!before.afterSyllable() && lexicon.isEmpty(text)) {
      return before.and(first ? LEADING : EMPTY, 0, false, List.of());
    }
    if (isName.test(text) || !lexicon.others(text).isEmpty()) {
      return before.and(sign ? ONE_SIGN : NAME, known, false, List.of(part(text)));
    }
    List<String> compound = sign ? List.of() : lexicon.compound(text);
    if (!compound.isEmpty()) {
      return before.and(COMPOUND, known, false, ofCompound(compound));
    }
    if (isBeginning.test(text)) {
      // One syllable and a particle are more often another word.
      boolean syllable = sign && Sound.isHangul(text);
      return before.and(sign ? ONE_SIGN : BEGINNING, known, syllable, List.of(part(text)));
    }
    if (!sign && (isWithin.test(text) || bySound && first && isSound.test(text))) {
      return before.and(WITHIN, known, false, List.of(part(text)));
    }
    return before.and(UNKNOWN * text.length() + 1, 0, false, List.of(part(text)));
  }
}
