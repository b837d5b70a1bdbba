package org.entente;

import java.util.Locale;
import org.entente.publish.Publisher;
import org.entente.rdf.Resolved;
import org.entente.store.DatasetFolder;

/** What a build made, in a few lines. */
final class Summary {
  private Summary() {}

  static String of(Pipeline.Checked checked) {
    Resolved resolved = checked.graph().resolved();
    return String.format(
        Locale.ROOT,
        """
        rows            %d
        claims          %d
        accepted        %d triples
        inferred        %d triples
        contested       %d
        disagreements   %d
        quotes          %d verified, %d not verified%s
        """,
        checked.dossier().rowCount(),
        resolved.claims(),
        resolved.accepted().size(),
        checked.graph().inferred().size(),
        resolved.contested().size(),
        checked.dossier().rows("disagreements").size(),
        checked.dossier().quotesVerified(),
        checked.dossier().quotesNotVerified(),
        checked.dossier().quotesNotVerified() > 0
            ? " (their documents' texts are not here; --documents names the folder)"
            : "");
  }

  static String of(OpenCandidates candidates) {
    return String.format(
        Locale.ROOT,
        "candidates      %d undecided%s%n",
        candidates.undecided(),
        candidates.accepted() == 0
            ? ""
            : ", "
                + candidates.accepted()
                + " rows accepted and not in the tables yet (review enters them)");
  }

  static String of(Publisher.Published published, DatasetFolder folder) {
    return String.format(
        Locale.ROOT,
        "published       %s, %d quads, in %s%s",
        published.generation(),
        published.quads(),
        folder.root(),
        published.changed() ? "" : " (unchanged)");
  }
}
