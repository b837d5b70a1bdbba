package org.entente.extract;

import java.util.ArrayList;
import java.util.List;
import org.entente.extract.Chunk.Kind;

/**
 * What can be told of a sentence's structure without a parser: groups of coordinated actors with
 * the preposition before them, subjects of verbs, and where a clause ends.
 */
final class Syntax {
  /**
   * Coordinated actors: "Japan, the Philippines and Prime Minister Marape".
   *
   * @param first index of the first chunk
   * @param last index after the last
   * @param members the actors
   * @param preposition the word before them; empty when there is none
   * @param start index of the chunk with that word, else of the first
   */
  record Group(int first, int last, List<Mention> members, String preposition, int start) {

    /** The same without the last member, which stands before a noun of its own. */
    Group withoutLast() {
      return new Group(first, last - 1, members.subList(0, members.size() - 1), preposition, start);
    }
  }

  /**
   * The subject of a verb.
   *
   * @param group who it is; null when it is nobody known
   * @param start index of the chunk where it begins, or the verb's
   * @param through the verb from which it is taken over; -1 when it is the verb's own
   * @param noun index of the noun that is the subject instead; -1 when there is none
   */
  record Subject(Group group, int start, int through, int noun) {}

  private final List<Token> tokens;

  private final List<Chunk> chunks;

  private final Group[] groupAt;

  private final List<Group> groups = new ArrayList<>();

  Syntax(List<Token> tokens, List<Chunk> chunks) {
    this.tokens = tokens;
    this.chunks = chunks;
    this.groupAt = new Group[chunks.size()];
    Groups coordination = new Groups(this);
    int i = 0;
    while (i < chunks.size()) {
      if (chunks.get(i).is(Kind.ACTOR)) {
        Group group = coordination.groupFrom(i);
        groups.add(group);
        for (int at = group.first; at < group.last; at++) {
          groupAt[at] = group;
        }
        i = group.last;
      } else {
        i++;
      }
    }
  }

  List<Chunk> chunks() {
    return chunks;
  }

  List<Group> groups() {
    return groups;
  }

  Chunk chunk(int i) {
    return chunks.get(i);
  }

  int size() {
    return chunks.size();
  }

  boolean is(int i, Kind kind) {
    return i >= 0 && i < chunks.size() && chunks.get(i).is(kind);
  }

  /** The first word of a chunk in lower case; empty beyond the sentence. */
  String word(int i) {
    return i >= 0 && i < chunks.size() ? tokens.get(chunks.get(i).first()).lower() : "";
  }

  /** The verb nearest before a chunk; -1 where none is. */
  int previousVerb(int at) {
    int verb = at - 1;
    while (verb >= 0 && !is(verb, Kind.VERB)) {
      verb--;
    }
    return verb;
  }

  /** Whether nothing that a verb before a chunk could take stands there. */
  boolean takesNothing(int after) {
    return after >= chunks.size()
        || is(after, Kind.OTHER)
        || is(after, Kind.COMMA)
        || is(after, Kind.PREPOSITION)
        || is(after, Kind.DATE);
  }

  /** The chunk before another one, the determiners between aside. */
  int beforeDeterminers(int at) {
    int before = at - 1;
    while (is(before, Kind.DETERMINER)) {
      before--;
    }
    return before;
  }

  /** The words of a chunk in lower case: "called off". */
  String words(int i) {
    return Words.lower(Words.join(tokens, chunks.get(i).first(), chunks.get(i).last()));
  }

  List<Token> tokens() {
    return tokens;
  }

  Group groupAt(int i) {
    return i >= 0 && i < groupAt.length ? groupAt[i] : null;
  }

  /**
   * "In those weeks Mali closed", "flew to Lima days after": a word of time is no part of the name
   * beside it.
   */
  boolean isTime(int at) {
    if (!is(at, Kind.NOUN)) {
      return false;
    }
    return switch (word(at)) {
      case "hours", "day", "days", "week", "weeks", "month", "months", "year", "years", "time" ->
          true;
      default -> false;
    };
  }

