package org.entente.serve;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/** Writes and reads JSON. */
final class Json {
  private static final Gson WRITER =
      new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create();
  private static final Gson EMBEDDED = new GsonBuilder().serializeNulls().create();

  private Json() {}

  static String write(Object value) {
    return WRITER.toJson(value) + "\n";
  }

  /** JSON in which HTML's special characters are escaped, so that it can stand in a page. */
  static String embed(Object value) {
    return EMBEDDED.toJson(value);
  }

  static JsonElement read(String text) {
    try {
      return JsonParser.parseString(text);
    } catch (JsonParseException | StackOverflowError e) {
      throw Problem.badRequest("the text is not JSON");
    }
  }
}
