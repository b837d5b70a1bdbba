package org.entente.serve;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Requests as bytes, for what client libraries mend or hide. */
final class Raw {
  private Raw() {}

  static String send(int port, byte[] request) {
    return send("127.0.0.1", port, request);
  }

  /** Sends from an address of this machine. */
  static String send(String from, int port, byte[] request) {
    return send(from, "127.0.0.1", port, request);
  }

  /** Sends from an address of this machine to another. */
  static String send(String from, String to, int port, byte[] request) {
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
      socket.connect(new InetSocketAddress(to, port));
      socket.setSoTimeout(30_000);
      OutputStream out = socket.getOutputStream();
      try {
        out.write(request);
        out.flush();
      } catch (IOException e) {
        // A server may answer and close before all is sent; the answer is read below.
      }
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      try {
        socket.getInputStream().transferTo(answer);
      } catch (IOException e) {
        if (answer.size() == 0) {
          throw e;
        }
      }
      return answer.toString(StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The status of an answer. */
  static int status(String answer) {
    return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
  }
}
