package org.entente.review;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.entente.diagnostic.Diagnostic;
import org.entente.model.Dossier;

/** What a session of review needs of the rest of the program. */
public interface Surroundings {
  /** The tables as they are. */
  Dossier curated();

  /** The values of each scheme, by its local name. */
  Map<String, SortedSet<String>> schemes();

  /** The text of a file; null when it is not at hand. */
  String text(String file);

  /** What the graph knows of a thing, a line each; nothing when there is no graph. */
  List<String> known(String id);

  /** The tables with what was accepted, where these were found sound together; else as they are. */
  Dossier settled(Candidates candidates) throws IOException;

  /** The mistakes that the tables would have with what was accepted. */
  List<Diagnostic> check(Candidates candidates) throws IOException;

  /** Keeps the decisions. */
  void save(Candidates candidates) throws IOException;
}
