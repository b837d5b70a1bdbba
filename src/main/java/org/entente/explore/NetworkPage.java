package org.entente.explore;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.entente.rdf.Ent;

/** Who met whom, who agreed with whom, how often. */
final class NetworkPage {
  private NetworkPage() {}

  /** With more, names cover each other; the table has all. */
  private static final int MOST_ACTORS = 80;

  static View view(PageContext page) {
    Encounters.Kind kind = kind(page);
    Filters filters = new Filters(page);
    List<Encounters.Tie> ties = Encounters.of(page, kind, filters).ties();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("title", "Network");
    model.put("words", kind.words());
    List<Field> fields = new ArrayList<>();
    fields.add(filters.choice("ties", "Show", null, kinds()));
    fields.add(filters.actors(Encounters.occasions(page.graph(), kind)));
    fields.add(filters.disputes());
    fields.add(filters.documents());
    fields.add(filters.certainty(false));
    fields.addAll(filters.days());
    model.put("fields", fields);
    List<Encounters.Tie> drawn = strongest(ties);
    Picture picture =
        ties.isEmpty()
            ? null
            : NetworkPicture.of(
                "network-picture",
                "Network: " + kind.words(),
                drawn,
                page.names()::link,
                tie -> address(page, tie));
    model.put("picture", picture);
    DataTable table = table(page, ties);
    model.put("table", table);
    model.put("count", ties.size());
    model.put("drawn", drawn.size());
    chosen(page, ties)
        .ifPresent(
            tie -> {
              Teller teller = new Teller(page);
              model.put("one", page.names().link(tie.one()));
              model.put("other", page.names().link(tie.other()));
              model.put("meetings", tie.events().stream().map(teller::fact).toList());
            });
    return View.of("network", model).with(table).with(picture);
  }

  /** The strongest ties, between no more actors than a picture can show. */
  static List<Encounters.Tie> strongest(List<Encounters.Tie> ties) {
    Set<Node> actors = new HashSet<>();
    List<Encounters.Tie> drawn = new ArrayList<>();
    for (Encounters.Tie tie : ties) {
      Set<Node> both = new HashSet<>(List.of(tie.one(), tie.other()));
      both.removeAll(actors);
      if (actors.size() + both.size() <= MOST_ACTORS) {
        actors.addAll(both);
        drawn.add(tie);
      }
    }
    return drawn;
  }

  private static Encounters.Kind kind(PageContext page) {
    String wanted = page.parameter("ties").orElse("met");
    for (Encounters.Kind kind : Encounters.Kind.values()) {
      if (kind.parameter().equals(wanted)) {
        return kind;
      }
    }
    return Encounters.Kind.MET;
  }

  private static List<String[]> kinds() {
    List<String[]> kinds = new ArrayList<>();
    for (Encounters.Kind kind : Encounters.Kind.values()) {
      kinds.add(new String[] {kind.parameter(), kind.words()});
    }
    return kinds;
  }

  private static String key(Encounters.Tie tie) {
    return Ent.identifier(tie.one()) + "~" + Ent.identifier(tie.other());
  }

  private static String address(PageContext page, Encounters.Tie tie) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String name : List.of("ties", "actor", "dispute", "document", "certainty", "from", "to")) {
      page.parameter(name).ifPresent(value -> parameters.put(name, value));
    }
    parameters.put("edge", key(tie));
    return page.urls().page("/network", parameters) + "#edge";
  }

  private static Optional<Encounters.Tie> chosen(PageContext page, List<Encounters.Tie> ties) {
    String edge = page.parameter("edge").orElse("");
    return ties.stream().filter(tie -> key(tie).equals(edge)).findFirst();
  }

  private static DataTable table(PageContext page, List<Encounters.Tie> ties) {
    DataTable.Builder table =
        new DataTable.Builder("network", "Ties", "One", "Other", "Times", "Occasions");
    for (Encounters.Tie tie : ties) {
      List<Piece> events = new ArrayList<>();
      for (Node event : tie.events()) {
        events.add(page.names().link(event));
      }
      table.row(
          page.names().link(tie.one()),
          page.names().link(tie.other()),
          new Piece(Integer.toString(tie.events().size()), address(page, tie), null),
          Cell.list(events));
    }
    return table.build();
  }
}
