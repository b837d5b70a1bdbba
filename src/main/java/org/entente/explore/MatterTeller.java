package org.entente.explore;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.entente.rdf.Graphs;

/** Tells of agreements, measures, disputes, the states that they are in, names, notes and gaps. */
final class MatterTeller {
  private final PageContext page;
  private final GraphReader graph;

  MatterTeller(PageContext page) {
    this.page = page;
    this.graph = page.graph();
  }

  Optional<Draft> tell(Node thing, boolean lead) {
    if (graph.isAny(thing, "Agreement")) {
      return Optional.of(agreement(thing, lead));
    }
    if (graph.isAny(thing, "Measure")) {
      return Optional.of(measure(thing, lead));
    }
    if (graph.isAny(thing, "Phase")) {
      return Optional.of(phase(thing));
    }
    if (graph.isAny(thing, "Dispute")) {
      return Optional.of(dispute(thing, lead));
    }
    if (graph.isAny(thing, "Disagreement", "Gap")) {
      return Optional.of(question(thing, lead));
    }
    if (graph.isAny(thing, "Name")) {
      return Optional.of(name(thing));
    }
    if (graph.is(thing, Voc.CITATION)) {
      return Optional.of(citation(thing));
    }
    return Optional.empty();
  }

  private Draft subject(Node thing, boolean lead) {
    Draft draft = new Draft(page, thing);
    draft.one(Voc.LABEL);
    return lead ? draft.text(graph.object(thing, Voc.LABEL).orElse(thing)) : draft.name(thing);
  }

  private Draft agreement(Node agreement, boolean lead) {
    Draft draft = subject(agreement, lead);
    String kind = page.names().kind(agreement).toLowerCase(Locale.ROOT);
    Optional<Node> bindingness = draft.one(Voc.ent("bindingness"));
    String nature =
        bindingness
            .filter(known -> !known.equals(Voc.ent("undetermined")))
            .map(page.names()::text)
            .filter(b -> !b.equalsIgnoreCase(kind))
            .orElse("");
    draft.say(" — " + (nature.isEmpty() ? kind : kind + ", " + nature));
    List<Node> parties = draft.all(Voc.ent("party"));
    if (!parties.isEmpty()) {
      draft.say(" of ").names(parties);
    }
    draft.date(", made ", Voc.ent("signedOn"));
    draft.plainDate(", in force since ", Voc.ent("inForceFrom"));
    draft.date(", due to expire ", Voc.ent("expiresOn"));
    draft.maybe(", reached at ", Voc.ent("reachedAt"));
    return draft;
  }

  private Draft measure(Node measure, boolean lead) {
    Draft draft = subject(measure, lead);
    draft.say(" — " + page.names().kind(measure).toLowerCase(Locale.ROOT));
    draft.maybe(" by ", Voc.ent("imposedBy"));
    draft.maybe(" toward ", Voc.ent("target"));
    return lasting(draft, measure);
  }

  /** Adds from when to when a thing lasted. */
  Draft lasting(Draft draft, Node thing) {
    Optional<Node> begin = draft.one(Voc.ent("begin"));
    Optional<Node> end = draft.shown(Voc.ent("end"));
    Optional<Node> status = draft.one(Voc.ent("endStatus"));
    begin.ifPresent(value -> draft.say(", from ").text(value));
    end.ifPresent(value -> draft.say(begin.isPresent() ? " until " : ", until ").text(value));
    if (end.isEmpty()) {
      Span span = Span.of(graph, thing);
      boolean later = graph.object(thing, Voc.ent("end")).isPresent();
      if (later) {
        draft.say(span.on(page.asOf()) == Span.Certainty.CERTAIN ? "; so on that day" : "");
      } else if (status.filter(Voc.ent("ended")::equals).isPresent()) {
        draft.say(begin.isPresent() ? "; it has ended" : ", ended");
      } else if (status.filter(Voc.ent("ongoing")::equals).isPresent()
          && span.earliestEnd() != null) {
        draft.say("; still so on " + DateWords.of(page.byThen(span.earliestEnd())));
      }
    }
    return draft;
  }

