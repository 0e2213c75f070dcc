import { isRefused, judge, type Line, type Mapping, type Reason, type Values } from './judge.ts';
import type { Schema } from './schema.ts';

export type Refusal = { readonly line: number; readonly column: string | null; readonly reason: Reason };
export type Preview = { readonly accepted: number; readonly sample: readonly { readonly line: number; readonly values: Values }[]; readonly refusals: readonly Refusal[] };
const shown = 10;

/** What reading the file in would give; of rows with the same key the first stays, as in the import. */
export function previewOf(schema: Schema, headers: readonly string[], mapping: Mapping, lines: readonly Line[], today: string): Preview {
  const judgeLine = judge(schema, headers, mapping, today);
  const keys = new Set<string>();
  const refusals: Refusal[] = [];
  const sample: { line: number; values: Values }[] = [];
  for (const one of lines.map(judgeLine)) {
    if (isRefused(one)) refusals.push(one);
    else if (keys.has(one.key)) refusals.push({ line: one.line, column: null, reason: 'twice' });
    else {
      keys.add(one.key);
      if (sample.length < shown) sample.push({ line: one.line, values: one.values });
    }
  }
  return { accepted: keys.size, sample, refusals };
}
