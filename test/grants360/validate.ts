import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { projectRoot } from '#app/platform/config/project-root.ts';

// The files name the 2020-12 dialect by http, the dialect itself by https: corrected here, unmodified on disk.
const read = (name: string) => ({ ...JSON.parse(readFileSync(join(projectRoot(), 'test/grants360/schema', name), 'utf8')), $schema: 'https://json-schema.org/draft/2020-12/schema' });
// Beside JSON Schema the files describe tables (`rollUp`, `codelist`), so keywords that it does not know are let pass; formats are checked.
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
const grant = read('360-giving-schema.json');
ajv.addSchema(grant);
ajv.addSchema({ $id: 'https://raw.githubusercontent.com/ThreeSixtyGiving/standard/1.4.2/schema/360-giving-schema.json', $ref: grant.$id });
const check = ajv.compile(read('360-giving-package-schema.json'));

/** What is wrong with a package of grants by the published schema of 360Giving; nothing where it is right. */
export function grantsProblems(value: unknown): string[] {
  return check(value) ? [] : (check.errors ?? []).map((error) => `${error.instancePath}: ${error.message}`);
}
