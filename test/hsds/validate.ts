import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '#app/platform/config/project-root.ts';

// Keywords of JSON Schema that the published files use; the rest of them describes tables and examples.
const keywords = new Set(['type', 'properties', 'required', 'items', 'enum', 'format', '$ref']);
type Schema = { readonly [key: string]: unknown };
const isObject = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A published schema with its references as definitions of one document, and nothing but keywords of JSON Schema. */
function plain(schema: Schema): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => keywords.has(key)).map(([key, value]): [string, unknown] => {
    if (key === 'properties' && isObject(value)) return [key, Object.fromEntries(Object.entries(value).map(([name, one]): [string, unknown] => [name, isObject(one) ? plain(one) : one]))];
    if (key === '$ref' && typeof value === 'string') return [key, `#/$defs/${basename(value, '.json')}`];
    return [key, isObject(value) ? plain(value) : value];
  }));
}

const definitions: Schema = Object.fromEntries(globSync('test/hsds/schema/*.json', { cwd: projectRoot() }).map((path): [string, Schema] => {
  const read: unknown = JSON.parse(readFileSync(join(projectRoot(), path), 'utf8'));
  return [basename(path, '.json'), isObject(read) ? plain(read) : {}];
}));

/** What is wrong with a value by a published schema of HSDS 3.1, such as `service` or `compiled_service_list`; nothing where it is right. */
export function hsdsProblems(schema: string, value: unknown): string[] {
  const known = parsers.get(schema) ?? z.fromJSONSchema({ $ref: `#/$defs/${schema}`, $defs: definitions } as never);
  parsers.set(schema, known);
  const { error } = known.safeParse(value);
  return error ? error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) : [];
}
const parsers = new Map<string, z.ZodType>();
