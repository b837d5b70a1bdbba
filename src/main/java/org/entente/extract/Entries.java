package org.entente.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDFBase;

/**
 * The entries of a lexicon while it is read: what each says, by the local name of the property.
 * Properties are told apart by their local names, which in a lexicon are unique.
 */
final class Entries extends StreamRDFBase {
  /** What one entry says. */
  static final class Entry {
    private final String iri;
    private final Map<String, List<String>> values = new HashMap<>(8);

    private Entry(String iri) {
      this.iri = iri;
    }

    /** The local name of the entry. */
    String name() {
      return local(iri);
    }

    /** The values of a property, sorted: literals as they are, entries by their local name. */
    List<String> all(String property) {
      return values.getOrDefault(property, List.of());
    }

    /** The first value of a property; null when there is none. */
    String one(String property) {
      List<String> list = values.get(property);
      return list == null ? null : list.get(0);
    }

    boolean has(String property) {
      return values.containsKey(property);
    }
  }

  private final Map<String, Entry> byIri = new HashMap<>();
  private Map<String, List<Entry>> byType;

  @Override
  public void triple(Triple triple) {
    if (!triple.getSubject().isURI()) {
      return;
    }
    Node object = triple.getObject();
    String value =
        object.isLiteral() ? object.getLiteralLexicalForm() : object.isURI() ? local(object) : null;
    if (value != null) {
      byIri
          .computeIfAbsent(triple.getSubject().getURI(), Entry::new)
          .values
          .computeIfAbsent(local(triple.getPredicate()), k -> new ArrayList<>(2))
          .add(value);
    }
  }

  /** Entries of a type in the order of their IRIs, so that nothing depends on hashing. */
  List<Entry> ofType(String type) {
    if (byType == null) {
      byType = new HashMap<>();
      List<Entry> sorted = new ArrayList<>(byIri.values());
      sorted.sort(Comparator.comparing((Entry e) -> e.iri));
      for (Entry entry : sorted) {
        entry.values.values().forEach(list -> list.sort(Comparator.naturalOrder()));
        for (String own : entry.all("type")) {
          byType.computeIfAbsent(own, k -> new ArrayList<>()).add(entry);
        }
      }
    }
    return byType.getOrDefault(type, List.of());
  }

  private static String local(Node node) {
    return local(node.getURI());
  }

  private static String local(String iri) {
    return iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
  }
}
