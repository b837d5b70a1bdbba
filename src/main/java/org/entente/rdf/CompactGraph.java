package org.entente.rdf;

import java.util.Arrays;
import java.util.NoSuchElementException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.NiceIterator;
import org.apache.jena.util.iterator.NullIterator;
import org.entente.spill.Blobs;
import org.entente.spill.Longs;

/**
 * A graph that does not change, of which a few megabytes lie in the heap whatever its size.
 *
 * <p>Each node is held once and has a number. The triples lie in three orders, by subject, by
 * predicate and by object: for each number the place where its triples begin, and there the other
 * two numbers of each, sorted. So every pattern of a triple is one stretch of one order, and a
 * triple takes 24 bytes. Nodes are the same when they are the same term, as in Jena's own graphs.
 */
public final class CompactGraph extends GraphBase {
  private final Terms terms;
  private final Order bySubject;
  private final Order byPredicate;
  private final Order byObject;

  private CompactGraph(Terms terms, Order bySubject) {
    this.terms = terms;
    this.bySubject = bySubject;
    this.byObject = bySubject.byLast(terms.length());
    this.byPredicate = byObject.byLast(terms.length());
  }

  /** Gathers triples; one that comes again is there once. */
  public static final class Builder {
    private final Terms terms = new Terms();
    private final Longs rows = new Longs();

    /** Adds a triple. */
    public void add(Triple triple) {
      add(triple.getSubject(), triple.getPredicate(), triple.getObject());
    }

    /** Adds a triple of three nodes. */
    public void add(Node subject, Node predicate, Node object) {
      rows.add(terms.enter(subject));
      rows.add(Order.pair(terms.enter(predicate), terms.enter(object)));
    }

    /** The graph; to be called once. */
    public CompactGraph build() {
      return new CompactGraph(terms, Order.of(terms.length(), rows));
    }
  }