  /** Whether a verb comes right after the actor: then a comma before it begins a clause. */
  boolean verbFollows(int at) {
    int next = at + 1;
    while (is(next, Kind.ADVERB) || is(next, Kind.DATE)) {
      next++;
    }
    return is(next, Kind.VERB) || is(next, Kind.AUXILIARY) || is(next, Kind.MODAL);
  }

  /** "would be quickly and surely sanctioned": two adverbs before one verb. */
  boolean joinsAdverbs(int conjunction) {
    return is(conjunction, Kind.CONJUNCTION)
        && is(conjunction - 1, Kind.ADVERB)
        && is(conjunction + 1, Kind.ADVERB);
  }

  /** The subject of a verb. */
  Subject subject(int verb) {
    int speech = joinedSpeech(verb);
    if (speech >= 0) {
      Subject before = subject(speech, 0);
      if (before.group != null) {
        return new Subject(before.group, before.start, speech, before.noun);
      }
    }
    Subject own = subject(verb, 0);
    int before = own.group == null && own.through < 0 ? joinedPast(verb) : -1;
    if (before < 0) {
      return own;
    }
    if (is(before, Kind.ACTOR)) {
      return new Subject(groupAt[before], groupAt[before].first, before, -1);
    }
    Subject shared = subject(before, 0);
    return new Subject(shared.group, shared.start, before, shared.noun);
  }

  /**
   * "X welcomed efforts to make peace, and discussed the pact": the verb that tells what was done
   * before, whose subject goes on, or who "is" something before; -1 when nothing is joined so.
   */
  private int joinedPast(int verb) {
    int at = verb - 1;
    while (is(at, Kind.ADVERB) || is(at, Kind.AUXILIARY) || is(at, Kind.NEGATION)) {
      at--;
    }
    boolean past = chunk(verb).has(Trigger.Form.PAST) || is(verb - 1, Kind.AUXILIARY);
    if (!past || !is(at, Kind.CONJUNCTION) || word(at).equals("or")) {
      return -1;
    }
    for (int k = at - 1; k > 0; k--) {
      if (is(k, Kind.BREAK)) {
        return -1;
      }
      boolean acts = is(k - 1, Kind.ACTOR) && groupAt[k - 1].preposition.isEmpty();
      if (acts && is(k, Kind.AUXILIARY)) {
        return k - 1;
      }
      if (is(k, Kind.VERB) && (acts || isToldAsPast(k) && !isPassive(k))) {
        return acts ? k - 1 : k;
      }
    }
    return -1;
  }

  /**
   * "X recalled that A did so, and stressed that", "X said that A did so, adding that": who speaks
   * on is who spoke before.
   */
  private int joinedSpeech(int verb) {
    int at = verb - 1;
    while (is(at, Kind.ADVERB)) {
      at--;
    }
    boolean joined = is(at, Kind.CONJUNCTION) && isSpeech(verb);
    boolean besides =
        is(at, Kind.COMMA)
            && chunk(verb).hasOnly(Trigger.Form.GERUND)
            && chunk(verb).tells(EventType.STATEMENT);
    if (!joined && !besides) {
      return -1;
    }
    for (int k = at - 1; k >= 0; k--) {
      boolean another = besides && is(k, Kind.COMMA) && isClauseAhead(k) && !is(k + 2, Kind.VERB);
      if (is(k, Kind.BREAK) || another) {
        return -1;
      }
      if (is(k, Kind.VERB) && isSpeech(k)) {
        return k;
      }
    }
    return -1;
  }

  /** "invited X to go": who is asked to act is who would act. */
  boolean isAsking(int verb) {
    return chunk(verb)
        .has(
            t ->
                t.frame().type() == EventType.STATEMENT
                    && !t.frame().needs(Frame.Requirement.CLAUSE)
                    && !t.frame().needs(Frame.Requirement.QUOTE));
  }

  /** "said", "says": a verb that reports what somebody said. */
  boolean isSpeech(int verb) {
    return chunk(verb)
        .has(
            t ->
                t.frame().type() == EventType.STATEMENT
                    && (t.form() == Trigger.Form.PAST || t.form() == Trigger.Form.THIRD));
  }

