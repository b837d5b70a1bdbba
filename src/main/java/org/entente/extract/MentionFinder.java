package org.entente.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds mentions in a sentence: known names, titles with names, offices and bodies without one,
 * pronouns, and capitalised words typed by what stands around them.
 */
final class MentionFinder {
  private static final Set<String> PARTICLES =
      Set.of(
          "bin", "ibn", "al", "el", "de", "da", "di", "del", "la", "van", "von", "der", "den",
          "dos", "du", "ben", "abu", "ul", "ur", "bint", "e");
  private static final Set<String> COUNTABLE_STATES =
      Set.of(
          "countries",
          "nations",
          "sides",
          "governments",
          "parties",
          "states",
          "neighbours",
          "neighbors",
          "allies",
          "capitals");
  private static final Set<String> SUFFIXES = Set.of("Jr.", "Sr.", "II", "III", "IV");

  private final Lexicon lexicon;
  private final PhraseIndex<Entity> names;

  MentionFinder(Lexicon lexicon, NamesTable table) {
    this.lexicon = lexicon;
    this.names = new PhraseIndex<>(true);
    for (NamesTable.Name name : table.names()) {
      names.add(lexicon.tokenizer().tokens(name.form(), 0, name.form().length()), name.entity());
    }
  }

  /** The mentions of a sentence, from left to right; none overlaps another. */
  List<Mention> mentions(List<Token> tokens, List<DateExpression> dates) {
    List<Mention> out = new ArrayList<>();
    int i = 0;
    int d = 0;
    while (i < tokens.size()) {
      while (d < dates.size() && dates.get(d).last() <= i) {
        d++;
      }
      if (d < dates.size() && dates.get(d).first() <= i) {
        i = dates.get(d).last();
        continue;
      }
      Mention found = at(tokens, i);
      if (found != null && d < dates.size() && found.last() > dates.get(d).first()) {
        found = null;
      }
      if (found == null) {
        i++;
      } else {
        out.add(found);
        i = found.last();
      }
    }
    return apposed(tokens, out);
  }

  /** "Zambia's president, Ana Example" and "Ana Example, the Zambian president": one person. */
  private static List<Mention> apposed(List<Token> tokens, List<Mention> mentions) {
    List<Mention> out = new ArrayList<>(mentions);
    for (int i = 0; i + 1 < out.size(); i++) {
      Mention a = out.get(i);
      Mention b = out.get(i + 1);
      int gap = b.first() - a.last();
      boolean comma =
          gap >= 1
              && tokens.get(a.last()).is(",")
              && (gap == 1
                  || gap == 2
                      && (tokens.get(b.first() - 1).is("the")
                          || tokens.get(b.first() - 1).is("a")));
      if (!comma) {
        continue;
      }
      boolean named =
          b.is(Mention.Kind.PERSON)
              || (b.is(Mention.Kind.UNKNOWN) || b.is(Mention.Kind.NAME)) && gap == 1;
      if (isOffice(a) && named && gap == 1 && b.title().isEmpty() && closes(tokens, b.last())) {
        out.set(i + 1, joined(a.first(), b.last(), b, a));
        out.remove(i);
        i--;
      } else if ((a.is(Mention.Kind.PERSON) || a.is(Mention.Kind.NAME))
          && isOffice(b)
          && closes(tokens, b.last())) {
        out.set(i, joined(a.first(), a.last(), a, b));
      }
    }
    return out;
  }

  private static boolean isOffice(Mention mention) {
    return mention.is(Mention.Kind.ROLE) && !mention.plural();
  }

  private static boolean closes(List<Token> tokens, int at) {
    return at >= tokens.size()
        || tokens.get(at).is(",")
        || tokens.get(at).is(".")
        || tokens.get(at).is("'s")
        || tokens.get(at).is("—")
        || !tokens.get(at).isCapital();
  }

  private static Mention joined(int first, int last, Mention name, Mention office) {
    boolean own = name.rank() != Rank.NONE;
    return new Mention(
        first,
        last,
        Mention.Kind.PERSON,
        name.name(),
        name.id(),
        own ? name.rank() : office.rank(),
        own ? name.title() : office.title(),
        name.states().isEmpty() ? office.states() : name.states(),
        false,
        false);
  }

