package org.entente.infer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementMinus;
import org.apache.jena.sparql.syntax.ElementOptional;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.entente.diagnostic.Diagnostic;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.diagnostic.Location;
import org.entente.rdf.Believed;
import org.entente.rdf.CompactGraph;
import org.entente.rdf.Derivations;
import org.entente.rdf.Ent;
import org.entente.rdf.Hash;
import org.entente.rdf.Inferred;
import org.entente.rdf.Inferred.Derivation;
import org.entente.rdf.Inferred.RuleFile;
import org.entente.rdf.Ontology;
import org.entente.rdf.QueryFile;
import org.entente.rdf.Resolved;

/**
 * Runs inference rules: SPARQL CONSTRUCT over the accepted graph and what rules added before.
 *
 * <p>A rule's premises are the triple patterns of its WHERE clause, outside OPTIONAL, MINUS and
 * FILTER, as its solution matched them. Rules run stratum by stratum, each stratum until nothing
 * new comes. Contested and deprecated statements are not in the accepted graph, so they infer
 * nothing.
 */
public final class RuleEngine {
  /** Rounds after which a stratum is taken not to come to an end. */
  private static final int MOST_ROUNDS = 100;

  private final List<Rule> rules = new ArrayList<>();
  private final DiagnosticLog log;

  private record Rule(
      RuleFile file, Query select, List<Triple> template, List<Triple> premises, String path) {}

  /** An engine for rules; those that cannot be used go to the log. */
  public RuleEngine(SortedMap<String, QueryFile> files, DiagnosticLog log) {
    this.log = log;
    for (QueryFile file : files.values()) {
      Rule rule = compile(file);
      if (rule != null) {
        rules.add(rule);
      }
    }
  }

  private Rule compile(QueryFile file) {
    Query query = Ontology.parse(file, log);
    if (query == null) {
      return null;
    }
    List<Triple> premises = new ArrayList<>();
    if (!query.isConstructType() || !collect(query.getQueryPattern(), premises)) {
      log.error(
          Location.of(file.path().toString()),
          org.entente.diagnostic.Rule.QUERY,
          "a CONSTRUCT whose premises are plain triple patterns",
          "another query, or a path, UNION, GRAPH or sub-select among the premises",
          "write paths out as triple patterns, alternatives as rules of their own");
      return null;
    }
    List<Triple> template = query.getConstructTemplate().getTriples();
    query.setQuerySelectType();
    query.setQueryResultStar(true);
    query.resetResultVars();
    String stratum = file.declaration("stratum").orElse("1");
    if (!stratum.matches("\\d{1,4}")) {
      log.error(
          Location.of(file.path().toString()),
          org.entente.diagnostic.Rule.QUERY,
          "a stratum from 0 to 9999",
          Diagnostic.quote(stratum),
          "write # stratum: 1");
      return null;
    }
    RuleFile described =
        new RuleFile(
            Ent.id("rule/" + file.name()),
            file.name(),
            Integer.parseInt(stratum),
            file.question(),
            file.text());
    return new Rule(described, query, template, premises, file.path().toString());
  }

  /** Gathers the triple patterns of a group; false when it has anything else that can match. */
  private static boolean collect(Element element, List<Triple> premises) {
    if (element instanceof ElementGroup group) {
      for (Element part : group.getElements()) {
        if (!collect(part, premises)) {
          return false;
        }
      }
    } else if (element instanceof ElementPathBlock block) {
      for (TriplePath path : block.getPattern().getList()) {
        if (!path.isTriple()) {
          return false;
        }
        premises.add(path.asTriple());
      }
    } else if (element instanceof ElementTriplesBlock block) {
      premises.addAll(block.getPattern().getList());
    } else {
      return element instanceof ElementOptional
          || element instanceof ElementMinus
          || element instanceof ElementFilter
          || element instanceof ElementBind
          || element instanceof ElementData;
    }
    return true;
  }

