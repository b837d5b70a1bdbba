package org.entente.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The list of an Accept header, or of Accept-Language. */
record Accept(List<Range> ranges) {
  /** A name and how much it is wanted, from 0 to 1. */
  record Range(String name, double quality) {}

  /** Values in quotation marks tell nothing that is looked at, and may hold separators. */
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*+\"");

  /** Reads a header; null or nothing accepts everything. */
  static Accept parse(String header) {
    List<Range> ranges = new ArrayList<>();
    String bare = header == null ? "" : QUOTED.matcher(header).replaceAll("");
    for (String part : bare.split(",")) {
      String[] words = part.split(";");
      String name = words.length == 0 ? "" : words[0].strip().toLowerCase(Locale.ROOT);
      if (!name.isEmpty()) {
        ranges.add(new Range(name, quality(words)));
      }
    }
    return new Accept(List.copyOf(ranges));
  }

  private static double quality(String[] words) {
    for (int i = 1; i < words.length; i++) {
      String word = words[i].strip();
      if (word.length() > 2 && word.substring(0, 2).equalsIgnoreCase("q=")) {
        try {
          double quality = Double.parseDouble(word.substring(2).strip());
          return quality >= 0 && quality <= 1 ? quality : 0;
        } catch (NumberFormatException e) {
          return 0;
        }
      }
    }
    return 1;
  }

  boolean isEmpty() {
    return ranges.isEmpty();
  }

  /** The media type wanted most of those offered; of equals, the first offered. */
  Optional<String> best(List<String> offered) {
    String best = null;
    double bestQuality = 0;
    for (String offer : offered) {
      double quality = ranges.isEmpty() ? 1 : qualityOf(offer);
      if (quality > bestQuality) {
        best = offer;
        bestQuality = quality;
      }
    }
    return Optional.ofNullable(best);
  }

  /** How much a media type is wanted; the most specific range counts. */
  private double qualityOf(String type) {
    double quality = 0;
    int specificity = -1;
    for (Range range : ranges) {
      int matched =
          range.name().equals(type)
              ? 2
              : range.name().equals(type.substring(0, type.indexOf('/') + 1) + "*")
                  ? 1
                  : range.name().equals("*/*") || range.name().equals("*") ? 0 : -1;
      if (matched > specificity) {
        specificity = matched;
        quality = range.quality();
      }
    }
    return quality;
  }

  /** The names, most wanted first, without those refused. */
  List<String> preferred() {
    return ranges.stream()
        .filter(range -> range.quality() > 0)
        .sorted((a, b) -> Double.compare(b.quality(), a.quality()))
        .map(Range::name)
        .toList();
  }

  /** Whether a content coding is wanted: named, and not with q=0. */
  boolean names(String coding) {
    return ranges.stream()
        .filter(range -> range.name().equals(coding))
        .findFirst()
        .map(range -> range.quality() > 0)
        .orElse(false);
  }
}
