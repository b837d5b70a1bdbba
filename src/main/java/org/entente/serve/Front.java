package org.entente.serve;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every request goes through: methods, paths and rates are checked, the route answers, and the
 * answer gets what all answers have: the graph's version, a request id, CORS, safety headers, tags,
 * compression. Errors become problems; nothing else is ever sent.
 */
final class Front implements Filter {
  private static final Logger LOG = LoggerFactory.getLogger(Front.class);
  private static final Pattern ESCAPES =
      Pattern.compile("(?i)//|(^|/)(\\.|%2e){1,2}(/|$)|%2f|%5c|%00|%0[0-9a-f]|\\\\|;");
  private static final String METHODS = "GET, HEAD, OPTIONS";
  private static final String METHODS_WITH_POST = "GET, HEAD, POST, OPTIONS";
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Generations generations;
  private final Links links;
  private final Router router;
  private final Errors errors;
  private final Clients clients;
  private final Metrics metrics;
  private final AccessLog log;
  private volatile boolean stopping;

  Front(
      Generations generations,
      Links links,
      Router router,
      Errors errors,
      Limits limits,
      Metrics metrics,
      AccessLog log) {
    this.generations = generations;
    this.links = links;
    this.router = router;
    this.errors = errors;
    this.clients = new Clients(limits.requestRate());
    this.metrics = metrics;
    this.log = log;
  }

  /** From now on, requests are refused. */
  void stop() {
    stopping = true;
  }

