package org.entente.explore;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** A sentence as it is written: its words, and the triples that they tell. */
final class Draft {
  private final PageContext page;
  private final Node about;
  private final List<Piece> pieces = new ArrayList<>();
  private final Set<Triple> told = new LinkedHashSet<>();
  private Span span;
  private String tag;

  /** A sentence about a thing. */
  Draft(PageContext page, Node about) {
    this.page = page;
    this.about = about;
    this.span = Span.of(page.graph(), about);
  }

  /** Adds words. */
  Draft say(String words) {
    if (!words.isEmpty()) {
      pieces.add(Piece.of(words));
    }
    return this;
  }

  /** Adds the name of a thing, linked. */
  Draft name(Node thing) {
    pieces.add(page.names().link(thing));
    return this;
  }

  /** Adds words that lead to a thing. */
  Draft link(String words, Node thing) {
    pieces.add(new Piece(words, page.urls().of(thing), null));
    return this;
  }

  /** Adds a text of the graph as it is, in its language. */
  Draft text(Node literal) {
    Piece piece = page.names().link(literal);
    pieces.add(new Piece(piece.text(), null, piece.lang()));
    return this;
  }

  /** Adds names, with commas and "and". */
  Draft names(Collection<Node> things) {
    int i = 0;
    for (Node thing : things) {
      if (i > 0) {
        say(i == things.size() - 1 ? " and " : ", ");
      }
      name(thing);
      i++;
    }
    return this;
  }

  /** Notes that the sentence tells a triple. */
  Draft tell(Node subject, Node property, Node object) {
    told.add(Triple.create(subject, property, object));
    return this;
  }

  Draft tell(Triple triple) {
    told.add(triple);
    return this;
  }

  /** What the thing has for a property, noted as told. */
  List<Node> all(Node property) {
    List<Node> objects = page.graph().objects(about, property);
    objects.forEach(object -> tell(about, property, object));
    return objects;
  }

  /** The first that the thing has for a property, noted as told. */
  Optional<Node> one(Node property) {
    Optional<Node> object = page.graph().object(about, property);
    object.ifPresent(value -> tell(about, property, value));
    return object;
  }

  /** The first that the thing has for a property and that had begun by the reader's day. */
  Optional<Node> shown(Node property) {
    return page.graph().object(about, property).filter(page::shows).isPresent()
        ? one(property)
        : Optional.empty();
  }

  /** Adds words and the first value of a property, when there is one. */
  Draft maybe(String before, Node property) {
    one(property).ifPresent(value -> say(before).name(value));
    return this;
  }

  /** Adds the date of a property with its preposition, when there is one. */
  Draft date(String before, Node property) {
    one(property).ifPresent(value -> say(before + DateWords.in(GraphReader.text(value))));
    return this;
  }

  /** Adds the date of a property without preposition, when there is one. */
  Draft plainDate(String before, Node property) {
    one(property).ifPresent(value -> say(before + DateWords.plain(GraphReader.text(value))));
    return this;
  }

  Draft span(Span when) {
    this.span = when;
    return this;
  }

  Draft tag(String remark) {
    this.tag = remark;
    return this;
  }

  PageContext page() {
    return page;
  }

  GraphReader graph() {
    return page.graph();
  }

  /** The triples that the sentence tells. */
  Set<Triple> told() {
    return told;
  }

  /** The words of the sentence. */
  List<Piece> words() {
    return pieces;
  }

  /** The sentence with its evidence. */
  Fact fact() {
    List<Piece> ended = new ArrayList<>(pieces);
    String plain = Piece.plain(ended);
    if (!plain.isEmpty() && !plain.matches("(?s).*[.!?…。][”’\")]?")) {
      ended.add(Piece.of("."));
    }
    String remark = tag;
    if (page.asOf() != null && remark == null && !span.isUnknown()) {
      remark = span.begunBy(page.asOf()) == Span.Certainty.POSSIBLE ? "possibly by then" : null;
    }
    Evidence evidence = page.evidence().of(told);
    if (!evidence.present()) {
      evidence = page.evidence().words(about);
    }
    return new Fact(ended, evidence, span, remark, about.toString());
  }
}
