package org.entente.explore;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.entente.rdf.Ent;

/** Groups what points to a thing: by the property, and by what kind of thing points. */
final class EntityGroups {
  /** The heading of the disagreements about a thing. */
  static final String DISAGREEMENTS = "Where sources disagree";

  /** Properties that are told elsewhere, unless a rule picks what points by them. */
  private static final Set<String> HIDDEN =
      Set.of(
          "event",
          "usedBy",
          "hasName",
          "hasParticipatingState",
          "metWith",
          "tookPartIn",
          "partyTo",
          "answeredBy",
          "answersTransitively",
          "hasOutcome",
          "hasSession",
          "visitor",
          "host",
          "representing",
          "inCapacity",
          "capacity",
          "agreement",
          "signedFor",
          "signedBy",
          "hasStep",
          "dispute",
          "documentRead",
          "fromDocument");

  private static final String QUERY =
      """
      PREFIX ent: <https://w3id.org/entente/ontology#>
      PREFIX graph: <https://w3id.org/entente/graph/>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
      SELECT DISTINCT ?thing
      WHERE {
      %s%s}
      ORDER BY ?thing
      """;

  private static final Set<String> AGREES = Set.of("party", "signatory");

  /** A rule of grouping: a property, a class of what points (or null), a heading. */
  private record Rule(String property, String kind, String title) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule("member", null, "Offices held"),
          new Rule("post", null, "Who held it"),
          new Rule("inAdministration", null, "Offices in it"),
          new Rule("phaseOf", null, "How it stood"),
          new Rule("inDispute", null, "Positions"),
          new Rule("step", null, "Part of these disputes"),
          new Rule("hasActor", "Summit", "Summits"),
          new Rule("hasActor", "Call", "Calls"),
          new Rule("hasActor", "Meeting", "Meetings"),
          new Rule("hasActor", "Dialogue", "Dialogues"),
          new Rule("hasActor", "Visit", "Visits"),
          new Rule("hasActor", null, "Other events"),
          // Where its leaders met or called, a state took part.
          new Rule("hasParticipatingState", "Summit", "Summits"),
          new Rule("hasParticipatingState", "Call", "Calls"),
          new Rule("foreseesActor", null, "Plans that involve it"),
          new Rule("planner", null, "Plans made"),
          new Rule("speaker", null, "In their words"),
          new Rule("holder", "Position", "Positions in disputes"),
          new Rule("holder", "Assessment", "Judgements"),
          new Rule("holder", "Recommendation", "Recommendations"),
          new Rule("party", "Agreement", "Agreements"),
          new Rule("party", "Dispute", "Disputes"),
          new Rule("signatory", null, "Signed"),
          new Rule("imposedBy", null, "Measures taken"),
          new Rule("target", null, "Measures against it"),
          new Rule("series", null, "Sessions"),
          new Rule("subEventOf", null, "Within it"),
          new Rule("onSidelineOf", null, "On its sidelines"),
          new Rule("madeIn", null, "What was undertaken"),
          new Rule("reachedAt", null, "Agreements reached"),
          new Rule("realisedBy", null, "Planned before"),
          new Rule("occasion", null, "Said there"),
          new Rule("answers", null, "What answered it"),
          new Rule("creator", null, "Writings"),
          new Rule("publisher", null, "Published by it"),
          new Rule("about", "Disagreement", DISAGREEMENTS),
          new Rule("about", "Gap", "Sought and not found"),
          new Rule("about", "Undertaking", "Undertakings about it"),
          new Rule("about", "Statement", "Statements about it"),
          new Rule("about", "Assessment", "Judgements about it"),
          new Rule("about", "Recommendation", "Recommendations about it"),
          new Rule("about", "Plan", "Plans about it"),
          new Rule("about", null, "More about it"),
          new Rule("addressee", null, "Addressed to it"),
          new Rule("value", "Participation", "In which role"),
          new Rule("cause", null, "Named as a cause"),
          new Rule("toward", null, "Positions on it"),
          new Rule("over", null, "Disputes over it"),
          new Rule("hasPlace", "Event", "What took place there"),
          new Rule("hasPlace", null, "Said there"),
          new Rule("plannedPlace", null, "Planned there"),
          new Rule("inState", "Event", "Took place in it"),
          new Rule("inState", null, "Places in it"),
          new Rule("locatedIn", null, "Places in it"),
          new Rule("seat", null, "Seated there"),
          new Rule("nationality", null, "Its nationals"),
          new Rule("governs", null, "Administrations"),
          new Rule("headedBy", null, "Administrations headed"),
          new Rule("postIn", null, "Posts in it"),
          new Rule("subOrganizationOf", null, "Parts of it"),
          new Rule("ofState", "Post", "Offices of it"),
          new Rule("ofState", null, "Organisations of it"),
          new Rule("measuredBy", null, "Counted by it"),
          new Rule("broader", null, "Narrower topics"),
          new Rule("isPartOf", null, "Parts of it"),
          new Rule("cites", null, "Cited by"),
          new Rule("hasCitingEntity", null, "Notes"),
          new Rule("hasCitedEntity", null, "Where it is cited"),
          new Rule("supports", null, "Notes that support it"));

  private final GraphReader graph;
  private final Names names;

  EntityGroups(GraphReader graph, Names names) {
    this.graph = graph;
    this.names = names;
  }

  /**
   * What points to a thing under one heading.
   *
   * @param ways how it points, one or several
   */
  record Group(String title, List<Way> ways, List<Node> subjects) {
    /**
     * The SPARQL that gives the same.
     *
     * @param asOf the day as of which it is asked; null for none
     * @param later what is later than that day by what it belongs to
     */
    String query(LocalDate asOf, List<Node> later) {
      String selection =
          ways.size() == 1
              ? ways.get(0).pattern("  ")
              : ways.stream()
                  .map(way -> "  {\n" + way.pattern("    ") + "  }")
                  .collect(Collectors.joining(" UNION\n", "", "\n"));
      return QUERY.formatted(
          selection, asOf == null ? "" : Told.filter(asOf) + Queries.later("thing", later, asOf));
    }
  }

  /**
   * One way of pointing to a thing.
   *
   * @param property the property that points
   * @param target the thing, or the government of a state that is the thing
   * @param kind the class of what points; null for any
   * @param others classes of what is told under other headings
   */
  record Way(Node property, Node target, Node kind, List<Node> others) {
    private String pattern(String indent) {
      StringBuilder pattern = new StringBuilder(indent);
      pattern.append(
          local(property).equals("step")
              ? "?step ent:step <%s> ; ent:dispute ?thing .\n".formatted(target.getURI())
              : "?thing <%s> <%s> .\n".formatted(property.getURI(), target.getURI()));
      if (kind != null) {
        pattern.append(indent).append("?thing a/rdfs:subClassOf* <%s> .\n".formatted(kind));
      }
      if (!others.isEmpty()) {
        String classes =
            others.stream()
                .map(other -> "<" + other.getURI() + ">")
                .collect(Collectors.joining(" "));
        pattern
            .append(indent)
            .append("FILTER NOT EXISTS {\n" + indent + "  VALUES ?other { " + classes + " }\n")
            .append(indent + "  ?thing a/rdfs:subClassOf* ?other\n" + indent + "}\n");
      }
      return pattern.toString();
    }
  }

  /** What points to a thing; what the government of a state agrees and signs, the state does. */
  private List<Triple> pointing(Node thing) {
    List<Triple> pointing = new ArrayList<>(graph.pointingTo(thing));
    for (Node organisation : graph.subjects(Voc.ent("ofState"), thing)) {
      if (graph.isAny(organisation, "Government")) {
        graph.pointingTo(organisation).stream()
            .filter(triple -> AGREES.contains(local(triple.getPredicate())))
            .forEach(pointing::add);
      }
    }
    return pointing;
  }

  /** The groups, in the order of the rules; properties without a rule follow. */
  List<Group> of(Node thing) {
    Map<String, Group> groups = new LinkedHashMap<>();
    for (Rule rule : RULES) {
      groups.put(rule.title(), null);
    }
    for (Triple triple : pointing(thing)) {
      Node property = triple.getPredicate();
      String local = local(property);
      Rule rule = rule(local, triple.getSubject());
      if (Ent.identifier(triple.getSubject()) == null || rule == null && HIDDEN.contains(local)) {
        continue;
      }
      String title = rule == null ? "As “" + names.text(property) + "” of" : rule.title();
      Group group = groups.get(title);
      if (group == null) {
        group = new Group(heading(title, thing), new ArrayList<>(), new ArrayList<>());
        groups.put(title, group);
      }
      Way way = way(property, rule, triple.getObject());
      if (!group.ways().contains(way)) {
        group.ways().add(way);
      }
      Node shown = local.equals("step") ? stepDispute(triple.getSubject()) : triple.getSubject();
      if (!group.subjects().contains(shown)) {
        group.subjects().add(shown);
      }
    }
    groups.values().removeIf(group -> group == null);
    return List.copyOf(groups.values());
  }

  /** A title as it heads what is told of a thing: a person is no “it”. */
  private String heading(String title, Node thing) {
    return graph.is(thing, Voc.PERSON)
        ? title.replaceAll("\\bit\\b", "them").replaceAll("\\bits\\b", "their")
        : title;
  }

  /** What a rule picks: of its property, its class, and none of those picked before it. */
  private static Way way(Node property, Rule rule, Node target) {
    List<Node> before = new ArrayList<>();
    for (Rule other : RULES) {
      if (other.equals(rule)) {
        break;
      }
      if (other.property().equals(local(property)) && other.kind() != null) {
        before.add(kind(other.kind()));
      }
    }
    Node kind = rule == null || rule.kind() == null ? null : kind(rule.kind());
    return new Way(property, target, kind, List.copyOf(before));
  }

  private Node stepDispute(Node step) {
    return graph.object(step, Voc.ent("dispute")).orElse(step);
  }

  /** The rule for what points to a thing by a property; null for none. */
  private Rule rule(String local, Node subject) {
    for (Rule rule : RULES) {
      if (rule.property().equals(local)
          && (rule.kind() == null || graph.is(subject, kind(rule.kind())))) {
        return rule;
      }
    }
    return null;
  }

  private static Node kind(String name) {
    return switch (name) {
      case "Event" -> Voc.EVENT;
      case "Post" -> Voc.POST;
      default -> Voc.ent(name);
    };
  }

  static String local(Node property) {
    String iri = property.getURI();
    return iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
  }
}
