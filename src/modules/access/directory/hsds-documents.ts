/** What this interface adds to HSDS 3.1 and how it uses it, for people and programs: the profile that the root names. */
export function profileDocument(baseUrl: string): object {
  return {
    name: 'Common Table profile of HSDS 3.1', identifier: `${baseUrl}/hsds/profile`, extends: 'https://github.com/openreferral/specification/tree/3.1-dev', attribution: 'Human Services Data Specification: an Open Referral resource (https://openreferral.org/)',
    summary: 'HSDS 3.1 with the additions below. Nothing of HSDS is changed or left out that it requires; every answer validates against its schemas.',
    languages: { choice: 'The parameter language (en or fr, English when absent) chooses the language of texts; Content-Language says which was given.', other: 'translations.fr (or translations.en) holds the same texts in the other language. It is absent where an entry was given in one language alone.' },
    additions: [
      { schema: 'service', field: 'translations', type: 'object', meaning: 'Texts in the other official language, by field.' },
      { schema: 'service', field: 'takes_referrals', type: 'boolean', meaning: 'Whether partners may refer people here.' },
      { schema: 'service', field: 'assured_by', type: 'string', meaning: 'The organisation that checked the entry on assured_date. Amber after 180 days; no referral is offered after 365.' },
      { schema: 'service', field: 'demonstration', type: 'boolean', meaning: 'Made up for a demonstration: never call or visit it.' },
      { schema: 'organization', field: 'translations', type: 'object', meaning: 'As for a service.' }, { schema: 'organization', field: 'demonstration', type: 'boolean', meaning: 'As for a service.' },
      { schema: 'service_capacity', field: 'capacity_code', type: 'string', meaning: 'capacity, no-capacity, waitlist or additional-assessment-required (codes of HL7 SDOH Clinical Care).' },
      { schema: 'service_area', field: 'municipality', type: 'string', meaning: 'The municipality of the community, by its word.' }, { schema: 'service_area', field: 'everywhere', type: 'boolean', meaning: 'Where somebody lives does not matter.' },
    ],
    uses: [
      { schema: 'attribute', note: 'link_type need: what the service helps with. link_type eligibility: what it asks somebody to be or to have; all of them hold together.' },
      { schema: 'schedule', note: 'Local time of the community, HH:MM; a closing time at or before the opening time is on the next day.' },
      { schema: 'metadata', note: 'Changes that the keeping organisation made; updated_by is the organisation, never a person.' },
    ],
  };
}

const raw = 'https://raw.githubusercontent.com/openreferral/specification/3.1-dev/schema';

/** The interface as OpenAPI 3.1. The schemas of the answers are named where they are published. */
export function openapiDocument(baseUrl: string): object {
  const text = { type: 'string' };
  const query = (name: string, schema: object, description: string) => ({ name, in: 'query', required: false, description, schema });
  const shared = [
    query('search', text, 'Words in the name or the description'), query('page', { type: 'integer', minimum: 1, default: 1 }, 'Which page'), query('per_page', { type: 'integer', minimum: 1, maximum: 500, default: 50 }, 'How many on a page'),
    query('format', { type: 'string', enum: ['json', 'ndjson'] }, 'A Page, or one item a line'), query('language', { type: 'string', enum: ['en', 'fr'] }, 'Language of the texts'),
  ];
  const uuid = (name: string) => query(name, { type: 'string', format: 'uuid' }, `Only items of this ${name.replace('_id', '').replaceAll('_', ' ')}`);
  const flag = (name: string, description: string) => query(name, { type: 'boolean' }, description);
  const after = query('modified_after', { type: 'string', format: 'date-time' }, 'Only items changed after this');
  const failure = (description: string) => ({ description, content: { 'application/json': { schema: { type: 'object', properties: { title: text, status: { type: 'integer' }, detail: text } } } } });
  const get = (summary: string, parameters: object[], schema: object) => ({ get: { summary, parameters, responses: { 200: { description: summary, content: { 'application/json': { schema } } }, 400: failure('A parameter is wrong'), 404: failure('There is nothing there') } } });
  const item = (name: string) => ({ $ref: `${raw}/${name}` });
  const page = (name: string) => ({ allOf: [{ $ref: '#/components/schemas/Page' }, { type: 'object', properties: { contents: { type: 'array', items: item(name) } } }] });
  const byId = [{ name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }];
  return {
    openapi: '3.1.0', jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema', info: { title: 'Directory of services', version: '1.0.0', summary: 'Open Referral HSDS 3.1, to read' }, servers: [{ url: `${baseUrl}/hsds` }],
    paths: {
      '/': get('About this interface', [], { type: 'object', required: ['version', 'profile', 'openapi_url'], properties: { version: text, profile: { type: 'string', format: 'uri' }, openapi_url: { type: 'string', format: 'uri' } } }),
      '/services': get('Services', [...shared, flag('minimal', 'Ids and names alone'), flag('full', 'With everything that belongs to them'), after, uuid('taxonomy_term_id'), uuid('taxonomy_id'), uuid('organization_id')], page('compiled/service_list.json')),
      '/services/{id}': get('A service with everything', byId, item('compiled/service.json')),
      '/organizations': get('Organizations', [...shared, flag('minimal', 'Ids and names alone'), flag('full', 'With everything that belongs to them'), after, uuid('taxonomy_term_id'), uuid('taxonomy_id')], page('compiled/organization_list.json')),
      '/organizations/{id}': get('An organization with everything', byId, item('compiled/organization.json')),
      '/service_at_locations': get('Services at places', [...shared, flag('full', 'With everything that belongs to them'), after, uuid('taxonomy_term_id'), uuid('taxonomy_id'), uuid('organization_id')], page('compiled/service_at_location_list.json')),
      '/service_at_locations/{id}': get('A service at a place with everything', byId, item('compiled/service_at_location.json')),
      '/taxonomies': get('Taxonomies', shared, page('taxonomy.json')), '/taxonomies/{id}': get('A taxonomy', byId, item('taxonomy.json')),
      '/taxonomy_terms': get('Terms', [...shared, uuid('taxonomy_id'), uuid('parent_id'), flag('top_only', 'Terms without a parent')], page('taxonomy_term.json')), '/taxonomy_terms/{id}': get('A term', byId, item('taxonomy_term.json')),
    },
    components: { schemas: { Page: {
      type: 'object', required: ['total_items', 'total_pages', 'page_number', 'size', 'first_page', 'last_page', 'empty', 'contents'],
      properties: { total_items: { type: 'integer' }, total_pages: { type: 'integer' }, page_number: { type: 'integer' }, size: { type: 'integer' }, first_page: { type: 'boolean' }, last_page: { type: 'boolean' }, empty: { type: 'boolean' }, contents: { type: 'array' } },
    } } },
  };
}
