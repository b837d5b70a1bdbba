package org.entente.extract;

import java.util.ArrayList;
import java.util.List;
import org.entente.extract.Chunk.Kind;

/** Puts coordinated actors together: "Japan, the Philippines and Prime Minister Marape". */
final class Groups {
  private final Syntax syntax;

  Groups(Syntax syntax) {
    this.syntax = syntax;
  }

  Syntax.Group groupFrom(int i) {
    List<Mention> members = new ArrayList<>();
    int at = i;
    int last = i + 1;
    while (at < syntax.size() && syntax.chunk(at).is(Kind.ACTOR)) {
      Mention mention = syntax.chunk(at).mention();
      int next = at + 1;
      if (syntax.is(next, Kind.POSSESSIVE) && syntax.is(next + 1, Kind.ACTOR)) {
        Mention owned = syntax.chunk(next + 1).mention();
        boolean body =
            mention.is(Mention.Kind.PERSON)
                && owned.is(Mention.Kind.BODY)
                && owned.states().isEmpty();
        if (body) {
          members.add(mention);
          last = next + 2;
          break;
        }
        boolean unit =
            mention.is(Mention.Kind.STATE)
                && (owned.is(Mention.Kind.UNKNOWN) || owned.is(Mention.Kind.NAME));
        if (unit) {
          members.add(mention);
          last = next + 2;
          break;
        }
        at = next + 1;
        continue;
      }
      if (syntax.is(next, Kind.ACTOR) && isOwnForce(mention, syntax.chunk(next).mention())) {
        members.add(mention);
        last = next + 1;
        break;
      }
      if (syntax.is(next, Kind.ACTOR) && isTheirs(mention, syntax.chunk(next).mention())) {
        members.add(mention);
        last = next + 1;
        int joined = afterConnector(last);
        if (joined < 0) {
          break;
        }
        at = joined;
        continue;
      }
      if (syntax.is(next, Kind.ACTOR) && isModifierOf(mention, syntax.chunk(next).mention())) {
        at = next;
        continue;
      }
      Mention body = bodyOf(mention, next);
      members.add(body == null ? mention : body);
      last = next;
      next = skipAttachment(next);
      int joined = afterConnector(next);
      if (joined < 0) {
        break;
      }
      at = joined;
    }
    String preposition = "";
    int start = i;
    int before = i - 1;
    boolean after = syntax.isTime(before);
    while (!after
        && (syntax.is(before, Kind.DETERMINER)
            || syntax.is(before, Kind.NOUN)
            || syntax.is(before, Kind.ADVERB)
            || syntax.is(before, Kind.HYPHEN))) {
      before--;
    }
    if (syntax.is(before, Kind.CONJUNCTION) && !syntax.verbFollows(Math.max(last, i + 1) - 1)) {
      int conjunct = before - 1;
      while (syntax.is(conjunct, Kind.NOUN)
          || syntax.is(conjunct, Kind.DETERMINER)
          || syntax.is(conjunct, Kind.ACTOR)) {
        conjunct--;
      }
      before = syntax.is(conjunct, Kind.PREPOSITION) && conjunct < before - 1 ? conjunct : before;
    }
    if (syntax.is(before, Kind.PREPOSITION)) {
      preposition = syntax.word(before);
      start = before;
    }
    return new Syntax.Group(i, Math.max(last, i + 1), List.copyOf(members), preposition, start);
  }

  /** "Hezbollah fighters": who belongs to an organisation acts for it. */
  private static boolean isOwnForce(Mention first, Mention second) {
    return first.is(Mention.Kind.ORGANISATION)
        && second.is(Mention.Kind.BODY)
        && second.states().isEmpty();
  }

  /**
   * "the leaders of the African Union", "officials of both countries": who they are is not told, of
   * what they are is.
   */
  private Mention bodyOf(Mention mention, int next) {
    boolean several =
        mention.is(Mention.Kind.ROLE)
            && mention.plural()
            && mention.states().isEmpty()
            && (syntax.word(next).equals("of") || syntax.word(next).equals("from"));
    int name = syntax.is(next + 1, Kind.DETERMINER) ? next + 2 : next + 1;
    Mention whole = several && syntax.is(name, Kind.ACTOR) ? syntax.chunk(name).mention() : null;
    boolean told =
        whole != null
            && (whole.is(Mention.Kind.ORGANISATION)
                || whole.is(Mention.Kind.PRONOUN) && whole.name().equals("sides"));
    return told ? whole : null;
  }

  /** "ASEAN leaders": an organisation's. */
  private static boolean isTheirs(Mention first, Mention second) {
    return first.is(Mention.Kind.ORGANISATION)
        && second.is(Mention.Kind.ROLE)
        && second.plural()
        && second.states().isEmpty();
  }

  private static boolean isModifierOf(Mention first, Mention second) {
    boolean counterpart =
        first.is(Mention.Kind.ROLE) && !first.plural() && second.is(Mention.Kind.PERSON);
    return counterpart
        || !first.is(Mention.Kind.PERSON)
            && second.canAct()
            && !second.is(Mention.Kind.PRONOUN)
            && (first.is(Mention.Kind.DEMONYM)
                || first.is(Mention.Kind.BODY) && second.is(Mention.Kind.PERSON)
                || first.is(Mention.Kind.ORGANISATION)
                || first.is(Mention.Kind.UNKNOWN)
                || first.is(Mention.Kind.STATE));
  }

