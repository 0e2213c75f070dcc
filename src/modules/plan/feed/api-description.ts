const bilingual = { type: 'object', required: ['en', 'fr'], properties: { en: { type: 'string' }, fr: { type: 'string' } } };
const date = { type: 'string', format: 'date' };
const state = { enum: ['done', 'on-time', 'late', 'stalled', 'withdrawn', null], description: 'Derived from dates, evidence and confirmations; never typed.' };
const listOf = (name: string) => ({ type: 'array', items: { $ref: `#/components/schemas/${name}` } });
const text = { type: 'string' };
const orNull = (type: string) => ({ type: [type, 'null'] });
const answer = (schema: object) => ({ responses: { 200: { description: 'As known today', content: { 'application/json': { schema } } } } });

const figureSchema = {
  type: 'object', required: ['slug', 'series', 'label', 'value', 'number', 'unit', 'period', 'place', 'definition', 'releasable', 'knownFrom', 'asOf', 'sources'],
  properties: {
    slug: text, series: { ...text, description: 'Figures of one series share their definition' }, label: bilingual, value: { ...orNull('string'), description: 'As printed; null when withheld' },
    number: orNull('number'), unit: text, period: { type: 'object', properties: { text: bilingual, from: orNull('string'), to: orNull('string') } },
    place: { type: 'object', properties: { slug: text, name: bilingual, countedBy: { enum: ['residence', 'occurrence', 'service', 'not-stated'] } } },
    breakdown: { type: ['object', 'null'], properties: { slug: text, name: bilingual } },
    definition: { type: 'object', properties: { version: { type: 'integer' }, text: bilingual, method: { anyOf: [bilingual, { type: 'null' }] }, formula: { anyOf: [bilingual, { type: 'null' }] }, validFrom: date, changeReason: { anyOf: [bilingual, { type: 'null' }] }, disclosureRule: { enum: ['as-published', 'small-counts'] } } },
    provisional: { type: 'boolean' }, releasable: { type: 'boolean' }, withheldReason: { anyOf: [bilingual, { type: 'null' }] },
    supersedes: { ...orNull('string'), description: 'The figure of the same period and place that this one revises' }, supersededBy: orNull('string'),
    knownFrom: date, approximate: { type: 'boolean' }, asOf: date, freshUntil: orNull('string'), inputs: { type: 'array', items: text }, inputsHash: orNull('string'),
    note: { anyOf: [bilingual, { type: 'null' }] }, sources: { type: 'array', items: { type: 'object', properties: { title: text, publisher: text, url: text } } },
  },
};

/** The OpenAPI 3.1 description of the public plan as data. */
export function apiDescription(baseUrl: string): object {
  return {
    openapi: '3.1.0',
    info: { title: 'The public plan', version: '1', description: 'Read-only. What the public pages show, as data, in English and French.', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: baseUrl }],
    paths: {
      '/api/priorities': { get: { operationId: 'listPriorities', summary: 'The key issues with their milestones', ...answer(listOf('Priority')) } },
      '/api/priorities/{slug}': {
        get: {
          operationId: 'getPriority', summary: 'One key issue', parameters: [{ name: 'slug', in: 'path', required: true, schema: { type: 'string' } }],
          responses: { ...answer({ $ref: '#/components/schemas/Priority' }).responses, 404: { description: 'There is none', content: { 'application/problem+json': { schema: { type: 'object' } } } } },
        },
      },
      '/api/figures': { get: { operationId: 'listFigures', summary: 'The published numbers, each with its definition, standing and sources', ...answer(listOf('Figure')) } },
      '/api/figures/{slug}': {
        get: {
          operationId: 'getFigure', summary: 'One published number', parameters: [{ name: 'slug', in: 'path', required: true, schema: text }],
          responses: { ...answer({ $ref: '#/components/schemas/Figure' }).responses, 404: { description: 'There is none, or it is not known yet', content: { 'application/problem+json': { schema: { type: 'object' } } } } },
        },
      },
      '/api/news': { get: { operationId: 'listNews', summary: 'The newest lines of change', ...answer(listOf('NewsLine')) } },
      '/api/documents': { get: { operationId: 'listDocuments', summary: 'Reports and other documents', ...answer(listOf('Document')) } },
    },
    components: {
      schemas: {
        Priority: {
          type: 'object', required: ['slug', 'title', 'summary', 'state', 'milestones'],
          properties: { slug: { type: 'string' }, title: bilingual, summary: bilingual, body: { type: ['string', 'null'] }, areas: { type: 'array', items: { type: 'string' } }, domains: { type: 'array', items: { type: 'string' } }, state, milestones: listOf('Milestone') },
        },
        Milestone: {
          type: 'object', required: ['slug', 'title', 'due', 'state'],
          properties: { slug: { type: 'string' }, title: bilingual, due: date, approximate: { type: 'boolean' }, demonstration: { type: 'boolean', description: 'Made up for the demonstration' }, state, evidence: { type: 'array', items: { type: 'object', properties: { kind: { type: 'string' }, title: bilingual, date } } } },
        },
        Figure: figureSchema,
        NewsLine: { type: 'object', properties: { id: { type: 'string', format: 'uuid' }, topic: { type: 'string' }, date, text: bilingual, priority: { type: ['string', 'null'] } } },
        Document: { type: 'object', properties: { slug: { type: 'string' }, kind: { type: 'string' }, number: { type: ['string', 'null'] }, date, title: bilingual, url: { type: ['string', 'null'] } } },
      },
    },
  };
}