  private Subject subject(int verb, int depth) {
    int k = verb - 1;
    boolean gerund = chunk(verb).hasOnly(Trigger.Form.GERUND);
    if (gerund && is(k, Kind.ACTOR)) {
      // "an attack in Peru targeting", "a letter to Ana Example describing": not who stands before.
      int before = groupAt[k].start - 1;
      boolean where =
          (isWhere(groupAt[k]) || groupAt[k].preposition.equals("to"))
              && (is(before, Kind.EVENT_NOUN) || is(before, Kind.NOUN));
      return where
          ? new Subject(null, before, -1, before)
          : new Subject(groupAt[k], groupAt[k].first, -1, -1);
    }
    if (k == 0 && word(0).equals("having")) {
      return afterComma(verb);
    }
    int subject = k;
    while (is(subject, Kind.AUXILIARY)
        || is(subject, Kind.MODAL)
        || is(subject, Kind.ADVERB)
        || is(subject, Kind.NEGATION)) {
      subject--;
    }
    if (!gerund && is(subject, Kind.COMMA)) {
      Group apposed = apposed(subject);
      if (apposed != null) {
        return new Subject(apposed, apposed.first, -1, -1);
      }
    }
    boolean joined = gerund || isListed(verb);
    int resumed = resumed(subject);
    k = resumed >= 0 ? resumed : k;
    joined |= resumed >= 0;
    while (k >= 0 && depth < 6) {
      Chunk chunk = chunks.get(k);
      joined |= chunk.is(Kind.TO) || chunk.is(Kind.CONJUNCTION) || chunk.is(Kind.BREAK);
      switch (chunk.kind()) {
        case CLOSE -> k = matching(k, Kind.OPEN) - 1;
        case DASH -> k = matching(k, Kind.DASH) - 1;
        case QUOTE -> k = matching(k, Kind.QUOTE) - 1;
        case ACTOR -> {
          Group group = groupAt[k];
          int verbBefore = joined ? verbBefore(group.first) : -1;
          if (isFirstTo(verb, nounPhraseStart(group.first))) {
            k = nounPhraseStart(group.first) - 1;
          } else if (verbBefore >= 0 && isAsking(verbBefore) && !gerund) {
            return new Subject(group, verb, verbBefore, -1);
          } else if (verbBefore >= 0) {
            k = verbBefore;
          } else if (group.preposition.isEmpty()
              || k == resumed && isTimeClause(group.preposition)) {
            return new Subject(group, group.first, -1, -1);
          } else {
            k = group.start - 1;
          }
        }
        case NOUN, EVENT_NOUN -> {
          int start = nounPhraseStart(k);
          if (joined
              && start == k
              && is(k, Kind.NOUN)
              && (is(k - 1, Kind.AUXILIARY) || is(k - 1, Kind.NEGATION))) {
            k--;
          } else if (isCompany(start)) {
            k = start - 2;
          } else if (is(start - 1, Kind.PREPOSITION)) {
            k = start - 2;
          } else if (joined && (is(start - 1, Kind.VERB) || is(start - 1, Kind.TO))) {
            k = start - 1;
          } else if (isFirstTo(verb, start)) {
            k = start - 1;
          } else if (is(start - 1, Kind.VERB)
              && is(start - 2, Kind.TO)
              && is(start - 3, Kind.EVENT_NOUN)) {
            k = start - 3;
          } else if (is(start - 1, Kind.COMMA) && is(verb - 1, Kind.COMMA) && start >= 2) {
            k = start - 2;
          } else {
            return new Subject(null, start, -1, k);
          }
        }
        case SUBORDINATOR -> {
          return relative(verb, k, depth);
        }
        case VERB -> {
          Subject before = subject(k, depth + 1);
          Group after = gerund && before.group == null && isSpeech(k) ? groupAt(k + 1) : null;
          return after == null
              ? new Subject(before.group, before.start, k, before.noun)
              : new Subject(after, after.first, k, -1);
        }
        case PRONOUN -> {
          return new Subject(null, k, -1, -1);
        }
        default -> k--;
      }
    }
    return new Subject(null, verb, -1, -1);
  }

