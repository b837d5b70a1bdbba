package org.entente.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the title of an article: who speaks in it, and whether it is itself a joint statement. */
final class TitleReader {
  private final Discourse discourse;

  TitleReader(Discourse discourse) {
    this.discourse = discourse;
  }

  List<Draft> read(Sentence sentence, List<Mention> mentions, Article article, int number) {
    String title =
        Words.join(sentence.tokens(), 0, sentence.tokens().size()).toLowerCase(Locale.ROOT);
    boolean joint =
        title.contains("joint statement")
            || title.contains("joint declaration")
            || title.contains("joint communiqu")
            || title.contains("leaders' statement");
    boolean speech =
        title.startsWith("remarks")
            || title.startsWith("statement by")
            || title.contains("press conference by")
            || title.contains("address by")
            || title.contains("speech by")
            || title.startsWith("statement from");
    if (!joint && !speech) {
      return List.of();
    }
    List<Participant> speakers = new ArrayList<>();
    for (Mention mention : mentions) {
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
}
