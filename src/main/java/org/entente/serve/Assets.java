package org.entente.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Scripts, styles and images that pages need, from the program itself. */
final class Assets {
  private static final String PREFIX = "/assets/";
  private static final Pattern PATH = Pattern.compile("[A-Za-z0-9@_-][A-Za-z0-9@._/-]*");
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("css", "text/css;charset=utf-8"),
          Map.entry("js", "text/javascript;charset=utf-8"),
          Map.entry("mjs", "text/javascript;charset=utf-8"),
          Map.entry("json", "application/json;charset=utf-8"),
          Map.entry("geojson", "application/geo+json;charset=utf-8"),
          Map.entry("map", "application/json;charset=utf-8"),
          Map.entry("svg", "image/svg+xml;charset=utf-8"),
          Map.entry("png", "image/png"),
          Map.entry("gif", "image/gif"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("woff", "font/woff"),
          Map.entry("txt", "text/plain;charset=utf-8"));

  private Assets() {}

  static Optional<Reply> answer(String path) {
    if (!path.startsWith(PREFIX)) {
      return Optional.empty();
    }
    String name = path.substring(PREFIX.length());
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null || !PATH.matcher(name).matches() || name.contains("..")) {
      return Optional.empty();
    }
    for (String folder : new String[] {"assets/", "META-INF/resources/webjars/"}) {
      try (InputStream in = Assets.class.getClassLoader().getResourceAsStream(folder + name)) {
        if (in != null) {
          return Optional.of(
              Reply.of(200, type, in.readAllBytes())
                  .cached((Instant) null, "public, max-age=86400"));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return Optional.empty();
  }
}
