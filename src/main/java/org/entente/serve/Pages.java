package org.entente.serve;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/** The server's own templates; all that is put into them is escaped. */
final class Pages {
  private static final PebbleEngine ENGINE = engine();

  private Pages() {}

  private static PebbleEngine engine() {
    ClasspathLoader loader = new ClasspathLoader(Pages.class.getClassLoader());
    loader.setPrefix("org/entente/serve");
    loader.setSuffix(".html");
    return new PebbleEngine.Builder()
        .loader(loader)
        .autoEscaping(true)
        .strictVariables(true)
        .defaultLocale(Locale.ROOT)
        .build();
  }

  static String render(String template, Map<String, Object> values) {
    StringWriter out = new StringWriter();
    try {
      ENGINE.getTemplate(template).evaluate(out, values, Locale.ROOT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
