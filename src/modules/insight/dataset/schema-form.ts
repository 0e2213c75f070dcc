import type { Language } from '#app/platform/language/language.ts';
import type { Form } from '#app/platform/http/form.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { readableSlug } from '#app/ui/readable-slug.ts';
import type { Dataset, SchemaVersion } from './queries.ts';
import { checkSchema, type GivenSchema, isProblems, type SchemaProblem } from './schema.ts';
import { schemaWords } from './schema-words.ts';

export const columnParts = ['name', 'en', 'fr', 'type', 'codes', 'from', 'to', 'required', 'key'] as const;
export type ColumnPart = (typeof columnParts)[number];
export const partField = (index: number, part: ColumnPart): string => `column-${index}-${part}`;
export type Typed = Readonly<Record<string, string>>;
const mostColumns = 60;

/** How many columns the form shows: as many as came, and another when it was asked for. */
export const countColumns = (typed: Typed): number => Math.min(mostColumns, Math.max(2, Number(typed.count ?? 0) || 0));

/** The form of an existing schema, to change it. */
export function typedOf(dataset: Dataset, schema: SchemaVersion): Typed {
  const columns = schema.columns.flatMap((one, index) => Object.entries({
    name: one.name, en: one.label.en, fr: one.label.fr, type: one.type, codes: one.codes.map(({ code, en, fr, also }) => `${code} = ${[en, fr, ...(also.length > 0 ? [also.join('; ')] : [])].join(' | ')}`).join('\n'),
    from: one.from === undefined ? '' : String(one.from), to: one.to === undefined ? '' : String(one.to), required: one.required ? 'yes' : '', key: schema.key.includes(one.name) ? 'yes' : '',
  } satisfies Record<ColumnPart, string>).map(([part, value]) => [`column-${index}-${part}`, value] as const));
  return { id: dataset.slug, 'name-en': dataset.name.en, 'name-fr': dataset.name.fr, 'text-en': dataset.text.en, 'text-fr': dataset.text.fr, 'row-en': schema.row.en, 'row-fr': schema.row.fr, count: String(schema.columns.length), ...Object.fromEntries(columns) };
}

/** What was typed, as the page shows it again. */
export const typedIn = (form: Form): Typed => Object.fromEntries(form.entries());

/** The schema of a posted form, or what is wrong by field in the person's language. `before` is the version that it follows. */
export function readSchemaForm(form: Form, language: Language, before?: { readonly slug: string; readonly version: number }): { readonly value: GivenSchema } | { readonly errors: FieldErrors } {
  const words = schemaWords[language];
  const errors: Record<string, string> = {};
  const needed = (name: string) => {
    const value = form.text(name);
    if (value === '') errors[name] = words.missing;
    return value;
  };
  const both = (name: string) => ({ en: needed(`${name}-en`), fr: needed(`${name}-fr`) });
  const used = Array.from({ length: countColumns(typedIn(form)) }, (_, index) => index).filter((index) => form.text(partField(index, 'name')) !== '');
  const number = (text: string) => (text === '' ? undefined : Number(text.replace(',', '.')));
  const columns = used.map((index) => {
    const part = (name: ColumnPart) => form.text(partField(index, name));
    for (const name of ['en', 'fr'] as const) needed(partField(index, name));
    const [from, to] = [number(part('from')), number(part('to'))];
    return { name: part('name'), label: { en: part('en'), fr: part('fr') }, type: part('type'), required: part('required') === 'yes', codes: part('type') === 'code' ? readCodes(part('codes')) : [], ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  });
  const key = used.filter((index) => form.text(partField(index, 'key')) === 'yes').map((index) => form.text(partField(index, 'name')));
  const raw = { id: before?.slug ?? needed('id'), name: both('name'), text: both('text'), row: both('row'), columns, key, ...(before ? { version: before.version + 1, why: both('why') } : {}) };
  if (Object.keys(errors).length > 0) return { errors };
  const read = checkSchema(raw);
  if (!isProblems(read)) return { value: read };
  return { errors: Object.fromEntries(read.map((problem) => [fieldOf(problem, used, columns.map(({ name }) => name)), sentenceOf(problem, language)])) };
}

/** A problem as a sentence. */
export function sentenceOf(problem: SchemaProblem, language: Language, withPlace = false): string {
  const words = schemaWords[language];
  if (problem.kind === 'person') return words.person(problem.column);
  return words.at(withPlace ? problem.at : '', words.sentences[problem.message] ?? problem.message);
}

function fieldOf(problem: SchemaProblem, used: readonly number[], names: readonly string[]): string {
  if (problem.kind === 'person') return partField(used[names.indexOf(problem.column)] ?? 0, 'name');
  const [first = '', second = '', third = ''] = problem.at.split(', ');
  if (first === 'id') return 'id';
  if (first === 'columns' && second !== '') return partField(used[Number(second) - 1] ?? 0, third === 'from' || third === 'to' || third === 'codes' ? third : 'name');
  return partField(used[0] ?? 0, first === 'key' ? 'key' : 'name');
}

function readCodes(text: string) {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '').map((line) => {
    const [, given = '', rest = line] = /^([a-z0-9-]+)\s*=\s*(.*)$/.exec(line) ?? [];
    const [en = '', fr = en, also = ''] = rest.split('|').map((part) => part.trim());
    return { code: given || readableSlug(en), en, fr, also: also.split(';').map((word) => word.trim()).filter((word) => word !== '') };
  });
}
