package org.entente.serve;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The way from identifiers to addresses and back. Identifiers are fixed; addresses begin with the
 * server's public URL, whatever a request says of its host.
 */
record Links(URI publicUrl) {
  /** What all identifiers begin with. */
  static final String NAMESPACE = "https://w3id.org/entente/";

  /** The identifier of the dataset. */
  static final String DATASET = NAMESPACE + "dataset";

  /** The license of the data. */
  static final String LICENSE = "https://creativecommons.org/licenses/by/4.0/";

  Links {
    String text = publicUrl.toString();
    publicUrl = URI.create(text.endsWith("/") ? text : text + "/");
  }

  /** The address of a path, which begins without a slash and is encoded already. */
  String to(String path) {
    return publicUrl + path;
  }

  /** The address at which a thing of this namespace is answered; other IRIs are their own. */
  String address(String iri) {
    return iri.startsWith(NAMESPACE) ? to(encode(iri.substring(NAMESPACE.length()))) : iri;
  }

  /** The identifiers that a path may mean, the likeliest first. */
  static Set<String> identifiers(String rawPath) {
    Set<String> found = new LinkedHashSet<>();
    found.add(NAMESPACE + decodeNonAscii(rawPath));
    found.add(NAMESPACE + rawPath);
    found.add(NAMESPACE + Parameters.decode(rawPath.replace("+", "%2B")));
    return found;
  }

  /** An IRI as a header may hold it. */
  static String encodeIri(String iri) {
    return encode(iri);
  }

  /** Percent-encodes what a path must not have: non-ASCII characters, spaces, quotes, brackets. */
  static String encode(String path) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      if (b > ' ' && "\"<>\\^`{|}".indexOf(b) < 0 && b != 0x7F) {
        encoded.append((char) b);
      } else {
        encoded.append('%').append("%02X".formatted(b & 0xFF));
      }
    }
    return encoded.toString();
  }

  /** Decodes percent-encoded characters beyond ASCII; what is ASCII stays as it was written. */
  private static String decodeNonAscii(String raw) {
    StringBuilder decoded = new StringBuilder();
    int i = 0;
    while (i < raw.length()) {
      int end = i;
      while (end + 2 < raw.length()
          && raw.charAt(end) == '%'
          && Character.digit(raw.charAt(end + 1), 16) >= 8
          && Character.digit(raw.charAt(end + 2), 16) >= 0) {
        end += 3;
      }
      if (end > i) {
        decoded.append(Parameters.decode(raw.substring(i, end)));
        i = end;
      } else {
        decoded.append(raw.charAt(i++));
      }
    }
    return decoded.toString();
  }
}