  private Draft phase(Node phase) {
    Draft draft = new Draft(page, phase);
    draft.maybe("", Voc.ent("phaseOf"));
    draft.one(Voc.ent("phase")).ifPresent(state -> draft.say(": " + page.names().text(state)));
    return lasting(draft, phase);
  }

  /** What a phase says but for the day on which it is known. */
  String standing(Node phase) {
    boolean known =
        graph.object(phase, Voc.ent("begin")).isEmpty()
            && graph.object(phase, Voc.ent("end")).isEmpty()
            && Span.of(graph, phase).earliestEnd() != null
            && graph.has(phase, Voc.ent("endStatus"), Voc.ent("ongoing"));
    return known
        ? graph.objects(phase, Voc.ent("phaseOf")) + " " + graph.objects(phase, Voc.ent("phase"))
        : phase.toString();
  }

  /** Phases alike, newest first, in one sentence. */
  Draft phases(List<Node> alike) {
    Draft draft = phase(alike.get(0));
    List<Node> others = alike.subList(1, alike.size());
    int i = 0;
    for (Node other : others) {
      draft.say(
          (i == others.size() - 1 ? " and " : ", ")
              + DateWords.of(page.byThen(Span.of(graph, other).earliestEnd())));
      phase(other).told().forEach(draft::tell);
      i++;
    }
    return draft;
  }

  private Draft dispute(Node dispute, boolean lead) {
    Draft draft = subject(dispute, lead);
    draft.say(" — " + page.names().kind(dispute).toLowerCase(Locale.ROOT));
    List<Node> parties = draft.all(Voc.ent("party"));
    if (!parties.isEmpty()) {
      draft.say(parties.size() == 1 ? " of " : " between ").names(parties);
    }
    return draft.maybe(", over ", Voc.ent("over"));
  }

  private Draft question(Node question, boolean lead) {
    Draft draft = new Draft(page, question);
    Optional<Node> text = draft.one(Voc.ent("question"));
    if (lead) {
      text.ifPresent(draft::text);
    } else {
      draft.link(text.map(GraphReader::text).orElse("A question"), question);
    }
    if (graph.isAny(question, "Gap")) {
      List<Node> read = draft.all(Voc.ent("documentRead"));
      if (!read.isEmpty()) {
        draft.say(" Not found in ").names(read);
      }
      return draft.tag("not found");
    }
    return draft;
  }

  private Draft name(Node name) {
    Draft draft = new Draft(page, name);
    draft.say("“");
    draft.one(Voc.ent("form")).ifPresent(draft::text);
    draft.say("”");
    graph
        .object(name, Voc.ent("nameKind"))
        .ifPresent(kind -> draft.say(", " + page.names().text(kind).toLowerCase(Locale.ROOT)));
    draft.one(Voc.ent("nameKind"));
    return draft.maybe(", used by ", Voc.ent("usedBy"));
  }

  private Draft citation(Node citation) {
    Draft draft = new Draft(page, citation);
    draft.maybe("", Voc.CITING).maybe(" cites ", Voc.CITED);
    draft.one(Voc.ent("note")).ifPresent(note -> draft.say(" in note ").text(note));
    List<Node> supported = draft.all(Voc.ent("supports"));
    if (!supported.isEmpty()) {
      draft.say(", for: ").names(supported.stream().limit(3).toList());
    }
    return draft;
  }

  /** The passages of one side of a disagreement. */
  List<Node> passages(Node disagreement, String side) {
    return graph.objects(disagreement, Voc.ent(side)).stream()
        .filter(passage -> graph.object(Graphs.SOURCES, passage, Voc.IS_PART_OF).isPresent())
        .toList();
  }
}
