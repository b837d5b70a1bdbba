package org.entente.serve;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;

/**
 * A socket that is bound already, so that the public URL is known before the first request.
 *
 * @param channel the socket
 * @param publicUrl what links say
 */
record ServerSocketAddress(ServerSocketChannel channel, URI publicUrl) {
  private static final int WAITING_CONNECTIONS = 256;

  /** Binds, and makes the public URL from the address unless one is given. */
  static ServerSocketAddress reserve(ServerOptions options) throws IOException {
    InetAddress host = InetAddress.getByName(options.host());
    ServerSocketChannel channel = ServerSocketChannel.open();
    try {
      channel.setOption(java.net.StandardSocketOptions.SO_REUSEADDR, true);
      channel.bind(new InetSocketAddress(host, options.port()), WAITING_CONNECTIONS);
    } catch (IOException e) {
      channel.close();
      throw new IOException(
          "cannot listen on " + options.host() + ":" + options.port() + ": " + e.getMessage(), e);
    }
    int port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
    URI url = options.publicUrl();
    if (url == null) {
      String name = host.isAnyLocalAddress() ? "localhost" : options.host();
      url = URI.create("http://" + (name.contains(":") ? "[" + name + "]" : name) + ":" + port);
    }
    return new ServerSocketAddress(channel, url);
  }
}
