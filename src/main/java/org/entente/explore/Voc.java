package org.entente.explore;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.entente.rdf.Ent;

/** The terms that pages read beside those of the engine. */
final class Voc {
  static final String SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/";

  static final Node TYPE = RDF.type.asNode();
  static final Node LABEL = RDFS.label.asNode();
  static final Node COMMENT = RDFS.comment.asNode();
  static final Node SUBCLASS = RDFS.subClassOf.asNode();
  static final Node PREF_LABEL = SKOS.prefLabel.asNode();
  static final Node ALT_LABEL = SKOS.altLabel.asNode();
  static final Node CLOSE_MATCH = SKOS.closeMatch.asNode();
  static final Node EXACT_MATCH = SKOS.exactMatch.asNode();
  static final Node RELATED_MATCH = SKOS.relatedMatch.asNode();
  static final Node CREATOR = DCTerms.creator.asNode();
  static final Node PUBLISHER = DCTerms.publisher.asNode();
  static final Node ISSUED = DCTerms.issued.asNode();
  static final Node IDENTIFIER = DCTerms.identifier.asNode();
  static final Node TITLE = DCTerms.title.asNode();
  static final Node IS_PART_OF = DCTerms.isPartOf.asNode();
  static final Node HAS_VERSION = DCTerms.hasVersion.asNode();
  static final Node VALUE = RDF.value.asNode();

  static final Node VOID_CLASS = iri("http://rdfs.org/ns/void#class");
  static final Node VOID_ENTITIES = iri("http://rdfs.org/ns/void#entities");
  static final Node VOID_PROPERTY = iri("http://rdfs.org/ns/void#property");

  /** One of the events of an actor that began last, in the summaries. */
  static final Node LATEST_EVENT = ent("latestEvent");

  /** The summary of the events that began last, and what it consists of. */
  static final Node LATEST_EVENTS = iri("https://w3id.org/entente/summaries#latestEvents");

  static final Node HAD_MEMBER = iri("http://www.w3.org/ns/prov#hadMember");

  static final Node EVENT = sem("Event");
  static final Node ACTOR = sem("hasActor");
  static final Node PLACE = sem("hasPlace");
  static final Node EARLIEST_BEGIN = sem("hasEarliestBeginTimeStamp");
  static final Node LATEST_BEGIN = sem("hasLatestBeginTimeStamp");
  static final Node EARLIEST_END = sem("hasEarliestEndTimeStamp");
  static final Node LATEST_END = sem("hasLatestEndTimeStamp");

  static final Node PERSON = iri("http://xmlns.com/foaf/0.1/Person");
  static final Node ORGANISATION = iri("http://www.w3.org/ns/org#Organization");
  static final Node POST = iri("http://www.w3.org/ns/org#Post");
  static final Node MEMBER = iri("http://www.w3.org/ns/org#member");
  static final Node OBSERVATION = iri("http://purl.org/linked-data/cube#Observation");
  static final Node CITATION = iri("http://purl.org/spar/cito/Citation");
  static final Node CITING = iri("http://purl.org/spar/cito/hasCitingEntity");
  static final Node CITED = iri("http://purl.org/spar/cito/hasCitedEntity");
  static final Node LATITUDE = iri("http://www.w3.org/2003/01/geo/wgs84_pos#lat");
  static final Node LONGITUDE = iri("http://www.w3.org/2003/01/geo/wgs84_pos#long");
  static final Node EXACT = iri("http://www.w3.org/ns/oa#exact");
  static final Node START = iri("http://www.w3.org/ns/oa#start");
  static final Node END = iri("http://www.w3.org/ns/oa#end");

  private Voc() {}

  static Node ent(String name) {
    return Ent.term(name);
  }

  static Node sem(String name) {
    return NodeFactory.createURI(SEM + name);
  }

  static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }
}
