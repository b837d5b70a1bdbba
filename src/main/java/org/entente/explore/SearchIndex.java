package org.entente.explore;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.entente.explore.SearchWords.Word;
import org.entente.rdf.Ent;

/**
 * Finds things by any of their names, in any script, also when it is spelled otherwise; and by what
 * they are, by whom and what they involve, and by when they were.
 */
final class SearchIndex implements NameSearch {
  /** How well something fits, the best first. */
  enum Rank {
    /** It has the whole as a name. */
    EXACT,
    /** One of its names has all the words. */
    WORDS,
    /** One of its names has words that begin with all the words. */
    BEGINNINGS,
    /** One of its names sounds so, written in kana or Hangul. */
    SOUND,
    /** Its names, what it is, what it involves and its time together have all that was asked. */
    TOGETHER,
    /** It has the most of what was asked, but not all. */
    MOST,
    /** It is named among the words. */
    NAMED,
    /** One of its names is spelled almost so. */
    SIMILAR
  }

  /** Kinds of things that are found, in the order in which they come when they fit alike. */
  private static final List<Set<String>> KINDS =
      List.of(
          Set.of("person", "state"),
          Set.of(
              "organisation",
              "place",
              "event",
              "agreement",
              "dispute",
              "measure",
              "post",
              "series"),
          Set.of("administration", "topic", "plan"),
          Set.of(
              "statement",
              "position",
              "undertaking",
              "assessment",
              "recommendation",
              "observation",
              "disagreement"),
          Set.of("document"));

  /** What somebody may name among other words. */
  private static final Set<String> NAMEABLE =
      Set.of(
          "person",
          "state",
          "organisation",
          "place",
          "post",
          "dispute",
          "agreement",
          "topic",
          "series");

  /** Whose name alone does not ask for all that involves it, as its own page tells that. */
  private static final Set<String> LASTING =
      Set.of(
          "person",
          "state",
          "organisation",
          "administration",
          "place",
          "post",
          "topic",
          "dispute",
          "document");

  /** What has a name of its own, which other scripts transcribe and do not translate. */
  private static final Set<String> TRANSCRIBED = Set.of("person", "place", "state");

  /** Properties by which a thing does not involve what it has: others tell of the same. */
  private static final Set<String> NOT_INVOLVING =
      Set.of("tookPartIn", "partyTo", "metWith", "answersTransitively", "answeredBy", "visitor");

  /** Properties to an occasion, whose actors, place and time are those of what came of it. */
  private static final List<Node> OCCASIONS =
      List.of(Voc.ent("reachedAt"), Voc.ent("madeIn"), Voc.ent("occasion"));

  /** What came of an occasion. */
  private static final Set<String> OUTCOMES = Set.of("agreement", "undertaking");

  /** How many words the longest name has that is sought among others. */
  private static final int LONGEST_NAME = 10;

  private static final int MOST_SIMILAR = 8;
  private static final int MOST_PARTIAL = 20;

  /** A name; a metonym names something else in the first place. */
  private record Name(int thing, String text, String key, Set<String> words, int order) {}

  /**
   * A thing, or a class of things.
   *
   * @param order place in {@link #KINDS}; -1 for a class
   * @param involved what it is and involves
   * @param terms the offices that a person held
   */
  private record Thing(
      Node node, String type, int order, int[] involved, Span span, List<Term> terms) {}

  /** An office, and when it was held. */
  private record Term(int post, Span span) {}

  /** A thing that was found, with the name by which it was; null for none in particular. */
  record Hit(Node thing, String name, Rank rank) {}

  /**
   * What was found.
   *
   * @param hits the best first
   * @param total how many there are, with those that are left out
   * @param unknown words that nothing has
   */
  record Found(List<Hit> hits, int total, List<String> unknown) {}

