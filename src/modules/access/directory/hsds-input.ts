import { isId } from '#app/platform/db/id.ts';
import type { Language } from '#app/platform/language/language.ts';
import type { Filter } from './hsds-queries.ts';

export type Ask = { readonly filter: Filter; readonly page: number; readonly size: number; readonly format: 'json' | 'ndjson'; readonly minimal: boolean; readonly full: boolean; readonly language: Language; readonly parent: string | undefined; readonly topOnly: boolean };

const shared = ['search', 'page', 'per_page', 'format', 'language'] as const;
const more = ['minimal', 'full', 'modified_after', 'taxonomy_term_id', 'taxonomy_id', 'organization_id', 'parent_id', 'top_only'] as const;
export type Parameter = (typeof more)[number];
const mostPerPage = 500;

/** Reads the parameters of a list; a text says what is wrong. An empty parameter is an absent one, an unknown one is refused rather than passed over. */
export function readAsk(query: URLSearchParams, allowed: readonly Parameter[], fallback: Language): Ask | string {
  const value = (name: string) => query.get(name) || undefined;
  for (const name of new Set(query.keys())) {
    if (![...shared, ...allowed].some((one) => one === name)) return `the parameter ${name} is not known here; known are ${[...shared, ...allowed].join(', ')}`;
    if (query.getAll(name).length > 1) return `the parameter ${name} stands there more than once`;
  }
  const whole = (name: string, otherwise: number, most: number): number => (value(name) === undefined ? otherwise : /^[1-9]\d{0,6}$/.test(value(name) ?? '') && Number(value(name)) <= most ? Number(value(name)) : 0);
  const [page, size] = [whole('page', 1, 1_000_000), whole('per_page', 50, mostPerPage)];
  if (page === 0) return 'page must be a whole number from 1';
  if (size === 0) return `per_page must be a whole number from 1 to ${mostPerPage}`;
  const format = value('format') ?? 'json';
  if (format !== 'json' && format !== 'ndjson') return 'format must be json or ndjson';
  for (const name of ['minimal', 'full', 'top_only']) if (!['true', 'false', undefined].includes(value(name))) return `${name} must be true or false`;
  if (value('minimal') === 'true' && value('full') === 'true') return 'minimal and full cannot both be true';
  for (const name of ['taxonomy_term_id', 'taxonomy_id', 'organization_id', 'parent_id']) if (value(name) !== undefined && !isId(value(name))) return `${name} must be a UUID`;
  const after = value('modified_after');
  if (after !== undefined && (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/.test(after) || Number.isNaN(Date.parse(after)))) return 'modified_after must be a date or a time of ISO 8601';
  const language = value('language') ?? fallback;
  if (language !== 'en' && language !== 'fr') return 'language must be en or fr';
  if ((value('search') ?? '').length > 200 || value('search')?.includes('\0')) return 'search must have 200 characters or fewer';
  return {
    filter: { search: value('search'), modifiedAfter: after === undefined ? undefined : new Date(after), term: value('taxonomy_term_id'), taxonomy: value('taxonomy_id'), organization: value('organization_id'), limit: size, offset: (page - 1) * size },
    page, size, format, minimal: value('minimal') === 'true', full: value('full') === 'true', language, parent: value('parent_id'), topOnly: value('top_only') === 'true',
  };
}
