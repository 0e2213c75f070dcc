import { type Answer, bytes, json } from '#app/platform/http/answer.ts';
import { isId } from '#app/platform/db/id.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { Language } from '#app/platform/language/language.ts';
import { openapiDocument, profileDocument } from './hsds-documents.ts';
import { type Ask, type Parameter, readAsk } from './hsds-input.ts';
import { findOrganizations, findPlaces, findServiceOfPlace, findServices, type Found } from './hsds-queries.ts';
import { fullOrganization, fullService, type Json, organizationFields, serviceAtLocation, serviceFields, taxonomyOf, termOf } from './hsds-write.ts';
import { directoryPaths } from './paths.ts';
import { listTaxonomies, listTerms, readOrganizations, readServices } from './read.ts';

const cors = { 'access-control-allow-origin': '*' };
const filters: readonly Parameter[] = ['minimal', 'full', 'modified_after', 'taxonomy_term_id', 'taxonomy_id', 'organization_id'];

/** The directory after Open Referral HSDS 3.1, to read: no key, no session, open to pages of other sites. */
export function hsdsRoutes(): Route[] {
  const get = (path: string, handle: (visit: Visit) => Promise<Answer>): Route => ({ method: 'GET', path: `${directoryPaths.hsds}${path}`, localized: false, may: 'anyone', audit: 'none', machine: true, handle });
  return [
    get('', root), get('/', root), get('/openapi.json', async (visit) => json(openapiDocument(visit.baseUrl), { headers: cors })), get('/profile', async (visit) => json(profileDocument(visit.baseUrl), { headers: cors })),
    get('/services', async (visit) => await list(visit, filters, services)), get('/services/:id', async (visit) => await one(visit, async (id, language) => {
      const [found] = await readServices(visit, [id]);
      return found ? fullService(found, language) : undefined;
    })),
    get('/organizations', async (visit) => await list(visit, ['minimal', 'full', 'modified_after', 'taxonomy_term_id', 'taxonomy_id'], organizations)), get('/organizations/:id', async (visit) => await one(visit, async (id, language) => {
      const [found] = await readOrganizations(visit, [id]);
      return found ? fullOrganization(found, language, (await findServices(visit, { organization: id, limit: 1000, offset: 0 })).rows) : undefined;
    })),
    get('/service_at_locations', async (visit) => await list(visit, ['full', 'modified_after', 'taxonomy_term_id', 'taxonomy_id', 'organization_id'], places)),
    get('/service_at_locations/:id', async (visit) => await one(visit, async (id, language) => {
      const [service] = await readServices(visit, [(await findServiceOfPlace(visit, id)) ?? id]);
      const place = service?.places.find((each) => each.id === id);
      return service && place ? serviceAtLocation(service, place, language, true) : undefined;
    })),
    get('/taxonomies', async (visit) => await list(visit, [], async (ask) => part(ask, (await listTaxonomies(visit)).filter((each) => matches(ask, each.name, each.description)).map(taxonomyOf)))),
    get('/taxonomies/:id', async (visit) => await one(visit, async (id) => (await listTaxonomies(visit)).filter((each) => each.id === id).map(taxonomyOf)[0])),
    get('/taxonomy_terms', async (visit) => await list(visit, ['taxonomy_id', 'parent_id', 'top_only'], async (ask) => part(ask, (await listTerms(visit))
      .filter((each) => matches(ask, each.name[ask.language], each.description[ask.language]) && (ask.filter.taxonomy ?? each.taxonomy_id) === each.taxonomy_id && (ask.parent === undefined || ask.parent === each.parent_id) && (!ask.topOnly || each.parent_id === null))
      .map((each) => termOf(each, ask.language))))),
    get('/taxonomy_terms/:id', async (visit) => await one(visit, async (id, language) => (await listTerms(visit)).filter((each) => each.id === id).map((each) => termOf(each, language))[0])),
  ];

  async function root(visit: Visit): Promise<Answer> {
    const base = `${visit.baseUrl}${directoryPaths.hsds}`;
    return json({ version: '3.1', profile: `${base}/profile`, openapi_url: `${base}/openapi.json` }, { headers: cors });
  }
}

