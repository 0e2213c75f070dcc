import { parse, YAMLParseError } from 'yaml';
import type { z } from 'zod';
import { datasetSchema } from '#app/community-pack/dataset-schema.ts';
import { namesPerson } from './identifier.ts';

/** What a file of a dataset holds: its columns, and the key that tells its rows apart (none where each row is an event). */
export type Schema = Pick<z.infer<typeof datasetSchema>, 'row' | 'columns' | 'key'>;
export type Column = Schema['columns'][number];
export type GivenSchema = z.infer<typeof datasetSchema>;

/** What is wrong with a schema: a place in it with a message of the reader, or a column that points at people. */
export type SchemaProblem = { readonly kind: 'form'; readonly at: string; readonly message: string } | { readonly kind: 'person'; readonly column: string };

/** A schema from YAML or JSON; problems name the place in the text. */
export function readSchema(text: string): GivenSchema | readonly SchemaProblem[] {
  try {
    return checkSchema(parse(text));
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    return [{ kind: 'form', at: '', message: error.message.split('\n')[0] ?? '' }];
  }
}

/** A schema from values that are not sure yet. */
export function checkSchema(value: unknown): GivenSchema | readonly SchemaProblem[] {
  const read = datasetSchema.safeParse(value);
  if (!read.success) return read.error.issues.map((issue) => ({ kind: 'form', at: issue.path.map((part) => (typeof part === 'number' ? String(part + 1) : String(part))).join(', '), message: issue.message }));
  const people = read.data.columns.filter((one) => namesPerson(one.name) || namesPerson(one.label.en) || namesPerson(one.label.fr));
  return people.length > 0 ? people.map((one) => ({ kind: 'person', column: one.name })) : read.data;
}

export const isProblems = (read: GivenSchema | readonly SchemaProblem[]): read is readonly SchemaProblem[] => Array.isArray(read);