  private Mention at(List<Token> tokens, int i) {
    Token token = tokens.get(i);
    if (!token.isWord()) {
      return null;
    }
    if (token.isCapital()) {
      Mention capital = capital(tokens, i);
      if (capital != null) {
        return capital;
      }
      if (isEventName(tokens, i, runEnd(tokens, i))) {
        return null;
      }
    } else if (token.is("the") && i + 1 < tokens.size() && tokens.get(i + 1).isCapital()) {
      PhraseIndex.Match<Entity> withArticle = known(tokens, i);
      if (withArticle != null) {
        return named(tokens, i, withArticle);
      }
    }
    Mention role = role(tokens, i, i, List.of());
    return role != null ? role : pronoun(tokens, i);
  }

  private Mention pronoun(List<Token> tokens, int i) {
    String word = tokens.get(i).lower();
    return switch (word) {
      case "he", "she", "i" ->
          new Mention(
              i, i + 1, Mention.Kind.PRONOUN, word, null, Rank.NONE, "", List.of(), false, true);
      case "they", "we" ->
          new Mention(
              i, i + 1, Mention.Kind.PRONOUN, word, null, Rank.NONE, "", List.of(), true, true);
      case "both" -> {
        boolean alone =
            i + 1 < tokens.size() && COUNTABLE_STATES.contains(tokens.get(i + 1).lower());
        yield alone
            ? new Mention(
                i, i + 2, Mention.Kind.PRONOUN, "sides", null, Rank.NONE, "", List.of(), true, true)
            : null;
      }
      case "the", "these", "our", "their" -> sides(tokens, i);
      default -> null;
    };
  }

  /** "the two countries", "the three allies", "the sides". */
  private static Mention sides(List<Token> tokens, int i) {
    boolean own = tokens.get(i).is("our");
    int at = i + 1;
    int limit = Math.min(tokens.size(), i + 5);
    while (at < limit) {
      String word = tokens.get(at).lower();
      if (COUNTABLE_STATES.contains(word)) {
        return new Mention(
            i, at + 1, Mention.Kind.PRONOUN, "sides", null, Rank.NONE, "", List.of(), true, true);
      }
      if (own) {
        return null;
      }
      boolean count = word.equals("two") || word.equals("three") || word.equals("four");
      if (!count && at == i + 1 || !tokens.get(at).isWord()) {
        return null;
      }
      at++;
    }
    return null;
  }

  private PhraseIndex.Match<Entity> known(List<Token> tokens, int i) {
    PhraseIndex.Match<Entity> own = names.longest(tokens, i);
    PhraseIndex.Match<Entity> general = lexicon.names().longest(tokens, i);
    if (own == null) {
      return general;
    }
    return general != null && general.end() > own.end() ? general : own;
  }

  private Mention capital(List<Token> tokens, int i) {
    int end = runEnd(tokens, i);
    if (end == i) {
      return null;
    }
    Mention titled = titled(tokens, i, end);
    if (titled != null) {
      return titled;
    }
    PhraseIndex.Match<Entity> match = known(tokens, i);
    if (match != null) {
      Mention body = organisation(tokens, i, end, match);
      return body != null ? body : named(tokens, i, match);
    }
    return unknown(tokens, i, end);
  }

  /**
   * Index after a run of capitalised tokens, with particles, hyphens and initials inside it. Known
   * names of states end a run that they do not begin, unless the run is an organisation.
   */
  private int runEnd(List<Token> tokens, int i) {
    Token first = tokens.get(i);
    if (startsSentence(tokens, i) && isFunction(first) && !isTitle(tokens, i) || first.is("i")) {
      return i;
    }
    int at = i + 1;
    while (at < tokens.size() && at - i < 14) {
      Token token = tokens.get(at);
      Token before = tokens.get(at - 1);
      boolean joined = token.text().equals("-") && token.start() == before.end();
      boolean afterHyphen = before.text().equals("-") && token.start() == before.end();
      if (token.isCapital() && !token.is("i")
          || joined && at + 1 < tokens.size() && tokens.get(at + 1).start() == token.end()
          || afterHyphen && token.isWord()
          || isParticleInside(tokens, at)) {
        at++;
      } else if (token.text().equals(",")
          && at + 1 < tokens.size()
          && SUFFIXES.contains(tokens.get(at + 1).text())) {
        at += 2;
      } else {
        break;
      }
    }
    while (at > i && tokens.get(at - 1).text().equals("-")) {
      at--;
    }
    return at;
  }