  private final List<Thing> things = new ArrayList<>();
  private final List<List<Name>> names = new ArrayList<>();
  private final NavigableMap<String, List<Name>> byWord = new TreeMap<>();
  private final Map<String, List<Name>> byKey = new HashMap<>();
  private final Map<String, List<Name>> byJoined = new HashMap<>();
  private final List<String> unspaced;
  private final SoundIndex<Integer> sounds;

  /** Indexes all things of a graph that have a name. */
  SearchIndex(GraphReader graph) {
    Map<Node, Integer> numbers = new LinkedHashMap<>();
    Set<Node> named = new java.util.TreeSet<>(GraphReader.ORDER);
    named.addAll(graph.subjects(Voc.LABEL));
    named.addAll(graph.subjects(Voc.ALT_LABEL));
    for (Node node : named) {
      if (order(type(node)) >= 0) {
        numbers.put(node, numbers.size());
      }
    }
    List<Node> found = List.copyOf(numbers.keySet());
    for (Node node : found) {
      graph.allTypes(node).forEach(type -> numbers.putIfAbsent(type, numbers.size()));
    }
    Map<Node, int[]> own = new HashMap<>();
    found.forEach(node -> own.put(node, involved(graph, node, numbers)));
    for (Node node : numbers.keySet()) {
      boolean isClass = !own.containsKey(node);
      String type = isClass ? "" : type(node);
      things.add(
          new Thing(
              node,
              type,
              isClass ? -1 : order(type),
              isClass ? new int[0] : withOccasions(graph, node, own, numbers),
              isClass ? Span.UNKNOWN : span(graph, node),
              terms(graph, node, numbers)));
      names.add(new ArrayList<>());
      enter(graph, node, things.size() - 1);
    }
    this.unspaced = byWord.keySet().stream().filter(SearchWords::isUnspaced).toList();
    this.sounds =
        new SoundIndex<>(
            names.stream()
                .flatMap(List::stream)
                .filter(name -> TRANSCRIBED.contains(things.get(name.thing()).type()))
                .map(name -> new SoundIndex.Name<>(name.thing(), name.text()))
                .toList());
  }

  private static String type(Node node) {
    String identifier = Ent.identifier(node);
    return identifier == null ? "" : identifier.substring(0, Math.max(0, identifier.indexOf('/')));
  }

  /** Whether a thing is of a kind that is found. */
  static boolean isFound(Node thing) {
    return order(type(thing)) >= 0;
  }

  private static int order(String type) {
    for (int i = 0; i < KINDS.size(); i++) {
      if (KINDS.get(i).contains(type)) {
        return i;
      }
    }
    return -1;
  }

  private void enter(GraphReader graph, Node node, int thing) {
    Set<String> metonyms = new HashSet<>();
    for (Node name : graph.objects(node, Voc.ent("hasName"))) {
      if (graph.has(name, Voc.ent("nameKind"), Voc.ent("Metonym"))) {
        graph.objects(name, Voc.ent("form")).forEach(form -> metonyms.add(GraphReader.text(form)));
      }
    }
    for (Node property : List.of(Voc.LABEL, Voc.ALT_LABEL)) {
      for (Node literal : graph.objects(node, property)) {
        String text = GraphReader.text(literal);
        String key = SearchWords.key(text);
        if (key.isEmpty()) {
          continue;
        }
        int order = metonyms.contains(text) ? 2 : property.equals(Voc.LABEL) ? 0 : 1;
        Set<String> words = new LinkedHashSet<>(Arrays.asList(key.split(" ")));
        Name name = new Name(thing, text, key, words, order);
        names.get(thing).add(name);
        words.forEach(word -> byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(name));
        byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(name);
        byJoined.computeIfAbsent(key.replace(" ", ""), k -> new ArrayList<>()).add(name);
      }
    }
  }

  private static List<Term> terms(GraphReader graph, Node node, Map<Node, Integer> numbers) {
    List<Term> terms = new ArrayList<>();
    for (Node tenure : graph.subjects(Voc.MEMBER, node)) {
      for (int post : numbers(graph.objects(tenure, Voc.ent("post")), numbers)) {
        terms.add(new Term(post, Span.of(graph, tenure)));
      }
    }
    return List.copyOf(terms);
  }

