package org.entente.explore;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.entente.rdf.Graphs;

/** Tells what somebody says, judges, recommends, holds, promises or counts. */
final class SpeechTeller {
  private static final Set<Node> AGAINST =
      Set.of(
          Voc.iri("http://purl.org/spar/cito/disagreesWith"),
          Voc.iri("http://purl.org/spar/cito/disputes"));

  private final PageContext page;
  private final GraphReader graph;

  SpeechTeller(PageContext page) {
    this.page = page;
    this.graph = page.graph();
  }

  Optional<Draft> tell(Node thing, boolean lead) {
    if (graph.isAny(thing, "Statement")) {
      return Optional.of(statement(thing, lead));
    }
    if (graph.isAny(thing, "Assessment")) {
      return Optional.of(assessment(thing, lead));
    }
    if (graph.isAny(thing, "Recommendation")) {
      return Optional.of(recommendation(thing, lead));
    }
    if (graph.isAny(thing, "Position")) {
      return Optional.of(position(thing, lead));
    }
    if (graph.isAny(thing, "Undertaking")) {
      return Optional.of(undertaking(thing, lead));
    }
    if (graph.is(thing, Voc.OBSERVATION)) {
      return Optional.of(observation(thing, lead));
    }
    return Optional.empty();
  }

  private Draft statement(Node statement, boolean lead) {
    Draft draft = new Draft(page, statement);
    holder(draft, Voc.ent("speaker"));
    boolean direct =
        draft.one(Voc.ent("speechForm")).filter(Voc.ent("directSpeech")::equals).isPresent();
    draft.say(" ");
    verb(draft, "said", statement, lead);
    draft.maybe(" to ", Voc.ent("addressee"));
    draft.date(" ", Voc.ent("date"));
    draft.maybe(" (", Voc.ent("occasion"));
    if (graph.object(statement, Voc.ent("occasion")).isPresent()) {
      draft.say(")");
    }
    draft.say(direct ? ": “" : ": ");
    content(draft);
    return direct ? draft.say("”") : draft;
  }

  private Draft assessment(Node assessment, boolean lead) {
    Draft draft = new Draft(page, assessment);
    holder(draft, Voc.ent("holder"));
    String kind =
        draft
            .one(Voc.ent("assessmentKind"))
            .map(page.names()::text)
            .map(text -> text.toLowerCase(Locale.ROOT))
            .orElse("judgement");
    draft.say(kind.equals("judgement") ? " " : ", on " + article(kind) + ", ");
    verb(draft, kind.equals("judgement") ? "judges" : "says", assessment, lead);
    draft.say(": ");
    return content(draft);
  }

  private static String article(String noun) {
    return ("aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
  }

  private Draft recommendation(Node recommendation, boolean lead) {
    Draft draft = new Draft(page, recommendation);
    holder(draft, Voc.ent("holder"));
    draft.say(" ");
    verb(draft, "recommends", recommendation, lead);
    List<Node> addressees = draft.all(Voc.ent("addressee"));
    if (!addressees.isEmpty()) {
      draft.say(" to ").names(addressees);
    }
    draft.say(": ");
    return content(draft);
  }

  private Draft position(Node position, boolean lead) {
    Draft draft = new Draft(page, position);
    holder(draft, Voc.ent("holder"));
    String stance =
        draft
            .one(Voc.ent("stance"))
            .map(GraphReader::text)
            .map(SpeechTeller::local)
            .orElse("holds");
    draft.say(" ");
    boolean against = against(position);
    Optional<Node> toward = graph.object(position, Voc.ent("toward"));
    // What is held follows: after "rejects:" it would read as what is rejected.
    verb(draft, against && toward.isEmpty() ? "says no" : stance, position, lead);
    if (against) {
      draft.maybe(" ", Voc.ent("toward"));
    }
    draft.plainDate(", since ", Voc.ent("begin"));
    draft.say(against ? ". Position: " : ": ");
    return content(draft);
  }

  /** Whether a stance is against something, as the terms say that it comes close to. */
  private boolean against(Node position) {
    return graph.objects(position, Voc.ent("stance")).stream()
        .flatMap(stance -> graph.objects(Graphs.ONTOLOGY, stance, Voc.RELATED_MATCH).stream())
        .anyMatch(AGAINST::contains);
  }

  private static String local(String iri) {
    return iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
  }

  private Draft undertaking(Node undertaking, boolean lead) {
    Draft draft = new Draft(page, undertaking);
    String kind =
        draft.one(Voc.ent("undertakingKind")).map(page.names()::text).orElse("undertaking");
    draft.maybe("", Voc.ent("madeIn")).say(" — ");
    verb(draft, kind, undertaking, lead);
    draft.say(": ");
    return content(draft);
  }

  private Draft observation(Node observation, boolean lead) {
    Draft draft = new Draft(page, observation);
    draft.maybe("", Voc.ent("about")).say(" — ");
    String measure = draft.one(Voc.ent("measure")).map(page.names()::text).orElse("value");
    verb(draft, measure, observation, lead);
    String precision =
        draft.one(Voc.ent("precision")).map(GraphReader::text).map(SpeechTeller::local).orElse("");
    draft.say(": " + precision(precision));
    Optional<Node> unit = draft.one(Voc.ent("unit"));
    Optional<Node> population = draft.one(Voc.ent("population"));
    draft
        .one(Voc.ent("value"))
        .ifPresent(
            value ->
                draft.say(
                    Quantity.of(
                        value,
                        unit.map(each -> local(each.toString())).orElse(""),
                        unit.map(this::english).orElse(""),
                        population.map(GraphReader::text).orElse(""))));
    draft.date(", ", Voc.ent("date"));
    draft.maybe(", counted by ", Voc.ent("measuredBy"));
    draft.one(Voc.ent("wording")).ifPresent(w -> draft.say(" (“").text(w).say("”)"));
    return draft;
  }

  /** The name of a unit in English, in which its sentence is. */
  private String english(Node unit) {
    for (Node property : List.of(Voc.PREF_LABEL, Voc.LABEL)) {
      for (Node label : graph.objects(unit, property)) {
        if (label.isLiteral() && label.getLiteralLanguage().startsWith("en")) {
          return GraphReader.text(label);
        }
      }
    }
    return page.names().text(unit);
  }

  private static String precision(String precision) {
    return switch (precision) {
      case "approximate", "about" -> "about ";
      case "atLeast" -> "at least ";
      case "atMost" -> "at most ";
      case "moreThan" -> "more than ";
      case "lessThan" -> "less than ";
      case "nearly" -> "nearly ";
      default -> "";
    };
  }

  private static void holder(Draft draft, Node property) {
    List<Node> holders = draft.all(property);
    if (holders.isEmpty()) {
      draft.say("Somebody");
    } else {
      draft.names(holders);
    }
  }

  private static void verb(Draft draft, String verb, Node thing, boolean lead) {
    if (lead) {
      draft.say(verb);
    } else {
      draft.link(verb, thing);
    }
  }

  private static Draft content(Draft draft) {
    draft.one(Voc.ent("content")).ifPresent(draft::text);
    return draft;
  }
}
