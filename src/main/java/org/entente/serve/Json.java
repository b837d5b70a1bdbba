package org.entente.serve;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.explore.Directions;

/** Writes and reads JSON. */
final class Json {
  private static final Gson WRITER =
      new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create();
  private static final Gson EMBEDDED = new GsonBuilder().serializeNulls().create();

  private Json() {}

  static String write(Object value) {
    return WRITER.toJson(value) + "\n";
  }

  /** An object of two members, in this order. */
  static Map<String, Object> ordered(String key, Object value, String other, Object second) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(key, value);
    map.put(other, second);
    return map;
  }

  /**
   * JSON that can stand in a page: HTML's special characters are escaped, and the characters that
   * turn the direction of text.
   */
  static String embed(Object value) {
    return Directions.escaped(EMBEDDED.toJson(value));
  }

  static JsonElement read(String text) {
    try {
      return JsonParser.parseString(text);
    } catch (JsonParseException | StackOverflowError e) {
      throw Problem.badRequest("the text is not JSON");
    }
  }
}