  @Override
  public void doFilter(ServletRequest asked, ServletResponse answered, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) asked;
    HttpServletResponse response = (HttpServletResponse) answered;
    long start = System.nanoTime();
    String id = Exchange.newId();
    metrics.started();
    int status = 0;
    long sent = 0;
    try (Generations.Lease lease = generations.lease()) {
      Exchange exchange = new Exchange(request, id, lease, links);
      boolean entered = false;
      try {
        if (!Router.isFree(exchange.path())) {
          clients.enter(exchange.client());
          entered = true;
        }
        Reply reply = answer(exchange, response, chain);
        status = reply.status();
        sent = new Sending(exchange, response).send(reply);
      } catch (Problem crowd) {
        sent = new Sending(exchange, response).send(refusal(exchange, crowd));
      } finally {
        if (entered) {
          clients.leave(exchange.client());
        }
      }
      status = response.getStatus();
    } finally {
      long nanos = System.nanoTime() - start;
      metrics.ended(Router.name(request.getRequestURI()), status, sent, nanos);
      log.line(
          request.getRemoteAddr(),
          request.getMethod(),
          Exchange.target(request),
          status,
          sent,
          nanos,
          id);
    }
  }

  private Reply answer(Exchange exchange, HttpServletResponse response, FilterChain chain) {
    try {
      if (stopping) {
        throw Problem.busy("the server is stopping", 5).header("Connection", "close");
      }
      if (ESCAPES.matcher(exchange.path()).find()) {
        throw Problem.badRequest(
            "the path holds what could mislead: an encoded slash, an empty segment, dots, a"
                + " semicolon, a control character");
      }
      boolean post = router.takesPost(exchange.path());
      String methods = post ? METHODS_WITH_POST : METHODS;
      switch (exchange.method()) {
        case "OPTIONS" -> {
          return preflight(methods);
        }
        case "GET", "HEAD" -> {}
        case "POST" -> {
          if (!post) {
            throw notAllowed(methods);
          }
        }
        default -> throw notAllowed(methods);
      }
      if (!Router.isFree(exchange.path())) {
        clients.count(exchange.client());
      }
      return router.isQuery(exchange.path())
          ? dispatch(exchange, response, chain)
          : router.answer(exchange);
    } catch (Problem problem) {
      return refusal(exchange, problem);
    } catch (RuntimeException | ServletException | IOException | StackOverflowError e) {
      LOG.error("request {} failed", exchange.id(), e);
      return errors.reply(
          exchange, new Problem(500, "Server error", "the server failed; the fault is logged"));
    }
  }

  /** Hands a query to Fuseki, which hands it to {@link SparqlProcessor}. */
  private static Reply dispatch(Exchange exchange, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    SparqlProcessor.Dispatched dispatched = new SparqlProcessor.Dispatched(exchange);
    exchange.request().setAttribute(SparqlProcessor.DISPATCHED, dispatched);
    chain.doFilter(exchange.request(), new Mute(response));
    if (dispatched.failure != null) {
      throw dispatched.failure;
    }
    if (dispatched.reply == null) {
      throw new IllegalStateException("the query was not dispatched");
    }
    return dispatched.reply;
  }

  private Reply refusal(Exchange exchange, Problem problem) {
    return errors.reply(exchange, mayHaveUnreadBody(exchange) ? closing(problem) : problem);
  }

  /** A body that was not read leaves the connection unfit for another request. */
  private static boolean mayHaveUnreadBody(Exchange exchange) {
    return exchange.request().getContentLengthLong() != 0
        && !exchange.method().matches("GET|HEAD|OPTIONS");
  }

  private static Problem closing(Problem problem) {
    return problem.header("Connection", "close");
  }

  private static Problem notAllowed(String methods) {
    return new Problem(405, "Method not allowed", "allowed: " + methods).header("Allow", methods);
  }

  private static Reply preflight(String methods) {
    return Reply.empty(204)
        .with("Allow", methods)
        .with("Access-Control-Allow-Methods", "GET, HEAD, POST, OPTIONS")
        .with("Access-Control-Allow-Headers", "Accept, Content-Type, If-None-Match")
        .with("Access-Control-Max-Age", "86400");
  }

  /** A response that Fuseki may not touch. */
  private static final class Mute extends HttpServletResponseWrapper {
    Mute(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void setHeader(String name, String value) {}

    @Override
    public void addHeader(String name, String value) {}

    @Override
    public void setStatus(int status) {}

    @Override
    public void setContentType(String type) {}

    @Override
    public void sendError(int status) {}

    @Override
    public void sendError(int status, String message) {}

    @Override
    public void reset() {}

    @Override
    public void resetBuffer() {}

    @Override
    public void flushBuffer() {}
  }

  /** The sending of one answer. */
  private static final class Sending {
    private final Exchange exchange;
    private final HttpServletResponse response;

    Sending(Exchange exchange, HttpServletResponse response) {
      this.exchange = exchange;
      this.response = response;
    }

    /** Sends, and tells how many bytes the body had. */
    long send(Reply reply) throws IOException {
      boolean compressible = reply.isCompressible();
      Accept codings = Accept.parse(exchange.list("Accept-Encoding"));
      boolean gzip = compressible && (codings.names("gzip") || codings.names("x-gzip"));
      CommonHeaders.of(reply, exchange.id(), exchange.generation().version())
          .forEach(response::setHeader);
      if (reply.tag() != null && reply.status() == 200) {
        String tag = '"' + reply.tag() + (gzip ? "-gzip" : "") + '"';
        response.setHeader("ETag", tag);
        if (reply.modified() != null) {
          response.setHeader("Last-Modified", HTTP_DATE.format(reply.modified()));
        }
        if (isKnown(tag, reply.modified())) {
          response.setStatus(304);
          return 0;
        }
      }
      response.setStatus(reply.status());
      reply.header("Content-Type").ifPresent(type -> response.setHeader("Content-Type", type));
      Reply body = gzip ? reply.compressed() : reply;
      if (gzip) {
        response.setHeader("Content-Encoding", "gzip");
      }
      long length = body.length(gzip);
      if (reply.status() != 204) {
        response.setContentLengthLong(length);
      }
      if (exchange.method().equals("HEAD") || reply.status() == 204) {
        return 0;
      }
      body.writeTo(new PatientOutput(response.getOutputStream(), System::nanoTime), gzip);
      return length;
    }

    /** Whether the client has this already; tags win over dates. */
    private boolean isKnown(String tag, Instant modified) {
      String tags = exchange.list("If-None-Match");
      if (tags != null) {
        for (String known : tags.split(",")) {
          String bare = known.strip();
          bare = bare.startsWith("W/") ? bare.substring(2) : bare;
          if (bare.equals("*") || bare.equals(tag)) {
            return true;
          }
        }
        return false;
      }
      String since = exchange.header("If-Modified-Since");
      if (since == null || modified == null) {
        return false;
      }
      try {
        return !modified.isAfter(DateTimeFormatter.RFC_1123_DATE_TIME.parse(since, Instant::from));
      } catch (DateTimeParseException e) {
        return false;
      }
    }
  }
}
