package org.entente.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.entente.model.Datatype;
import org.entente.model.Edtf;
import org.entente.publish.tdb.Statements;
import org.entente.rdf.Account;
import org.entente.rdf.Claim;
import org.entente.rdf.Contradiction;
import org.entente.rdf.Ent;
import org.entente.rdf.Graphs;
import org.entente.rdf.Hash;
import org.entente.rdf.Inferred;
import org.entente.rdf.Inferred.Derivation;
import org.entente.rdf.Inferred.RuleFile;
import org.entente.rdf.Mapped;
import org.entente.rdf.MappedRow;
import org.entente.rdf.Ontology;
import org.entente.rdf.Resolved;
import org.entente.rdf.Support;

/** Gathers the statements of all graphs of a dataset. */
final class GraphWriter {
  private static final Set<Node> HIERARCHY =
      Set.of(
          RDFS.subClassOf.asNode(),
          RDFS.subPropertyOf.asNode(),
          RDFS.label.asNode(),
          SKOS.prefLabel.asNode());
  private static final Node REIFIES = NodeFactory.createURI(RDF.getURI() + "reifies");

  private final Statements statements;

  /** Identifiers of the documents that accounts come from. */
  private final Set<String> documents = new TreeSet<>();

  private GraphWriter(Statements statements) {
    this.statements = statements;
  }

