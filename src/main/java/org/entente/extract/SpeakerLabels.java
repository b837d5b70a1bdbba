package org.entente.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds who speaks in a transcript: "PRESIDENT DUARTE: Thank you all." */
final class SpeakerLabels {
  private static final Pattern LABEL =
      Pattern.compile(
          "^((?:THE )?\\p{Lu}[\\p{Lu}\\p{M}.' -]{1,60}|\\p{Lu}[\\p{L}.' -]{3,60}):\\s|"
              + "^(\\p{Lu}[\\p{Lu}.' -]{3,40}?)\\s{2,}(?=\\p{Lu}[\\p{Ll}' ])");

  private final MentionFinder finder;
  private final Lexicon lexicon;
  private final Discourse discourse;
  private final List<Participant> speakers;

  /**
   * Labels of one article.
   *
   * @param head whom its head names as who speaks; empty when it names nobody
   */
  SpeakerLabels(
      MentionFinder finder, Lexicon lexicon, Discourse discourse, List<Participant> head) {
    this.finder = finder;
    this.lexicon = lexicon;
    this.discourse = discourse;
    this.speakers = new ArrayList<>(head);
  }

  /**
   * Says who speaks from a paragraph on that a label stands before: whom the label names; nobody
   * where somebody asks, or where it is not known who holds the office that it names.
   */
  void hear(Sentence sentence, String masked) {
    if (sentence.start() > sentence.paragraph().start() + 1) {
      return;
    }
    int end = Math.min(sentence.paragraph().end(), sentence.start() + 70);
    Matcher m = LABEL.matcher(masked.substring(sentence.start(), end));
    if (!m.find()) {
      return;
    }
    String name = Words.capitalised(m.group(1) == null ? m.group(2) : m.group(1));
    if (lexicon.has(WordSet.QUESTIONER, Words.lower(name))) {
      discourse.turn(List.of());
      return;
    }
    List<Token> tokens = lexicon.tokenizer().tokens(name, 0, name.length());
    for (Mention mention : finder.mentions(tokens, List.of())) {
      boolean whole = mention.last() == tokens.size() && mention.first() < 2;
      if (!whole) {
        return;
      }
      if (mention.is(Mention.Kind.ROLE) && !mention.plural()) {
        discourse.turn(holder(mention));
        return;
      }
      boolean somebody =
          mention.is(Mention.Kind.PERSON)
              || mention.is(Mention.Kind.UNKNOWN)
              || mention.is(Mention.Kind.NAME);
      List<Participant> who = somebody ? discourse.resolve(mention) : List.of();
      if (who.size() == 1 && who.get(0).isPerson()) {
        discourse.turn(who);
        Fillers.addAll(speakers, who);
        return;
      }
    }
  }

  /**
   * "FOREIGN MINISTER:": who spoke or is named in the head, and is of that rank, if just one is.
   */
  private List<Participant> holder(Mention office) {
    List<Participant> fit =
        speakers.stream().filter(p -> discourse.rank(p) == office.rank()).toList();
    if (!fit.isEmpty() || speakers.size() != 1) {
      return fit.size() == 1 ? fit : List.of();
    }
    return switch (discourse.rank(speakers.get(0))) {
      case NONE, PLAIN, OFFICIAL -> List.copyOf(speakers);
      default -> List.of();
    };
  }
}
