package org.entente.explore;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.entente.rdf.Ent;

/** Addresses within the site: they keep the day and the language that the reader has chosen. */
final class Urls {
  private final URI publicUrl;
  private final String prefix;
  private final Map<String, String> kept;

  /**
   * Addresses of one request.
   *
   * @param kept parameters that every address of a page keeps
   */
  Urls(URI publicUrl, Map<String, String> kept) {
    this.publicUrl = publicUrl;
    String path = publicUrl.getPath() == null ? "" : publicUrl.getPath();
    this.prefix = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    this.kept = kept;
  }

  /** A page, with parameters; those with a null or empty value are left out. */
  String page(String path, String... parameters) {
    Map<String, String> all = new LinkedHashMap<>();
    for (int i = 0; i < parameters.length; i += 2) {
      all.put(parameters[i], parameters[i + 1]);
    }
    kept.forEach(all::putIfAbsent);
    return prefix + path(path) + query(all);
  }

  /** The page of a question of the gallery; templates call only what is public. */
  public String question(String name) {
    return page("/queries/" + name, Map.of());
  }

  /** The editor with a query in it. */
  public String editor(String query) {
    return page("/sparql", Map.of("query", query));
  }

  /** A page of the site. */
  public String to(String path) {
    return page(path, Map.of());
  }

  /** A page with these parameters and those that are kept. */
  String page(String path, Map<String, String> parameters) {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    kept.forEach(all::putIfAbsent);
    return prefix + path(path) + query(all);
  }

  /** An address that keeps nothing, such as that of an asset. */
  String plain(String path) {
    return prefix + path(path);
  }

  /** The page of a thing; null for what has none. */
  String of(Node node) {
    String identifier = Ent.identifier(node);
    if (identifier != null) {
      return page("/page/" + identifier);
    }
    if (node.isURI() && node.getURI().startsWith(Ent.NS)) {
      return plain("/ontology") + "#" + encode(node.getURI().substring(Ent.NS.length()));
    }
    return node.isURI() ? external(node.getURI()) : null;
  }

  /** The page of a thing at the words that prove what it is. */
  String evidence(Node thing) {
    return of(thing) + "#evidence";
  }

  /** An address elsewhere, when it is one that a browser may follow; else null. */
  static String external(String address) {
    return address.startsWith("https://") || address.startsWith("http://") ? address : null;
  }

  /** The address with host, for citing. */
  String absolute(String path) {
    String text = publicUrl.toString();
    String base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    return base + path(path);
  }

  private static String query(Map<String, String> parameters) {
    String query =
        parameters.entrySet().stream()
            .filter(entry -> entry.getValue() != null && !entry.getValue().isEmpty())
            .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? "" : "?" + query;
  }

  private static String path(String path) {
    StringBuilder encoded = new StringBuilder();
    for (String segment : path.split("/", -1)) {
      encoded.append(encoded.isEmpty() && segment.isEmpty() ? "" : encode(segment)).append('/');
    }
    encoded.setLength(encoded.length() - 1);
    return encoded.toString();
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
