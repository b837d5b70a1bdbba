package org.entente.explore;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/** Tells the languages within an English text apart by how they are written. */
final class Scripts {
  private Scripts() {}

  /**
   * The parts of a text: Hangul is Korean, what has kana Japanese, and both take the Han characters
   * beside them along; Han alone is of no language that its script tells.
   */
  static List<Piece> pieces(String text) {
    List<Piece> pieces = new ArrayList<>();
    int done = 0;
    int at = 0;
    while (at < text.length()) {
      if (language(text.codePointAt(at)) == null) {
        at += Character.charCount(text.codePointAt(at));
        continue;
      }
      int start = at;
      int end = at;
      String lang = "und-Hani";
      for (int i = at; i < text.length(); ) {
        int c = text.codePointAt(i);
        i += Character.charCount(c);
        String own = language(c);
        boolean foreign = own != null;
        if (foreign ? !fits(lang, own) : Character.isLetterOrDigit(c) || c == '\n') {
          break;
        }
        if (foreign) {
          lang = own.equals("und-Hani") ? lang : own;
          end = i;
        }
      }
      if (start > done) {
        pieces.add(Piece.of(text.substring(done, start)));
      }
      pieces.add(new Piece(text.substring(start, end), null, lang));
      done = end;
      at = end;
    }
    if (done < text.length()) {
      pieces.add(Piece.of(text.substring(done)));
    }
    return pieces;
  }

  private static boolean fits(String lang, String other) {
    return lang.equals(other) || lang.equals("und-Hani") || other.equals("und-Hani");
  }

  /** What a character alone tells; null for what English is written with. */
  private static String language(int c) {
    UnicodeScript script = UnicodeScript.of(c);
    return switch (script) {
      case HANGUL -> "ko";
      case HIRAGANA, KATAKANA -> "ja";
      case HAN -> "und-Hani";
      default -> null;
    };
  }
}
