package org.entente.explore;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.entente.rdf.Ent;

/** Tells in one sentence what the graph knows of a thing, whatever kind of thing it is. */
final class Teller {
  private static final int LONGEST_NAME = 60;

  private final PageContext page;
  private final GraphReader graph;
  private final EventTeller events;
  private final SpeechTeller speech;
  private final MatterTeller matters;
  private final ActorTeller actors;

  Teller(PageContext page) {
    this.page = page;
    this.graph = page.graph();
    this.events = new EventTeller(page);
    this.speech = new SpeechTeller(page);
    this.matters = new MatterTeller(page);
    this.actors = new ActorTeller(page);
  }

  /** The sentence about a thing, with a link to it. */
  Fact fact(Node thing) {
    return draft(thing, false).fact();
  }

  /** How a thing stood according to a phase, but for the day: phases alike are told together. */
  String standing(Node phase) {
    return matters.standing(phase);
  }

  /** One sentence about phases in which a thing stood alike, newest first. */
  Fact phases(List<Node> alike) {
    return matters.phases(alike).fact();
  }

  /** The sentence that heads the page of a thing. */
  Draft lead(Node thing) {
    return draft(thing, true);
  }

  /** What a thing is, in few words, when a sentence can tell it by what it is made of. */
  Optional<String> describe(Node thing) {
    return Ent.identifier(thing) == null
        ? Optional.empty()
        : told(thing, true)
            .map(draft -> Piece.plain(draft.words()).strip())
            .filter(words -> !words.isEmpty())
            .map(words -> Svg.fit(words, 1, LONGEST_NAME));
  }

  private Draft draft(Node thing, boolean lead) {
    return told(thing, lead).orElseGet(() -> plain(thing, lead));
  }

  private Optional<Draft> told(Node thing, boolean lead) {
    return events
        .tell(thing, lead)
        .or(() -> speech.tell(thing, lead))
        .or(() -> matters.tell(thing, lead))
        .or(() -> actors.tell(thing, lead));
  }

  private Draft plain(Node thing, boolean lead) {
    Draft draft = new Draft(page, thing);
    if (lead) {
      draft.say(page.names().text(thing));
    } else {
      draft.name(thing);
    }
    Optional<Node> label = draft.one(Voc.LABEL);
    graph
        .kind(thing)
        .map(page.names()::text)
        .ifPresent(
            kind -> draft.say(lead ? " — " + kind.toLowerCase(Locale.ROOT) : " (" + kind + ")"));
    if (label.isEmpty()) {
      graph.object(thing, Voc.TYPE).ifPresent(type -> draft.tell(thing, Voc.TYPE, type));
    }
    return draft;
  }
}
