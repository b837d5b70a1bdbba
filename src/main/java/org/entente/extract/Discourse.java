package org.entente.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.entente.extract.People.Person;

/** What a document has spoken of so far: whom "he", "the two leaders", "the delegation" mean. */
final class Discourse {
  /** Kind of an organisation of states, a concept of the scheme OrganisationKind. */
  private static final String BLOC = "IntergovernmentalOrganisation";

  /** How often a state is named at least of which a document is. */
  private static final int OFTEN = 4;

  private final People people;
  private final Map<String, String> stateIds;
  private List<Participant> lastGroup = List.of();
  private List<Participant> lastStates = List.of();
  private List<Participant> delegation = List.of();
  private List<Participant> firstPerson = List.of();
  private List<Participant> turn = List.of();
  private List<Participant> lastSubject = List.of();
  private List<Participant> principals = List.of();
  private List<Integer> often = List.of();
  private final Lexicon lexicon;
  private final List<String> organisations = new ArrayList<>();
  private final Map<String, String> shortNames = new TreeMap<>();
  private final Map<String, List<Participant>> common = new TreeMap<>();
  private final Map<String, Mention> shortForms = new TreeMap<>();
  private List<Participant> mainGroup = List.of();
  private List<Mention> nearby = List.of();
  private Mention ahead;
  private boolean personActs = true;
  private Set<String> named = Set.of();
  private List<Participant> topic = List.of();
  private boolean spoken;
  private boolean isAsked;
  private Participant lastBody;
  private Participant otherPerson;
  private Participant lastPerson;
  private Participant lastSpeaker;
  private String currentState;
  private String stateBefore;

  Discourse(Lexicon lexicon, People people, Map<String, String> stateIds) {
    this.lexicon = lexicon;
    this.people = people;
    this.stateIds = new TreeMap<>(stateIds);
  }

  /** Whom a mention stands for; empty when that is not known. */
  List<Participant> resolve(Mention mention) {
    return switch (mention.kind()) {
      case PERSON -> List.of(person(mention));
      case METONYM -> metonym(mention);
      case STATE, DEMONYM ->
          mention.states().isEmpty() ? List.of() : List.of(state(mention.states().get(0)));
      case ORGANISATION -> organisation(mention);
      case ROLE -> role(mention);
      case BODY -> body(mention);
      case PRONOUN -> pronoun(mention);
      case UNKNOWN, NAME -> unknown(mention);
      case PLACE -> List.of();
    };
  }

  private List<Participant> organisation(Mention mention) {
    Mention whole = shortForms.get(mention.name());
    return whole == null || whole.name().equals(mention.name())
        ? List.of(Participant.organisation(mention.name(), mention.id()))
        : resolve(whole);
  }

  /**
   * Takes note of letters that stand for a body.
   *
   * @param letters as they are printed in parentheses
   * @param whole the body before them
   */
  void shortForm(String letters, Mention whole) {
    shortForms.putIfAbsent(letters, whole);
  }

  /** Whom a mention names, taking no note of it; empty for what merely points to somebody. */
  List<Participant> named(Mention mention) {
    return switch (mention.kind()) {
      case PERSON -> {
        Person person = people.resolve(mention);
        yield List.of(
            Participant.person(
                person == null ? mention.name() : person.name(),
                person == null ? mention.id() : person.id()));
      }
      case STATE, DEMONYM -> mention.states().size() == 1 ? states(mention) : List.of();
      case METONYM -> metonym(mention);
      case ORGANISATION -> List.of(Participant.organisation(mention.name(), mention.id()));
      case ROLE, BODY, PRONOUN, UNKNOWN, NAME, PLACE -> List.of();
    };
  }

  /** "Brussels", "Congress": what they stand for depends on who else the text names. */
  private List<Participant> metonym(Mention mention) {
    String other = lexicon.inContext(mention.name());
    boolean own = mention.states().stream().anyMatch(named::contains);
    if (other != null && !own) {
      return named.contains(other)
          ? List.of(lexicon.isState(other) ? state(other) : Participant.organisation(other, null))
          : mention.states().contains(other) ? List.of() : states(mention);
    }
    return states(mention);
  }

  /** Says which states and organisations the document names by their names. */
  void named(Set<String> names) {
    named = Set.copyOf(names);
  }