  private boolean isParticleInside(List<Token> tokens, int at) {
    return PARTICLES.contains(tokens.get(at).lower())
        && at + 1 < tokens.size()
        && (tokens.get(at + 1).isCapital()
            || tokens.get(at + 1).text().equals("-")
                && tokens.get(at).end() == tokens.get(at + 1).start())
        && !lexicon.has(WordSet.PREPOSITION, tokens.get(at).lower());
  }

  private boolean isTitle(List<Token> tokens, int i) {
    PhraseIndex.Match<Lexicon.Title> match = lexicon.titles().longest(tokens, i);
    return match != null && match.end() > i + 1;
  }

  private static boolean startsSentence(List<Token> tokens, int i) {
    return i == 0 || "“\"(".contains(tokens.get(i - 1).text());
  }

  private boolean isFunction(Token token) {
    String word = token.lower();
    return lexicon.has(WordSet.DETERMINER, word)
        || lexicon.has(WordSet.PRONOUN, word)
        || lexicon.has(WordSet.PREPOSITION, word)
        || lexicon.has(WordSet.SUBORDINATOR, word)
        || lexicon.has(WordSet.CONJUNCTION, word)
        || lexicon.has(WordSet.AUXILIARY, word)
        || lexicon.has(WordSet.ADVERB, word)
        || lexicon.has(WordSet.MODAL, word);
  }

  /** "South Korean President Yoon Suk Yeol", "Gen. Brown", "the Vice President". */
  private Mention titled(List<Token> tokens, int i, int end) {
    int titleStart = -1;
    int titleEnd = -1;
    Lexicon.Title title = null;
    for (int at = i; at < end; at++) {
      PhraseIndex.Match<Lexicon.Title> match = lexicon.titles().longest(tokens, at);
      if (match == null || isName(tokens, match.end(), end)) {
        continue;
      }
      if (title == null || title.rank() == Rank.PLAIN || match.value().rank() != Rank.PLAIN) {
        titleStart = titleStart < 0 ? at : titleStart;
        titleEnd = match.end();
        title = match.value();
      }
      at = match.end() - 1;
    }
    if (title == null || isEventName(tokens, i, end)) {
      return null;
    }
    List<String> states = statesIn(tokens, i, titleStart);
    if (titleStart > i && states.isEmpty() && knownPersonBefore(tokens, i, titleStart)) {
      return null;
    }
    if (titleEnd < end && allOrganisationWords(tokens, titleEnd, end)) {
      return null;
    }
    int nameStart = titleEnd;
    int nameEnd = end;
    if (titleEnd > end && titleEnd < tokens.size() && tokens.get(titleEnd).isCapital()) {
      nameEnd = runEnd(tokens, titleEnd);
    }
    if (nameStart >= nameEnd) {
      int[] beyond = nameBeyond(tokens, titleEnd);
      if (beyond == null) {
        return office(tokens, i, Math.max(titleEnd, end), title, states);
      }
      states = states.isEmpty() ? statesIn(tokens, titleEnd, beyond[0]) : states;
      nameStart = beyond[0];
      nameEnd = beyond[1];
    }
    return person(tokens, i, nameStart, nameEnd, title, states);
  }

  /** "General Electric" is no officer. */
  private boolean allOrganisationWords(List<Token> tokens, int from, int to) {
    for (int at = from; at < to; at++) {
      if (!lexicon.isOrganisationWord(tokens.get(at).text())) {
        return false;
      }
    }
    return true;
  }

  /** Whether what looks like a title is part of the name: "Sultan bin Abdulaziz". */
  private static boolean isName(List<Token> tokens, int after, int end) {
    return after < end && PARTICLES.contains(tokens.get(after).lower());
  }

  private boolean knownPersonBefore(List<Token> tokens, int from, int to) {
    return lexicon.isGivenName(tokens.get(from).text()) && to > from;
  }

  /**
   * A capitalised phrase that ends with a noun for an event names the event: "G7 Leaders' Summit".
   */
  private boolean isEventName(List<Token> tokens, int i, int end) {
    for (int at = i; at < end; at++) {
      PhraseIndex.Match<List<Trigger>> match = lexicon.triggers().longest(tokens, at);
      if (match != null
          && match.end() >= end
          && match.value().stream().anyMatch(t -> t.form().isNoun())) {
        return true;
      }
    }
    return false;
  }

