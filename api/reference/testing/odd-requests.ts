import type { ApiDocument, Operation } from '../complete-document.ts';
import { exampleOf, type JsonSchema } from '../example-of.ts';
import { operationsOf } from './document.ts';
import { ODD_JSON, oddValues } from './odd-values.ts';
import type { World } from './world.ts';

/** A request of which one value is odd. */
export interface OddRequest {
  method: string;
  /** With its query. */
  path: string;
  headers: Record<string, string>;
  body: string | null;
}

interface Place {
  method: string;
  path: string;
  operation: Operation;
  /** Where the odd value goes: a parameter, or a field of the body by its path. */
  kind: 'path' | 'query' | 'header' | 'body';
  name: string;
}

/** How many values a place gets, relative to the others: what a query holds goes furthest unparsed. */
const WEIGHT = { query: 4, header: 2, path: 1, body: 1 };

/** A log-in or a sign-up hashes a password, 200 ms of the Worker's thread; the fuzz test sends those. */
const HASHES = /^\/api\/auth\//;

function placesOf(document: ApiDocument): Place[] {
  return operationsOf(document).flatMap(({ method, path, operation }) => {
    if (method === 'DELETE' || HASHES.test(path) || path === '/api/feed') return [];
    const at = { method, path, operation };
    const parameters = (operation.parameters ?? []).map(({ in: kind, name }) => ({
      ...at,
      kind: kind as Place['kind'],
      name,
    }));
    const media = operation.requestBody?.content['application/json'];
    const fields = Object.keys(propertiesOf(document, media?.schema)).map((name) => ({
      ...at,
      kind: 'body' as const,
      name,
    }));
    return [...parameters, ...fields];
  });
}

function propertiesOf(document: ApiDocument, schema: JsonSchema | undefined): object {
  const name = schema?.$ref?.split('/').at(-1);
  const found = name ? document.components.schemas[name] : schema;
  return found?.properties ?? {};
}

/** A path segment that a URL would drop or that would name another route. */
const segment = (value: string) => encodeURIComponent(value).replace(/^\.{0,2}$/, 'x');

function requestAt(place: Place, value: unknown, document: ApiDocument, own: World['own']) {
  const { method, path, operation, kind, name } = place;
  const resource = path.split('/').slice(2, path.includes('/chat/') ? 4 : 3);
  const mine = own.idOf[resource.join('/')] ?? own.ids[0] ?? '';
  const filled = path.replace(/\{(\w+)\}/g, (_, id) =>
    kind === 'path' && id === name ? segment(String(value)) : mine,
  );
  const query = kind === 'query' ? `?${name}=${encodeURIComponent(String(value))}` : '';
  // A header takes neither line breaks nor anything beyond Latin-1.
  const header = String(value).replace(/[^\x20-\x7e\xa0-\xff]/g, '?');
  const media = operation.requestBody?.content['application/json'];
  const good =
    own.bodies[operation.operationId ?? ''] ??
    media?.example ??
    (media?.schema ? exampleOf(media.schema, document.components.schemas) : null);
  const body = kind === 'body' ? { ...(good as object), [name]: value } : good;
  return {
    method,
    path: filled + query,
    headers: kind === 'header' ? { [name]: header } : {},
    body: method === 'GET' || body === null ? null : JSON.stringify(body),
  };
}

/** The same request with the query's other parameters set to what they allow. */
function withOthers(request: OddRequest, { operation, kind, name }: Place, turn: number) {
  if (kind !== 'query') return request;
  const others = (operation.parameters ?? []).flatMap(({ name: other, in: place, schema }) => {
    const values = schema.enum ?? [];
    if (place !== 'query' || other === name || values.length === 0) return [];
    return [`&${other}=${values[turn % values.length]}`];
  });
  return { ...request, path: request.path + others.join('') };
}

/** `count` requests over every place of the document, the same ones for the same seed. */
export function oddRequests(
  document: ApiDocument,
  { own }: World,
  { count, seed }: { count: number; seed: number },
): OddRequest[] {
  const places = placesOf(document);
  const weights = places.map(({ kind }) => WEIGHT[kind]);
  const unit = Math.ceil(count / weights.reduce((sum, weight) => sum + weight, 0));
  const most = unit * Math.max(...weights);
  const byPlace = places.map((place, index) => {
    const share = unit * WEIGHT[place.kind];
    const texts: unknown[] = oddValues(place.name, share, seed + index);
    const values = place.kind === 'body' ? [...ODD_JSON, ...texts].slice(0, share) : texts;
    return values.map((value, turn) =>
      withOthers(requestAt(place, value, document, own), place, turn + index),
    );
  });
  // One of each place in turn, so that a cut at `count` falls on all of them alike.
  return Array.from({ length: most }, (_, turn) => byPlace.map((requests) => requests[turn]))
    .flat()
    .filter((request) => request !== undefined)
    .slice(0, count);
}
