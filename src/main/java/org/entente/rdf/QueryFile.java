package org.entente.rdf;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A SPARQL file with a header of comment lines: what it is for, then declarations such as {@code #
 * param: on xsd:date}.
 *
 * @param name file name without {@code .rq}
 * @param path where it is
 * @param text the whole file
 * @param header the comment lines at its beginning, without {@code #}, declarations included
 */
public record QueryFile(String name, Path path, String text, List<String> header) {

  /** A parameter that a query declares. */
  public record Parameter(String name, String datatype, String defaultValue) {}

  /** Reads a file. */
  public static QueryFile read(Path path) throws IOException {
    String fileName = path.getFileName().toString();
    String name =
        fileName.endsWith(".rq") ? fileName.substring(0, fileName.length() - 3) : fileName;
    try {
      return of(name, path, Files.readString(path, StandardCharsets.UTF_8));
    } catch (CharacterCodingException e) {
      throw new FileSystemException(path.toString(), null, "not UTF-8; save the file as UTF-8");
    }
  }

  /** A query that is at hand as text. */
  public static QueryFile of(String name, Path path, String text) {
    List<String> header = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (!line.startsWith("#")) {
        break;
      }
      header.add(line.substring(1).strip());
    }
    return new QueryFile(name, path, text, List.copyOf(header));
  }

  /** The first line of the header: the question, or what a rule or mapping says; may be empty. */
  public String question() {
    return header.isEmpty() ? "" : header.get(0);
  }

  /** The value of a declaration {@code # key: value}. */
  public Optional<String> declaration(String key) {
    return header.stream()
        .filter(line -> line.startsWith(key + ":"))
        .map(line -> line.substring(key.length() + 1).strip())
        .findFirst();
  }

  /** The parameters, declared as {@code # param: name datatype [default]}. */
  public List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>();
    for (String line : header) {
      if (line.startsWith("param:")) {
        String[] words = line.substring("param:".length()).strip().split("\\s+", 3);
        parameters.add(
            new Parameter(
                words[0],
                words.length > 1 ? words[1] : "xsd:string",
                words.length > 2 ? words[2] : null));
      }
    }
    return parameters;
  }
}
