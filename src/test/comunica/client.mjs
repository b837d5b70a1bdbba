// Comunica, told one address of a thing and nothing else: it dereferences, follows links, finds the
// endpoint and queries it. Prints a line of JSON for each step. Once, in this folder: npm ci
//
//   node client.mjs http://localhost:3030/ event/summit-2022-11-phnom-penh
import { QueryEngine } from '@comunica/query-sparql';

const NAMESPACE = 'https://w3id.org/entente/';
const [base, start] = process.argv.slice(2);
const asked = [];

/** What the redirects of w3id.org do for a server in its place. */
function fetchHere(input, init) {
  const address = (typeof input === 'string' ? input : input.url).replace(NAMESPACE, base);
  asked.push(address);
  return fetch(address, init);
}

const engine = new QueryEngine();

async function select(source, query) {
  const rows = await engine.queryBindings(query, { sources: [source], fetch: fetchHere, lenient: false });
  return (await rows.toArray()).map(row => Object.fromEntries([...row].map(([name, term]) => [name.value, term.value])));
}

function tell(step, value) {
  console.log(JSON.stringify({ step, ...value }));
}

// 1. The thing itself: a 303 to a document in whatever format the client likes best.
const thing = NAMESPACE + 'id/' + start;
const [event] = await select(thing, `
  PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
  PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
  SELECT ?label ?place { <${thing}> rdfs:label ?label ; sem:hasPlace ?place FILTER(LANG(?label) = "en") }`);
tell('thing', event);

// 2. What it names, by the same way.
const names = await select(event.place, `
  PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
  SELECT ?label { <${event.place}> rdfs:label ?label } ORDER BY ?label`);
tell('place', { labels: names.map(name => name.label) });

// 3. The dataset that its document belongs to.
const [document] = await select(thing, `
  PREFIX foaf: <http://xmlns.com/foaf/0.1/>
  PREFIX void: <http://rdfs.org/ns/void#>
  SELECT ?dataset { ?document foaf:primaryTopic <${thing}> ; void:inDataset ?dataset }`);
tell('dataset', document);

// 4. The dataset's endpoint.
const [dataset] = await select(document.dataset, `
  PREFIX void: <http://rdfs.org/ns/void#>
  SELECT ?endpoint { <${document.dataset}> void:sparqlEndpoint ?endpoint }`);
tell('endpoint', dataset);

// 5. A question to the endpoint, which the client knows for one by its service description.
asked.length = 0;
const events = await select(dataset.endpoint, `
  PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
  SELECT ?event { ?event sem:hasPlace <${event.place}> } ORDER BY ?event`);
tell('events', {
  events: events.map(row => row.event),
  others: asked.filter(address => !address.startsWith(dataset.endpoint)),
});
