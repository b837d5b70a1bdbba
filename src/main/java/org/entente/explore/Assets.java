package org.entente.explore;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The styles, scripts and pictures that pages use; all of them lie in the program itself. */
final class Assets {
  private static final String YASGUI = "/META-INF/resources/webjars/zazuko__yasgui/4.5.0/build/";
  private static final Map<String, String> FILES =
      Map.of(
          "explore.css", "/assets/explore.css",
          "explore.js", "/assets/explore.js",
          "editor.js", "/assets/editor.js",
          "icon.svg", "/assets/icon.svg",
          "yasgui.min.js", YASGUI + "yasgui.min.js",
          "yasgui.min.css", YASGUI + "yasgui.min.css");
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml; charset=utf-8");

  private final Map<String, byte[]> read = new ConcurrentHashMap<>();

  /** The asset of that name. */
  Optional<PageResponse> find(String name) {
    String resource = FILES.get(name);
    if (resource == null) {
      return Optional.empty();
    }
    byte[] body = read.computeIfAbsent(name, key -> load(resource));
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    return Optional.of(
        new PageResponse(200, type, body, Map.of("Cache-Control", "public, max-age=3600")));
  }

  /** The text of a style sheet, to be put into a picture that is downloaded. */
  String text(String name) {
    return find(name).map(PageResponse::text).orElse("");
  }

  private static byte[] load(String resource) {
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