async function services(ask: Ask, visit: Visit): Promise<Found<Json>> {
  const { total, rows } = await findServices(visit, ask.filter);
  if (ask.minimal) return { total, rows: rows.map((row) => ({ id: row.id, name: row.name[ask.language], status: row.status, last_modified: new Date(row.changed_at).toISOString() })) };
  return { total, rows: ask.full ? (await readServices(visit, rows.map(({ id }) => id))).map((each) => fullService(each, ask.language)) : rows.map((row) => serviceFields(row, ask.language)) };
}

async function organizations(ask: Ask, visit: Visit): Promise<Found<Json>> {
  const { total, rows } = await findOrganizations(visit, ask.filter);
  if (ask.minimal) return { total, rows: rows.map((row) => ({ id: row.id, name: row.name[ask.language], description: row.description[ask.language] })) };
  if (!ask.full) return { total, rows: rows.map((row) => organizationFields(row, ask.language)) };
  const full = await readOrganizations(visit, rows.map(({ id }) => id));
  const made: Json[] = [];
  for (const each of full) made.push(fullOrganization(each, ask.language, (await findServices(visit, { organization: each.row.id, limit: 1000, offset: 0 })).rows));
  return { total, rows: made };
}

async function places(ask: Ask, visit: Visit): Promise<Found<Json>> {
  const { total, rows } = await findPlaces(visit, ask.filter);
  const full = new Map((await readServices(visit, [...new Set(rows.map(({ service }) => service))])).map((each) => [each.row.id, each]));
  return { total, rows: rows.flatMap(({ id, service }) => {
    const of = full.get(service);
    const place = of?.places.find((each) => each.id === id);
    return of && place ? [serviceAtLocation(of, place, ask.language, ask.full)] : [];
  }) };
}

const matches = ({ filter }: Ask, ...texts: string[]) => texts.some((text) => text.toLowerCase().includes((filter.search ?? '').toLowerCase()));
const part = ({ filter }: Ask, rows: readonly Json[]): Found<Json> => ({ total: rows.length, rows: rows.slice(filter.offset, filter.offset + filter.limit) });

async function list(visit: Visit, allowed: readonly Parameter[], find: (ask: Ask, visit: Visit) => Promise<Found<Json>>): Promise<Answer> {
  const ask = readAsk(visit.query, allowed, 'en');
  if (typeof ask === 'string') return refused(400, ask);
  const { total, rows } = await find(ask, visit);
  const headers = { ...cors, 'content-language': ask.language };
  if (ask.format === 'ndjson') return bytes('application/x-ndjson; charset=utf-8', rows.map((row) => `${JSON.stringify(row)}\n`).join(''), { headers });
  const pages = Math.max(1, Math.ceil(total / ask.size));
  return json({ total_items: total, total_pages: pages, page_number: ask.page, size: rows.length, first_page: ask.page === 1, last_page: ask.page >= pages, empty: rows.length === 0, contents: rows }, { headers });
}

async function one(visit: Visit, find: (id: string, language: Language) => Promise<Json | undefined>): Promise<Answer> {
  const [id, ask] = [visit.params.id ?? '', readAsk(visit.query, [], 'en')];
  if (typeof ask === 'string') return refused(400, ask);
  if (!isId(id)) return refused(400, 'the id must be a UUID');
  const found = await find(id.toLowerCase(), ask.language);
  return found ? json(found, { headers: { ...cors, 'content-language': ask.language } }) : refused(404, 'there is nothing of this id');
}

function refused(status: 400 | 404, detail: string): Answer {
  return json({ type: 'about:blank', title: status === 400 ? 'Bad request' : 'Not found', status, detail }, { status, headers: cors });
}
