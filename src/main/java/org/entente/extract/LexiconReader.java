package org.entente.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** Turns the Turtle of a lexicon into the indexes that reading a document needs. */
final class LexiconReader {
  private static final String LEX = "https://w3id.org/entente/ontology/lexicon#";
  private static final Property EVOKES =
      ResourceFactory.createProperty("http://www.w3.org/ns/lemon/ontolex#evokes");

  private final Model model;
  private final Tokenizer tokenizer;
  private final PhraseIndex<Entity> names = new PhraseIndex<>(true);
  private final PhraseIndex<Lexicon.Title> titles = new PhraseIndex<>(true);
  private final PhraseIndex<Lexicon.Title> roles = new PhraseIndex<>(false);
  private final PhraseIndex<List<Trigger>> triggers = new PhraseIndex<>(false);
  private final Map<WordSet, PhraseIndex<String>> phrases = new EnumMap<>(WordSet.class);
  private final Map<WordSet, Set<String>> words = new EnumMap<>(WordSet.class);
  private final Set<String> givenNames = new HashSet<>();
  private final Set<String> organisationWords = new HashSet<>();
  private final Set<String> placeWords = new HashSet<>();
  private int triggerEntries;

  LexiconReader(Model model) {
    this.model = model;
    this.tokenizer = new Tokenizer(abbreviations());
    readWordSets();
    readNames();
    readTitles();
    readTriggers();
    for (Resource r : all("GivenNames")) {
      givenNames.addAll(texts(r, lex("name")));
    }
    for (Resource r : all("OrganisationWord")) {
      organisationWords.addAll(texts(r, RDFS.label));
    }
    for (Resource r : all("PlaceWord")) {
      placeWords.addAll(texts(r, RDFS.label));
    }
  }

  private Set<String> abbreviations() {
    Set<String> found = new HashSet<>();
    for (String type : List.of("Title", "OrganisationWord")) {
      for (Resource r : all(type)) {
        for (String label : texts(r, RDFS.label)) {
          for (String word : label.split(" ")) {
            if (word.endsWith(".")) {
              found.add(word);
            }
          }
        }
      }
    }
    found.addAll(
        List.of("No.", "St.", "vs.", "etc.", "e.g.", "i.e.", "Jr.", "Sr.", "Mt.", "approx."));
    found.addAll(
        List.of("Jan.", "Feb.", "Mar.", "Apr.", "Jun.", "Jul.", "Aug.", "Sep.", "Sept.", "Oct."));
    found.addAll(List.of("Nov.", "Dec.", "Amb.", "Pres.", "Min.", "Art.", "Vol.", "pp.", "Fr."));
    return found;
  }

  private void readWordSets() {
    for (WordSet set : WordSet.values()) {
      phrases.put(set, new PhraseIndex<>(false));
      words.put(set, new HashSet<>());
    }
    for (Resource r : all("WordSet")) {
      for (String label : texts(r, RDFS.label)) {
        WordSet set = WordSet.valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
        for (String member : texts(r, lex("member"))) {
          phrases.get(set).add(tokens(member), member);
          words.get(set).add(member.toLowerCase(Locale.ROOT));
        }
      }
    }
  }

  private void readNames() {
    for (Resource r : all("StateName")) {
      String name = text(r, SKOS.prefLabel);
      Entity state = new Entity(name, Entity.Kind.STATE, name);
      names.add(tokens(name), state);
      texts(r, SKOS.altLabel).forEach(alias -> names.add(tokens(alias), state));
      Entity demonym = new Entity(name, Entity.Kind.DEMONYM, name);
      texts(r, lex("demonym")).forEach(word -> names.add(tokens(word), demonym));
      for (String capital : texts(r, lex("capital"))) {
        names.add(tokens(capital), new Entity(capital, Entity.Kind.METONYM, name));
      }
    }
    for (Resource r : all("Metonym")) {
      String name = text(r, SKOS.prefLabel);
      String state = text(r, lex("standsFor"));
      names.add(tokens(name), new Entity(name, Entity.Kind.METONYM, state));
    }
    addNamed("OrganisationName", Entity.Kind.ORGANISATION);
    addNamed("PlaceName", Entity.Kind.PLACE);
  }

  private void addNamed(String type, Entity.Kind kind) {
    for (Resource r : all(type)) {
      Entity entity = new Entity(text(r, SKOS.prefLabel), kind, null);
      names.add(tokens(entity.name()), entity);
      texts(r, SKOS.altLabel).forEach(alias -> names.add(tokens(alias), entity));
    }
  }

