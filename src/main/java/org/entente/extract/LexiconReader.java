package org.entente.extract;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.entente.extract.Entries.Entry;

/** Turns the Turtle of a lexicon into the indexes that reading a document needs. */
final class LexiconReader {
  private final Map<String, String> inContext = new TreeMap<>();
  private final Set<String> states = new HashSet<>();
  private final Entries entries;
  private final Tokenizer tokenizer;
  private final PhraseIndex<Entity> names = new PhraseIndex<>(true);
  private final PhraseIndex<Lexicon.Title> titles = new PhraseIndex<>(true);
  private final PhraseIndex<Lexicon.Title> roles = new PhraseIndex<>(false);
  private final PhraseIndex<List<Trigger>> triggers = new PhraseIndex<>(false);
  private final PhraseIndex<Lexicon.Cue> cues = new PhraseIndex<>(false);
  private final Map<WordSet, PhraseIndex<String>> phrases = new EnumMap<>(WordSet.class);
  private final Map<WordSet, Set<String>> words = new EnumMap<>(WordSet.class);
  private final Map<String, String> postKinds = new HashMap<>();
  private final Map<String, String> kinds = new HashMap<>();
  private final Map<String, WordSet> givenNames = new HashMap<>();
  private final Set<String> organisationWords = new HashSet<>();
  private final Set<String> placeWords = new HashSet<>();
  private int triggerEntries;

  LexiconReader(Entries entries) {
    this.entries = entries;
    this.tokenizer = new Tokenizer(abbreviations());
    readWordSets();
    readNames();
    readTitles();
    readTriggers();
    readCues();
    for (Entry r : entries.ofType("GivenNames")) {
      WordSet gender = r.has("gender") ? WordSet.valueOf(upper(r.one("gender"))) : null;
      r.all("name").forEach(name -> givenNames.put(name, gender));
    }
    for (Entry r : entries.ofType("OrganisationWord")) {
      organisationWords.addAll(r.all("label"));
      readKinds(r, r.all("label"));
    }
    for (Entry r : entries.ofType("PlaceWord")) {
      placeWords.addAll(r.all("label"));
      readKinds(r, r.all("label"));
    }
  }

  /** The kinds of organisation and place that an entry tells of some names or words. */
  private void readKinds(Entry r, List<String> forms) {
    for (String property : List.of(Lexicon.ORGANISATION_KIND, Lexicon.PLACE_KIND)) {
      if (r.has(property)) {
        forms.forEach(form -> kinds.put(property + " " + form, r.one(property)));
      }
    }
  }

  private Set<String> abbreviations() {
    Set<String> found = new HashSet<>();
    for (String type : List.of("Title", "OrganisationWord")) {
      for (Entry r : entries.ofType(type)) {
        for (String label : r.all("label")) {
          for (String word : label.split(" ")) {
            if (word.endsWith(".")) {
              found.add(word);
            }
          }
        }
      }
    }
    for (Entry r : entries.ofType("WordSet")) {
      if (r.all("label").contains("abbreviation")) {
        found.addAll(r.all("member"));
      }
    }
    return found;
  }

  private void readWordSets() {
    for (WordSet set : WordSet.values()) {
      phrases.put(set, new PhraseIndex<>(false));
      words.put(set, new HashSet<>());
    }
    for (Entry r : entries.ofType("WordSet")) {
      for (String label : r.all("label")) {
        WordSet set = WordSet.valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
        for (String member : r.all("member")) {
          phrases.get(set).add(tokens(member), member);
          words.get(set).add(member.toLowerCase(Locale.ROOT));
        }
      }
    }
  }

  private void readNames() {
    for (Entry r : entries.ofType("NameInContext")) {
      inContext.put(r.one("prefLabel"), r.one("standsFor"));
    }
    for (Entry r : entries.ofType("StateName")) {
      String name = r.one("prefLabel");
      states.add(name);
      Entity state = new Entity(name, Entity.Kind.STATE, name);
      names.add(tokens(name), state);
      r.all("altLabel").forEach(alias -> names.add(tokens(alias), state));
      Entity demonym = new Entity(name, Entity.Kind.DEMONYM, name);
      r.all("demonym").forEach(word -> names.add(tokens(word), demonym));
      for (String capital : r.all("capital")) {
        names.add(tokens(capital), new Entity(capital, Entity.Kind.METONYM, name));
        kinds.put(Lexicon.PLACE_KIND + " " + capital, "City");
      }
    }
    for (Entry r : entries.ofType("Metonym")) {
      String name = r.one("prefLabel");
      String state = r.one("standsFor");
      names.add(tokens(name), new Entity(name, Entity.Kind.METONYM, state));
    }
    addNamed("OrganisationName", Entity.Kind.ORGANISATION);
    addNamed("PlaceName", Entity.Kind.PLACE);
  }

