package org.entente.extract;

import java.util.ArrayList;
import java.util.List;

/** Joins an office and a name that stand beside each other: "Zambia's president, Ana Example". */
final class Appositions {

  private Appositions() {}

  /** "Zambia's president, Ana Example" and "Ana Example, the Zambian president": one person. */
  static List<Mention> apposed(List<Token> tokens, List<Mention> mentions) {
    List<Mention> out = new ArrayList<>(mentions);
    for (int i = 0; i + 1 < out.size(); i++) {
      Mention a = out.get(i);
      Mention b = out.get(i + 1);
      int gap = b.first() - a.last();
      if (gap == 0 && isBodyOfState(a) && b.is(Mention.Kind.ROLE) && b.states().isEmpty()) {
        out.set(i + 1, b.spanning(a.first(), b.last()).of(a.states()));
        out.remove(i);
        i--;
        continue;
      }
      if (isSeated(tokens, a, b)) {
        out.set(i, a.spanning(a.first(), b.last()).of(b.states()));
        out.remove(i + 1);
        i--;
        continue;
      }
      if (isLed(tokens, a, b)) {
        out.set(i + 1, b.spanning(a.first(), b.last()).of(a.states()));
        out.remove(i);
        i--;
        continue;
      }
      boolean holder =
          gap == 0
              && isOffice(a)
              && !a.states().isEmpty()
              && (b.is(Mention.Kind.PERSON) || b.is(Mention.Kind.NAME))
              && isUntitled(b);
      if (holder) {
        out.set(i + 1, joined(a.first(), b.last(), b, a));
        out.remove(i);
        i--;
        continue;
      }
      boolean comma =
          gap >= 1
              && tokens.get(a.last()).is(",")
              && (gap == 1
                  || gap == 2
                      && (tokens.get(b.first() - 1).is("the")
                          || tokens.get(b.first() - 1).is("a")));
      boolean beside =
          gap == 0
              && a.is(Mention.Kind.PERSON)
              && isOffice(b)
              && !b.states().isEmpty()
              && tokens.get(b.first()).is("the");
      if (beside) {
        out.set(i, joined(a.first(), b.last(), a, b));
        out.remove(i + 1);
        i--;
        continue;
      }
      boolean shared =
          a.is(Mention.Kind.PERSON)
              && a.plural()
              && gap == 1
              && (tokens.get(a.last()).is("and") || tokens.get(a.last()).is(","))
              && (b.is(Mention.Kind.UNKNOWN)
                  || b.is(Mention.Kind.NAME)
                  || b.is(Mention.Kind.PERSON))
              && isUntitled(b);
      if (shared) {
        out.set(i + 1, sharing(a, b));
        continue;
      }
      if ((a.is(Mention.Kind.PERSON) || a.is(Mention.Kind.NAME))
          && isOffice(b)
          && isCopula(tokens, a.last(), b.first())) {
        out.set(i, joined(a.first(), a.last(), a, b));
        continue;
      }
      if (!comma) {
        continue;
      }
      if (gap == 1 && a.is(Mention.Kind.PERSON) && isLetters(tokens, b)) {
        out.set(i, a.spanning(a.first(), b.last()));
        out.remove(i + 1);
        i--;
        continue;
      }
      boolean named =
          b.is(Mention.Kind.PERSON)
              || (b.is(Mention.Kind.UNKNOWN) || b.is(Mention.Kind.NAME)) && gap == 1;
      boolean forState =
          i > 0
              && !isOffice(a)
              && !a.is(Mention.Kind.PERSON)
              && isOffice(out.get(i - 1))
              && isOfLink(tokens, out.get(i - 1), a);
      if (forState && named && gap == 1 && isUntitled(b) && closes(tokens, b.last())) {
        out.set(i + 1, joined(out.get(i - 1).first(), b.last(), b, out.get(i - 1)));
        out.remove(i);
        out.remove(i - 1);
        i -= 2;
        continue;
      }
      if (isOffice(a) && named && gap == 1 && isUntitled(b) && closes(tokens, b.last())) {
        boolean deputy = i > 0 && isOffice(out.get(i - 1)) && isOfLink(tokens, out.get(i - 1), a);
        Mention office = deputy ? out.get(i - 1) : a;
        out.set(i + 1, joined(office.first(), b.last(), b, office));
        out.remove(i);
        if (deputy) {
          out.remove(i - 1);
          i--;
        }
        i--;
      } else if ((a.is(Mention.Kind.PERSON) || a.is(Mention.Kind.NAME) || isFullName(tokens, a))
          && isOffice(b)
          && closes(tokens, b.last())) {
        out.set(i, joined(a.first(), a.last(), a, b));
      }
    }
    return out;
  }

