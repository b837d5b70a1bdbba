package org.entente.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.engine.Target;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.RDF;

/** The things that a target of a shape (SHACL 2.1.3) names, one after the other. */
final class FocusNodes {
  private final Target target;
  private final Graph data;

  /** The class and its subclasses; null for a target that names things otherwise. */
  private final List<Node> classes;

  private FocusNodes(Target target, Graph data, List<Node> classes) {
    this.target = target;
    this.data = data;
    this.classes = classes;
  }

  static FocusNodes of(Target target, Graph data) {
    return switch (target.getTargetType()) {
      case targetClass, implicitClass ->
          new FocusNodes(target, data, new ArrayList<>(G.subClasses(data, target.getObject())));
      default -> new FocusNodes(target, data, null);
    };
  }

  /** Hands each over once. */
  void forEach(Consumer<Node> nodes) {
    if (classes == null) {
      target.getFocusNodes(data).forEach(nodes);
      return;
    }
    for (int i = 0; i < classes.size(); i++) {
      List<Node> before = classes.subList(0, i);
      data.find(Node.ANY, RDF.Nodes.type, classes.get(i))
          .mapWith(triple -> triple.getSubject())
          .filterDrop(node -> isOf(node, before))
          .forEach(nodes);
    }
  }

  boolean contains(Node node) {
    return classes == null ? VLib.isFocusNode(target, node, data) : isOf(node, classes);
  }

  private boolean isOf(Node node, List<Node> some) {
    return some.stream().anyMatch(type -> data.contains(node, RDF.Nodes.type, type));
  }
}