  private void readTitles() {
    for (Resource r : all("Title")) {
      Rank rank = rank(r);
      for (String label : texts(r, RDFS.label)) {
        titles.add(tokens(label), new Lexicon.Title(label, rank, false, false));
        if (rank != Rank.PLAIN && !label.endsWith(".")) {
          roles.add(tokens(label), new Lexicon.Title(label, rank, false, false));
        }
      }
    }
    for (Resource r : all("RoleNoun")) {
      Rank rank = rank(r);
      for (String label : texts(r, RDFS.label)) {
        roles.add(tokens(label), new Lexicon.Title(label, rank, false, false));
        for (String plural : texts(r, lex("plural"))) {
          roles.add(tokens(plural), new Lexicon.Title(label, rank, true, false));
        }
      }
    }
    for (Resource r : all("BodyNoun")) {
      for (String label : texts(r, RDFS.label)) {
        roles.add(tokens(label), new Lexicon.Title(label, Rank.NONE, false, true));
      }
    }
  }

  private void readTriggers() {
    Map<String, Frame> frames = new HashMap<>();
    for (Resource r : all("Frame")) {
      frames.put(r.getURI(), frame(r));
    }
    Map<String, List<Trigger>> forms = new TreeMap<>();
    for (String type : List.of("VerbTrigger", "NounTrigger")) {
      for (Resource r : all(type)) {
        triggerEntries++;
        Frame frame = frames.get(r.getProperty(EVOKES).getResource().getURI());
        boolean supports = r.hasProperty(lex("supports"));
        for (Trigger.Form form : Trigger.Form.values()) {
          for (String text : texts(r, lex(form.name().toLowerCase(Locale.ROOT)))) {
            forms
                .computeIfAbsent(text.toLowerCase(Locale.ROOT), k -> new ArrayList<>())
                .add(new Trigger(local(r), frame, form, supports));
          }
        }
      }
    }
    forms.forEach((text, list) -> triggers.add(tokens(text), List.copyOf(list)));
  }

  private Frame frame(Resource r) {
    Set<Frame.Slot> takes = EnumSet.noneOf(Frame.Slot.class);
    Set<Frame.Requirement> requires = EnumSet.noneOf(Frame.Requirement.class);
    r.listProperties(lex("takes"))
        .forEach(s -> takes.add(Frame.Slot.valueOf(upper(s.getResource()))));
    r.listProperties(lex("requires"))
        .forEach(s -> requires.add(Frame.Requirement.valueOf(upper(s.getResource()))));
    return new Frame(
        local(r),
        EventType.of(text(r, lex("eventType"))),
        text(r, lex("tableType")),
        takes,
        requires,
        r.getProperty(lex("prior")).getDouble());
  }

  private static Rank rank(Resource r) {
    return Rank.valueOf(upper(r.getProperty(lex("rank")).getResource()));
  }

  private static String upper(Resource r) {
    return local(r).toUpperCase(Locale.ROOT);
  }

  private static String local(Resource r) {
    String uri = r.getURI();
    return uri.substring(Math.max(uri.lastIndexOf('#'), uri.lastIndexOf('/')) + 1);
  }

  private static Property lex(String name) {
    return ResourceFactory.createProperty(LEX + name);
  }

  /** Resources of a class in the order of their IRIs, so that nothing depends on hashing. */
  private List<Resource> all(String type) {
    List<Resource> list =
        model
            .listSubjectsWithProperty(RDF.type, ResourceFactory.createResource(LEX + type))
            .toList();
    list.sort(Comparator.comparing(Resource::getURI));
    return list;
  }

  private static List<String> texts(Resource r, Property property) {
    List<String> list = new ArrayList<>();
    r.listProperties(property)
        .forEach(
            s -> {
              RDFNode o = s.getObject();
              list.add(o.asLiteral().getString());
            });
    list.sort(Comparator.naturalOrder());
    return list;
  }

  private static String text(Resource r, Property property) {
    return texts(r, property).get(0);
  }

  private List<Token> tokens(String phrase) {
    String straight = phrase.replace('\u2019', '\'');
    return tokenizer.tokens(straight, 0, straight.length());
  }

  Tokenizer tokenizer() {
    return tokenizer;
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

  Map<WordSet, PhraseIndex<String>> phrases() {
    return phrases;
  }

  Map<WordSet, Set<String>> words() {
    return words;
  }

  Set<String> givenNames() {
    return givenNames;
  }

  Set<String> organisationWords() {
    return organisationWords;
  }

  Set<String> placeWords() {
    return placeWords;
  }

  int triggerEntries() {
    return triggerEntries;
  }
}