  /** After "Secretary of State for X": the name that follows the of- or for-phrase. */
  private int[] nameBeyond(List<Token> tokens, int at) {
    int from = at;
    for (int hops = 0; hops < 3; hops++) {
      if (from + 1 >= tokens.size()) {
        return null;
      }
      String word = tokens.get(from).lower();
      if (!word.equals("of") && !word.equals("for") && !word.equals("to") && !word.equals("and")) {
        return null;
      }
      int run = tokens.get(from + 1).is("the") ? from + 2 : from + 1;
      if (run >= tokens.size() || !tokens.get(run).isCapital()) {
        return null;
      }
      int end = runEnd(tokens, run);
      int start = trailingName(tokens, run, end);
      if (start > 0) {
        return new int[] {start, end};
      }
      from = end;
    }
    return null;
  }

  private int trailingName(List<Token> tokens, int run, int end) {
    for (int at = run + 1; at <= end - 2; at++) {
      if (lexicon.isGivenName(tokens.get(at).text()) && known(tokens, at) == null) {
        return at;
      }
    }
    PhraseIndex.Match<Entity> match = known(tokens, run);
    if (match != null && match.end() <= end - 2) {
      return match.end();
    }
    return end - run >= 4 ? end - 2 : -1;
  }

  private Mention person(
      List<Token> tokens, int first, int from, int to, Lexicon.Title title, List<String> states) {
    int start = from;
    PhraseIndex.Match<Entity> match = known(tokens, start);
    if (match != null && match.value().kind() == Entity.Kind.PERSON) {
      Entity entity = match.value();
      List<String> own =
          states.isEmpty() && entity.state() != null ? List.of(entity.state()) : states;
      return new Mention(
          first,
          match.end(),
          Mention.Kind.PERSON,
          entity.name(),
          entity.id(),
          title.rank(),
          Words.lower(title.label()),
          own,
          false,
          false);
    }
    PhraseIndex.Match<Lexicon.Title> again = lexicon.titles().longest(tokens, start);
    if (again != null && again.end() < to && !isName(tokens, again.end(), to)) {
      return person(tokens, first, again.end(), to, again.value(), states);
    }
    if (match != null && match.end() >= to) {
      return office(
          tokens,
          first,
          from,
          title,
          states.isEmpty() && match.value().state() != null
              ? List.of(match.value().state())
              : states);
    }
    while (start < to - 1
        && !lexicon.isGivenName(tokens.get(start).text())
        && tokens.get(start).isAcronym()
        && tokens.get(start).text().length() > 3) {
      start++;
    }
    int last = to;
    List<String> of = states;
    if (states.isEmpty() && to + 1 < tokens.size() && tokens.get(to).is("of")) {
      List<String> after = new ArrayList<>();
      int end = statesAfter(tokens, to + 1, after);
      if (after.size() == 1) {
        of = List.copyOf(after);
        last = end;
      }
    }
    return new Mention(
        first,
        last,
        Mention.Kind.PERSON,
        Words.join(tokens, start, to),
        null,
        title.rank(),
        Words.lower(title.label()),
        of,
        false,
        false);
  }

  /** An office without a name; a state may follow: "Prime Minister of Pakistan". */
  private Mention office(
      List<Token> tokens, int first, int end, Lexicon.Title title, List<String> states) {
    List<String> own = states;
    int last = end;
    if (own.isEmpty() && end + 1 < tokens.size() && tokens.get(end).is("of")) {
      int at = tokens.get(end + 1).is("the") ? end + 2 : end + 1;
      PhraseIndex.Match<Entity> match = at < tokens.size() ? known(tokens, at) : null;
      if (match != null && match.value().state() != null) {
        own = List.of(match.value().state());
        last = match.end();
      }
    }
    boolean definite = first > 0 && tokens.get(first - 1).is("the");
    return new Mention(
        first,
        last,
        Mention.Kind.ROLE,
        Words.join(tokens, first, end),
        null,
        title.rank(),
        Words.lower(title.label()),
        own,
        title.plural(),
        definite);
  }

