package org.entente.serve;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Counts for Prometheus. */
final class Metrics {
  private static final double[] BOUNDS = {0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30};
  private static final double NANOSECONDS = 1e9;

  private final Map<String, LongAdder> requests = new ConcurrentHashMap<>();
  private final LongAdder[] durations = new LongAdder[BOUNDS.length + 1];
  private final LongAdder nanoseconds = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final AtomicLong active = new AtomicLong();

  Metrics() {
    for (int i = 0; i < durations.length; i++) {
      durations[i] = new LongAdder();
    }
  }

  void started() {
    active.incrementAndGet();
  }

  void ended(String route, int status, long sent, long nanos) {
    active.decrementAndGet();
    requests
        .computeIfAbsent(
            "route=\"" + route + "\",status=\"" + status + "\"", labels -> new LongAdder())
        .increment();
    int bucket = 0;
    while (bucket < BOUNDS.length && nanos / NANOSECONDS > BOUNDS[bucket]) {
      bucket++;
    }
    durations[bucket].increment();
    nanoseconds.add(nanos);
    bytes.add(sent);
  }

  /** Requests that are being answered. */
  long active() {
    return active.get();
  }

  /** The counts in the text format of Prometheus. */
  String text(Generation generation, QueryPool pool) {
    StringBuilder out = new StringBuilder();
    head(out, "entente_requests_total", "counter", "Requests answered.");
    new TreeMap<>(requests)
        .forEach(
            (labels, count) ->
                out.append("entente_requests_total{" + labels + "} " + count.sum() + "\n"));
    head(out, "entente_request_seconds", "histogram", "Time to answer.");
    long total = 0;
    for (int i = 0; i < durations.length; i++) {
      total += durations[i].sum();
      String bound = i < BOUNDS.length ? Double.toString(BOUNDS[i]) : "+Inf";
      out.append("entente_request_seconds_bucket{le=\"" + bound + "\"} " + total + "\n");
    }
    out.append("entente_request_seconds_sum " + nanoseconds.sum() / NANOSECONDS + "\n");
    out.append("entente_request_seconds_count " + total + "\n");
    head(out, "entente_sent_bytes_total", "counter", "Bytes of bodies sent.");
    out.append("entente_sent_bytes_total " + bytes.sum() + "\n");
    head(out, "entente_requests_active", "gauge", "Requests being answered.");
    out.append("entente_requests_active " + active.get() + "\n");
    head(out, "entente_queries_running", "gauge", "Queries that run.");
    out.append("entente_queries_running " + pool.running() + "\n");
    head(out, "entente_queries_total", "counter", "Queries run; answers given again are none.");
    out.append("entente_queries_total " + pool.ran() + "\n");
    Runtime runtime = Runtime.getRuntime();
    head(out, "entente_heap_bytes", "gauge", "Heap in use.");
    out.append("entente_heap_bytes " + (runtime.totalMemory() - runtime.freeMemory()) + "\n");
    head(out, "entente_graph_info", "gauge", "The version that is served.");
    out.append("entente_graph_info{version=\"" + generation.version() + "\"} 1\n");
    return out.toString();
  }

  private static void head(StringBuilder out, String name, String type, String help) {
    out.append("# HELP " + name + " " + help + "\n# TYPE " + name + " " + type + "\n");
  }
}
