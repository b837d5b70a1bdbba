package org.entente.serve;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The forms of a document. */
enum Format {
  TURTLE("ttl", "text/turtle"),
  JSONLD("jsonld", "application/ld+json"),
  RDFXML("rdf", "application/rdf+xml"),
  NTRIPLES("nt", "application/n-triples"),
  HTML("html", "text/html");

  /** What graphs are written in. */
  static final List<Format> DATA = List.of(TURTLE, JSONLD, RDFXML, NTRIPLES);

  private static final List<String> TYPES = Arrays.stream(values()).map(Format::mediaType).toList();

  private final String suffix;
  private final String mediaType;

  Format(String suffix, String mediaType) {
    this.suffix = suffix;
    this.mediaType = mediaType;
  }

  String suffix() {
    return suffix;
  }

  String mediaType() {
    return mediaType;
  }

  String contentType() {
    return mediaType + ";charset=utf-8";
  }

  static Optional<Format> bySuffix(String suffix) {
    return Arrays.stream(values()).filter(format -> format.suffix.equals(suffix)).findFirst();
  }

  static Optional<Format> byMediaType(String mediaType) {
    return Arrays.stream(values()).filter(format -> format.mediaType.equals(mediaType)).findFirst();
  }

  /** The form that a client wants most; Turtle when it does not say. */
  static Optional<Format> wanted(Accept accept) {
    return accept
        .best(TYPES)
        .or(() -> accept.best(List.of("application/xhtml+xml")).map(type -> HTML.mediaType))
        .or(() -> accept.best(List.of("application/json")).map(type -> JSONLD.mediaType))
        .or(() -> accept.best(List.of("application/xml", "text/xml")).map(t -> RDFXML.mediaType))
        .or(() -> accept.best(List.of("text/plain")).map(type -> NTRIPLES.mediaType))
        .flatMap(Format::byMediaType);
  }

  /** As {@link #wanted}, or 406 with the list of what there is. */
  static Format negotiate(Accept accept) {
    return wanted(accept)
        .orElseThrow(
            () ->
                new Problem(406, "Not acceptable", "offered: " + String.join(", ", TYPES))
                    .member("supported", TYPES)
                    .header("Vary", "Accept"));
  }
}