  private List<String> statesIn(List<Token> tokens, int from, int to) {
    List<String> states = new ArrayList<>();
    for (int at = from; at < to; at++) {
      PhraseIndex.Match<Entity> match = known(tokens, at);
      if (match != null && match.value().state() != null && match.end() <= to) {
        if (!states.contains(match.value().state())) {
          states.add(match.value().state());
        }
        at = match.end() - 1;
      }
    }
    return List.copyOf(states);
  }

  /** "Turkish Ministry of Energy", "Bank of Japan", "US Defence Intelligence Agency". */
  private Mention organisation(
      List<Token> tokens, int i, int end, PhraseIndex.Match<Entity> match) {
    if (match.end() > end
        || match.value().kind() == Entity.Kind.ORGANISATION && match.end() == end) {
      return null;
    }
    int head = -1;
    for (int at = match.end(); at < end; at++) {
      if (lexicon.isOrganisationWord(tokens.get(at).text())) {
        head = at;
      }
    }
    if (head < 0 || isEventName(tokens, i, end)) {
      return null;
    }
    int last = ofPhrase(tokens, head + 1);
    String state = match.value().state();
    return Mention.of(
        i,
        Math.max(last, head + 1),
        Mention.Kind.ORGANISATION,
        Words.join(tokens, i, Math.max(last, head + 1)),
        null,
        state);
  }

  /** Index after "of Foreign Affairs and Trade" where it follows; else where it would begin. */
  private int ofPhrase(List<Token> tokens, int at) {
    if (at + 1 >= tokens.size()
        || !tokens.get(at).is("of") && !tokens.get(at).is("for")
        || !tokens.get(at + 1).isCapital()) {
      return at;
    }
    int end = at + 1;
    while (end < tokens.size()) {
      Token token = tokens.get(end);
      boolean link =
          (token.is("and") || token.is(","))
              && end + 1 < tokens.size()
              && tokens.get(end + 1).isCapital()
              && known(tokens, end + 1) == null
              && lexicon.titles().longest(tokens, end + 1) == null;
      if (token.isCapital() || link) {
        end++;
      } else {
        break;
      }
    }
    return end;
  }

  private Mention named(List<Token> tokens, int i, PhraseIndex.Match<Entity> match) {
    Entity entity = match.value();
    int end = match.end();
    if (entity.kind() == Entity.Kind.DEMONYM || entity.kind() == Entity.Kind.STATE) {
      Mention role = roleAfterStates(tokens, i, match);
      if (role != null) {
        return role;
      }
    }
    Mention.Kind kind =
        switch (entity.kind()) {
          case PERSON -> Mention.Kind.PERSON;
          case STATE -> Mention.Kind.STATE;
          case ORGANISATION -> Mention.Kind.ORGANISATION;
          case METONYM -> Mention.Kind.METONYM;
          case DEMONYM -> demonym(tokens, i, end);
          case PLACE, AGREEMENT, DISPUTE -> Mention.Kind.PLACE;
        };
    return Mention.of(i, end, kind, entity.name(), entity.id(), entity.state());
  }

  /** "the Saudis" act; "Saudi" alone is an adjective. */
  private static Mention.Kind demonym(List<Token> tokens, int i, int end) {
    boolean plural =
        tokens.get(end - 1).text().endsWith("s") && i > 0 && tokens.get(i - 1).is("the");
    return plural ? Mention.Kind.STATE : Mention.Kind.DEMONYM;
  }

  /** "the Japanese and South Korean defense chiefs", "Solomon Islands' Prime Minister". */
  private Mention roleAfterStates(List<Token> tokens, int i, PhraseIndex.Match<Entity> first) {
    List<String> states = new ArrayList<>(List.of(first.value().state()));
    int at = first.end();
    while (at + 1 < tokens.size()
        && (tokens.get(at).is("and") || tokens.get(at).is(",") || tokens.get(at).is("-"))) {
      PhraseIndex.Match<Entity> next = known(tokens, at + 1);
      if (next == null || next.value().kind() != first.value().kind()) {
        break;
      }
      states.add(next.value().state());
      at = next.end();
    }
    boolean possessive = at < tokens.size() && (tokens.get(at).is("'s") || tokens.get(at).is("'"));
    if (first.value().kind() == Entity.Kind.STATE && !possessive && states.size() > 1) {
      return null;
    }
    int start = possessive ? at + 1 : at;
    if (start >= tokens.size()) {
      return null;
    }
    if (tokens.get(start).isCapital() && possessive) {
      Mention titled = titled(tokens, start, Math.max(start, runEnd(tokens, start)));
      if (titled != null) {
        return new Mention(
            i,
            titled.last(),
            titled.kind(),
            titled.name(),
            titled.id(),
            titled.rank(),
            titled.title(),
            List.copyOf(states),
            titled.plural(),
            titled.definite());
      }
    }
    return role(tokens, i, start, states);
  }

