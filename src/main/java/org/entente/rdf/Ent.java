package org.entente.rdf;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The terms of Entente's ontology that the engine itself writes or reads, and its namespaces. */
public final class Ent {
  /** Namespace of terms. */
  public static final String NS = "https://w3id.org/entente/ontology#";

  /** Base of the identifiers of things. */
  public static final String ID = "https://w3id.org/entente/id/";

  public static final Node ACCOUNT_CLASS = term("Account");
  public static final Node CLAIM_CLASS = term("Claim");
  public static final Node CONTRADICTION_CLASS = term("Contradiction");
  public static final Node DERIVATION_CLASS = term("Derivation");
  public static final Node DOCUMENT_VERSION_CLASS = term("DocumentVersion");
  public static final Node PASSAGE_CLASS = term("Passage");
  public static final Node RULE_CLASS = term("Rule");

  public static final Node ACCOUNT = term("account");
  public static final Node ARTICLES = term("articles");
  public static final Node AS_OF = term("asOf");
  public static final Node ATTRIBUTED_TO = term("attributedTo");
  public static final Node CARRIES = term("carries");
  public static final Node CHARACTERS = term("characters");
  public static final Node CLAIM = term("claim");
  public static final Node CONTESTED = term("contested");
  public static final Node DERIVED_BY = term("derivedBy");
  public static final Node DESCRIBES = term("describes");
  public static final Node FROM_DOCUMENT = term("fromDocument");
  public static final Node IN_STATE = term("inState");
  public static final Node INDEPENDENT_ARTICLES = term("independentArticles");
  public static final Node LINE = term("line");
  public static final Node LOCATED_IN = term("locatedIn");
  public static final Node NAMED_BY = term("namedBy");
  public static final Node ON_PROPERTY = term("onProperty");
  public static final Node PASSAGE = term("passage");
  public static final Node PREMISE = term("premise");
  public static final Node PRODUCED_BY = term("producedBy");
  public static final Node QUOTE = term("quote");
  public static final Node QUOTING = term("quoting");
  public static final Node RANK = term("rank");
  public static final Node RANK_REASON = term("rankReason");
  public static final Node REFERENCE = term("reference");
  public static final Node REVIEWED_BY = term("reviewedBy");
  public static final Node STATUS = term("status");
  public static final Node TABLE = term("table");

  /** The text of a rule, in SHACL's term for it. */
  public static final Node CONSTRUCT =
      NodeFactory.createURI("http://www.w3.org/ns/shacl#construct");

  private Ent() {}

  /** The term of that local name. */
  public static Node term(String localName) {
    return NodeFactory.createURI(NS + localName);
  }

  /** The thing of that identifier, {@code type/slug}. */
  public static Node id(String identifier) {
    return NodeFactory.createURI(ID + identifier);
  }

  /** The identifier of a thing, {@code type/slug}; null when the node is no thing of this graph. */
  public static String identifier(Node thing) {
    return thing.isURI() && thing.getURI().startsWith(ID)
        ? thing.getURI().substring(ID.length())
        : null;
  }
}
