package org.entente.serve;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.atomic.AtomicLong;
import org.entente.serve.Limits.Rate;
import org.junit.jupiter.api.Test;

/** What a client may ask by the clock. */
class ClientsTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void aClientThatWaitsMayAskAgain() {
    AtomicLong clock = new AtomicLong();
    Clients clients = new Clients(new Rate(3, 2), clock::get);
    for (int i = 0; i < 3; i++) {
      clients.count("a");
    }
    Problem refused = assertThrows(Problem.class, () -> clients.count("a"));
    assertEquals(429, refused.status());
    assertDoesNotThrow(() -> clients.count("b"));
    clock.addAndGet(SECOND / 2 - 1);
    assertThrows(Problem.class, () -> clients.count("a"));
    clock.addAndGet(1);
    clients.count("a");
    assertThrows(Problem.class, () -> clients.count("a"));
    clock.addAndGet(3600 * SECOND);
    for (int i = 0; i < 3; i++) {
      clients.count("a");
    }
    assertThrows(Problem.class, () -> clients.count("a"), "more than a burst is not saved up");
  }

  @Test
  void anAddressOfIpv6CountsAsItsNetwork() {
    assertEquals(Clients.name("2001:db8:1:2::1"), Clients.name("2001:db8:1:2:ffff::9"));
    assertNotEquals(Clients.name("2001:db8:1:2::1"), Clients.name("2001:db8:1:3::1"));
    assertEquals("192.0.2.1", Clients.name("192.0.2.1"));
  }
}