  /** A noun for an office or body, with up to three lower-case words before it. */
  private Mention role(List<Token> tokens, int first, int from, List<String> states) {
    int at = from;
    int limit = Math.min(tokens.size(), from + 4);
    boolean definite = false;
    while (at < limit) {
      Token token = tokens.get(at);
      PhraseIndex.Match<Lexicon.Title> match = lexicon.roles().longest(tokens, at);
      if (match != null && isRoleHead(tokens, match.end())) {
        return roleMention(tokens, first, at, match, states, definite);
      }
      if (at == from
          && (token.is("the") || token.is("both") || token.is("his") || token.is("her"))) {
        definite = true;
      } else if (at > from && (isVerbForm(tokens, at) || lexicon.has(WordSet.VERB, token.lower()))
          || at == from && !states.isEmpty() && isVerbForm(tokens, at)) {
        return null;
      } else if (!token.isWord()
          || isFunction(token)
              && !token.is("two")
              && !token.is("three")
              && !token.is("top")
              && !token.is("former")) {
        return null;
      } else if (states.isEmpty() && !definite) {
        return null;
      } else if (token.isCapital() && known(tokens, at) != null && states.isEmpty()) {
        return null;
      }
      at++;
    }
    return null;
  }

  /** The noun is not the modifier of another: "government report", "leader of the party" is one. */
  private boolean isRoleHead(List<Token> tokens, int end) {
    if (end >= tokens.size()) {
      return true;
    }
    Token next = tokens.get(end);
    if (!next.isWord() || next.isCapital()) {
      return true;
    }
    return isFunction(next)
        || lexicon.has(WordSet.VERB, next.lower())
        || isVerbForm(tokens, end)
        || next.lower().endsWith("ed")
        || next.lower().endsWith("ly");
  }

  private boolean isVerbForm(List<Token> tokens, int at) {
    PhraseIndex.Match<List<Trigger>> match = lexicon.triggers().longest(tokens, at);
    return match != null
        && match.value().stream()
            .anyMatch(
                t ->
                    !t.form().isNoun()
                        && t.form() != Trigger.Form.BASE
                        && t.form() != Trigger.Form.GERUND);
  }

  private Mention roleMention(
      List<Token> tokens,
      int first,
      int at,
      PhraseIndex.Match<Lexicon.Title> match,
      List<String> states,
      boolean definite) {
    Lexicon.Title title = match.value();
    List<String> own = states.isEmpty() ? statesIn(tokens, first, at) : states;
    int end = match.end();
    if (!title.body() && end < tokens.size() && tokens.get(end).isCapital()) {
      int run = runEnd(tokens, end);
      PhraseIndex.Match<Entity> name = known(tokens, end);
      boolean person = name == null || name.value().kind() == Entity.Kind.PERSON;
      if (person && run > end && !isEventName(tokens, end, run)) {
        return person(tokens, first, end, run, title, List.copyOf(own));
      }
    }
    if (own.isEmpty() && end + 1 < tokens.size() && tokens.get(end).is("of")) {
      List<String> after = new ArrayList<>();
      int last = statesAfter(tokens, end + 1, after);
      if (!after.isEmpty()) {
        own = after;
        end = last;
      }
    }
    boolean known = definite || first > 0 && tokens.get(first - 1).is("the");
    Mention.Kind kind = title.body() ? Mention.Kind.BODY : Mention.Kind.ROLE;
    return new Mention(
        first,
        end,
        kind,
        Words.join(tokens, at, match.end()),
        null,
        title.rank(),
        Words.lower(title.label()),
        List.copyOf(own),
        title.plural(),
        known);
  }

