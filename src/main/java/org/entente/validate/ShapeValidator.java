package org.entente.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.ShaclParseException;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.shacl.validation.VLib;
import org.entente.diagnostic.Diagnostic;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.diagnostic.Location;
import org.entente.diagnostic.Rule;
import org.entente.model.Row;
import org.entente.rdf.Account;
import org.entente.rdf.Believed;
import org.entente.rdf.Claim;
import org.entente.rdf.Ent;
import org.entente.rdf.Inferred;
import org.entente.rdf.Mapped;
import org.entente.rdf.Ontology;
import org.entente.rdf.Support;

/** Checks the graph against the SHACL shapes, and says in which cell a violation has its cause. */
public final class ShapeValidator {
  private final Ontology ontology;
  private final DiagnosticLog log;

  /** A validator that reports to a log. */
  public ShapeValidator(Ontology ontology, DiagnosticLog log) {
    this.ontology = ontology;
    this.log = log;
  }

  /** Validates what is accepted and inferred, and the ontology itself. */
  public void validate(Inferred inferred) {
    Shapes shapes;
    try {
      shapes = Shapes.parse(ontology.shapes());
    } catch (ShaclParseException e) {
      log.error(Location.of("shapes.ttl"), Rule.ONTOLOGY, "SHACL shapes", e.getMessage(), "");
      return;
    }
    Graph data =
        new Believed(inferred.resolved().accepted(), inferred.inferred(), ontology.terms());
    ValidationReport report = validate(shapes, data);
    if (report.conforms()) {
      return;
    }
    Set<Node> things = new HashSet<>();
    report.getEntries().forEach(entry -> things.add(entry.focusNode()));
    Origins origins = new Origins(inferred.resolved().mapped(), things);
    for (ReportEntry entry : report.getEntries()) {
      report(entry, origins, data);
    }
  }

  /**
   * Validates each thing that a shape looks at as it is found: Jena's validator would first gather
   * all of them.
   */
  private static ValidationReport validate(Shapes shapes, Graph data) {
    ValidationContext context = ValidationContext.create(shapes, data);
    for (Shape shape : shapes.getTargetShapes()) {
      List<FocusNodes> targets =
          shape.getTargets().stream().map(target -> FocusNodes.of(target, data)).toList();
      for (int i = 0; i < targets.size(); i++) {
        List<FocusNodes> before = targets.subList(0, i);
        targets
            .get(i)
            .forEach(
                node -> {
                  if (before.stream().noneMatch(target -> target.contains(node))) {
                    VLib.validateShape(context, data, shape, node);
                  }
                });
      }
    }
    return context.generateReport();
  }

  private void report(ReportEntry entry, Origins origins, Graph data) {
    Node path = entry.resultPath() == null ? null : simplePath(entry.resultPath().toString());
    Location location = origins.locate(entry.focusNode(), path, entry.value());
    String found = found(entry, path, data);
    String hint = "shape " + localName(entry.source());
    boolean error = entry.severity() == null || entry.severity().equals(Severity.Violation);
    Diagnostic diagnostic =
        error
            ? Diagnostic.error(location, Rule.SHAPE, entry.message(), found, hint)
            : Diagnostic.warning(location, Rule.SHAPE, entry.message(), found, hint);
    log.add(diagnostic);
  }

  /** What stands where something else was expected: the value, or all values of the path. */
  private static String found(ReportEntry entry, Node path, Graph data) {
    Node focus = entry.focusNode();
    if (entry.value() != null) {
      return entry.value().equals(focus) ? show(focus) : show(entry.value()) + " of " + show(focus);
    }
    if (entry.resultPath() == null) {
      return show(focus);
    }
    List<String> values =
        path == null
            ? List.of()
            : data.find(focus, path, Node.ANY).toList().stream()
                .map(triple -> show(triple.getObject()))
                .sorted()
                .toList();
    return (values.isEmpty() ? "none" : String.join(" and ", values)) + " of " + show(focus);
  }

  private static Node simplePath(String path) {
    return path.startsWith("<") && path.endsWith(">")
        ? org.apache.jena.graph.NodeFactory.createURI(path.substring(1, path.length() - 1))
        : null;
  }

  private static String show(Node node) {
    String identifier = Ent.identifier(node);
    if (identifier != null) {
      return identifier;
    }
    return node.isURI() && node.getURI().startsWith(Ent.NS)
        ? "ent:" + localName(node)
        : Diagnostic.quote(
            node.isLiteral() ? node.getLiteralLexicalForm() : NodeFmtLib.strNT(node));
  }

  private static String localName(Node node) {
    if (node == null || !node.isURI()) {
      return "without a name";
    }
    String uri = node.getURI();
    return uri.substring(Math.max(uri.lastIndexOf('#'), uri.lastIndexOf('/')) + 1);
  }

  /** Where the triples of the graph come from. */
  private static final class Origins {
    private record Slot(Node subject, Node predicate) {}

    private final Map<Triple, Location> byTriple = new HashMap<>();
    private final Map<Slot, Location> bySlot = new HashMap<>();
    private final Map<Node, Location> bySubject = new HashMap<>();

    /** The origins of what is said of some things. */
    Origins(Mapped mapped, Set<Node> things) {
      List<Claim> claims = new ArrayList<>();
      List<Support> supports = new ArrayList<>();
      mapped.forEach(
          mappedRow -> {
            Account account = mappedRow.account();
            if (account != null && things.contains(account.describes())) {
              bySubject.putIfAbsent(account.describes(), account.location());
            }
            mappedRow.claims().stream()
                .filter(claim -> things.contains(claim.triple().getSubject()))
                .forEach(claims::add);
            mappedRow.supports().stream()
                .filter(support -> things.contains(support.triple().getSubject()))
                .forEach(supports::add);
          });
      for (Claim claim : claims) {
        add(claim.triple(), claim.account().location(claim.column()));
      }
      for (Support support : supports) {
        String column = support.columns().stream().sorted().findFirst().orElse(null);
        Row row = support.row();
        add(support.triple(), column == null ? row.location() : row.location(column));
      }
    }

    private void add(Triple triple, Location location) {
      byTriple.putIfAbsent(triple, location);
      bySlot.putIfAbsent(new Slot(triple.getSubject(), triple.getPredicate()), location);
      bySubject.putIfAbsent(triple.getSubject(), location);
    }

    Location locate(Node focus, Node path, Node value) {
      Location found = null;
      if (path != null && value != null) {
        found = byTriple.get(Triple.create(focus, path, value));
      }
      if (found == null && path != null) {
        found = bySlot.get(new Slot(focus, path));
      }
      if (found == null) {
        found = bySubject.get(focus);
      }
      return found == null ? Location.of("ontology") : found;
    }
  }
}