  /** What a thing is, and what it has by its properties. */
  private static int[] involved(GraphReader graph, Node node, Map<Node, Integer> numbers) {
    Set<Node> involved = new LinkedHashSet<>(graph.allTypes(node));
    for (Triple triple : graph.about(node)) {
      if (!NOT_INVOLVING.contains(EntityGroups.local(triple.getPredicate()))) {
        involved.add(triple.getObject());
      }
    }
    for (Node place : graph.objects(node, Voc.PLACE)) {
      involved.addAll(graph.objects(place, Voc.ent("inState")));
      involved.addAll(graph.objects(place, Voc.ent("locatedIn")));
    }
    for (Node tenure : graph.subjects(Voc.MEMBER, node)) {
      involved.addAll(graph.objects(tenure, Voc.ent("post")));
    }
    involved.remove(node);
    return numbers(involved, numbers);
  }

  private static int[] numbers(Collection<Node> nodes, Map<Node, Integer> numbers) {
    return nodes.stream()
        .map(numbers::get)
        .filter(number -> number != null)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** With what its occasion involves; and what came of it, with what that is. */
  private static int[] withOccasions(
      GraphReader graph, Node node, Map<Node, int[]> own, Map<Node, Integer> numbers) {
    Set<Integer> all = new LinkedHashSet<>();
    Arrays.stream(own.get(node)).forEach(all::add);
    for (Node property : OCCASIONS) {
      for (Node occasion : graph.objects(node, property)) {
        for (Node involving : List.of(Voc.ACTOR, Voc.PLACE)) {
          for (int each : numbers(graph.objects(occasion, involving), numbers)) {
            all.add(each);
          }
        }
      }
      for (Node outcome : graph.subjects(property, node)) {
        if (OUTCOMES.contains(type(outcome)) && numbers.containsKey(outcome)) {
          all.add(numbers.get(outcome));
          graph.allTypes(outcome).forEach(type -> all.add(numbers.get(type)));
        }
      }
    }
    return all.stream().mapToInt(Integer::intValue).toArray();
  }

  /** When a thing was, or its occasion. */
  private static Span span(GraphReader graph, Node node) {
    Span span = Span.of(graph, node);
    for (Node property : OCCASIONS) {
      if (span.isUnknown()) {
        span = graph.object(node, property).map(o -> Span.of(graph, o)).orElse(Span.UNKNOWN);
      }
    }
    return span;
  }

  /** Whether a word names a class of which there are things. */
  @Override
  public boolean isKind(String word) {
    return byKey.getOrDefault(SearchWords.key(word), List.of()).stream()
        .anyMatch(name -> things.get(name.thing()).order() < 0);
  }

  @Override
  public Found find(String query, int most, Predicate<Node> wanted) {
    SearchWords asked = SearchWords.of(query);
    return asked.isEmpty()
        ? new Found(List.of(), 0, List.of())
        : new Search(asked, query).found(most, wanted);
  }

  /**
   * What a word of the reader's stands for.
   *
   * @param whole words of names that are the same word, and those that only begin with it: false
   * @param named the things with such a word in a name
   */
  private record Match(Map<String, Boolean> whole, BitSet named, BitSet begun) {
    boolean isEmpty() {
      return named.isEmpty();
    }
  }

  private Match match(Word word) {
    Map<String, Boolean> words = new HashMap<>();
    if (word.beginning() != null) {
      String from = word.beginning();
      byWord.subMap(from, from + Character.MAX_VALUE).keySet().forEach(w -> words.put(w, false));
      if (SearchWords.isUnspaced(from)) {
        String letters = Normalizer.normalize(from, Normalizer.Form.NFD);
        for (String other : unspaced) {
          // A syllable of Hangul that is being written is the beginning of others.
          if (other.contains(from)
              || Normalizer.normalize(other, Normalizer.Form.NFD).startsWith(letters)) {
            words.put(other, false);
          }
        }
      }
    }
    word.forms().stream().filter(byWord::containsKey).forEach(form -> words.put(form, true));
    return match(words);
  }

  private Match match(Map<String, Boolean> words) {
    BitSet named = new BitSet();
    BitSet begun = new BitSet();
    words.forEach(
        (word, whole) -> byWord.get(word).forEach(n -> (whole ? named : begun).set(n.thing())));
    begun.andNot(named);
    named.or(begun);
    return new Match(words, named, begun);
  }

  /** The words of names that are spelled almost like a word. */
  private Map<String, Boolean> spelledAlmost(String word) {
    Map<String, Boolean> similar = new HashMap<>();
    int most = Spelling.differences(word);
    for (String other : byWord.keySet()) {
      if (Spelling.alike(word, other, most)) {
        similar.put(other, true);
      }
    }
    return similar;
  }

  /** Something that was found; of those of a rank the least comes first. */
  private record Candidate(int thing, String name, Rank rank, double place) {}

  /** One search. */
  private final class Search {
    private final SearchWords asked;
    private final String written;
    private final Map<Integer, Candidate> best = new HashMap<>();
    private final List<Match> matches = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    Search(SearchWords asked, String written) {
      this.asked = asked;
      this.written = written;
      for (Word word : asked.words()) {
        Match match = match(word);
        matches.add(match);
        if (match.isEmpty()) {
          unknown.add(word.text());
        }
      }
    }

    Found found(int most, Predicate<Node> wanted) {
      Comparator<Candidate> order =
          Comparator.comparing(Candidate::rank)
              .thenComparingDouble(Candidate::place)
              .thenComparingInt(Candidate::thing);
      byWholeName();
      inOneName(asked.ofNames().stream().map(SearchIndex.this::match).toList(), Rank.WORDS);
      bySound();
      if (!has(Rank.EXACT)) {
        together();
        named();
      }
      if (!has(Rank.TOGETHER)) {
        similar();
        if (best.values().stream().noneMatch(each -> each.rank() == Rank.SIMILAR)) {
          most();
        }
      }
      List<Hit> hits =
          best.values().stream()
              .filter(each -> wanted.test(things.get(each.thing()).node()))
              .sorted(order)
              .map(each -> new Hit(things.get(each.thing()).node(), each.name(), each.rank()))
              .toList();
      boolean partly = hits.stream().allMatch(hit -> hit.rank().compareTo(Rank.MOST) >= 0);
      return new Found(
          List.copyOf(hits.subList(0, Math.min(most, hits.size()))),
          hits.size(),
          partly && !hits.isEmpty() ? unknown : List.of());
    }

    /** Whether something fits that well. */
    private boolean has(Rank rank) {
      return best.values().stream().anyMatch(each -> each.rank().compareTo(rank) <= 0);
    }

    private void add(int thing, String name, Rank rank, double place) {
      best.merge(
          thing,
          new Candidate(thing, name, rank, place),
          (one, other) -> {
            int better = one.rank().compareTo(other.rank());
            return better < 0 || better == 0 && one.place() <= other.place() ? one : other;
          });
    }

    /** Adds what has a name; things of foremost kinds come first, then short names. */
    private void add(Name name, Rank rank, double behind) {
      Thing thing = things.get(name.thing());
      if (thing.order() >= 0) {
        double length = 1 - 8.0 / (8 + name.key().length());
        double place = 100 * behind + (name.order() == 2 ? 50 : 0) + 10 * thing.order();
        add(name.thing(), name.text(), rank, place + name.order() + length);
      }
    }

    private void byWholeName() {
      byKey.getOrDefault(asked.key(), List.of()).forEach(name -> add(name, Rank.EXACT, 0));
      byJoined
          .getOrDefault(asked.key().replace(" ", ""), List.of())
          .forEach(name -> add(name, Rank.EXACT, 1));
    }

    /** What has a name with a match for each word. */
    private void inOneName(List<Match> each, Rank rank) {
      if (each.isEmpty() || each.stream().anyMatch(Match::isEmpty)) {
        return;
      }
      Match rarest =
          each.stream().min(Comparator.comparingInt(m -> m.named().cardinality())).orElseThrow();
      for (String word : rarest.whole().keySet()) {
        for (Name name : byWord.get(word)) {
          boolean all = true;
          boolean whole = true;
          for (Match match : each) {
            boolean one = false;
            boolean same = false;
            for (String own : name.words()) {
              Boolean found = match.whole().get(own);
              one |= found != null;
              same |= found != null && found;
            }
            all &= one;
            whole &= same;
          }
          if (all) {
            add(name, whole || rank != Rank.WORDS ? rank : Rank.BEGINNINGS, 0);
          }
        }
      }
    }

    private void bySound() {
      sounds
          .find(written)
          .forEach((thing, match) -> add(thing, match.name(), Rank.SOUND, -match.likeness()));
    }

    /** What is, involves and was then, all in all, what was asked for. */
    private void together() {
      List<Match> each = matches;
      if (!unknown.isEmpty() && !has(Rank.SOUND)) {
        each = new ArrayList<>();
        for (int i = 0; i < matches.size(); i++) {
          Match match = matches.get(i);
          each.add(match.isEmpty() ? sounding(asked.words().get(i).text()) : match);
        }
      }
      if (each.stream().noneMatch(Match::isEmpty)) {
        together(each, Rank.TOGETHER);
      }
    }

    private Match sounding(String word) {
      BitSet named = new BitSet();
      sounds.find(word).keySet().forEach(named::set);
      return new Match(Map.of(), named, new BitSet());
    }

    private void together(List<Match> each, Rank rank) {
      List<Match> required = new ArrayList<>();
      for (int i = 0; i < each.size(); i++) {
        if (!asked.words().get(i).verb()) {
          required.add(each.get(i));
        }
      }
      List<Match> needed = required.isEmpty() ? each : required;
      for (int number = 0; number < things.size(); number++) {
        Thing thing = things.get(number);
        if (thing.order() < 0 || !isThen(number, each)) {
          continue;
        }
        int begun = 0;
        int without = 0;
        boolean all = true;
        for (Match match : each) {
          int how = covers(number, match);
          all &= how > 0 || !needed.contains(match);
          begun += how == 1 ? 1 : 0;
          without += how == 0 ? 1 : 0;
        }
        if (all && !isOfOne(number, without == 0 ? each : needed)) {
          double place = 1000 * without + 100 * thing.order() + 10 * begun;
          add(number, null, rank, place - recent(thing));
        }
      }
    }

    /** 2 when a thing or what it involves has a word, 1 when it has one that begins so, else 0. */
    private int covers(int number, Match match) {
      boolean begins = match.begun().get(number);
      if (match.named().get(number) && !begins) {
        return 2;
      }
      begins |= match.named().get(number);
      for (int other : things.get(number).involved()) {
        if (match.named().get(other)) {
          if (!match.begun().get(other)) {
            return 2;
          }
          begins = true;
        }
      }
      return begins ? 1 : 0;
    }

    /** Whether a thing was within the days that are named; or an office that is asked for. */
    private boolean isThen(int number, List<Match> each) {
      return asked.time() == null
          || asked.time().meets(things.get(number).span())
          || things.get(number).terms().stream()
              .filter(term -> asked.time().meets(term.span()))
              .anyMatch(term -> each.stream().anyMatch(match -> match.named().get(term.post())))
          || names.get(number).stream()
              .anyMatch(name -> name.words().containsAll(asked.timeWords()));
    }

    /** Whether it would be found only for involving one thing that has all the words. */
    private boolean isOfOne(int number, List<Match> each) {
      if (asked.time() != null || each.stream().allMatch(match -> match.named().get(number))) {
        return false;
      }
      for (int other : things.get(number).involved()) {
        if (LASTING.contains(things.get(other).type())
            && each.stream().allMatch(match -> match.named().get(other))) {
          return true;
        }
      }
      return false;
    }

    /** From 0 for what has no date to 5 for what was last. */
    private static double recent(Thing thing) {
      LocalDate day = thing.span().first();
      return day == null
          ? 0
          : Math.max(0, Math.min(5, day.getYear() / 500.0 + day.getDayOfYear() / 366e3));
    }

    /** Whom and what some of the words name, as a whole. */
    private void named() {
      String[] words = asked.key().split(" ");
      for (int from = 0; words.length > 1 && from < words.length; from++) {
        StringBuilder key = new StringBuilder();
        boolean carries = false;
        for (int to = from; to < Math.min(words.length, from + LONGEST_NAME); to++) {
          key.append(key.isEmpty() ? "" : " ").append(words[to]);
          carries |= SearchWords.carries(words[to]);
          for (Name name :
              carries ? byKey.getOrDefault(key.toString(), List.of()) : List.<Name>of()) {
            if (NAMEABLE.contains(things.get(name.thing()).type()) && name.order() < 2) {
              add(name.thing(), name.text(), Rank.NAMED, from - (to - from) / 10.0);
            }
          }
        }
      }
    }

    /** What has a name that is spelled almost so. */
    private void similar() {
      List<Match> each = new ArrayList<>();
      for (int i = 0; i < matches.size(); i++) {
        Match match = matches.get(i);
        each.add(match.isEmpty() ? match(spelledAlmost(asked.words().get(i).text())) : match);
      }
      if (!unknown.isEmpty()) {
        inOneName(each, Rank.SIMILAR);
        if (each.size() > 1 && each.stream().noneMatch(Match::isEmpty)) {
          together(each, Rank.SIMILAR);
        }
      }
      String joined = asked.key().replace(" ", "");
      int most = Spelling.differences(joined);
      byJoined.forEach(
          (key, all) -> {
            if (Spelling.alike(joined, key, most)) {
              all.forEach(name -> add(name, Rank.SIMILAR, -1));
            }
          });
      keep(Rank.SIMILAR, MOST_SIMILAR);
    }

    /** What has the most of several words, if it is more than half, and not all by one thing. */
    private void most() {
      if (asked.words().stream().noneMatch(word -> SearchWords.carries(word.text()))) {
        return;
      }
      List<Match> known = matches.stream().filter(match -> !match.isEmpty()).toList();
      boolean several = known.size() + (asked.time() == null ? 0 : 1) > 1;
      if (known.isEmpty() || !several && has(Rank.NAMED)) {
        return;
      }
      double[] weights = new double[matches.size()];
      double total = asked.time() == null ? 0 : 1;
      for (int i = 0; i < weights.length; i++) {
        int count = matches.get(i).named().cardinality();
        weights[i] = count == 0 ? 0 : Math.log(1 + (double) things.size() / count);
        total += weights[i];
      }
      for (int number = 0; number < things.size(); number++) {
        Thing thing = things.get(number);
        double covered = asked.time() == null ? 0 : 1;
        for (int i = 0; i < weights.length; i++) {
          covered += weights[i] * covers(number, matches.get(i)) / 2.0;
        }
        if (thing.order() >= 0
            && covered > total / 2
            && isThen(number, known)
            && !isOfOne(number, known)) {
          add(number, null, Rank.MOST, -100 * covered + 10 * thing.order() - recent(thing));
        }
      }
      keep(Rank.MOST, MOST_PARTIAL);
    }

    private void keep(Rank rank, int most) {
      best.values().stream()
          .filter(each -> each.rank() == rank)
          .sorted(Comparator.comparingDouble(Candidate::place).thenComparing(Candidate::thing))
          .skip(most)
          .toList()
          .forEach(each -> best.remove(each.thing()));
    }
  }
}