  /**
   * "reviewed the aid, which A has paid, and agreed", "the firm, which A has banned, closed": the
   * chunk before the relative clause that ends with the comma before a conjunction or verb; -1 when
   * there is none.
   */
  private int resumed(int before) {
    int end = is(before, Kind.CONJUNCTION) ? before - 1 : before;
    if (!is(end, Kind.COMMA)) {
      return -1;
    }
    for (int at = end - 1; at > 0; at--) {
      if (is(at, Kind.BREAK) || is(at, Kind.COMMA)) {
        return -1;
      }
      boolean relative =
          switch (word(at)) {
            case "which", "who", "whom", "whose", "where" -> is(at, Kind.SUBORDINATOR);
            default -> false;
          };
      if (relative) {
        int comma = is(at - 1, Kind.PREPOSITION) ? at - 2 : at - 1;
        return is(comma, Kind.COMMA) ? comma - 1 : -1;
      }
    }
    return -1;
  }

  /** "before A, who was there, took office": the word opens a clause. */
  private static boolean isTimeClause(String preposition) {
    return switch (preposition) {
      case "after", "before", "since", "until" -> true;
      default -> false;
    };
  }

  /** "imposed a ban, closed borders, froze assets and left": a verb in a row of such. */
  private boolean isListed(int verb) {
    if (!is(verb - 1, Kind.COMMA) || !isFinite(verb) || isPassive(verb)) {
      return false;
    }
    for (int at = verb - 2; at >= 0; at--) {
      if (is(at, Kind.SUBORDINATOR) || is(at, Kind.BREAK) || is(at, Kind.QUOTE)) {
        return false;
      }
      if (is(at, Kind.VERB)) {
        return isFinite(at) && !isPassive(at);
      }
    }
    return false;
  }

  private boolean isFinite(int verb) {
    return chunk(verb)
        .has(
            t ->
                t.form() == Trigger.Form.PAST
                    || t.form() == Trigger.Form.PARTICIPLE
                    || t.form() == Trigger.Form.THIRD);
  }

  /**
   * "X, the foreign minister, signed", "his counterpart, Mr X, signed", "X, who was there, left":
   * the subject goes on after it.
   */
  private boolean closesInsertion(int comma) {
    if (is(comma - 1, Kind.ACTOR) && holdsComma(chunk(comma - 1))) {
      return true;
    }
    for (int at = comma - 1; at > 0; at--) {
      if (is(at, Kind.BREAK) || is(at, Kind.QUOTE)) {
        return false;
      }
      if (is(at, Kind.COMMA)) {
        boolean relative = word(at + 1).equals("who") || word(at + 1).equals("which");
        boolean office = false;
        boolean named = false;
        for (int i = at + 1; i < comma; i++) {
          named |= is(i, Kind.ACTOR) && chunk(i).mention().is(Mention.Kind.PERSON);
          office |= is(i, Kind.ACTOR) && chunk(i).mention().is(Mention.Kind.ROLE);
        }
        return relative
            || (office || named) && is(at - 1, Kind.ACTOR)
            || named && is(at - 1, Kind.NOUN);
      }
    }
    return false;
  }

  /**
   * "X, back in office after two years, refused": whom an insertion before a verb tells more of.
   */
  private Group apposed(int comma) {
    boolean first = true;
    for (int at = comma - 1; at > 0; at--) {
      if (is(at, Kind.QUOTE) || is(at, Kind.BREAK)) {
        return null;
      }
      boolean opens = is(at, Kind.COMMA) && is(at - 1, Kind.ACTOR);
      if (opens && verbBefore(groupAt[at - 1].first) < 0) {
        Group whole = groupAt[at - 1];
        Group head = is(whole.start - 1, Kind.ACTOR) ? groupAt[whole.start - 1] : null;
        boolean located =
            head != null
                && head != whole
                && head.preposition.isEmpty()
                && Fillers.isPlaceWord(whole.preposition)
                && word(at + 1).endsWith("ing");
        if (located) {
          return head;
        }
      }
      if (opens
          && toldOf(groupAt[at - 1].first) == null
          && groupAt[at - 1].preposition.isEmpty()
          && groupAt[at - 1] != groupAt[at + 1]
          && (verbBefore(groupAt[at - 1].first) < 0
              || first && isSpeech(verbBefore(groupAt[at - 1].first)))) {
        return groupAt[at - 1];
      }
      first &= !is(at, Kind.COMMA);
    }
    return null;
  }