  /** "Ana Example, the foreign minister,": two or three capitalised words before an office. */
  private static boolean isFullName(List<Token> tokens, Mention mention) {
    int words = mention.last() - mention.first();
    boolean name = mention.is(Mention.Kind.UNKNOWN) && words > 1 && words < 4;
    for (int at = mention.first(); name && at < mention.last(); at++) {
      name = tokens.get(at).isCapital();
    }
    return name;
  }

  /** "the Peruvian Foreign Ministry spokesman", "a Kremlin official": whose office it is. */
  private static boolean isBodyOfState(Mention mention) {
    return (mention.is(Mention.Kind.BODY) || mention.is(Mention.Kind.METONYM))
        && !mention.states().isEmpty();
  }

  /**
   * "the foreign ministry in Lima", "officials in Lima": those of the state whose capital it is.
   */
  private static boolean isSeated(List<Token> tokens, Mention body, Mention seat) {
    boolean theirs = body.is(Mention.Kind.BODY) || body.is(Mention.Kind.ROLE) && body.plural();
    return theirs
        && body.states().isEmpty()
        && (seat.is(Mention.Kind.METONYM)
            || seat.is(Mention.Kind.STATE) && body.is(Mention.Kind.ROLE))
        && seat.states().size() == 1
        && seat.first() == body.last() + 1
        && tokens.get(body.last()).is("in");
  }

  /** "the Chilean-led military coalition": who leads a body acts in it. */
  private static boolean isLed(List<Token> tokens, Mention first, Mention body) {
    int led = first.last() + 1;
    return body.is(Mention.Kind.BODY)
        && body.states().isEmpty()
        && first.states().size() == 1
        && led < body.first()
        && body.first() <= led + 2
        && tokens.get(first.last()).is("-")
        && tokens.get(led).is("led");
  }

  /** "Ana Example, MP, the minister": letters after a name. */
  private static boolean isLetters(List<Token> tokens, Mention mention) {
    return mention.last() == mention.first() + 1
        && tokens.get(mention.first()).isAcronym()
        && (mention.is(Mention.Kind.ROLE) || mention.is(Mention.Kind.UNKNOWN))
        && mention.last() < tokens.size()
        && tokens.get(mention.last()).is(",");
  }

  /** "Presidents Ana Example and Ben Example": the office is that of both. */
  private static Mention sharing(Mention titled, Mention name) {
    return new Mention(
        name.first(),
        name.last(),
        Mention.Kind.PERSON,
        name.name(),
        name.id(),
        titled.rank(),
        titled.title(),
        name.states(),
        true,
        false);
  }

  /** "the representative of the secretary-general": the office is the first. */
  private static boolean isOfLink(List<Token> tokens, Mention first, Mention second) {
    int at = first.last();
    return at < tokens.size()
        && (tokens.get(at).is("of") || tokens.get(at).is("to") || tokens.get(at).is("for"))
        && second.first() <= at + 2;
  }

  /** "Ana Example has been the foreign minister". */
  private static boolean isCopula(List<Token> tokens, int from, int to) {
    boolean copula = false;
    for (int at = from; at < to; at++) {
      switch (tokens.get(at).lower()) {
        case "is", "was", "been", "became" -> copula = true;
        case "has", "had", "also", "the", "a", "currently", "then" -> {}
        default -> {
          return false;
        }
      }
    }
    return copula;
  }

  private static boolean isOffice(Mention mention) {
    return mention.is(Mention.Kind.ROLE) && !mention.plural();
  }

  /** "Mr", "Ms": a form of address is no office. */
  private static boolean isUntitled(Mention mention) {
    return mention.title().isEmpty() || mention.rank() == Rank.PLAIN;
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
    boolean own = name.rank() != Rank.NONE && name.rank() != Rank.PLAIN;
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
}