  private void addNamed(String type, Entity.Kind kind) {
    for (Entry r : entries.ofType(type)) {
      Entity entity = new Entity(r.one("prefLabel"), kind, null);
      names.add(tokens(entity.name()), entity);
      r.all("altLabel").forEach(alias -> names.add(tokens(alias), entity));
      readKinds(r, List.of(entity.name()));
    }
  }

  private void readTitles() {
    for (Entry r : entries.ofType("Title")) {
      Rank rank = rank(r);
      for (String label : r.all("label")) {
        if (r.has("postKind")) {
          postKinds.put(Words.lower(label), r.one("postKind"));
        }
        titles.add(tokens(label), new Lexicon.Title(label, rank, false, false));
        if (rank != Rank.PLAIN && !label.endsWith(".")) {
          roles.add(tokens(label), new Lexicon.Title(label, rank, false, false));
        }
        for (String plural : r.all("plural")) {
          titles.add(tokens(plural), new Lexicon.Title(label, rank, true, false));
        }
      }
    }
    for (Entry r : entries.ofType("RoleNoun")) {
      Rank rank = rank(r);
      for (String label : r.all("label")) {
        roles.add(tokens(label), new Lexicon.Title(label, rank, false, false));
        for (String plural : r.all("plural")) {
          roles.add(tokens(plural), new Lexicon.Title(label, rank, true, false));
        }
      }
    }
    for (Entry r : entries.ofType("BodyNoun")) {
      for (String label : r.all("label")) {
        roles.add(tokens(label), new Lexicon.Title(label, Rank.NONE, false, true));
      }
    }
  }

  private void readTriggers() {
    Map<String, Frame> frames = new HashMap<>();
    for (Entry r : entries.ofType("Frame")) {
      frames.put(r.name(), frame(r));
    }
    Map<String, List<Trigger>> forms = new TreeMap<>();
    for (String type : List.of("VerbTrigger", "NounTrigger")) {
      for (Entry r : entries.ofType(type)) {
        triggerEntries++;
        Frame frame = frames.get(r.one("evokes"));
        for (Trigger.Form form : Trigger.Form.values()) {
          for (String text : r.all(Words.lower(form.name()))) {
            forms
                .computeIfAbsent(Words.lower(text), k -> new ArrayList<>(2))
                .add(new Trigger(r.name(), frame, form, r.has("supports"), r.has("governs")));
          }
        }
      }
    }
    forms.forEach((text, list) -> triggers.add(tokens(text), List.copyOf(list)));
  }

  private void readCues() {
    for (Entry r : entries.ofType("JudgementCue")) {
      Lexicon.Cue cue =
          new Lexicon.Cue(r.one("judges"), r.has("author"), Double.parseDouble(r.one("prior")));
      r.all("label").forEach(label -> cues.add(tokens(label), cue));
    }
  }

  private static Frame frame(Entry r) {
    Set<Frame.Slot> takes = EnumSet.noneOf(Frame.Slot.class);
    Set<Frame.Requirement> requires = EnumSet.noneOf(Frame.Requirement.class);
    r.all("takes").forEach(s -> takes.add(Frame.Slot.valueOf(upper(s))));
    r.all("requires").forEach(s -> requires.add(Frame.Requirement.valueOf(upper(s))));
    return new Frame(
        r.name(),
        EventType.of(r.one("eventType")),
        r.one("tableType"),
        takes,
        requires,
        Set.copyOf(r.all("carries")),
        Set.copyOf(r.all("carriesSubject")),
        r.has("certainty") ? Certainty.valueOf(upper(r.one("certainty"))) : null,
        Double.parseDouble(r.one("prior")));
  }

  private static Rank rank(Entry r) {
    return Rank.valueOf(upper(r.one("rank")));
  }

  private static String upper(String name) {
    return name.toUpperCase(Locale.ROOT);
  }

  private List<Token> tokens(String phrase) {
    String straight = phrase.replace('\u2019', '\'');
    return tokenizer.tokens(straight, 0, straight.length());
  }

  Tokenizer tokenizer() {
    return tokenizer;
  }

  DateWords dateWords() {
    return DateWords.of(entries);
  }

  PhraseIndex<Entity> names() {
    return names;
  }

  PhraseIndex<Lexicon.Title> titles() {
    return titles;
  }

  PhraseIndex<Lexicon.Title> roles() {
    return roles;
  }

  PhraseIndex<List<Trigger>> triggers() {
    return triggers;
  }

  PhraseIndex<Lexicon.Cue> cues() {
    return cues;
  }

  Map<WordSet, PhraseIndex<String>> phrases() {
    return phrases;
  }

  Map<WordSet, Set<String>> words() {
    return words;
  }

  Map<String, String> postKinds() {
    return postKinds;
  }

  Map<String, String> kinds() {
    return kinds;
  }

  Map<String, WordSet> givenNames() {
    return givenNames;
  }

  Set<String> organisationWords() {
    return organisationWords;
  }

  Set<String> placeWords() {
    return placeWords;
  }

  Map<String, String> inContext() {
    return inContext;
  }

  Set<String> states() {
    return states;
  }

  int triggerEntries() {
    return triggerEntries;
  }
}
