package org.entente.extract;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A chat endpoint that speaks OpenAI's protocol. Each request has a bounded number of attempts,
 * each of bounded length in time and bytes.
 */
public final class ChatEndpoint {
  private static final String PATH = "/chat/completions";
  private static final int MOST_BYTES = 8 << 20;

  private final URI address;
  private final String key;
  private final Limits limits;
  private final HttpClient client;

  /**
   * How long and how often to ask.
   *
   * @param patience how long one attempt may take
   * @param attempts how many attempts there are
   * @param pause how long to wait before the second attempt; before each further one twice as long
   */
  public record Limits(Duration patience, int attempts, Duration pause) {
    /** For a model that may be large and far away. */
    public static final Limits USUAL =
        new Limits(Duration.ofSeconds(120), 3, Duration.ofSeconds(1));
  }

  private ChatEndpoint(URI address, String key, Limits limits) {
    this.address = address;
    this.key = key;
    this.limits = limits;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(limits.patience())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /**
   * An endpoint.
   *
   * @param url its address, with or without {@code /chat/completions}
   * @param key key that it asks for; null for none
   * @param limits how long and how often to ask
   * @throws IOException when the key would travel unencrypted
   */
  public static ChatEndpoint at(URI url, String key, Limits limits) throws IOException {
    String text = url.toString().replaceFirst("/+$", "");
    URI address = URI.create(text.endsWith(PATH) ? text : text + PATH);
    if (key != null && !"https".equals(address.getScheme()) && !isLoopback(address.getHost())) {
      throw new IOException(
          address
              + ": a key goes over https or to this machine alone; use https, or unset the key");
    }
    return new ChatEndpoint(address, key, limits);
  }

  private static boolean isLoopback(String host) {
    try {
      return host != null && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /**
   * What the endpoint answers to a request, as it stands.
   *
   * @throws IOException when there is no answer after all attempts, saying why
   */
  String ask(String body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (key != null) {
      request.header("Authorization", "Bearer " + key);
    }
    String problem = "";
    for (int attempt = 0; attempt < limits.attempts(); attempt++) {
      if (attempt > 0) {
        pause(limits.pause().multipliedBy(1L << (attempt - 1)));
      }
      try {
        HttpResponse<byte[]> response = send(request.build());
        if (response.statusCode() == 200) {
          return new String(response.body(), StandardCharsets.UTF_8);
        }
        problem = "HTTP status " + response.statusCode();
        boolean passing = response.statusCode() == 429 || response.statusCode() >= 500;
        if (!passing) {
          break;
        }
        OptionalLong wait = response.headers().firstValueAsLong("Retry-After");
        if (wait.isPresent()) {
          pause(Duration.ofSeconds(Math.min(wait.getAsLong(), limits.patience().toSeconds())));
        }
      } catch (IOException e) {
        problem = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      }
    }
    throw new IOException(address + ": " + problem);
  }

  /** The limit holds for the whole answer; the client's own would end with the headers. */
  private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
    CompletableFuture<HttpResponse<byte[]>> sent = client.sendAsync(request, info -> new Bounded());
    try {
      return sent.get(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      sent.cancel(true);
      throw new IOException("no answer in " + limits.patience().toMillis() + " ms", e);
    } catch (ExecutionException e) {
      throw new IOException(
          e.getCause().getMessage() == null ? "no connection" : e.getCause().getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (NumberFormatException e) {
      throw new IOException("a header that is no number", e);
    }
  }

  private static void pause(Duration duration) throws IOException {
    try {
      TimeUnit.MILLISECONDS.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Takes an answer up to a length. */
  private static final class Bounded implements HttpResponse.BodySubscriber<byte[]> {
    private final HttpResponse.BodySubscriber<byte[]> whole =
        HttpResponse.BodySubscribers.ofByteArray();
    private Flow.Subscription subscription;
    private long length;

    @Override
    public java.util.concurrent.CompletionStage<byte[]> getBody() {
      return whole.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      whole.onSubscribe(given);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
      length += buffers.stream().mapToInt(ByteBuffer::remaining).sum();
      if (length > MOST_BYTES) {
        subscription.cancel();
        whole.onError(new IOException("an answer of more than " + MOST_BYTES + " bytes"));
      } else {
        whole.onNext(buffers);
      }
    }

    @Override
    public void onError(Throwable problem) {
      whole.onError(problem);
    }

    @Override
    public void onComplete() {
      whole.onComplete();
    }
  }
}