  private Participant person(Mention mention) {
    Person person = people.resolve(mention);
    String name = person == null ? mention.name() : person.name();
    String id = person == null ? mention.id() : person.id();
    people.seen(name);
    Participant participant = Participant.person(name, id);
    if (!participant.equals(lastPerson)) {
      otherPerson = lastPerson;
    }
    lastPerson = participant;
    return participant;
  }

  /** A capitalised word of which nothing is known may be somebody's surname. */
  private List<Participant> unknown(Mention mention) {
    return people.resolve(mention) == null ? List.of() : List.of(person(mention));
  }

  Participant state(String name) {
    return Participant.state(name, stateIds.get(name));
  }

  private List<Participant> role(Mention mention) {
    if (mention.plural()) {
      if (!mention.states().isEmpty()) {
        return states(mention);
      }
      return mention.definite()
          ? holders(mention)
          : firstPerson.size() > 1 ? firstPerson : List.of();
    }
    String speaker = firstPerson.size() == 1 ? firstPerson.get(0).name() : "";
    Person holder = people.holder(mention.title(), mention.states(), speaker);
    if (holder != null
        && (mention.definite()
            || !mention.states().isEmpty()
            || mention.rank() == Rank.HEAD
            || mention.rank() == Rank.DEPUTY)) {
      Participant participant = participant(holder);
      people.seen(holder.name());
      lastPerson = participant;
      return List.of(participant);
    }
    return states(mention);
  }

  /** "the defense chiefs": those spoken of last if the office fits them, else all who hold it. */
  private List<Participant> holders(Mention mention) {
    boolean any = mention.rank() == Rank.OFFICIAL || mention.title().equals("leader");
    boolean below =
        mention.title().equals("leader")
            && lastGroup.stream().noneMatch(p -> rank(p) == Rank.HEAD)
            && (lastGroup.stream().anyMatch(p -> rank(p) == Rank.MINISTER)
                || people.ranked(Rank.HEAD).size() == 2);
    boolean fits =
        lastGroup.stream()
            .anyMatch(
                p -> {
                  Person person = people.named(p.name());
                  return person != null
                      && (any
                          || person.rank() == mention.rank()
                          || person.titles().contains(mention.title()));
                });
    if (!below && (fits || any && !lastGroup.isEmpty())) {
      return lastGroup;
    }
    List<Participant> out = new ArrayList<>();
    boolean leaders = mention.title().equals("leader");
    for (Person person : people.ranked(leaders ? Rank.HEAD : mention.rank())) {
      out.add(participant(person));
    }
    if (any && !leaders) {
      return List.of();
    }
    return out.size() == 2 ? out : mainGroup.isEmpty() ? sides(2) : mainGroup;
  }

  private List<Participant> states(Mention mention) {
    List<Participant> out = new ArrayList<>();
    mention.states().forEach(name -> out.add(state(name)));
    return out;
  }

  /** "the delegation", "the Council", "the army": a body of which more was told before. */
  private List<Participant> body(Mention mention) {
    if (mention.title().equals("delegation") && !delegation.isEmpty()) {
      return delegation;
    }
    if (!mention.states().isEmpty()) {
      return states(mention);
    }
    if (mention.name().startsWith("our ") && firstPerson.size() == 1) {
      return List.of(onBehalf(firstPerson.get(0)));
    }
    if (isProper(mention)) {
      String name = mention.name();
      if (common.containsKey(name)) {
        return common.get(name);
      }
      List<Participant> holder = administration(name);
      if (!holder.isEmpty()) {
        return holder;
      }
      for (int i = organisations.size() - 1; i >= 0; i--) {
        if (organisations.get(i).endsWith(" " + name)
            || organisations.get(i).startsWith(name + " ")) {
          name = organisations.get(i);
          break;
        }
      }
      String whole = name.equals(mention.name()) ? shortNames.get(name) : null;
      return List.of(Participant.organisation(whole == null ? name : whole, null));
    }
    if (!mention.definite()) {
      return List.of();
    }
    if (mention.plural() && lexicon.has(WordSet.SIDES, mention.title())) {
      return sides(2);
    }
    if (lexicon.has(WordSet.NON_STATE, mention.title())) {
      return List.of();
    }
    String known = organisationOf(mention.title());
    if (known != null) {
      return List.of(Participant.organisation(known, null));
    }
    if (lexicon.has(WordSet.BLOC, mention.title())) {
      return bloc();
    }
    String state = currentState == null && isGovernment(mention) ? stateBefore : currentState;
    return state != null ? List.of(state(state)) : List.of();
  }

