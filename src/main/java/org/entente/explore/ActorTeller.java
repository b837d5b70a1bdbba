package org.entente.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.entente.rdf.Ent;

/** Tells of persons, tenures, participations, documents. */
final class ActorTeller {
  private final PageContext page;
  private final GraphReader graph;

  ActorTeller(PageContext page) {
    this.page = page;
    this.graph = page.graph();
  }

  Optional<Draft> tell(Node thing, boolean lead) {
    if (graph.isAny(thing, "Tenure")) {
      return Optional.of(tenure(thing));
    }
    if (graph.isAny(thing, "Participation")) {
      return Optional.of(participation(thing));
    }
    if (graph.is(thing, Voc.PERSON)) {
      return Optional.of(person(thing, lead));
    }
    if (graph.isAny(thing, "Administration")) {
      return Optional.of(administration(thing, lead));
    }
    if (isDocument(thing)) {
      return Optional.of(document(thing, lead));
    }
    return Optional.empty();
  }

  /** Whether a thing is a document. */
  static boolean isDocument(Node thing) {
    String identifier = Ent.identifier(thing);
    return identifier != null && identifier.startsWith("document/");
  }

  private Draft tenure(Node tenure) {
    Draft draft = new Draft(page, tenure);
    Span span = Span.of(graph, tenure);
    boolean later =
        graph.object(tenure, Voc.ent("end")).filter(end -> !page.shows(end)).isPresent();
    boolean ended = !later && graph.has(tenure, Voc.ent("endStatus"), Voc.ent("ended"));
    draft.maybe("", Voc.MEMBER);
    Optional<Node> begin = draft.one(Voc.ent("begin"));
    Optional<Node> end = draft.shown(Voc.ent("end"));
    draft.one(Voc.ent("endStatus"));
    boolean over = ended || end.isPresent();
    draft.maybe(over ? " was " : begin.isPresent() ? " became " : " was ", Voc.ent("post"));
    if (over) {
      begin.ifPresent(value -> draft.say(" from ").text(value));
      end.ifPresent(value -> draft.say(" until ").text(value));
    } else {
      begin.ifPresent(value -> draft.say(" " + DateWords.in(GraphReader.text(value))));
      if (span.earliestEnd() != null && !later) {
        draft.say(
            (begin.isPresent() ? " and still was on " : " on ") + DateWords.of(span.earliestEnd()));
      }
    }
    draft.maybe(", in the ", Voc.ent("inAdministration"));
    if (page.asOf() != null && span.on(page.asOf()) == Span.Certainty.CERTAIN) {
      draft.tag("in office");
    }
    return draft;
  }

  private Draft participation(Node participation) {
    Draft draft = new Draft(page, participation);
    draft.maybe("", Voc.VALUE);
    String role =
        draft
            .one(Voc.ent("role"))
            .map(page.names()::text)
            .map(r -> r.toLowerCase(Locale.ROOT))
            .orElse("participant");
    draft.say(" took part in ").maybe("", Voc.ent("event"));
    draft.say(role.equals("participant") ? "" : " as " + role);
    List<Node> offices = new ArrayList<>(draft.all(Voc.ent("inCapacity")));
    if (!offices.isEmpty()) {
      draft.say(role.equals("participant") ? " as " : ", in office as ").names(offices);
    }
    return draft.maybe(", for ", Voc.ent("representing"));
  }

  private Draft person(Node person, boolean lead) {
    Draft draft = new Draft(page, person);
    if (lead) {
      draft.say(page.names().text(person));
    } else {
      draft.name(person);
    }
    Optional<Node> nationality = draft.one(Voc.ent("nationality"));
    nationality.ifPresent(state -> draft.say(", of ").name(state));
    List<Node> tenures = new ArrayList<>(graph.subjects(Voc.MEMBER, person));
    tenures.removeIf(tenure -> graph.object(tenure, Voc.ent("post")).isEmpty());
    tenures.sort(Comparator.comparing(this::lastDay).reversed());
    List<Node> posts = new ArrayList<>();
    for (Node tenure : tenures) {
      Node post = graph.object(tenure, Voc.ent("post")).orElseThrow();
      if (!posts.contains(post) && posts.size() < 3 && page.shows(Span.of(graph, tenure))) {
        posts.add(post);
        draft.tell(tenure, Voc.MEMBER, person).tell(tenure, Voc.ent("post"), post);
      }
    }
    if (posts.isEmpty()) {
      draft.one(Voc.LABEL);
      return draft.say(nationality.isEmpty() ? " — a person whom the documents name" : "");
    }
    return draft.say(" — ").names(posts);
  }

  private String lastDay(Node tenure) {
    Span span = Span.of(graph, tenure);
    return span.last() == null ? "" : span.last().toString();
  }

  private Draft administration(Node administration, boolean lead) {
    Draft draft = new Draft(page, administration);
    draft.one(Voc.LABEL);
    if (lead) {
      draft.say(page.names().text(administration));
    } else {
      draft.name(administration);
    }
    draft.say(" — " + page.names().kind(administration).toLowerCase(Locale.ROOT));
    draft.maybe(" of ", Voc.ent("governs")).maybe(", under ", Voc.ent("headedBy"));
    return new MatterTeller(page).lasting(draft, administration);
  }

  private Draft document(Node document, boolean lead) {
    Draft draft = new Draft(page, document);
    List<Node> authors = draft.all(Voc.CREATOR);
    if (!authors.isEmpty()) {
      draft.names(authors).say(", ");
    }
    draft.one(Voc.TITLE);
    if (lead) {
      draft.text(graph.object(document, Voc.TITLE).orElse(document));
    } else {
      draft.name(document);
    }
    draft.maybe(" — ", Voc.PUBLISHER);
    draft.one(Voc.ISSUED).ifPresent(date -> draft.say(", ").text(date));
    return draft;
  }
}
