package org.entente.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.text.TextHit;
import org.apache.jena.query.text.TextIndexLucene;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.apache.jena.vocabulary.RDFS;
import org.entente.rdf.Ent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The full-text index of a store with many names lies beside it and is made once. */
class KeptIndexTest {
  @TempDir private Path generation;

  @BeforeEach
  void store() {
    DatasetGraph dataset = open();
    Txn.executeWrite(
        dataset,
        () -> {
          for (String name : List.of("Ann Example", "Bob Example", "Cho Example")) {
            dataset.add(
                Quad.defaultGraphIRI,
                Ent.id("person/" + name.substring(0, 3).toLowerCase(java.util.Locale.ROOT)),
                RDFS.label.asNode(),
                NodeFactory.createLiteralLang(name, "en"));
          }
        });
    TDBInternal.expel(dataset);
  }

  private DatasetGraph open() {
    return DatabaseMgr.connectDatasetGraph(Location.create(generation.resolve("tdb2").toString()));
  }

  private List<String> found(int manyNames, String words) {
    DatasetGraph dataset = open();
    try {
      TextIndexLucene index = Txn.calculateRead(dataset, () -> FullText.of(dataset, manyNames));
      List<TextHit> hits =
          index.query((String) null, List.of(RDFS.label), words, null, null, 10, null);
      index.close();
      return hits.stream().map(hit -> hit.getNode().getURI()).sorted().toList();
    } finally {
      TDBInternal.expel(dataset);
    }
  }

  private Map<String, String> files() throws Exception {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(generation.resolve("text"))) {
      for (Path file : all.toList()) {
        files.put(file.getFileName().toString(), Files.getLastModifiedTime(file).toString());
      }
    }
    return files;
  }

  @Test
  void isMadeOnceAndFoundAgain() throws Exception {
    List<String> bob = List.of("https://w3id.org/entente/id/person/bob");
    assertEquals(bob, found(3, "bob"));
    Map<String, String> made = files();
    assertEquals(bob, found(3, "bob"));
    assertEquals(3, found(3, "example").size());
    assertEquals(made, files());
  }

  @Test
  void whatWasLeftUnfinishedIsMadeAnew() throws Exception {
    Path aside = Files.createDirectory(generation.resolve("unfinished-text"));
    Files.writeString(aside.resolve("_0.cfs"), "half of it");
    assertEquals(3, found(3, "example").size());
    assertFalse(Files.exists(aside));
    assertTrue(Files.isDirectory(generation.resolve("text")));
  }

  @Test
  void ofFewNamesOrWhereNothingCanBeWrittenItIsInMemory() throws Exception {
    assertEquals(3, found(4, "example").size());
    assertFalse(Files.exists(generation.resolve("text")));
    Files.writeString(generation.resolve("unfinished-text"), "a file in the way");
    assertEquals(3, found(3, "example").size());
    assertFalse(Files.exists(generation.resolve("text")));
  }
}