  /** "of Japan and South Korea", "of the United States, Japan and the Philippines". */
  private int statesAfter(List<Token> tokens, int from, List<String> states) {
    int at = from;
    int end = from;
    while (at < tokens.size()) {
      int name = tokens.get(at).is("the") ? at + 1 : at;
      PhraseIndex.Match<Entity> match = name < tokens.size() ? known(tokens, name) : null;
      if (match == null
          || match.value().kind() != Entity.Kind.STATE
          || match.end() < tokens.size() && tokens.get(match.end()).is("'s")) {
        return end;
      }
      states.add(match.value().name());
      end = match.end();
      at = end;
      while (at < tokens.size() && (tokens.get(at).is(",") || tokens.get(at).is("and"))) {
        at++;
      }
      if (at == end) {
        return end;
      }
    }
    return end;
  }

  private Mention unknown(List<Token> tokens, int i, int end) {
    int stop = end;
    for (int at = i + 1; at < end; at++) {
      PhraseIndex.Match<Entity> inner = known(tokens, at);
      if (inner != null
          && inner.value().kind() != Entity.Kind.PERSON
          && tokens.get(at - 1).text().equals("-")) {
        stop = at - 1;
        break;
      }
    }
    boolean operation = tokens.get(i).is("operation") || tokens.get(i).is("exercise");
    if (isEventName(tokens, i, stop) || operation) {
      return null;
    }
    int head = -1;
    for (int at = i; at < stop; at++) {
      if (lexicon.isOrganisationWord(tokens.get(at).text())) {
        head = at;
      }
    }
    if (head >= 0) {
      int last = Math.max(ofPhrase(tokens, head + 1), stop);
      return Mention.of(
          i,
          last,
          Mention.Kind.ORGANISATION,
          Words.join(tokens, i, last),
          null,
          statesIn(tokens, i, last).stream().findFirst().orElse(null));
    }
    Mention.Kind kind = guess(tokens, i, stop);
    return Mention.of(i, stop, kind, Words.join(tokens, i, stop), null, null);
  }

  private Mention.Kind guess(List<Token> tokens, int i, int end) {
    String before = i > 0 ? tokens.get(i - 1).lower() : "";
    int words = 0;
    for (int at = i; at < end; at++) {
      words += tokens.get(at).isCapital() ? 1 : 0;
    }
    boolean hyphenated =
        end - i >= 3 && tokens.get(end - 2).text().equals("-") && !tokens.get(end - 1).isCapital();
    if (lexicon.isPlaceWord(tokens.get(end - 1).text())
        || lexicon.isPlaceWord(tokens.get(i).text())) {
      return Mention.Kind.PLACE;
    }
    if (hyphenated && words >= 2 && end - i <= 5) {
      return Mention.Kind.PERSON;
    }
    if (words >= 2 && words <= 4 && lexicon.isGivenName(tokens.get(i).text())) {
      return Mention.Kind.PERSON;
    }
    if (before.equals("in")
        || before.equals("at")
        || before.equals("near")
        || before.equals("from")) {
      return Mention.Kind.PLACE;
    }
    if (words >= 2 && words <= 4 && isBesideSpeech(tokens, end)) {
      return Mention.Kind.PERSON;
    }
    if (end - i == 1 && tokens.get(i).isAcronym() && !before.equals("(")) {
      return Mention.Kind.ORGANISATION;
    }
    boolean nominal =
        lexicon.has(WordSet.DETERMINER, before) || before.equals("'s") || before.equals("'");
    boolean nounFollows =
        end < tokens.size()
            && tokens.get(end).isWord()
            && !isFunction(tokens.get(end))
            && !isVerbForm(tokens, end)
            && !lexicon.has(WordSet.VERB, tokens.get(end).lower());
    if (words >= 2 && words <= 3 && words == end - i && !nominal && !nounFollows && i > 0) {
      return Mention.Kind.NAME;
    }
    return Mention.Kind.UNKNOWN;
  }

  /** Whether a reporting verb or an apposition follows: "Ana Example, a professor". */
  private boolean isBesideSpeech(List<Token> tokens, int end) {
    if (end + 1 >= tokens.size()) {
      return false;
    }
    if (tokens.get(end).is(",")) {
      String next = tokens.get(end + 1).lower();
      return next.equals("a")
          || next.equals("an")
          || next.equals("who")
          || lexicon.roles().longest(tokens, end + 1) != null;
    }
    PhraseIndex.Match<List<Trigger>> match = lexicon.triggers().longest(tokens, end);
    return match != null
        && match.value().stream()
            .anyMatch(
                t -> t.frame().type() == EventType.STATEMENT && t.form() == Trigger.Form.PAST);
  }
}