  /** "the government", "the ministry": of the state spoken of, in the paragraph before as well. */
  private boolean isGovernment(Mention mention) {
    String word = mention.title().substring(mention.title().lastIndexOf(' ') + 1);
    return !mention.plural()
        && !lexicon.has(WordSet.COURT, word)
        && (word.equals("administration") || lexicon.has(WordSet.STATE_BODY, word));
  }

  /** "the bloc": the only organisation of states that the document names; empty where it is not. */
  private List<Participant> bloc() {
    List<String> blocs =
        organisations.stream()
            .filter(name -> BLOC.equals(lexicon.kind(Lexicon.ORGANISATION_KIND, name)))
            .toList();
    return blocs.size() == 1 ? List.of(Participant.organisation(blocs.get(0), null)) : List.of();
  }

  /** "the council": the organisation named last whose name ends or begins so. */
  private String organisationOf(String word) {
    for (int i = organisations.size() - 1; i >= 0 && !word.isEmpty(); i--) {
      String name = Words.lower(organisations.get(i));
      if (name.endsWith(" " + word) || name.contains(" " + word + " of ")) {
        return organisations.get(i);
      }
    }
    return null;
  }

  /** Whether a body is named with a capital that is not merely the sentence's. */
  private static boolean isProper(Mention mention) {
    String name = mention.name();
    int space = name.indexOf(' ');
    return Character.isUpperCase(name.charAt(0))
        && (mention.first() > 0
            || mention.definite()
            || space > 0 && Character.isUpperCase(name.charAt(space + 1)));
  }

  /** "the Yoon administration": the state of the person whose it is, else that person. */
  private List<Participant> administration(String name) {
    int last = name.lastIndexOf(' ');
    Person person =
        last < 0
            ? null
            : people.resolve(
                Mention.of(0, 1, Mention.Kind.PERSON, name.substring(0, last), null, null));
    if (person == null) {
      return List.of();
    }
    return person.state() != null ? List.of(state(person.state())) : List.of(participant(person));
  }

  /** A new paragraph: "the court" is no longer that of the state named before. */
  void paragraph() {
    stateBefore = currentState == null ? stateBefore : currentState;
    currentState = null;
  }

  /** The states that the members of a group are told to be of. */
  List<Participant> states(Syntax.Group group) {
    return group.members().stream()
        .flatMap(mention -> mention.states().stream())
        .distinct()
        .map(this::state)
        .toList();
  }

  /** Takes note of a body that states have together; its last word stands for it. */
  void common(String name, List<String> states) {
    common.put(
        name.substring(name.lastIndexOf(' ') + 1), states.stream().map(this::state).toList());
  }

  /**
   * Takes note of an organisation, so that a part of its name can stand for it.
   *
   * @param name its name
   * @param printed the words that stand for it
   */
  void organisation(String name, String printed) {
    organisations.remove(name);
    organisations.add(name);
    int last = printed.lastIndexOf(' ');
    if (last > 0 && !printed.equals(name)) {
      shortNames.put(printed.substring(last + 1), name);
    }
  }

  /** Whom "he" or "she" stands for: who acted last, before who was merely named. */
  private List<Participant> single(String word, int at) {
    WordSet other = word.equals("he") ? WordSet.FEMALE : WordSet.MALE;
    Participant near = onlyBefore(at, other);
    if (near == null && ahead != null && at < ahead.first()) {
      near = person(ahead, other);
    }
    if (near != null) {
      return List.of(near);
    }
    for (Participant candidate : new Participant[] {lastSpeaker, lastPerson}) {
      if (candidate != null && !turn.contains(candidate) && !isOf(candidate, other)) {
        return List.of(candidate);
      }
    }
    WordSet own = other == WordSet.FEMALE ? WordSet.MALE : WordSet.FEMALE;
    Person last = lastPerson == null ? null : people.latest(person -> isOf(person, own));
    return last == null ? List.of() : List.of(participant(last));
  }

  private static Participant participant(Person person) {
    return Participant.person(person.name(), person.id());
  }

  /** The one person whom the sentence names before a pronoun; null when none or several are. */
  private Participant onlyBefore(int at, WordSet other) {
    Participant found = null;
    for (Mention mention : nearby) {
      if (mention.last() > at) {
        break;
      }
      Participant participant = person(mention, other);
      if (participant == null || participant.equals(found)) {
        continue;
      }
      if (found != null) {
        return null;
      }
      found = participant;
    }
    return found;
  }

