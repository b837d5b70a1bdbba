package org.entente.extract;

import java.util.ArrayList;
import java.util.List;

/** Reads the title of an article: who speaks in it, and whether it is itself a joint statement. */
final class TitleReader {
  private final Lexicon lexicon;
  private final Discourse discourse;

  TitleReader(Lexicon lexicon, Discourse discourse) {
    this.lexicon = lexicon;
    this.discourse = discourse;
  }

  List<Draft> read(Sentence sentence, List<Mention> mentions, Article article, int number) {
    List<Token> tokens = sentence.tokens();
    boolean joint = has(WordSet.JOINT_TITLE, tokens);
    boolean opens =
        !tokens.isEmpty() && lexicon.phrases(WordSet.SPEECH_OPENING).longest(tokens, 0) != null;
    boolean speech = opens || has(WordSet.SPEECH_TITLE, tokens);
    if (!joint && !speech) {
      return List.of();
    }
    List<Participant> speakers = new ArrayList<>();
    for (Mention mention : mentions) {
      if (mention.first() > 0 && tokens.get(mention.first() - 1).is("on")) {
        break;
      }
      if (joint && mention.canAct() || mention.is(Mention.Kind.PERSON)) {
        Fillers.addAll(speakers, discourse.resolve(mention));
      }
      if (speech && !speakers.isEmpty()) {
        break;
      }
    }
    discourse.firstPerson(speakers);
    if (speech) {
      discourse.spoken();
    }
    EventDate date =
        article.date() == null
            ? null
            : new EventDate(
                article.date().toString(),
                EventDate.Basis.DOCUMENT_DATE,
                article.date().toString(),
                -1,
                -1);
    EventType type = joint ? EventType.DECLARATION : EventType.STATEMENT;
    return List.of(
        new Draft(
            type,
            joint ? "Announcement" : "Speech",
            List.copyOf(speakers),
            null,
            date,
            Certainty.ASSERTED,
            new Draft.Span(
                sentence.start(), sentence.end(), number, sentence.paragraphNumber(), 0, 0),
            "",
            false,
            new Draft.Traits(false, false, true, false, false),
            0.85,
            List.of("title:" + type.key())));
  }

  private boolean has(WordSet set, List<Token> tokens) {
    for (int at = 0; at < tokens.size(); at++) {
      if (lexicon.phrases(set).longest(tokens, at) != null) {
        return true;
      }
    }
    return false;
  }
}
