package org.entente.rdf;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.entente.rdf.Inferred.Derivation;
import org.entente.spill.Blobs;
import org.entente.spill.Numbers;

/** Derivations, each once, outside of the heap where they are many. */
public final class Derivations extends AbstractList<Derivation> implements RandomAccess {
  private static final int TRIPLE = 3;

  private final Blobs derivations = new Blobs();
  private final Numbers byIri = new Numbers();

  @Override
  public int size() {
    return Math.toIntExact(derivations.size());
  }

  /** Adds a derivation, unless it is there; whether it was not. */
  @Override
  public boolean add(Derivation derivation) {
    if (byIri.putIfAbsent(derivations.size(), derivation.iri().getURI()) >= 0) {
      return false;
    }
    List<Node> nodes = new ArrayList<>();
    nodes.add(derivation.iri());
    nodes.add(derivation.rule());
    addTo(nodes, derivation.triple());
    derivation.premises().forEach(premise -> addTo(nodes, premise));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (Node node : nodes) {
        NodeBytes.write(node, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    derivations.add(bytes.toByteArray(), bytes.size());
    return true;
  }

  private static void addTo(List<Node> nodes, Triple triple) {
    nodes.addAll(Arrays.asList(triple.getSubject(), triple.getPredicate(), triple.getObject()));
  }

  @Override
  public Derivation get(int index) {
    List<Node> nodes = new ArrayList<>();
    ByteBuffer bytes = ByteBuffer.wrap(derivations.get(index));
    while (bytes.hasRemaining()) {
      nodes.add(NodeBytes.read(bytes));
    }
    List<Triple> triples = new ArrayList<>();
    for (int at = 2; at < nodes.size(); at += TRIPLE) {
      triples.add(Triple.create(nodes.get(at), nodes.get(at + 1), nodes.get(at + 2)));
    }
    return new Derivation(
        nodes.get(0), triples.get(0), nodes.get(1), triples.subList(1, triples.size()));
  }
}
