import { z } from 'zod';
import type { Form } from '#app/platform/http/form.ts';
import { dateOrders } from '#app/ui/file-cells.ts';
import type { Mapping } from './judge.ts';
import type { Schema } from './schema.ts';

const stored = z.object({ dates: z.enum(dateOrders).default('ymd'), columns: z.record(z.string(), z.string()).default({}) });
/** A mapping as it is stored. */
export const parseMapping = (value: unknown): Mapping => stored.parse(value ?? {});
export const columnField = (name: string): string => `column-${name}`;

/** Which heading is which column: what the version before had, else the name or a label of the column. */
export function guessMapping(schema: Schema, headers: readonly string[], before: Mapping | undefined): Mapping {
  const columns = schema.columns.flatMap(({ name, label }) => {
    const known = before?.columns[name];
    const found = known !== undefined && headers.includes(known) ? known : headers.find((one) => [name, label.en, label.fr].some((word) => plain(word) === plain(one)));
    return found === undefined ? [] : [[name, found] as const];
  });
  return { dates: before?.dates ?? 'ymd', columns: Object.fromEntries(columns) };
}
const plain = (heading: string) => heading.normalize('NFKD').replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase();

/** The mapping as it was posted, by places of the headings; a heading can be one column only: the first keeps it. */
export function readMapping(form: Form, schema: Schema, headers: readonly string[]): Mapping {
  const used = new Set<string>();
  const columns = schema.columns.flatMap(({ name }) => {
    const heading = headers[Number(form.text(columnField(name)) || '-1')];
    if (heading === undefined || heading === '' || used.has(heading)) return [];
    used.add(heading);
    return [[name, heading] as const];
  });
  return { dates: dateOrders.find((one) => one === form.text('dates')) ?? 'ymd', columns: Object.fromEntries(columns) };
}

/** Required columns for which the mapping has no heading. */
export function missingColumns(schema: Schema, mapping: Mapping): string[] {
  return schema.columns.filter((one) => one.required && mapping.columns[one.name] === undefined).map(({ name }) => name);
}
