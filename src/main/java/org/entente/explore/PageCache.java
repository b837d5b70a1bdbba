package org.entente.explore;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps the pages that were asked for last. */
final class PageCache {
  private final Map<List<Object>, PageResponse> pages;

  PageCache(int most) {
    this.pages =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<List<Object>, PageResponse> eldest) {
            return size() > most;
          }
        };
  }

  /** The page that is kept under a key; null for none. */
  synchronized PageResponse get(List<Object> key) {
    return pages.get(key);
  }

  synchronized void put(List<Object> key, PageResponse page) {
    pages.put(key, page);
  }
}
