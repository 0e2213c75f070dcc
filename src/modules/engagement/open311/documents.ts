import { XMLBuilder } from 'fast-xml-parser';
import type { Answer } from '#app/platform/http/answer.ts';
import { bytes } from '#app/platform/http/answer.ts';

export type Format = 'json' | 'xml';
type Value = string | number | boolean | undefined | readonly Value[] | { readonly [name: string]: Value };

const builder = new XMLBuilder({ format: false, suppressEmptyNode: false, processEntities: true });

/** Characters that XML 1.0 cannot hold are left out. */
function clean(value: Value): Value {
  if (typeof value === 'string') return value.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, clean(one)]));
  return value;
}

/** A list: bare in JSON, wrapped in XML (`<services><service>…`). */
export function listDocument(format: Format, wrapper: string, item: string, rows: readonly { readonly [name: string]: Value }[], status = 200): Answer {
  const headers = { 'access-control-allow-origin': '*' };
  if (format === 'json') return bytes('application/json; charset=utf-8', JSON.stringify(rows), { status, headers });
  return bytes('text/xml; charset=utf-8', `<?xml version="1.0" encoding="utf-8"?>${builder.build({ [wrapper]: { [item]: clean(rows) } })}`, { status, headers });
}

/** One thing: an object in JSON, one element in XML. */
export function oneDocument(format: Format, name: string, value: { readonly [name: string]: Value }, jsonValue: unknown = value): Answer {
  const headers = { 'access-control-allow-origin': '*' };
  if (format === 'json') return bytes('application/json; charset=utf-8', JSON.stringify(jsonValue), { headers });
  return bytes('text/xml; charset=utf-8', `<?xml version="1.0" encoding="utf-8"?>${builder.build({ [name]: clean(value) })}`, { headers });
}

export function errorDocument(format: Format, status: 400 | 403 | 404, description: string): Answer {
  return listDocument(format, 'errors', 'error', [{ code: status, description }], status);
}

/** A time as W3C writes it with its offset. */
export function stamp(moment: Date): string {
  return moment.toISOString().replace(/\.\d{3}Z$/, '+00:00');
}
