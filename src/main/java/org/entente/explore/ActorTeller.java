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
  /** How many offices the sentence that heads a person's page tells. */
  private static final int OFFICES = 3;

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
    draft.maybe("", Voc.MEMBER);
    new TenureWords(page).say(draft, tenure);
    return draft.maybe(", in the ", Voc.ent("inAdministration"));
  }

  private Draft participation(Node participation) {
    Draft draft = new Draft(page, participation);
    draft.maybe("", Voc.VALUE);
    List<Node> offices = draft.all(Voc.ent("inCapacity"));
    if (!offices.isEmpty()) {
      draft.say(", as ").names(offices).say(",");
    }
    String role =
        draft
            .one(Voc.ent("role"))
            .filter(node -> !EventTeller.PLAIN.contains(node))
            .map(page.names()::text)
            .map(text -> text.toLowerCase(Locale.ROOT))
            .orElse("");
    boolean plan =
        graph
            .object(participation, Voc.ent("event"))
            .filter(event -> graph.isAny(event, "Plan"))
            .isPresent();
    if (plan) {
      draft.say(
          role.isEmpty() ? " is named for the plan " : " is named as " + role + " for the plan ");
    } else {
      draft.say(role.isEmpty() ? " took part in " : " was the " + role + " in ");
    }
    draft.maybe("", Voc.ent("event"));
    draft.maybe(", for ", Voc.ent("representing"));
    return plan ? draft.tag("plan") : draft;
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
    List<Node> tenures = tenures(person);
    if (tenures.isEmpty()) {
      draft.one(Voc.LABEL);
      return draft.say(nationality.isEmpty() ? " — a person whom the documents name" : "");
    }
    draft.say(nationality.isEmpty() ? "" : ",");
    int most = lead ? OFFICES : 1;
    for (Node tenure : tenures.subList(0, Math.min(most, tenures.size()))) {
      draft.say(tenure.equals(tenures.get(0)) ? "" : ";");
      draft.tell(tenure, Voc.MEMBER, person);
      new TenureWords(page).say(draft, tenure);
    }
    int more = tenures.size() - most;
    return draft.say(
        !lead || more <= 0 ? "" : "; and " + more + (more == 1 ? " more office" : " more offices"));
  }

  /** The offices of a person that are shown: those held on the reader's day, then the latest. */
  private List<Node> tenures(Node person) {
    List<Node> tenures = new ArrayList<>(graph.subjects(Voc.MEMBER, person));
    tenures.removeIf(tenure -> graph.object(tenure, Voc.ent("post")).isEmpty());
    tenures.sort(
        Comparator.comparing((Node tenure) -> !held(tenure))
            .thenComparing(this::lastDay, Comparator.reverseOrder())
            .thenComparing(GraphReader.ORDER));
    return tenures;
  }

  private boolean held(Node tenure) {
    return page.asOf() != null && Span.of(graph, tenure).on(page.asOf()) == Span.Certainty.CERTAIN;
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