  /** Runs all rules over what is believed. */
  public Inferred infer(Resolved resolved, Graph ontology) {
    Graph inferred = new CompactGraph.Builder().build();
    Derivations derivations = new Derivations();
    SortedMap<Integer, List<Rule>> strata = new TreeMap<>();
    rules.forEach(
        rule -> strata.computeIfAbsent(rule.file.stratum(), s -> new ArrayList<>()).add(rule));
    for (List<Rule> ofStratum : strata.values()) {
      inferred = runStratum(ofStratum, resolved.accepted(), inferred, ontology, derivations);
    }
    return new Inferred(resolved, inferred, derivations, rules.stream().map(Rule::file).toList());
  }

  /** What is inferred after a stratum, each round of which sees what those before it added. */
  private Graph runStratum(
      List<Rule> ofStratum, Graph accepted, Graph before, Graph ontology, Derivations derivations) {
    Graph inferred = before;
    for (int round = 0; ; round++) {
      Graph known = new Believed(accepted, inferred, ontology);
      CompactGraph.Builder more = new CompactGraph.Builder();
      Set<Node> adding = new HashSet<>();
      for (Rule rule : ofStratum) {
        apply(
            rule,
            known,
            (triple, premises) -> {
              if (!accepted.contains(triple)
                  && derivations.add(derivation(triple, rule.file.iri(), premises))) {
                adding.add(rule.file.iri());
                more.add(triple);
              }
            });
      }
      if (adding.isEmpty()) {
        return inferred;
      }
      inferred.find().forEach(more::add);
      inferred = more.build();
      if (round == MOST_ROUNDS) {
        for (Rule rule : ofStratum) {
          if (adding.contains(rule.file.iri())) {
            log.error(
                Location.of(rule.path),
                org.entente.diagnostic.Rule.INFERENCE,
                "a rule that comes to an end within " + MOST_ROUNDS + " rounds",
                "one that goes on adding",
                "a rule must not make new things from the things it makes");
          }
        }
        return inferred;
      }
    }
  }

  private static void apply(Rule rule, Graph known, BiConsumer<Triple, Set<Triple>> found) {
    try (QueryExec execution = QueryExec.graph(known).query(rule.select).build()) {
      RowSet solutions = execution.select();
      while (solutions.hasNext()) {
        Binding solution = solutions.next();
        Set<Triple> premises = new LinkedHashSet<>();
        for (Triple pattern : rule.premises) {
          Triple premise = instantiate(pattern, solution);
          if (premise != null
              && !premise
                  .getPredicate()
                  .getURI()
                  .startsWith("http://www.w3.org/2000/01/rdf-schema#sub")) {
            premises.add(premise);
          }
        }
        for (Triple pattern : rule.template) {
          Triple triple = instantiate(pattern, solution);
          if (triple != null && !premises.contains(triple)) {
            found.accept(triple, premises);
          }
        }
      }
    }
  }

  private static Derivation derivation(Triple triple, Node rule, Set<Triple> premises) {
    Set<String> sorted = new TreeSet<>();
    Map<String, Triple> byText = new HashMap<>();
    for (Triple premise : premises) {
      String text =
          NodeFmtLib.strNT(premise.getSubject())
              + " "
              + NodeFmtLib.strNT(premise.getPredicate())
              + " "
              + NodeFmtLib.strNT(premise.getObject());
      sorted.add(text);
      byText.put(text, premise);
    }
    Hash hash =
        Hash.start()
            .add(triple.getSubject())
            .add(triple.getPredicate())
            .add(triple.getObject())
            .add(rule);
    sorted.forEach(hash::add);
    return new Derivation(
        Ent.id("derivation/" + hash.hex()),
        triple,
        rule,
        sorted.stream().map(byText::get).toList());
  }

  private static Triple instantiate(Triple pattern, Binding solution) {
    Node s = value(pattern.getSubject(), solution);
    Node p = value(pattern.getPredicate(), solution);
    Node o = value(pattern.getObject(), solution);
    return s == null || p == null || o == null || !s.isURI() ? null : Triple.create(s, p, o);
  }

  private static Node value(Node part, Binding solution) {
    return Var.isVar(part) ? solution.get(Var.alloc(part)) : part;
  }
}
