package org.entente.explore;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a reader looks for: the words that carry something, and the time that they name.
 *
 * @param key all that was written, as {@link #key} makes it
 * @param words the words, without those of a question that carry nothing and without the time
 * @param time the days that are named; null for none
 * @param timeWords the words that name them
 */
record SearchWords(String key, List<Word> words, Period time, List<String> timeWords) {
  /** New forms of characters, each before its old form: names are written with either. */
  private static final String FORMS = "悦悅国國沢澤広廣学學会會戦戰辺邊関關対對経經済濟労勞条條争爭恵惠竜龍桜櫻浜濱徳德栄榮";

  /** What makes one kana another, and is no accent. */
  private static final String VOICING = "\u3099\u309a";

  /** Words of questions that tell nothing of what is asked for. */
  private static final Set<String> EMPTY =
      Set.of(
          ("a about all also an and any are as at be been before after between by can could did do"
                  + " does each ever for from had happen happened has have held hold how i in into is"
                  + " it its last many me much of on or other over s shall show tell than that the"
                  + " their them then there these they this those to told took take under until was"
                  + " were what when where which while who whom whose why will with would")
              .split(" "));

  private static final Set<String> QUESTIONS =
      Set.of("who", "whom", "whose", "what", "when", "where", "which", "why", "how", "did");

  /** What is asked with a verb that does not begin like the nouns for it, or not like all. */
  private static final Map<String, Set<String>> NOUNS =
      Map.of(
          "met", Set.of("meeting", "summit"),
          "meet", Set.of("summit"),
          "said", Set.of("statement"),
          "say", Set.of("statement"),
          "says", Set.of("statement"),
          "agree", Set.of("undertaking", "understanding"),
          "agreed", Set.of("agree", "undertaking", "understanding"),
          "promised", Set.of("undertaking"),
          "spoke", Set.of("call"),
          "phoned", Set.of("call"));

  /** From this length on, a word also stands for longer ones that begin with it. */
  private static final int BEGINNING = 4;

  private static final Pattern ENDING =
      Pattern.compile("(?<=[a-z]{4})(ed|ing|s)|(?<=[a-z]{3})(?<!s)s");
  private static final Pattern ISO = Pattern.compile("\\b(\\d{4})-(\\d{2})(?:-(\\d{2}))?\\b");
  private static final Pattern CHINESE =
      Pattern.compile("(\\d{4})[年년]\\s*(?:(\\d{1,2})[月월]\\s*(?:(\\d{1,2})[日일])?)?");
  private static final Pattern YEAR = Pattern.compile("(1[89]|20)\\d\\d");
  private static final Pattern DAY = Pattern.compile("([1-9]|[12]\\d|3[01])(st|nd|rd|th)?");

  /** Days from the first to the last. */
  record Period(LocalDate from, LocalDate to) {
    /** Whether a day, which may be unknown, is one of these. */
    boolean has(LocalDate day) {
      return day != null && !day.isBefore(from) && !day.isAfter(to);
    }

    /** Whether something of that time was within these days, as far as is known. */
    boolean meets(Span span) {
      return span.first() != null && !span.first().isAfter(to) && !span.last().isBefore(from);
    }
  }

  /**
   * A word.
   *
   * @param text the word, as {@link #key} makes it
   * @param forms what is the same word: without the s of a plural, or a noun for a verb
   * @param beginning how longer words begin that it also stands for; null where it stands for none
   * @param verb whether it is a verb of a question, which also fits what does not have it
   */
  record Word(String text, Set<String> forms, String beginning, boolean verb) {
    /** Whether another word is the same. */
    boolean is(String other) {
      return forms.contains(other);
    }

    /** Whether another word begins with this, or has it within where words are not spaced. */
    boolean begins(String other) {
      return beginning != null
          && (other.startsWith(beginning) || isUnspaced(beginning) && other.contains(beginning));
    }
  }

  /** Reads what was written. */
  static SearchWords of(String written) {
    String text = Normalizer.normalize(written, Normalizer.Form.NFKC);
    String key = key(text);
    List<String> timeWords = new ArrayList<>();
    Period time = null;
    for (Pattern pattern : List.of(ISO, CHINESE)) {
      Matcher matcher = pattern.matcher(text);
      if (time == null && matcher.find()) {
        time = period(matcher.group(1), matcher.group(2), matcher.group(3));
        if (time != null) {
          timeWords.addAll(List.of(key(matcher.group()).split(" ")));
          text = matcher.replaceFirst(" ");
        }
      }
    }
    List<String> rest = new ArrayList<>(List.of(key(text).split(" ")));
    rest.removeIf(String::isEmpty);
    if (time == null) {
      time = inWords(rest, timeWords);
    }
    Set<String> carrying = new LinkedHashSet<>(rest);
    carrying.removeAll(EMPTY);
    // Whoever writes nothing else means these words.
    Set<String> all =
        carrying.isEmpty() && timeWords.isEmpty() ? new LinkedHashSet<>(rest) : carrying;
    List<Word> words = new ArrayList<>();
    for (String each : all) {
      words.add(word(each, words.size() == all.size() - 1));
    }
    return new SearchWords(key, List.copyOf(words), time, List.copyOf(timeWords));
  }

  /** What is the same word: itself and, of an English one, without its ending; the stem last. */
  static Set<String> forms(String text) {
    Set<String> forms = new LinkedHashSet<>(List.of(text));
    Matcher ending = ENDING.matcher(text);
    while (ending.find()) {
      if (ending.end() == text.length()) {
        forms.add(text.substring(0, ending.start()));
      }
    }
    return forms;
  }

  private static Word word(String text, boolean last) {
    Set<String> forms = forms(text);
    String stem = List.copyOf(forms).get(forms.size() - 1);
    forms.addAll(NOUNS.getOrDefault(text, Set.of()));
    boolean longer = last || stem.length() >= BEGINNING || isUnspaced(text) && text.length() > 1;
    return new Word(text, forms, longer ? stem : null, NOUNS.containsKey(text));
  }

  /** The year that is named in English, with the month and the day beside it; taken off. */
  private static Period inWords(List<String> words, List<String> named) {
    for (int i = 0; i < words.size(); i++) {
      if (!YEAR.matcher(words.get(i)).matches()) {
        continue;
      }
      int from = i;
      Integer month = i > 0 ? month(words.get(i - 1)) : null;
      String day = null;
      if (month != null) {
        from = i - 1;
        if (i > 1 && DAY.matcher(words.get(i - 2)).matches()) {
          from = i - 2;
          day = words.get(from);
        }
      } else if (i > 1
          && DAY.matcher(words.get(i - 1)).matches()
          && month(words.get(i - 2)) != null) {
        from = i - 2;
        month = month(words.get(from));
        day = words.get(i - 1);
      }
      Period period =
          period(
              words.get(i),
              month == null ? null : month.toString(),
              day == null ? null : day.replaceAll("[a-z]", ""));
      if (period != null) {
        named.addAll(words.subList(from, i + 1));
        words.subList(from, i + 1).clear();
        return period;
      }
    }
    return null;
  }

  private static Integer month(String word) {
    for (Month month : Month.values()) {
      String full = month.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT);
      if (full.equals(word) || word.length() >= 3 && full.startsWith(word)) {
        return month.getValue();
      }
    }
    return null;
  }

  /** The days of a year, month or day; null where there is none such. */
  private static Period period(String year, String month, String day) {
    try {
      int y = Integer.parseInt(year);
      if (month == null) {
        return new Period(LocalDate.of(y, 1, 1), LocalDate.of(y, 12, 31));
      }
      YearMonth whole = YearMonth.of(y, Integer.parseInt(month));
      if (day == null) {
        return new Period(whole.atDay(1), whole.atEndOfMonth());
      }
      LocalDate one = whole.atDay(Integer.parseInt(day));
      return new Period(one, one);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** A name without what spellings differ in: case, accents, hyphens, spaces, length marks. */
  static String key(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder key = new StringBuilder();
    plain
        .replaceAll("['’ʼ]s\\b", " ")
        .codePoints()
        .map(SearchWords::oldForm)
        .filter(c -> Character.isLetterOrDigit(c) || isSpace(c) || VOICING.indexOf(c) >= 0)
        .forEach(c -> key.appendCodePoint(isSpace(c) ? ' ' : c));
    return Normalizer.normalize(key, Normalizer.Form.NFC).replaceAll(" +", " ").strip();
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || "-‐‑‒–—―/・·,:;?!()[]“”\"~、。".indexOf(c) >= 0;
  }

  private static int oldForm(int character) {
    int at = FORMS.indexOf(character);
    return at >= 0 && at % 2 == 0 ? FORMS.charAt(at + 1) : character;
  }

  /** Whether a word is of a script in which words are not, or not always, set apart by spaces. */
  static boolean isUnspaced(String word) {
    int first = word.isEmpty() ? ' ' : word.codePointAt(0);
    return switch (Character.UnicodeScript.of(first)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
      default -> false;
    };
  }

  /** Whether a word, as {@link #key} makes it, carries something. */
  static boolean carries(String word) {
    return !EMPTY.contains(word);
  }

  /** Whether it was written as a question. */
  static boolean isQuestion(String written) {
    String first = key(written).split(" ")[0];
    return written.strip().matches(".*[?？]") || QUESTIONS.contains(first);
  }

  /** Whether nothing was written that could be looked for. */
  boolean isEmpty() {
    return key.isEmpty();
  }

  /** The words with those of the time, as a name would have them. */
  List<Word> ofNames() {
    List<Word> all = new ArrayList<>(words);
    all.addAll(ofTime());
    return all;
  }

  /** The words of the time, as a name would have them. */
  List<Word> ofTime() {
    return timeWords.stream().map(each -> new Word(each, Set.of(each), null, false)).toList();
  }
}