  @Override
  protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
    int subject = number(pattern.getSubject());
    int predicate = number(pattern.getPredicate());
    int object = number(pattern.getObject());
    if (subject == Terms.NONE || predicate == Terms.NONE || object == Terms.NONE) {
      return NullIterator.instance();
    }
    if (subject == Terms.ANY && predicate == Terms.ANY && object == Terms.ANY) {
      return new Found(Place.SUBJECT, bySubject, 0, 0, bySubject.pairs.length());
    }
    if (subject != Terms.ANY && (predicate != Terms.ANY || object == Terms.ANY)) {
      return found(Place.SUBJECT, bySubject, subject, predicate, object);
    }
    return predicate != Terms.ANY
        ? found(Place.PREDICATE, byPredicate, predicate, object, Terms.ANY)
        : found(Place.OBJECT, byObject, object, subject, Terms.ANY);
  }

  private ExtendedIterator<Triple> found(
      Place place, Order order, int first, int second, int third) {
    long from = order.from(first, second, third);
    long to = order.to(first, second, third);
    return from == to ? NullIterator.instance() : new Found(place, order, first, from, to);
  }

  @Override
  protected boolean graphBaseContains(Triple pattern) {
    return graphBaseFind(pattern).hasNext();
  }

  @Override
  protected int graphBaseSize() {
    return Math.toIntExact(bySubject.pairs.length());
  }

  private int number(Node node) {
    return node == null || !node.isConcrete() ? Terms.ANY : terms.find(node);
  }

  /** What of a triple comes first in an order; the other two follow in turn. */
  private enum Place {
    SUBJECT,
    PREDICATE,
    OBJECT
  }

  /** Nodes and their numbers, which begin with 0. */
  private static final class Terms {
    static final int NONE = -1;
    static final int ANY = -2;
    private static final int MOST_KEPT = 1 << 16;
    private static final long HASH = 0xFFFF_FFFFL << Integer.SIZE;

    private final Blobs nodes = new Blobs();

    /** A hash above a number plus one, each at the first free place after that of the hash. */
    private Longs table = new Longs(1 << 5);

    /** Nodes that were asked for, each at the place that the end of its number says. */
    private Node[] kept = new Node[1 << 4];

    private int[] keptNumbers = new int[1 << 4];

    int length() {
      return (int) nodes.size();
    }

    int find(Node node) {
      return (int) table.get(place(node, hash(node))) - 1;
    }

    int enter(Node node) {
      long hash = hash(node);
      long at = place(node, hash);
      if (table.get(at) == 0) {
        if (nodes.size() * 2 >= table.length()) {
          grow();
          at = place(node, hash);
        }
        byte[] bytes = NodeBytes.of(node);
        int number = Math.toIntExact(nodes.size());
        nodes.add(bytes, bytes.length);
        table.set(at, hash | number + 1);
        keep(number, node);
      }
      return (int) table.get(at) - 1;
    }

    Node node(int number) {
      int at = number & kept.length - 1;
      if (keptNumbers[at] == number && kept[at] != null) {
        return kept[at];
      }
      Node node = NodeBytes.node(nodes.get(number));
      keep(number, node);
      return node;
    }

    private void keep(int number, Node node) {
      if (number >= kept.length && kept.length < MOST_KEPT) {
        // Below the most that are kept no two numbers have one place.
        kept = Arrays.copyOf(kept, kept.length * 2);
        keptNumbers = Arrays.copyOf(keptNumbers, kept.length);
      }
      int at = number & kept.length - 1;
      kept[at] = node;
      keptNumbers[at] = number;
    }

    private void grow() {
      Longs old = table;
      table = new Longs(old.length() * 2);
      for (long i = 0; i < old.length(); i++) {
        long entry = old.get(i);
        if (entry != 0) {
          long at = first(entry);
          while (table.get(at) != 0) {
            at = at + 1 & table.length() - 1;
          }
          table.set(at, entry);
        }
      }
    }

    /** Where a node is in the table, or would be; it is never more than half full. */
    private long place(Node node, long hash) {
      long at = first(hash);
      for (long entry = table.get(at); entry != 0; entry = table.get(at)) {
        if ((entry & HASH) == hash && node((int) entry - 1).equals(node)) {
          return at;
        }
        at = at + 1 & table.length() - 1;
      }
      return at;
    }

    private long first(long hash) {
      return hash >>> Integer.SIZE & table.length() - 1;
    }

    private static long hash(Node node) {
      int hash = node.hashCode() * 0x9E37_79B9;
      return (long) (hash ^ hash >>> Short.SIZE) << Integer.SIZE;
    }
  }

  /**
   * Triples in one order.
   *
   * @param starts for each number the place where its triples begin, and where the last ones end
   * @param pairs the second number of each triple above the third
   */
  private record Order(Longs starts, Longs pairs) {

    /** Rows of a subject and a pair of predicate and object, by subject, each once. */
    static Order of(int terms, Longs rows) {
      Longs starts = new Longs(terms + 2L);
      for (long at = 0; at < rows.length(); at += 2) {
        count(starts, rows.get(at));
      }
      sum(starts);
      Longs pairs = new Longs(rows.length() / 2);
      for (long at = 0; at < rows.length(); at += 2) {
        pairs.set(next(starts, rows.get(at)), rows.get(at + 1));
      }
      long kept = 0;
      long from = 0;
      long[] ofOne = new long[1 << 4];
      for (int first = 0; first < terms; first++) {
        long to = starts.get(first + 1);
        int count = Math.toIntExact(to - from);
        if (ofOne.length < count) {
          ofOne = new long[count * 2];
        }
        pairs.copy(from, ofOne, count);
        Arrays.sort(ofOne, 0, count);
        starts.set(first, kept);
        for (int i = 0; i < count; i++) {
          if (i == 0 || ofOne[i] != ofOne[i - 1]) {
            pairs.set(kept++, ofOne[i]);
          }
        }
        from = to;
      }
      starts.set(terms, kept);
      pairs.truncate(kept);
      return new Order(starts, pairs);
    }

    /**
     * The triples by their third number, then by what was first and second. They are taken in the
     * order they have, so those of one number come to lie in order.
     */
    Order byLast(int terms) {
      Longs others = new Longs(terms + 2L);
      for (long at = 0; at < pairs.length(); at++) {
        count(others, third(pairs.get(at)));
      }
      sum(others);
      Longs turned = new Longs(pairs.length());
      for (int first = 0; first < terms; first++) {
        long to = starts.get(first + 1);
        for (long at = starts.get(first); at < to; at++) {
          long pair = pairs.get(at);
          turned.set(next(others, third(pair)), pair(first, second(pair)));
        }
      }
      return new Order(others, turned);
    }

    /** Counts are two places on, so that when all have been placed each start is where it is. */
    private static void count(Longs starts, long number) {
      starts.set(number + 2, starts.get(number + 2) + 1);
    }

    private static void sum(Longs starts) {
      for (long i = 3; i < starts.length(); i++) {
        starts.set(i, starts.get(i) + starts.get(i - 1));
      }
    }

    private static long next(Longs starts, long number) {
      long place = starts.get(number + 1);
      starts.set(number + 1, place + 1);
      return place;
    }

    static long pair(int second, int third) {
      return (long) second << Integer.SIZE | third;
    }

    static int second(long pair) {
      return (int) (pair >>> Integer.SIZE);
    }

    static int third(long pair) {
      return (int) pair;
    }

    /** Where the triples begin that begin with some numbers, of which the later may be any. */
    long from(int first, int second, int third) {
      return second == Terms.ANY
          ? starts.get(first)
          : least(first, pair(second, third == Terms.ANY ? 0 : third));
    }

    /** Where they end. */
    long to(int first, int second, int third) {
      return second == Terms.ANY
          ? starts.get(first + 1)
          : least(first, third == Terms.ANY ? pair(second + 1, 0) : pair(second, third) + 1);
    }

    /** The first place of a number's triples where a pair is not less than another. */
    private long least(int first, long pair) {
      return pairs.least(starts.get(first), starts.get(first + 1L), pair);
    }
  }

  /** The triples of a stretch of an order. */
  private final class Found extends NiceIterator<Triple> {
    private final Place place;
    private final Order order;
    private final long to;
    private long at;
    private int first;
    private long end;

    Found(Place place, Order order, int first, long from, long to) {
      this.place = place;
      this.order = order;
      this.first = first;
      this.end = order.starts.get(first + 1L);
      this.at = from;
      this.to = to;
    }

    @Override
    public boolean hasNext() {
      return at < to;
    }

    @Override
    public Triple next() {
      if (at >= to) {
        throw new NoSuchElementException();
      }
      while (end <= at) {
        first++;
        end = order.starts.get(first + 1L);
      }
      long pair = order.pairs.get(at++);
      Node one = terms.node(first);
      Node two = terms.node(Order.second(pair));
      Node three = terms.node(Order.third(pair));
      return switch (place) {
        case SUBJECT -> Triple.create(one, two, three);
        case PREDICATE -> Triple.create(three, one, two);
        case OBJECT -> Triple.create(two, three, one);
      };
    }
  }
}
