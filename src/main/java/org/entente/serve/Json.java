package org.entente.serve;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/** Writes and reads JSON. */
final class Json {
  /** HTML's special characters are escaped, so that a text can stand in a script element. */
  private static final Gson WRITER =
      new GsonBuilder().setPrettyPrinting().serializeNulls().create();

  private Json() {}

  static String write(Object value) {
    return WRITER.toJson(value) + "\n";
  }

  static JsonElement read(String text) {
    try {
      return JsonParser.parseString(text);
    } catch (JsonParseException | StackOverflowError e) {
      throw Problem.badRequest("the text is not JSON");
    }
  }
}