  /** The person of a mention; null when that is not known or a pronoun cannot mean it. */
  private Participant person(Mention mention, WordSet other) {
    Person person = people.resolve(mention);
    if (person == null) {
      return null;
    }
    return isOf(person, other) ? null : participant(person);
  }

  /**
   * Says whom a sentence names whom a pronoun in it can mean.
   *
   * @param persons mentions of persons in the order of the text
   * @param ahead who is named after what the sentence opens with: "After his victory, Ana Example";
   *     null when nobody is
   */
  void nearby(List<Mention> persons, Mention ahead) {
    nearby = List.copyOf(persons);
    this.ahead = ahead;
  }

  private boolean isOf(Participant participant, WordSet set) {
    Person person = people.named(participant.name());
    return person != null && isOf(person, set);
  }

  /** Whether a person is known as a woman or as a man: by title or address, else by given name. */
  private boolean isOf(Person person, WordSet set) {
    WordSet other = set == WordSet.FEMALE ? WordSet.MALE : WordSet.FEMALE;
    boolean addressed = isAddressed(person, set);
    String given = person.name().split(" ", 2)[0];
    return addressed || !isAddressed(person, other) && lexicon.isGivenName(given, set);
  }

  private boolean isAddressed(Person person, WordSet set) {
    return Stream.concat(person.titles().stream(), person.address().stream())
        .anyMatch(title -> lexicon.has(set, title));
  }

  private List<Participant> pronoun(Mention mention) {
    return switch (mention.name()) {
      case "he", "she" -> single(mention.name(), mention.first());
      case "i" -> firstPerson;
      case "we" -> firstPerson.isEmpty() && !spoken ? lastBody() : firstPerson;
      case "it" -> lastBody();
      case "him" -> other();
      case "our" -> firstPerson.size() > 1 ? firstPerson : sides(2);
      case "sides" -> sides(2);
      case "three" -> sides(3);
      case "pair" -> pair();
      default -> lastSubject.isEmpty() ? lastGroup : lastSubject;
    };
  }

  /**
   * The state that a place lies in: what befalls it befalls the state; null where none is known.
   */
  Participant within(Draft.Place place) {
    boolean known = place != null && place.state() != null && lexicon.isState(place.state());
    return known ? state(place.state()) : null;
  }

  /** "the two men": those spoken of together last, where nobody else was named since. */
  private List<Participant> pair() {
    boolean two =
        lastGroup.size() == 2
            && lastPerson != null
            && otherPerson != null
            && lastGroup.containsAll(List.of(lastPerson, otherPerson));
    return two ? lastGroup : List.of();
  }

  /** The person who acts after what opens the sentence; empty when nobody does. */
  List<Participant> ahead() {
    return ahead == null ? List.of() : named(ahead);
  }

  /** Says who acts in the clause that is read. */
  void acts(List<Participant> actors) {
    personActs = Participant.anyPerson(actors);
  }

  /**
   * Whom "him" stands for: where a person acts, not who acted last, but who was named before; who
   * acted last, where a body acts.
   */
  private List<Participant> other() {
    if (!personActs && lastPerson != null && !isOf(lastPerson, WordSet.FEMALE)) {
      return List.of(lastPerson);
    }
    boolean known =
        otherPerson != null
            && !otherPerson.equals(lastPerson)
            && !isOf(otherPerson, WordSet.FEMALE);
    return known ? List.of(otherPerson) : List.of();
  }

  /** Says that the document is somebody's speech: "we" are the speaker's, not who acted last. */
  void spoken() {
    spoken = true;
  }

  /** The state or body that acted last; empty when none did. */
  List<Participant> lastBody() {
    return lastBody == null ? List.of() : List.of(lastBody);
  }

  /** "the two countries": those the last sentences spoke of, else those the document is about. */
  List<Participant> sides(int count) {
    if (firstPerson.size() == count) {
      return firstPerson;
    }
    if (lastStates.size() == count) {
      return lastStates;
    }
    return principals.size() == count
            || principals.size() > count && often.get(count - 1) > often.get(count)
        ? principals.subList(0, count)
        : List.of();
  }