  /** Index of the verb whose object begins at a chunk; -1 when no verb stands before it. */
  private int verbBefore(int first) {
    int at = first - 1;
    while (is(at, Kind.DETERMINER) || is(at, Kind.ADVERB) || is(at, Kind.NOUN)) {
      at--;
    }
    return is(at, Kind.VERB) ? at : -1;
  }

  /** "a scholar in Lima who": a place is nobody who does anything. */
  private static boolean isWhere(Group group) {
    return Fillers.isPlaceWord(group.preposition)
        && group.members.stream().allMatch(m -> Fillers.asPlace(m) != null);
  }

  private Subject relative(int verb, int k, int depth) {
    String word = word(k);
    boolean pronoun = word.equals("who") || word.equals("which") || word.equals("that");
    if (pronoun && k > 0) {
      int at = k - 1;
      while (at >= 0 && (is(at, Kind.COMMA) || is(at, Kind.CLOSE) || is(at, Kind.QUOTE))) {
        at = is(at, Kind.CLOSE) ? matching(at, Kind.OPEN) - 1 : at - 1;
      }
      if (is(at, Kind.PREPOSITION) && (is(at - 1, Kind.EVENT_NOUN) || is(at - 1, Kind.NOUN))) {
        return new Subject(null, at - 1, -1, at - 1);
      }
      Group told = word.equals("who") ? toldOf(at) : null;
      if (told != null) {
        return new Subject(told, told.first, -1, -1);
      }
      boolean inPhrase = is(at, Kind.ACTOR) && !groupAt[at].preposition.isEmpty();
      boolean somebody = inPhrase && word.equals("who") && isWhere(groupAt[at]);
      int whose = somebody ? groupAt[at].start - 1 : -1;
      if (is(whose, Kind.NOUN)) {
        return new Subject(null, whose, -1, whose);
      }
      if (is(whose, Kind.ACTOR)) {
        return new Subject(groupAt[whose], groupAt[whose].first, -1, -1);
      }
      if (inPhrase && isPassive(verb) && is(groupAt[at].start - 1, Kind.EVENT_NOUN)) {
        return new Subject(null, k, -1, groupAt[at].start - 1);
      }
      if (is(at, Kind.ACTOR) && !(inPhrase && word.equals("that"))) {
        return new Subject(groupAt[at], groupAt[at].first, -1, -1);
      }
      if (is(at, Kind.VERB)) {
        return subject(at, depth + 1);
      }
      return new Subject(null, k, -1, at);
    }
    int at = k - 1;
    while (at >= 0 && !is(at, Kind.VERB)) {
      at--;
    }
    if (at >= 0) {
      Subject before = subject(at, depth + 1);
      return new Subject(before.group, verb, at, before.noun);
    }
    return afterComma(verb);
  }

  /** "Ana Example, a lawyer from Lima who": of whom a phrase tells; null when that is nobody. */
  private Group toldOf(int last) {
    int at = last;
    while (isInPhrase(at)) {
      at--;
    }
    boolean told =
        at < last
            && is(at, Kind.COMMA)
            && is(at + 1, Kind.DETERMINER)
            && is(at - 1, Kind.ACTOR)
            && chunk(at - 1).mention().is(Mention.Kind.PERSON);
    return told ? groupAt[at - 1] : null;
  }

  private boolean isInPhrase(int at) {
    return at >= 0
        && switch (chunk(at).kind()) {
          case ACTOR -> !chunk(at).mention().is(Mention.Kind.PERSON);
          case NOUN, EVENT_NOUN, HYPHEN, DETERMINER, ADVERB, DATE, POSSESSIVE, PREPOSITION -> true;
          default -> false;
        };
  }

  /** In "After meeting X, Y flew home" the subject follows. */
  private Subject afterComma(int verb) {
    for (int at = verb + 1; at < chunks.size(); at++) {
      if (is(at, Kind.COMMA)) {
        int name = at + 1;
        while (is(name, Kind.DETERMINER) || is(name, Kind.ADVERB)) {
          name++;
        }
        if (is(name, Kind.ACTOR)) {
          return new Subject(groupAt[name], verb, -1, -1);
        }
      }
      if (is(at, Kind.BREAK)) {
        break;
      }
    }
    return new Subject(null, verb, -1, -1);
  }