  /** Past "of Japan", "(ROK)" and the like, which belong to the actor before them. */
  private int skipAttachment(int i) {
    int at = i;
    if (syntax.word(at).equals("of")
        || syntax.word(at).equals("from") && syntax.is(at, Kind.PREPOSITION)) {
      int name = syntax.is(at + 1, Kind.DETERMINER) ? at + 2 : at + 1;
      if (syntax.is(name, Kind.ACTOR) && !syntax.chunk(name).mention().is(Mention.Kind.PERSON)) {
        at = name + 1;
      }
    }
    if (syntax.is(at, Kind.OPEN)) {
      for (int close = at + 1; close < Math.min(syntax.size(), at + 8); close++) {
        if (syntax.is(close, Kind.CLOSE)) {
          return close + 1;
        }
      }
    }
    return at;
  }

  /** Index of the next coordinated actor after a comma, conjunction or "as well as"; -1 if none. */
  private int afterConnector(int i) {
    int at = i;
    boolean connected = false;
    for (int steps = 0; steps < 4 && at < syntax.size(); steps++) {
      String word = syntax.word(at);
      boolean asWellAs =
          word.equals("as")
              && syntax.word(at + 1).equals("well")
              && syntax.word(at + 2).equals("as");
      boolean togetherWith =
          (word.equals("together") || word.equals("along")) && syntax.word(at + 1).equals("with");
      if (asWellAs) {
        at += 3;
        connected = true;
      } else if (togetherWith || word.equals("alongside")) {
        at += togetherWith ? 2 : 1;
        connected = true;
      } else if (syntax.is(at, Kind.COMMA)
          || syntax.is(at, Kind.HYPHEN)
          || syntax.is(at, Kind.CONJUNCTION) && !word.equals("but")) {
        at++;
        connected = true;
      } else {
        break;
      }
    }
    while (connected
        && (syntax.is(at, Kind.DETERMINER) || syntax.word(at).equals("with") && at == i + 1)) {
      at++;
    }
    if (!connected || !syntax.is(at, Kind.ACTOR)) {
      return -1;
    }
    boolean comma =
        syntax.is(i, Kind.COMMA)
            && at > i
            && !syntax.is(at - 1, Kind.CONJUNCTION)
            && !(syntax.is(at - 2, Kind.CONJUNCTION) && syntax.is(at - 1, Kind.DETERMINER));
    if (comma && (inPlace(i) && !sameState(i, at) && !isList(at) || isTold(i, at))) {
      return -1;
    }
    boolean ownClause =
        syntax.is(at - 1, Kind.COMMA)
            || syntax.is(i, Kind.COMMA) && syntax.is(at - 1, Kind.CONJUNCTION);
    return ownClause && syntax.verbFollows(at) && !listContinues(i, at) ? -1 : at;
  }

  /** "Ana Example, a Peruvian lawyer", "Ana Example, the party's leader": what is told of one. */
  private boolean isTold(int comma, int at) {
    String article = syntax.word(at - 1);
    boolean one = article.equals("a") || article.equals("an");
    return syntax.is(comma - 1, Kind.ACTOR)
        && (one
            || syntax.chunk(comma - 1).mention().is(Mention.Kind.PERSON)
                && !syntax.chunk(at).mention().is(Mention.Kind.PERSON)
                && !syntax.chunk(at).mention().is(Mention.Kind.ROLE)
                && listed(at) < 0);
  }

  /** Whether the actor before a comma stands in a phrase of place. */
  private boolean inPlace(int comma) {
    int at = comma - 1;
    while (at > 0
        && (syntax.is(at, Kind.ACTOR)
            || syntax.is(at, Kind.DETERMINER)
            || syntax.is(at, Kind.DATE))) {
      at--;
    }
    return syntax.is(at, Kind.PREPOSITION) && Fillers.isPlaceWord(syntax.word(at));
  }

  /** Whether more of the list follows: "Japan, and New Zealand". */
  private boolean isList(int at) {
    int next = listed(at);
    return next >= 0 && syntax.chunk(next).mention().kind() == syntax.chunk(at).mention().kind();
  }

  /** Index of the actor that "and" puts after another, with a comma or without; -1 if none. */
  private int listed(int at) {
    int next = at + 1;
    boolean conjunction = false;
    while (syntax.is(next, Kind.COMMA)
        || syntax.is(next, Kind.CONJUNCTION)
        || syntax.is(next, Kind.DETERMINER)) {
      conjunction |= syntax.is(next, Kind.CONJUNCTION);
      next++;
    }
    return conjunction && syntax.is(next, Kind.ACTOR) ? next : -1;
  }

  private boolean sameState(int comma, int at) {
    if (!syntax.is(comma - 1, Kind.ACTOR)) {
      return false;
    }
    Mention before = syntax.chunk(comma - 1).mention();
    Mention after = syntax.chunk(at).mention();
    boolean place = before.is(Mention.Kind.PLACE) && after.is(Mention.Kind.STATE);
    return place || !before.states().isEmpty() && before.states().equals(after.states());
  }

  private boolean listContinues(int connector, int at) {
    return syntax.is(connector, Kind.COMMA)
        && syntax.is(at - 1, Kind.CONJUNCTION)
        && earlierComma(connector);
  }

  private boolean earlierComma(int connector) {
    int at = syntax.is(connector - 2, Kind.DETERMINER) ? connector - 3 : connector - 2;
    return syntax.is(at, Kind.COMMA);
  }
}
