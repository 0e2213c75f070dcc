import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { projectRoot } from '#app/platform/config/project-root.ts';

// The published files as they are. Beside JSON Schema they describe tables, so their further keywords are let pass (not strict); formats are checked.
const base = 'https://hsds.invalid/';
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
for (const path of globSync('test/hsds/schema/*.json', { cwd: projectRoot() })) ajv.addSchema(JSON.parse(readFileSync(join(projectRoot(), path), 'utf8')), `${base}${basename(path)}`);
const count = { type: 'integer', minimum: 0 };
const flag = { type: 'boolean' };
// The Page of the API reference: its facts, and items of one published schema.
for (const path of globSync('test/hsds/schema/*.json', { cwd: projectRoot() })) ajv.addSchema({
  type: 'object', required: ['total_items', 'total_pages', 'page_number', 'size', 'first_page', 'last_page', 'empty', 'contents'], additionalProperties: false,
  properties: { total_items: count, total_pages: count, page_number: { type: 'integer', minimum: 1 }, size: count, first_page: flag, last_page: flag, empty: flag, contents: { type: 'array', items: { $ref: basename(path) } } },
}, `${base}page-of-${basename(path)}`);
ajv.addSchema({ type: 'object', required: ['version', 'profile', 'openapi_url'], properties: { version: { const: '3.1' }, profile: { type: 'string', format: 'uri' }, openapi_url: { type: 'string', format: 'uri' } } }, `${base}root.json`);

/**
 * What is wrong with a value by a schema of HSDS 3.1: a published one such as `service` or `compiled_service_list`, `page-of-` one of them for a list, or
 * `root` for the first page of the interface; nothing where it is right.
 */
export function hsdsProblems(schema: string, value: unknown): string[] {
  const check = ajv.getSchema(`${base}${schema}.json`);
  if (!check) throw new Error(`no schema ${schema}`);
  return check(value) ? [] : (check.errors ?? []).map((error) => `${error.instancePath}: ${error.message}`);
}