  /** Whom "their", "its", "his" or "our" stands for; empty for other words. */
  List<Participant> possessive(String word, int at) {
    return switch (word) {
      case "their" -> lastSubject.isEmpty() ? lastGroup : lastSubject;
      case "our", "my" -> firstPerson;
      case "its" -> lastBody();
      case "his" -> single("he", at);
      case "her" -> single("she", at);
      default -> List.of();
    };
  }

  /** Says how often the document names each state. */
  void principals(Map<String, Integer> counts) {
    List<String> names = new ArrayList<>(counts.keySet());
    names.sort(
        Comparator.comparing((String name) -> -counts.get(name))
            .thenComparing(Comparator.naturalOrder()));
    principals = names.stream().limit(4).map(this::state).toList();
    often = names.stream().limit(4).map(counts::get).toList();
    int second = names.size() < 2 ? 0 : counts.get(names.get(1));
    int third = names.size() < 3 ? 0 : counts.get(names.get(2));
    boolean two = second >= OFTEN && second >= 2 * third;
    topic = two ? principals.subList(0, 2) : List.of();
  }

  /** Says which states the titles name: two of them are what the document is about. */
  void topic(Set<String> states) {
    topic = states.size() == 2 ? states.stream().map(this::state).toList() : topic;
  }

  /**
   * The two states that the document is about: its title names them, or it names them much more
   * often than any other. Empty where there are no such two.
   */
  List<Participant> topic() {
    return topic;
  }

  /** Remembers who took part in what was told last. */
  void remember(List<Participant> participants) {
    if (participants.size() > 1) {
      mainGroup = mainGroup.isEmpty() ? List.copyOf(participants) : mainGroup;
      lastGroup = List.copyOf(participants);
      Map<String, Participant> states = new LinkedHashMap<>();
      for (Participant participant : participants) {
        String state = stateOf(participant);
        if (state != null) {
          states.putIfAbsent(state, state(state));
        }
      }
      if (states.size() > 1) {
        lastStates = List.copyOf(states.values());
      }
    }
  }

  /** Remembers between which states a visit is: "the two governments" are theirs. */
  void remember(List<Participant> visitors, Draft.Place place) {
    Set<String> states = new LinkedHashSet<>();
    visitors.stream().map(this::stateOf).filter(Objects::nonNull).forEach(states::add);
    if (place != null && place.state() != null) {
      states.add(place.state());
    }
    if (states.size() == 2) {
      lastStates = states.stream().map(this::state).toList();
    }
  }

  void subject(List<Participant> participants) {
    if (participants.size() == 1 && participants.get(0).isPerson()) {
      lastPerson = participants.get(0);
      lastSpeaker = lastPerson;
    }
    if (participants.size() == 1 && participants.get(0).kind() != Participant.Kind.PERSON) {
      lastBody = participants.get(0);
    }
    if (participants.size() == 1 && stateOf(participants.get(0)) != null) {
      currentState = stateOf(participants.get(0));
    }
    if (participants.size() > 1) {
      lastSubject = List.copyOf(participants);
    }
    remember(participants);
  }

  void delegation(List<Participant> members) {
    delegation = List.copyOf(members);
    lastSubject = delegation;
    lastGroup = delegation;
  }

  void firstPerson(List<Participant> speakers) {
    firstPerson = List.copyOf(speakers);
    if (speakers.size() > 1) {
      remember(speakers);
    }
  }

  /** Says whose turn it is in a transcript: "he" is somebody else until the next. */
  void turn(List<Participant> speakers) {
    turn = List.copyOf(speakers);
    isAsked = speakers.isEmpty();
    firstPerson(speakers);
  }

  /** Whether it is the turn of somebody who asks, or whom nobody names. */
  boolean isAsked() {
    return isAsked;
  }

  List<Participant> firstPerson() {
    return firstPerson;
  }

  /** Rank of a participant; NONE when it is no person or nothing is told. */
  Rank rank(Participant participant) {
    Person person = people.named(participant.name());
    return person == null ? Rank.NONE : person.rank();
  }

  /** The state for which an office holder acts; the participant itself where none is known. */
  Participant onBehalf(Participant participant) {
    String state = stateOf(participant);
    Rank rank = rank(participant);
    boolean office = rank == Rank.HEAD || rank == Rank.MINISTER || rank == Rank.DEPUTY;
    return state == null || !office ? participant : state(state);
  }

  String stateOf(Participant participant) {
    if (participant.kind() == Participant.Kind.STATE) {
      return participant.name();
    }
    Person person = people.named(participant.name());
    return person == null ? null : person.state();
  }
}
