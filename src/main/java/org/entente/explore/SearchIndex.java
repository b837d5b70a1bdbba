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
import org.entente.explore.SearchParts.Part;
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

  /** How far behind it comes what only has the days in its name that were asked for. */
  private static final int OF_ANOTHER_TIME = 10;

  /** How well something has a word that it has in full. */
  private static final int FULLY = 3;

  private static final int MOST_SIMILAR = 8;
  private static final int MOST_PARTIAL = 20;

  /** A name; a metonym names something else in the first place. */
  private record Name(
      int number, int thing, String text, String key, Set<String> words, int order) {}

  /**
   * A thing, or a class of things.
   *
   * @param order place in {@link #KINDS}; -1 for a class
   * @param involved what it is and involves
   * @param terms the offices that a person held
   * @param isOffice whether it is a class of offices
   */
  private record Thing(
      Node node,
      String type,
      int order,
      int[] involved,
      Span span,
      List<Term> terms,
      boolean isOffice) {
    /** Whether it was only consulted: no document of the graph, which comes after all else. */
    boolean isConsulted() {
      return order == KINDS.size();
    }
  }

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
  private final List<Name> allNames = new ArrayList<>();
  private final NavigableMap<String, List<Name>> byWord = new TreeMap<>();
  private final Map<String, List<Name>> byKey = new HashMap<>();
  private final Map<String, List<Name>> byJoined = new HashMap<>();

  /** Words of scripts without spaces, with their letters, of which syllables of Hangul consist. */
  private final Map<String, String> unspaced = new HashMap<>();

  private final SoundIndex<Integer> sounds;
  private final SearchLexicon lexicon;
  private final SearchParts parts;

  /** Indexes all things of a graph that have a name. */
  SearchIndex(GraphReader graph) {
    this.lexicon = new SearchLexicon(graph);
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
              isClass ? -1 : order(graph, node, type),
              isClass ? new int[0] : withOccasions(graph, node, own, numbers),
              isClass ? Span.UNKNOWN : span(graph, node),
              terms(graph, node, numbers),
              isClass && isOffice(graph, node)));
      names.add(new ArrayList<>());
      enter(graph, node, things.size() - 1);
      if (isClass) {
        lexicon.wordsFor(node).forEach(word -> enter(things.size() - 1, word, 1));
      }
    }
    byWord.keySet().stream()
        .filter(SearchWords::isUnspaced)
        .forEach(word -> unspaced.put(word, Normalizer.normalize(word, Normalizer.Form.NFD)));
    this.sounds =
        new SoundIndex<>(
            names.stream()
                .flatMap(List::stream)
                .filter(name -> TRANSCRIBED.contains(things.get(name.thing()).type()))
                .map(name -> new SoundIndex.Name<>(name.thing(), name.text()))
                .toList());
    Set<String> beginnings = new HashSet<>();
    for (Name name : allNames) {
      String type = things.get(name.thing()).type();
      if (TRANSCRIBED.contains(type) && SearchWords.isUnspaced(name.key())) {
        for (int to = type.equals("person") ? 1 : 2; to < name.key().length(); to++) {
          beginnings.add(name.key().substring(0, to));
        }
      }
    }
    this.parts =
        new SearchParts(
            lexicon,
            byJoined::containsKey,
            beginnings::contains,
            part -> unspaced.keySet().stream().anyMatch(word -> word.contains(part)),
            name -> !sounds.find(name).isEmpty());
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

  private static int order(GraphReader graph, Node node, String type) {
    return graph.isAny(node, "ExternalReference") ? KINDS.size() : order(type);
  }

  private static boolean isOffice(GraphReader graph, Node type) {
    return type.equals(Voc.POST) || graph.ancestors(type).contains(Voc.POST);
  }

  private void enter(GraphReader graph, Node node, int thing) {
    Set<String> metonyms = new HashSet<>();
    for (Node name : graph.objects(node, Voc.ent("hasName"))) {
      if (graph.has(name, Voc.ent("nameKind"), Voc.ent("Metonym"))) {
        graph.objects(name, Voc.ent("form")).forEach(form -> metonyms.add(GraphReader.text(form)));
      }
    }
    for (Node property : List.of(Voc.LABEL, Voc.PREF_LABEL, Voc.ALT_LABEL)) {
      for (Node literal : graph.objects(node, property)) {
        boolean metonym = metonyms.contains(GraphReader.text(literal));
        enter(thing, literal, metonym ? 2 : property.equals(Voc.LABEL) ? 0 : 1);
      }
    }
  }

  private void enter(int thing, Node literal, int order) {
    String text = GraphReader.text(literal);
    String key = SearchWords.key(text);
    if (key.isEmpty() || names.get(thing).stream().anyMatch(name -> name.text().equals(text))) {
      return;
    }
    Set<String> words = new LinkedHashSet<>(Arrays.asList(key.split(" ")));
    Name name = new Name(allNames.size(), thing, text, key, words, order);
    allNames.add(name);
    names.get(thing).add(name);
    words.forEach(word -> byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(name));
    byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(name);
    byJoined.computeIfAbsent(key.replace(" ", ""), k -> new ArrayList<>()).add(name);
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
      for (Node post : graph.objects(tenure, Voc.ent("post"))) {
        involved.add(post);
        involved.addAll(graph.allTypes(post));
      }
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
   * @param same names that have the word, by number
   * @param longer names that have a word which begins so, by number
   * @param named the things with either
   * @param begun those of them of which only a word begins so
   * @param figurative those of them that have it only as a metonym
   */
  private record Match(BitSet same, BitSet longer, BitSet named, BitSet begun, BitSet figurative) {
    /** How well a thing has it: 3 whole, 2 as the beginning of a word, 1 as a metonym, 0 not. */
    int fits(int thing) {
      if (!named.get(thing)) {
        return 0;
      }
      return figurative.get(thing) ? 1 : begun.get(thing) ? 2 : 3;
    }

    boolean isEmpty() {
      return named.isEmpty();
    }
  }

  private Match match(Word word) {
    BitSet same = new BitSet();
    BitSet longer = new BitSet();
    if (word.beginning() != null) {
      String from = word.beginning();
      byWord.subMap(from, from + Character.MAX_VALUE).keySet().forEach(w -> add(w, longer));
      if (SearchWords.isUnspaced(from)) {
        String letters = Normalizer.normalize(from, Normalizer.Form.NFD);
        unspaced.forEach(
            (other, ofOther) -> {
              // A syllable of Hangul that is being written is the beginning of others.
              if (other.contains(from) || ofOther.startsWith(letters)) {
                add(other, longer);
              }
            });
      }
    }
    word.forms().forEach(form -> add(form, same));
    return match(same, longer);
  }

  private void add(String word, BitSet found) {
    byWord.getOrDefault(word, List.of()).forEach(name -> found.set(name.number()));
  }

  /** What a part of what was written stands for: itself, and what it is in other words. */
  private Match match(Part part) {
    Match own = match(part.word());
    BitSet same = (BitSet) own.same().clone();
    BitSet longer = (BitSet) own.longer().clone();
    Set<String> others = new LinkedHashSet<>(lexicon.others(part.word().text()));
    others.addAll(part.others());
    if (SearchWords.isUnspaced(part.word().text())) {
      for (Name name : byJoined.getOrDefault(part.word().text(), List.of())) {
        same.set(name.number());
        names.get(name.thing()).stream()
            .filter(other -> other.order() == 0 && name.order() < 2)
            .forEach(other -> others.add(other.key()));
      }
    }
    for (String other : others) {
      BitSet all = null;
      BitSet begun = null;
      for (String each : other.split(" ")) {
        Match match = match(new Word(each, SearchWords.forms(each), each, false));
        BitSet either = (BitSet) match.same().clone();
        either.or(match.longer());
        if (all == null) {
          all = (BitSet) match.same().clone();
          begun = either;
        } else {
          all.and(match.same());
          begun.and(either);
        }
      }
      same.or(all);
      longer.or(begun);
    }
    return match(same, longer);
  }

  private Match match(BitSet same, BitSet longer) {
    BitSet named = new BitSet();
    BitSet begun = new BitSet();
    BitSet figurative = new BitSet();
    same.stream()
        .mapToObj(allNames::get)
        .forEach(name -> (name.order() == 2 ? figurative : named).set(name.thing()));
    longer.stream()
        .mapToObj(allNames::get)
        .forEach(name -> (name.order() == 2 ? figurative : begun).set(name.thing()));
    begun.andNot(named);
    named.or(begun);
    figurative.andNot(named);
    named.or(figurative);
    return new Match(same, longer, named, begun, figurative);
  }

  private static Match of(BitSet things) {
    return new Match(new BitSet(), new BitSet(), things, new BitSet(), new BitSet());
  }

  /** The names with words that are spelled almost like a word. */
  private Match spelledAlmost(String word) {
    BitSet similar = new BitSet();
    int most = Spelling.differences(word);
    for (String other : byWord.keySet()) {
      if (Spelling.alike(word, other, most)) {
        add(other, similar);
      }
    }
    return match(similar, new BitSet());
  }

  /** Something that was found; of those of a rank the least comes first. */
  private record Candidate(int thing, String name, Rank rank, double place) {}

  /** One search. */
  private final class Search {
    private final SearchWords asked;
    private final String written;
    private final Map<Integer, Candidate> best = new HashMap<>();
    private final List<Word> words = new ArrayList<>();
    private final List<Match> matches = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    Search(SearchWords asked, String written) {
      this.asked = asked;
      this.written = written;
      for (Part part : parts.of(asked.words())) {
        add(part.word(), match(part));
      }
      for (int i = 0; i < words.size(); i++) {
        if (matches.get(i).isEmpty()) {
          unknown.add(words.get(i).text());
        }
      }
    }

    /** A word; a title and whom it belongs to are one. */
    private void add(Word word, Match match) {
      int last = words.size() - 1;
      boolean isTitle = isTitle(match);
      if (last >= 0 && isTitle != isTitle(matches.get(last))) {
        Match whom = isTitle ? persons(words.get(last), matches.get(last)) : persons(word, match);
        Match holders = holders(whom, isTitle ? match : matches.get(last));
        if (!holders.isEmpty()) {
          matches.set(last, holders);
          words.set(last, isTitle ? words.get(last) : word);
          return;
        }
        // Of whom the graph doesn't tell it, it may be true.
        if (isTitle && !whom.isEmpty() && SearchWords.isUnspaced(word.text())) {
          words.add(new Word(word.text(), word.forms(), word.beginning(), true));
          matches.add(match);
          return;
        }
      }
      words.add(word);
      matches.add(match);
    }

    private boolean isTitle(Match match) {
      return match.same().stream()
          .mapToObj(allNames::get)
          .anyMatch(name -> things.get(name.thing()).isOffice() && name.words().size() == 1);
    }

    /** The persons whom a word names. */
    private Match persons(Word word, Match match) {
      BitSet persons = new BitSet();
      (match.isEmpty() ? sounding(word.text()) : match)
          .named().stream()
              .filter(thing -> things.get(thing).type().equals("person"))
              .forEach(persons::set);
      return SearchIndex.of(persons);
    }

    private Match holders(Match persons, Match title) {
      BitSet holders = new BitSet();
      persons.named().stream().filter(thing -> covers(thing, title) == FULLY).forEach(holders::set);
      return SearchIndex.of(holders);
    }

    Found found(int most, Predicate<Node> wanted) {
      Comparator<Candidate> order =
          Comparator.comparing((Candidate each) -> things.get(each.thing()).isConsulted())
              .thenComparing(Candidate::rank)
              .thenComparingDouble(Candidate::place)
              .thenComparingInt(Candidate::thing);
      byWholeName();
      inOneName(asked.ofNames().stream().map(SearchIndex.this::match).toList(), Rank.WORDS);
      List<Match> all = new ArrayList<>(matches);
      asked.ofTime().stream().map(SearchIndex.this::match).forEach(all::add);
      inOneName(all, Rank.WORDS);
      bySound();
      if (matches.size() == 1 && asked.time() == null && isOnlyOf(matches.get(0))) {
        matches.get(0).named().stream().forEach(thing -> add(thing, null, Rank.WORDS, -1));
      }
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
      boolean partly = !has(Rank.TOGETHER);
      return new Found(
          List.copyOf(hits.subList(0, Math.min(most, hits.size()))),
          hits.size(),
          partly && !hits.isEmpty() ? unknown : List.of());
    }

    /** Whether it is of things and not of names: of who held an office. */
    private static boolean isOnlyOf(Match match) {
      return match.same().isEmpty() && match.longer().isEmpty();
    }

    /** Whether something fits that well. */
    private boolean has(Rank rank) {
      return best.values().stream()
          .filter(each -> !things.get(each.thing()).isConsulted())
          .anyMatch(each -> each.rank().compareTo(rank) <= 0);
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
      BitSet all = new BitSet();
      all.set(0, allNames.size());
      BitSet whole = (BitSet) all.clone();
      for (Match match : each) {
        BitSet either = (BitSet) match.same().clone();
        either.or(match.longer());
        all.and(either);
        whole.and(match.same());
      }
      all.stream()
          .mapToObj(allNames::get)
          .forEach(
              name -> {
                if (words.isEmpty() && !asked.time().meets(things.get(name.thing()).span())) {
                  add(name, Rank.TOGETHER, OF_ANOTHER_TIME);
                } else {
                  boolean same = whole.get(name.number()) || rank != Rank.WORDS;
                  add(name, same ? rank : Rank.BEGINNINGS, 0);
                }
              });
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
          each.add(match.isEmpty() ? sounding(words.get(i).text()) : match);
        }
      }
      if (each.stream().noneMatch(Match::isEmpty)) {
        together(each, Rank.TOGETHER);
      }
    }

    private Match sounding(String word) {
      BitSet named = new BitSet();
      sounds.find(word).keySet().forEach(named::set);
      return SearchIndex.of(named);
    }

    private void together(List<Match> each, Rank rank) {
      List<Match> required = new ArrayList<>();
      for (int i = 0; i < each.size(); i++) {
        if (!words.get(i).verb()) {
          required.add(each.get(i));
        }
      }
      List<Match> needed = required.isEmpty() ? each : required;
      for (int number = 0; number < things.size(); number++) {
        Thing thing = things.get(number);
        if (thing.order() < 0 || !isThen(number, each)) {
          continue;
        }
        int partly = 0;
        int without = 0;
        boolean all = true;
        for (Match match : each) {
          int how = covers(number, match);
          all &= how > 0 || !needed.contains(match);
          partly += how == 0 ? 0 : FULLY - how;
          without += how == 0 ? 1 : 0;
        }
        int apart = apart(thing.span());
        if (words.isEmpty() && apart == 2 && LASTING.contains(thing.type())) {
          continue;
        }
        if (all && !isOfOne(number, without == 0 ? each : needed)) {
          double place = 1000 * without + 100 * thing.order() + 10 * (partly + apart);
          add(number, null, rank, place - recent(thing));
        }
      }
    }

    /** 0 for what was within the days that are named, 1 for what began or ended then, else 2. */
    private int apart(Span span) {
      if (asked.time() == null || span.isUnknown()) {
        return 0;
      }
      boolean began = asked.time().has(span.first());
      boolean ended = asked.time().has(span.last());
      return began && ended ? 0 : began || ended ? 1 : 2;
    }

    /**
     * How well a thing, or what it involves, has a word: 3 in full, 2 when a word begins so or
     * another event or outcome has it, 1 by a metonym, 0 not at all.
     */
    private int covers(int number, Match match) {
      int best = match.fits(number);
      for (int other : things.get(number).involved()) {
        Thing thing = things.get(other);
        boolean close = thing.order() < 0 || LASTING.contains(thing.type());
        best = Math.max(best, Math.min(match.fits(other), close ? FULLY : FULLY - 1));
        if (best == FULLY) {
          break;
        }
      }
      return best;
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
      for (int i = 0; i < words.size() && (words.size() > 1 || asked.time() != null); i++) {
        String part = words.get(i).text().replace(" ", "");
        double place = i;
        matches.get(i).same().stream()
            .mapToObj(allNames::get)
            .filter(name -> name.order() < 2 && name.key().replace(" ", "").equals(part))
            .filter(name -> NAMEABLE.contains(things.get(name.thing()).type()))
            .forEach(name -> add(name.thing(), name.text(), Rank.NAMED, place));
        if (isOnlyOf(matches.get(i))) {
          matches.get(i).named().stream().forEach(thing -> add(thing, null, Rank.NAMED, place));
        }
      }
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
        each.add(match.isEmpty() ? spelledAlmost(words.get(i).text()) : match);
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
      if (words.stream().noneMatch(word -> SearchWords.carries(word.text()))) {
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
          int how = covers(number, matches.get(i));
          covered += how == FULLY ? weights[i] : how > 0 ? weights[i] / 2 : 0;
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
