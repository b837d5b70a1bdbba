package org.entente.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;

/**
 * What is known of a language and of the world before a document is read: names of states, titles,
 * triggers with their frames, closed classes of words. It is data, read from Turtle.
 */
public final class Lexicon {

  /**
   * A title or noun for the holder of an office.
   *
   * @param label the title
   * @param rank how high it stands
   * @param plural whether it names several
   * @param body whether it names a body and not a person
   */
  record Title(String label, Rank rank, boolean plural, boolean body) {}

  /**
   * A phrase with which somebody recommends or assesses.
   *
   * @param kind recommendation, or a concept of the scheme AssessmentKind
   * @param author whether it judges in an author's own voice only: speakers promise with it
   * @param prior how often it is right, from 0 to 1
   */
  record Cue(String kind, boolean author, double prior) {}

  /** Kinds of organisation, concepts of the scheme OrganisationKind. */
  static final String ORGANISATION_KIND = "organisationKind";

  /** Kinds of place, concepts of the scheme PlaceKind. */
  static final String PLACE_KIND = "placeKind";

  private final Tokenizer tokenizer;
  private final PhraseIndex<Entity> names;
  private final PhraseIndex<Title> titles;
  private final PhraseIndex<Title> roles;
  private final PhraseIndex<List<Trigger>> triggers;
  private final PhraseIndex<Cue> cues;
  private final Map<WordSet, PhraseIndex<String>> phrases;
  private final Map<String, Set<WordSet>> sets;
  private final Map<String, String> postKinds;
  private final Map<String, String> kinds;
  private final Map<String, WordSet> givenNames;
  private final Set<String> organisationWords;
  private final Set<String> placeWords;
  private final Map<String, String> inContext;
  private final Set<String> states;
  private final DateWords dateWords;
  private final PrintedDate printedDate;
  private final int entries;

  /** The sets of a word. */
  private record Membership(String word, Set<WordSet> sets) {}

  private static final Set<WordSet> NONE = EnumSet.noneOf(WordSet.class);

  /** Words that were asked for, by their hashes: the same few are asked of many sets. */
  private final Membership[] asked = new Membership[1 << 10];

  Lexicon(LexiconReader reader) {
    this.tokenizer = reader.tokenizer();
    this.names = reader.names();
    this.titles = reader.titles();
    this.roles = reader.roles();
    this.triggers = reader.triggers();
    this.cues = reader.cues();
    this.phrases = reader.phrases();
    this.sets = sets(reader.words());
    this.postKinds = Map.copyOf(reader.postKinds());
    this.kinds = Map.copyOf(reader.kinds());
    this.givenNames = reader.givenNames();
    this.organisationWords = reader.organisationWords();
    this.placeWords = reader.placeWords();
    this.inContext = Map.copyOf(reader.inContext());
    this.states = Set.copyOf(reader.states());
    this.dateWords = reader.dateWords();
    this.printedDate = new PrintedDate(dateWords, reader.words().get(WordSet.DATE_LINE));
    this.entries = reader.triggerEntries();
  }

  private static Map<String, Set<WordSet>> sets(Map<WordSet, Set<String>> words) {
    Map<String, Set<WordSet>> sets = new HashMap<>();
    words.forEach(
        (set, members) ->
            members.forEach(
                word -> sets.computeIfAbsent(word, w -> EnumSet.noneOf(WordSet.class)).add(set)));
    return sets;
  }

  /**
   * Reads the lexicon of a project: every {@code lexicon*.ttl} of its ontology folder, and every
   * Turtle file of the folder {@code lexicon} in it.
   *
   * @param ontology the ontology folder
   */
  public static Lexicon load(Path ontology) {
    List<Path> files = new ArrayList<>();
    try {
      collect(ontology, "lexicon", files);
      collect(ontology.resolve("lexicon"), "", files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Entries entries = new Entries();
    for (Path file : files) {
      RDFParser.source(file).lang(Lang.TURTLE).checking(false).parse(entries);
    }
    return new Lexicon(new LexiconReader(entries));
  }

  private static void collect(Path folder, String prefix, List<Path> files) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> list = Files.list(folder)) {
      list.filter(
              file -> {
                String name = file.getFileName().toString();
                return name.startsWith(prefix) && name.endsWith(".ttl");
              })
          .sorted()
          .forEach(files::add);
    }
  }

  /** How many trigger entries there are. */
  public int triggerEntries() {
    return entries;
  }

  Tokenizer tokenizer() {
    return tokenizer;
  }

  DateWords dateWords() {
    return dateWords;
  }

  /** What reads the dates that pages print. */
  PrintedDate printedDate() {
    return printedDate;
  }

  PhraseIndex<Entity> names() {
    return names;
  }

  PhraseIndex<Title> titles() {
    return titles;
  }

  PhraseIndex<Title> roles() {
    return roles;
  }

  PhraseIndex<List<Trigger>> triggers() {
    return triggers;
  }

  PhraseIndex<Cue> cues() {
    return cues;
  }

  PhraseIndex<String> phrases(WordSet set) {
    return phrases.get(set);
  }

  /** Whether a set has a word. */
  boolean has(WordSet set, String lower) {
    int hash = lower.hashCode();
    int at = (hash ^ hash >>> 16) & asked.length - 1;
    Membership known = asked[at];
    if (known == null || !known.word.equals(lower)) {
      known = new Membership(lower, sets.getOrDefault(lower, NONE));
      asked[at] = known;
    }
    return known.sets.contains(set);
  }

  /** Kind of the office of a title, a concept of the scheme PostKind; null where none is told. */
  String postKind(String title) {
    return postKinds.get(title);
  }

  /**
   * What kind of thing has a name: as the name itself or its head noun tells ("Court of Justice").
   *
   * @param property {@link #ORGANISATION_KIND} or {@link #PLACE_KIND}
   * @return a concept of the scheme; null where neither tells one
   */
  String kind(String property, String name) {
    String known = kinds.get(property + " " + name);
    if (known != null) {
      return known;
    }
    int of = name.indexOf(" of ");
    String head = of < 0 ? name : name.substring(0, of);
    return kinds.get(property + " " + head.substring(head.lastIndexOf(' ') + 1));
  }

  boolean isGivenName(String word) {
    return givenNames.containsKey(word);
  }

  /**
   * Whether a given name is one of women or of men only.
   *
   * @param gender {@link WordSet#FEMALE} or {@link WordSet#MALE}
   */
  boolean isGivenName(String word, WordSet gender) {
    return givenNames.get(word) == gender;
  }

  boolean isOrganisationWord(String word) {
    return organisationWords.contains(word);
  }

  /**
   * What a name stands for in a text that names that too; null when it has no such meaning.
   * "Brussels" is Belgium's, or the European Union's where the text is about that.
   */
  String inContext(String name) {
    return inContext.get(name);
  }

  /** Whether a name is that of a state. */
  boolean isState(String name) {
    return states.contains(name);
  }

  boolean isPlaceWord(String word) {
    return placeWords.contains(word);
  }
}
