package org.entente.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.Test;

/** Who ends queries is not held up by one that cannot be ended yet. */
class BudgetTest {
  @Test
  void endingAQueryDoesNotWaitForIt() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch planned = new CountDownLatch(1);
    QueryExec planning =
        (QueryExec)
            Proxy.newProxyInstance(
                BudgetTest.class.getClassLoader(),
                new Class<?>[] {QueryExec.class},
                (proxy, method, arguments) -> {
                  assertEquals("abort", method.getName());
                  asked.countDown();
                  planned.await();
                  return null;
                });
    Budget budget = new Budget(System.nanoTime());
    budget.runs(planning);
    assertTimeoutPreemptively(
        Duration.ofSeconds(2),
        () -> {
          budget.end(Budget.timeOut());
          budget.end(Budget.timeOut());
        });
    assertTrue(asked.await(5, TimeUnit.SECONDS));
    planned.countDown();
  }
}
