package org.entente.explore;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a browser asks for.
 *
 * @param path decoded path below the public address, beginning with a slash
 * @param parameters decoded query parameters
 * @param acceptLanguages languages the reader understands, best first, such as {@code ja}
 * @param publicUrl address under which the site is reached
 */
public record PageRequest(
    String path,
    Map<String, List<String>> parameters,
    List<String> acceptLanguages,
    URI publicUrl) {

  /** The first value of a parameter, when there is one that is not blank. */
  Optional<String> parameter(String name) {
    return parameters.getOrDefault(name, List.of()).stream()
        .filter(value -> !value.isBlank())
        .map(String::strip)
        .findFirst();
  }
}