  /** "A was the first leader to visit": the noun is what A is. */
  private boolean isFirstTo(int verb, int start) {
    boolean copula =
        switch (word(start - 1)) {
          case "is", "was", "are", "were" -> is(start - 1, Kind.AUXILIARY);
          case "be" -> is(start - 2, Kind.MODAL);
          default -> false;
        };
    boolean ordinal = false;
    for (int at = start; copula && at < verb; at++) {
      ordinal |=
          switch (word(at)) {
            case "first", "second", "third", "last", "latest", "only", "next" -> true;
            default -> false;
          };
    }
    return ordinal && is(verb - 1, Kind.TO) && is(start, Kind.DETERMINER);
  }

  /** "A and her husband arrived": who is not named goes with who is. */
  private boolean isCompany(int start) {
    return is(start - 1, Kind.CONJUNCTION)
        && is(start - 2, Kind.ACTOR)
        && groupAt[start - 2].preposition.isEmpty()
        && switch (word(start)) {
          case "his", "her", "their" -> true;
          default -> false;
        };
  }

  /** The chunk of the same kind that opens what this one closes; 0 when there is none. */
  private int matching(int k, Kind opening) {
    for (int at = k - 1; at >= 0; at--) {
      if (is(at, opening)) {
        return at;
      }
    }
    return opening == Kind.OPEN ? 0 : k;
  }

  /** Index of the chunk where the noun phrase around a noun begins. */
  int nounPhraseStart(int noun) {
    int at = noun;
    while (at > 0) {
      Chunk before = chunks.get(at - 1);
      boolean inside =
          switch (before.kind()) {
            case NOUN, HYPHEN, POSSESSIVE, EVENT_NOUN -> true;
            case CLOSE ->
                is(at, Kind.EVENT_NOUN) && is(at - 3, Kind.OPEN)
                    || is(at, Kind.NOUN) && is(at - 3, Kind.OPEN);
            case ACTOR -> is(at, Kind.POSSESSIVE) || is(at, Kind.HYPHEN) || adjacent(at - 1, at);
            case PRONOUN -> is(at, Kind.HYPHEN);
            case DATE -> is(at, Kind.POSSESSIVE) || isPremodifyingDate(at - 1);
            case CONJUNCTION -> isAdjectiveRow(at);
            case ADVERB -> at - 2 >= 0 && is(at - 2, Kind.DETERMINER);
            case DETERMINER -> is(at - 2, Kind.POSSESSIVE);
            case PREPOSITION -> isMoreThan(at - 1);
            default -> false;
          };
      if (!inside) {
        break;
      }
      at--;
      if (is(at, Kind.CLOSE)) {
        at = matching(at, Kind.OPEN);
      }
      while (is(at, Kind.ACTOR) && joinsPremodifier(at)) {
        at -= is(at - 2, Kind.ACTOR) ? 2 : 3;
      }
    }
    while (at > 0 && is(at - 1, Kind.DETERMINER)) {
      at--;
    }
    return at;
  }

  /** "more than 200 people". */
  private boolean isMoreThan(int than) {
    return word(than).equals("than")
        && switch (word(than - 1)) {
          case "more", "fewer", "less" -> true;
          default -> false;
        };
  }

  /** "Japanese and South Korean", "US, Japanese and": names in a row before a noun. */
  private boolean joinsPremodifier(int at) {
    int before = is(at - 1, Kind.CONJUNCTION) && is(at - 2, Kind.COMMA) ? at - 3 : at - 2;
    boolean joined =
        is(at - 1, Kind.CONJUNCTION) || is(at - 1, Kind.COMMA) || is(at - 1, Kind.HYPHEN);
    return joined
        && is(before, Kind.ACTOR)
        && before + 2 >= at - 1
        && chunk(before).mention().kind() == chunk(at).mention().kind()
        && !chunk(at).mention().is(Mention.Kind.PERSON)
        && !chunk(at).mention().is(Mention.Kind.PLACE);
  }

  private boolean adjacent(int a, int b) {
    return chunks.get(a).last() == chunks.get(b).first();
  }

