package org.entente.serve;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.util.Context;
import org.entente.store.DatasetFolder;
import org.junit.jupiter.api.Test;

/** The queries of clients run as the store runs them: patterns in its order, joins on its ids. */
class QueryContextTest {
  @Test
  void theStoreRunsTheQueries() throws Exception {
    DatasetFolder folder = TestServer.copyOfGraph();
    DatasetGraph store = folder.open(folder.requireCurrent());
    try {
      Context context = SafeFunctions.context(store);
      assertNotNull(QC.getFactory(store.getContext()));
      assertSame(QC.getFactory(store.getContext()), QC.getFactory(context));
      assertFalse(context.isTrue(ARQ.httpServiceAllowed));
      assertFalse(store.getContext().isDefined(ARQ.httpServiceAllowed), "the store's own stays");
    } finally {
      DatasetFolder.close(store);
    }
  }
}
