package org.entente.extract;

import java.util.List;
import org.entente.extract.Chunk.Kind;

/**
 * What stands around a verb, by its grammatical place.
 *
 * @param verb chunk of the verb
 * @param start chunk where the clause begins; the verb's where the subject is another's
 * @param end chunk after its last
 * @param passive whether the subject is acted on
 * @param certainty whether it came about
 * @param subject who acts, or is acted on in the passive; empty when that is nobody known
 * @param syntactic the subject as it stands in the sentence
 * @param object whom it acts on; empty when that is nobody known
 * @param objectGroup the object as it stands in the sentence; null when there is none
 * @param with who is named after "with" or as company
 * @param by who is named after "by"
 */
record Clause(
    int verb,
    int start,
    int end,
    boolean passive,
    Certainty certainty,
    List<Participant> subject,
    Syntax.Subject syntactic,
    List<Participant> object,
    Syntax.Group objectGroup,
    List<Participant> with,
    List<Participant> by) {

  /** Whether it tells a date on which something is done, and not since when. */
  boolean hasDate(Syntax syntax) {
    for (int at = start; at < end; at++) {
      if (syntax.is(at, Kind.DATE)
          && !syntax.chunk(at).date().since()
          && syntax.chunk(at).date().form() != DateExpression.Form.VAGUE) {
        return true;
      }
    }
    return false;
  }

  /** "urged them to hold talks": what somebody is asked to do is hardly an event. */
  boolean isAsked(Syntax syntax) {
    int through = syntactic.through();
    return through >= 0 && verb > through && syntax.isAsking(through);
  }

  /** "in order to reach a deal": what something is done for need not come about. */
  boolean isPurpose(Syntax syntax) {
    String before = syntax.word(verb - 2);
    return syntax.is(verb - 1, Kind.TO) && (before.equals("order") || before.equals("as"));
  }
}
