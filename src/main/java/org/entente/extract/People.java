package org.entente.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The persons of one document. A surname, a given name or a title stands for the person of that
 * name; of two, for the one whose title fits, else for the one named last.
 */
final class People {

  /**
   * A person.
   *
   * @param name longest form of the name in the document, or the tables' label
   * @param id identifier in the tables; null when not known there
   * @param rank highest rank that is told
   * @param titles titles that are told, in lower case
   * @param address forms of address ("Mr."), in lower case
   * @param state the state that is told; null when none is
   */
  record Person(
      String name, String id, Rank rank, Set<String> titles, Set<String> address, String state) {}

  private final Lexicon lexicon;
  private final Map<String, Person> byName = new LinkedHashMap<>();
  private final Map<String, List<String>> byWord = new HashMap<>();
  private final List<Mention> surnames = new ArrayList<>();
  private final Map<String, Integer> lastSeen = new HashMap<>();
  private final Set<String> mentioned = new HashSet<>();
  private int clock;

  People(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** "Jr.": a part of a name that is neither a given name nor a surname. */
  private boolean isSuffix(String word) {
    return word.equals(",") || lexicon.has(WordSet.NAME_SUFFIX, Words.lower(word));
  }

  /** Takes note of a full name. */
  void note(Mention mention) {
    String[] words = mention.name().split(" ");
    if (words.length < 2 && mention.id() == null) {
      if (mention.rank() != Rank.NONE) {
        surnames.add(mention);
      }
      return;
    }
    add(mention, words);
  }

  /**
   * Says that all names are noted: whoever was named by office and surname alone is known by that.
   */
  void complete() {
    for (Mention mention : surnames) {
      if (!byWord.containsKey(Words.lower(mention.name())) || byName.containsKey(mention.name())) {
        add(mention, new String[] {mention.name()});
      }
    }
  }

  private void add(Mention mention, String[] words) {
    String state = mention.states().isEmpty() ? null : mention.states().get(0);
    byName.merge(
        mention.name(),
        new Person(
            mention.name(),
            mention.id(),
            mention.rank(),
            mention.title().isEmpty() ? Set.of() : Set.of(mention.title()),
            Set.of(),
            state),
        People::merge);
    for (String word : words) {
      if (!isSuffix(word) && word.length() > 1 && word.chars().anyMatch(Character::isUpperCase)) {
        index(word, mention.name());
        int article = word.indexOf('-');
        if (article == 2 && word.length() > 4) {
          index(word.substring(article + 1), mention.name());
        }
      }
    }
  }

  private void index(String word, String name) {
    List<String> list = byWord.computeIfAbsent(Words.lower(strip(word)), k -> new ArrayList<>(2));
    if (!list.contains(name)) {
      list.add(name);
    }
  }

  /** Takes note of a form of address that stands before a name. */
  void address(Mention mention, String form) {
    Person person = resolve(mention);
    if (person != null) {
      Set<String> address = new java.util.TreeSet<>(person.address);
      address.add(form);
      byName.put(
          person.name,
          new Person(
              person.name,
              person.id,
              person.rank,
              person.titles,
              Set.copyOf(address),
              person.state));
    }
  }

  private static Person merge(Person a, Person b) {
    Set<String> titles = new java.util.TreeSet<>(a.titles);
    titles.addAll(b.titles);
    Set<String> address = new java.util.TreeSet<>(a.address);
    address.addAll(b.address);
    return new Person(
        a.name,
        a.id,
        a.rank.compareTo(b.rank) <= 0 ? a.rank : b.rank,
        Set.copyOf(titles),
        Set.copyOf(address),
        a.state != null ? a.state : b.state);
  }

  private static String strip(String word) {
    return word.endsWith(",") ? word.substring(0, word.length() - 1) : word;
  }

  /** Person of a full name, or null. */
  Person named(String name) {
    return byName.get(name);
  }

  /** Whom a single word or short form means; null when nobody of that name is known. */
  Person resolve(Mention mention) {
    Person exact = byName.get(mention.name());
    if (exact != null) {
      return exact;
    }
    String[] words = mention.name().split(" ");
    List<String> candidates = null;
    for (String word : words) {
      List<String> list = byWord.get(Words.lower(strip(word)));
      if (list == null) {
        if (words.length == 1) {
          return null;
        }
        continue;
      }
      candidates = candidates == null ? new ArrayList<>(list) : candidates;
      candidates.retainAll(list);
    }
    if (candidates == null
        || candidates.isEmpty()
        || words.length > 1 && !sameInitials(words, candidates)) {
      return null;
    }
    Person best = null;
    int bestScore = Integer.MIN_VALUE;
    for (String name : candidates) {
      Person person = byName.get(name);
      int score = lastSeen.getOrDefault(name, -1);
      if (!mention.title().isEmpty() && person.titles.contains(mention.title())) {
        score += 1_000_000;
      }
      boolean office =
          mention.rank() != Rank.NONE
              && mention.rank() != Rank.PLAIN
              && mention.rank() == person.rank;
      score += office ? 800_000 : 0;
      if (person.state != null && mention.states().contains(person.state)) {
        score += 500_000;
      }
      String[] parts = name.split(" ");
      if (words.length == 1
          && (surname(parts).equalsIgnoreCase(words[0]) || parts[0].equalsIgnoreCase(words[0]))) {
        score += surname(parts).equalsIgnoreCase(words[0]) ? 200_000 : 100_000;
      }
      if (score > bestScore) {
        bestScore = score;
        best = person;
      }
    }
    return best;
  }

  /** A form of several words is only the same person when it leaves nothing unexplained. */
  private static boolean sameInitials(String[] words, List<String> candidates) {
    for (String name : candidates) {
      if (List.of(name.split(" ")).containsAll(List.of(words))) {
        return true;
      }
    }
    return false;
  }

  private String surname(String[] parts) {
    int last = parts.length - 1;
    while (last > 0 && isSuffix(parts[last])) {
      last--;
    }
    return strip(parts[last]);
  }

  /** Says that a person was named just now. */
  void seen(String name) {
    lastSeen.put(name, ++clock);
  }

  /** Says that a sentence names the holder of a high office, whatever is told of them. */
  void mentioned(Mention mention) {
    boolean high = mention.rank() == Rank.HEAD || mention.rank() == Rank.DEPUTY;
    Person person = high ? resolve(mention) : null;
    if (person != null) {
      mentioned.add(person.name());
    }
  }

  /** The persons of a rank who have been named so far. */
  List<Person> ranked(Rank rank) {
    return byName.values().stream()
        .filter(p -> p.rank == rank && lastSeen.containsKey(p.name))
        .toList();
  }

  /** The person named last of those who are so; null when none is. */
  Person latest(Predicate<Person> are) {
    return byName.values().stream()
        .filter(person -> lastSeen.containsKey(person.name))
        .filter(are)
        .max(Comparator.comparing(person -> lastSeen.get(person.name)))
        .orElse(null);
  }

  /** "the secretary" is who was named as secretary of state. */
  private static boolean isTitle(String told, String asked) {
    return told.equals(asked) || told.startsWith(asked + " ") || told.endsWith(" " + asked);
  }

  /** The person who was named last with a title like this one; null when there is none. */
  Person holder(String title, List<String> states, String except) {
    Person best = null;
    int when = -1;
    for (Person person : byName.values()) {
      boolean fits =
          person.titles.stream().anyMatch(t -> isTitle(t, title))
              && (states.isEmpty() || person.state != null && states.contains(person.state));
      int before = mentioned.contains(person.name) ? 0 : -1;
      int seen = lastSeen.getOrDefault(person.name, before);
      if (fits && seen > when && !person.name.equals(except)) {
        best = person;
        when = seen;
      }
    }
    return best;
  }
}
