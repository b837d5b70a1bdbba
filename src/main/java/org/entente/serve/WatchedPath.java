package org.entente.serve;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathBase;
import org.apache.jena.sparql.path.PathVisitor;
import org.apache.jena.sparql.util.NodeIsomorphismMap;

/**
 * A step of a property path that looks at the query's budget whenever it is taken. The engine
 * follows a path for one row to its end without looking at its cancel signal.
 */
final class WatchedPath extends PathBase {
  private final Path step;

  private WatchedPath(Path step) {
    this.step = step;
  }

  /** The same algebra with watched steps in its paths. */
  static Op in(Op op) {
    return Transformer.transform(
        new TransformCopy() {
          @Override
          public Op transform(OpPath path) {
            TriplePath triple = path.getTriplePath();
            return triple.getPath() == null
                ? path
                : new OpPath(
                    new TriplePath(
                        triple.getSubject(), watched(triple.getPath()), triple.getObject()));
          }
        },
        op);
  }

  /** The path itself stays what it is, since the engine decides by its kind how to begin. */
  private static Path watched(Path path) {
    if (path instanceof P_Alt alternative) {
      return new P_Alt(step(alternative.getLeft()), step(alternative.getRight()));
    } else if (path instanceof P_Seq sequence) {
      return new P_Seq(step(sequence.getLeft()), step(sequence.getRight()));
    } else if (path instanceof P_ZeroOrMore1 any) {
      return new P_ZeroOrMore1(step(any.getSubPath()));
    } else if (path instanceof P_OneOrMore1 some) {
      return new P_OneOrMore1(step(some.getSubPath()));
    } else if (path instanceof P_ZeroOrOne maybe) {
      return new P_ZeroOrOne(step(maybe.getSubPath()));
    } else if (path instanceof P_Inverse inverse) {
      return new P_Inverse(step(inverse.getSubPath()));
    }
    return path;
  }

  private static Path step(Path path) {
    return new WatchedPath(watched(path));
  }

  @Override
  public void visit(PathVisitor visitor) {
    Budget.check();
    step.visit(visitor);
  }

  @Override
  public boolean equalTo(Path other, NodeIsomorphismMap same) {
    return step.equalTo(other instanceof WatchedPath watched ? watched.step : other, same);
  }

  @Override
  public int hashCode() {
    return step.hashCode();
  }
}