  /** Gathers the statements of the whole dataset. */
  static void write(
      Inferred inferred,
      Graph summaries,
      Mapped candidates,
      Ontology ontology,
      Statements statements)
      throws IOException {
    GraphWriter writer = new GraphWriter(statements);
    try {
      writer.write(inferred, summaries, candidates, ontology);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void write(Inferred inferred, Graph summaries, Mapped candidates, Ontology ontology) {
    Resolved resolved = inferred.resolved();
    copy(resolved.accepted(), Graphs.ACCEPTED);
    copy(inferred.inferred(), Graphs.INFERRED);
    ontology(ontology.terms());
    said(inferred);
    resolved.contradictions().forEach(this::contradiction);
    resolved.mapped().forEachSource(triple -> add(triple, Graphs.SOURCES));
    rules(inferred);
    summaries.find().forEach(triple -> add(triple, Graphs.SUMMARIES));
    candidates(candidates);
    Catalog.of(inferred, documents, ontology).forEach(triple -> add(triple, Graphs.CATALOG));
  }

  private void copy(Graph graph, Node name) {
    graph
        .find()
        .forEach(
            triple -> {
              add(triple, name);
              add(triple, null);
            });
  }

  private void ontology(Graph terms) {
    terms
        .find()
        .forEach(
            triple -> {
              if (triple.getSubject().isBlank() || triple.getObject().isBlank()) {
                return;
              }
              add(triple, Graphs.ONTOLOGY);
              if (HIERARCHY.contains(triple.getPredicate())) {
                add(triple, null);
              }
            });
  }

  /** What the tables say, with what became of it. */
  private void said(Inferred inferred) {
    Resolved resolved = inferred.resolved();
    Premises premises = Premises.of(inferred.derivations());
    Resolved.Verdicts verdicts = resolved.verdicts();
    resolved
        .mapped()
        .forEach(
            row -> {
              account(row, Graphs.CLAIMS);
              for (Claim claim : row.claims()) {
                claim(claim, Graphs.CLAIMS);
                Node statement = NodeFactory.createTripleTerm(claim.triple());
                add(Triple.create(claim.iri(), REIFIES, statement), Graphs.RDF12);
                Resolved.Corroboration corroboration = verdicts.corroboration(claim);
                if (corroboration != null) {
                  corroborated(claim, corroboration);
                }
                for (Triple accepted : verdicts.behind(claim)) {
                  premises.forEach(accepted, derivation -> premise(derivation, claim.iri()));
                }
              }
              for (Support support : row.supports()) {
                if (row.account() != null
                    && premises.contains(support.triple())
                    && verdicts.stands(row, support)) {
                  premises.forEach(
                      support.triple(), derivation -> premise(derivation, row.account().iri()));
                }
              }
            });
  }

  /** The claims behind a premise, and the accounts that it points to, stand for it. */
  private void premise(Node derivation, Node behind) {
    inference(derivation, Ent.PREMISE, behind);
  }

  private void corroborated(Claim claim, Resolved.Corroboration corroboration) {
    in(Graphs.CLAIMS, claim.iri(), Ent.ARTICLES, integer(corroboration.articles()));
    in(Graphs.CLAIMS, claim.iri(), Ent.INDEPENDENT_ARTICLES, integer(corroboration.independent()));
  }

  private void account(MappedRow row, Node graph) {
    Account account = row.account();
    if (account == null) {
      return;
    }
    for (Support support : row.supports()) {
      in(graph, support.triple().getSubject(), Ent.ACCOUNT, account.iri());
    }
    if (graph.equals(Graphs.CLAIMS)) {
      documents.addAll(account.documents());
    }
    Node node = account.iri();
    in(graph, node, RDF.type.asNode(), Ent.ACCOUNT_CLASS);
    in(graph, node, Ent.TABLE, text(account.table()));
    in(graph, node, Ent.LINE, integer(account.row().line()));
    if (account.describes() != null) {
      in(graph, node, Ent.DESCRIBES, account.describes());
    }
    for (String document : account.documents()) {
      in(graph, node, Ent.FROM_DOCUMENT, Ent.id(document));
    }
    for (String passage : account.passages()) {
      in(graph, node, Ent.PASSAGE, Ent.id(passage));
    }
    thing(graph, node, Ent.ATTRIBUTED_TO, account.attributedTo());
    thing(graph, node, Ent.QUOTING, account.quoting());
    thing(graph, node, Ent.REFERENCE, account.reference());
    in(graph, node, Ent.STATUS, account.status().concept());
    in(graph, node, Ent.RANK, account.rank().concept());
    if (account.rankReason() != null) {
      in(graph, node, Ent.RANK_REASON, text(account.rankReason()));
    }
    if (account.asOf() != null) {
      in(
          graph,
          node,
          Ent.AS_OF,
          NodeFactory.createLiteralDT(
              account.asOf(), TypeMapper.getInstance().getSafeTypeByName(Edtf.DATATYPE)));
    }
    in(graph, node, Ent.PRODUCED_BY, text(account.producer()));
    if (account.reviewer() != null) {
      in(graph, node, Ent.REVIEWED_BY, text(account.reviewer()));
    }
  }

  private void claim(Claim claim, Node graph) {
    Node node = claim.iri();
    Triple triple = claim.triple();
    in(graph, node, RDF.type.asNode(), Ent.CLAIM_CLASS);
    in(graph, node, RDF.subject.asNode(), triple.getSubject());
    in(graph, node, RDF.predicate.asNode(), triple.getPredicate());
    in(graph, node, RDF.object.asNode(), triple.getObject());
    in(graph, node, Ent.ACCOUNT, claim.account().iri());
    for (String passage : claim.passages()) {
      in(graph, node, Ent.PASSAGE, Ent.id(passage));
    }
    for (String document : claim.account().documents()) {
      in(graph, node, Ent.FROM_DOCUMENT, Ent.id(document));
    }
  }

  /**
   * What nobody has reviewed: the triples themselves, the accounts and claims behind them and the
   * passages of those, in a graph of their own and in no other.
   */
  private void candidates(Mapped candidates) {
    candidates.forEach(
        row -> {
          account(row, Graphs.CANDIDATES);
          for (Claim claim : row.claims()) {
            add(claim.triple(), Graphs.CANDIDATES);
            claim(claim, Graphs.CANDIDATES);
          }
          row.supports().forEach(support -> add(support.triple(), Graphs.CANDIDATES));
          String confidence = row.account() == null ? null : row.row().text("confidence");
          if (confidence != null) {
            in(
                Graphs.CANDIDATES,
                row.account().iri(),
                Ent.CONFIDENCE,
                NodeFactory.createLiteralDT(
                    Datatype.DECIMAL.canonical(confidence), XSDDatatype.XSDdecimal));
          }
        });
    candidates.forEachSource(triple -> add(triple, Graphs.CANDIDATES));
  }

  private void contradiction(Contradiction contradiction) {
    for (Node graph : contradiction.resolved() ? List.of(Graphs.CLAIMS) : defaultAndClaims()) {
      Node node = contradiction.iri();
      add(Triple.create(node, RDF.type.asNode(), Ent.CONTRADICTION_CLASS), graph);
      add(Triple.create(node, Ent.ON_PROPERTY, contradiction.property()), graph);
      add(Triple.create(node, Ent.DESCRIBES, contradiction.thing()), graph);
      add(Triple.create(node, RDFS.comment.asNode(), text(contradiction.explanation())), graph);
      if (contradiction.namedBy() != null) {
        add(Triple.create(node, Ent.NAMED_BY, Ent.id(contradiction.namedBy())), graph);
      }
      if (!contradiction.resolved()) {
        add(Triple.create(contradiction.thing(), Ent.CONTESTED, node), graph);
      }
      for (List<Claim> side : contradiction.sides().values()) {
        for (Claim claim : side) {
          add(Triple.create(node, Ent.CLAIM, claim.iri()), graph);
        }
      }
    }
  }

  private static List<Node> defaultAndClaims() {
    return Arrays.asList(Graphs.CLAIMS, null);
  }

  private void rules(Inferred inferred) {
    for (RuleFile rule : inferred.rules()) {
      inference(rule.iri(), RDF.type.asNode(), Ent.RULE_CLASS);
      inference(rule.iri(), RDFS.label.asNode(), text(rule.name()));
      inference(rule.iri(), RDFS.comment.asNode(), text(rule.why()));
      inference(rule.iri(), Ent.CONSTRUCT, text(rule.text()));
    }
    for (Derivation derivation : inferred.derivations()) {
      Node node = derivation.iri();
      inference(node, RDF.type.asNode(), Ent.DERIVATION_CLASS);
      inference(node, RDF.subject.asNode(), derivation.triple().getSubject());
      inference(node, RDF.predicate.asNode(), derivation.triple().getPredicate());
      inference(node, RDF.object.asNode(), derivation.triple().getObject());
      inference(node, Ent.DERIVED_BY, derivation.rule());
      for (Triple premise : derivation.premises()) {
        inferredPremise(inferred, node, premise);
      }
    }
  }

  /** A premise that was inferred itself stands in the graph as a statement. */
  private void inferredPremise(Inferred inferred, Node derivation, Triple premise) {
    if (inferred.inferred().contains(premise)) {
      Node statement =
          Ent.id(
              "statement-inferred/"
                  + Hash.start()
                      .add(premise.getSubject())
                      .add(premise.getPredicate())
                      .add(premise.getObject())
                      .hex());
      inference(derivation, Ent.PREMISE, statement);
      inference(statement, RDF.subject.asNode(), premise.getSubject());
      inference(statement, RDF.predicate.asNode(), premise.getPredicate());
      inference(statement, RDF.object.asNode(), premise.getObject());
    }
  }

  private void thing(Node graph, Node subject, Node predicate, String identifier) {
    if (identifier != null) {
      in(graph, subject, predicate, Ent.id(identifier));
    }
  }

  private void in(Node graph, Node subject, Node predicate, Node object) {
    try {
      statements.add(subject, predicate, object, graph);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void inference(Node subject, Node predicate, Node object) {
    add(Triple.create(subject, predicate, object), Graphs.INFERRED);
  }

  private void add(Triple triple, Node graph) {
    in(graph, triple.getSubject(), triple.getPredicate(), triple.getObject());
  }

  private static Node text(String value) {
    return NodeFactory.createLiteralString(value);
  }

  private static Node integer(int value) {
    return NodeFactory.createLiteralDT(Integer.toString(value), XSDDatatype.XSDinteger);
  }
}
