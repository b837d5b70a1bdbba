package org.entente.serve;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters of a query string or form, decoded strictly as UTF-8. */
record Parameters(Map<String, List<String>> values) {
  private static final int MOST = 200;

  static Parameters parse(String encoded) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    if (encoded != null && !encoded.isEmpty()) {
      String[] pairs = encoded.split("&");
      if (pairs.length > MOST) {
        throw Problem.badRequest("more than " + MOST + " parameters");
      }
      for (String pair : pairs) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        if (!name.isEmpty()) {
          values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
        }
      }
    }
    return new Parameters(values);
  }

  /** All values of a parameter. */
  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** The first value of a parameter, or null. */
  String first(String name) {
    List<String> all = all(name);
    return all.isEmpty() ? null : all.get(0);
  }

  /** These and those. */
  Parameters and(Parameters others) {
    Map<String, List<String>> both = new LinkedHashMap<>(values);
    others.values.forEach(
        (name, more) -> {
          List<String> all = new ArrayList<>(both.getOrDefault(name, List.of()));
          all.addAll(more);
          both.put(name, all);
        });
    return new Parameters(both);
  }

  /** Decodes percent-encoding and plus signs. */
  static String decode(String encoded) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
    for (int i = 0; i < encoded.length(); i++) {
      char c = encoded.charAt(i);
      if (c == '%') {
        int high = i + 2 < encoded.length() ? Character.digit(encoded.charAt(i + 1), 16) : -1;
        int low = i + 2 < encoded.length() ? Character.digit(encoded.charAt(i + 2), 16) : -1;
        if (high < 0 || low < 0) {
          throw Problem.badRequest("% is not followed by two hexadecimal digits");
        }
        bytes.write(high << 4 | low);
        i += 2;
      } else if (c == '+') {
        bytes.write(' ');
      } else {
        bytes.writeBytes(
            encoded
                .substring(i, i + (Character.isHighSurrogate(c) ? 2 : 1))
                .getBytes(StandardCharsets.UTF_8));
        i += Character.isHighSurrogate(c) ? 1 : 0;
      }
    }
    return utf8(bytes.toByteArray());
  }

  /** Bytes as text; anything but UTF-8 is refused. */
  static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw Problem.badRequest("the text is not UTF-8");
    }
  }
}