  private boolean isPremodifyingDate(int i) {
    return is(i - 1, Kind.DETERMINER)
        || is(i - 1, Kind.POSSESSIVE)
        || is(i - 1, Kind.ACTOR)
        || i == 0
        || is(i - 1, Kind.PREPOSITION);
  }

  private boolean isAdjectiveRow(int at) {
    return at >= 2
        && is(at - 2, Kind.NOUN)
        && is(at, Kind.NOUN)
        && at >= 3
        && (is(at - 3, Kind.DETERMINER) || is(at - 3, Kind.POSSESSIVE));
  }

  /** Index after the clause that a chunk is in. */
  int clauseEnd(int i) {
    int at = i + 1;
    while (at < chunks.size()) {
      Chunk chunk = chunks.get(at);
      if (chunk.is(Kind.BREAK) || chunk.is(Kind.DASH)) {
        return at;
      }
      if (chunk.is(Kind.SUBORDINATOR) && at > i + 1) {
        return at;
      }
      if (chunk.is(Kind.VERB)
          && at > i + 1
          && (is(at - 1, Kind.COMMA) || is(at - 1, Kind.CONJUNCTION))) {
        return at - 1;
      }
      if (chunk.is(Kind.COMMA) && isClauseAhead(at)) {
        return at;
      }
      at++;
    }
    return at;
  }

  /** Whether a finite verb with its own subject follows soon after a comma. */
  private boolean isClauseAhead(int comma) {
    int at = comma + 1;
    if (is(at, Kind.CONJUNCTION)) {
      at++;
    }
    while (is(at, Kind.DETERMINER) || is(at, Kind.ADVERB) || is(at, Kind.NOUN)) {
      at++;
    }
    return is(at, Kind.ACTOR) && verbFollows(groupAt[at].last - 1) || is(at, Kind.VERB);
  }

  private boolean holdsComma(Chunk chunk) {
    for (int i = chunk.first(); i < chunk.last(); i++) {
      if (tokens.get(i).is(",")) {
        return true;
      }
    }
    return false;
  }

  /** "a union proposed by Peru": a participle that tells more of the noun before it. */
  boolean isReduced(int verb) {
    boolean participle = chunk(verb).has(Trigger.Form.PARTICIPLE);
    return participle
        && (is(verb - 1, Kind.NOUN) || is(verb - 1, Kind.EVENT_NOUN))
        && (is(verb + 1, Kind.PREPOSITION) || is(verb + 1, Kind.DATE));
  }

  /** "promised", "had agreed": a past tense, and no participle of a modal or passive. */
  boolean isToldAsPast(int verb) {
    int at = verb - 1;
    while (is(at, Kind.ADVERB) || is(at, Kind.NEGATION)) {
      at--;
    }
    boolean past = chunk(verb).has(Trigger.Form.PAST);
    return past
        && !is(at, Kind.MODAL)
        && !is(at, Kind.TO)
        && (!is(at, Kind.AUXILIARY) || word(at).startsWith("ha"));
  }

  /** Whether a verb is used in the passive voice, its participle alone included. */
  boolean isPassive(int verb) {
    int at = verb - 1;
    while (is(at, Kind.ADVERB) || is(at, Kind.NEGATION) || joinsAdverbs(at)) {
      at--;
    }
    boolean gerund = chunk(verb).hasOnly(Trigger.Form.GERUND);
    if (gerund) {
      return false;
    }
    if (is(at, Kind.AUXILIARY)) {
      return switch (word(at)) {
        case "is", "are", "was", "were", "be", "been", "being" -> true;
        default -> false;
      };
    }
    boolean reduced =
        is(at, Kind.NOUN) || is(at, Kind.EVENT_NOUN) || is(at, Kind.COMMA) && !closesInsertion(at);
    boolean speaks = isSpeech(verb) && !word(verb + 1).equals("by");
    return reduced
        && !speaks
        && (is(verb + 1, Kind.PREPOSITION) && !word(verb + 1).equals("with")
            || is(verb + 1, Kind.SUBORDINATOR)
            || is(verb + 1, Kind.DATE)
            || verb + 1 == chunks.size()
            || is(verb + 1, Kind.OTHER))
        && chunk(verb).has(Trigger.Form.PARTICIPLE);
  }
}
