import { z } from 'zod';
import type { Form } from '#app/platform/http/form.ts';
import { type DateOrder, dateOrders } from './cells.ts';
import { type Field, type FileKind, fieldsOf, fileKinds, guessWord, headings, mappedWords, otherHeadings, requiredOf, type WordField } from './fields.ts';
import type { Provider } from './queries.ts';

const texts = z.record(z.string(), z.string());
const words = z.object({ kind: texts.default({}), evidence: texts.default({}), language: texts.default({}), consent: texts.default({}), consentTo: texts.default({}) });
const schema = z.object({ dates: z.enum(dateOrders).default('ymd'), client: texts.default({}), stay: texts.default({}), words: words.prefault({}) });
/** Columns by our fields (the heading of the file, absent where the file has none), and words of the file in lower case by ours. */
export type Mapping = z.infer<typeof schema>;
export type Headers = Readonly<Partial<Record<FileKind, readonly string[]>>>;

/** A mapping as it is stored; what is not there is empty. */
export const parseMapping = (stored: unknown): Mapping => schema.parse(stored ?? {});

/** The columns of these files by what was saved, then by what HIFIS and spreadsheets call them. */
export function guessColumns(headers: Headers, saved: Mapping): Mapping {
  const guess = (kind: FileKind) => Object.fromEntries(fieldsOf[kind].flatMap((field) => {
    const there = headers[kind] ?? [];
    const before = saved[kind][field];
    const found = before !== undefined && there.includes(before) ? before : there.find((one) => namesOf(kind, field).includes(plain(one)));
    return found === undefined ? [] : [[field, found]];
  }));
  return { ...saved, client: guess('client'), stay: guess('stay') };
}
const plain = (heading: string) => heading.normalize('NFKD').replaceAll(/[^\p{L}\p{N} ]/gu, '').toLowerCase().trim();
const namesOf = (kind: FileKind, field: Field) => [plain(headings[kind][field] ?? ''), ...(otherHeadings[field] ?? [])];

export type Rows = readonly { readonly kind: FileKind; readonly row: number; readonly cells: readonly string[] }[];
/** The different words under the columns that are mapped word by word, most frequent first, at most 100 a field. */
export function wordsOf(rows: Rows, headers: Headers, mapping: Mapping): Readonly<Record<WordField, readonly string[]>> {
  const found = (field: WordField) => {
    const counts = new Map<string, number>();
    for (const { kind, cells } of rows) {
      const heading = mapping[kind][field];
      const word = heading === undefined ? '' : (cells[(headers[kind] ?? []).indexOf(heading)] ?? '').toLowerCase();
      if (word !== '' && word.length <= 100) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 100).map(([word]) => word);
  };
  return { kind: found('kind'), evidence: found('evidence'), language: found('language'), consent: found('consent'), consentTo: found('consentTo') };
}

/** Fills in what the words most likely mean where nothing was decided. */
export function guessWords(mapping: Mapping, found: Readonly<Record<WordField, readonly string[]>>, providers: readonly Provider[]): Mapping {
  const guess = (field: WordField) => Object.fromEntries([...Object.entries(mapping.words[field]), ...found[field].filter((word) => mapping.words[field][word] === undefined)
    .flatMap((word) => { const meant = guessWord(field, word, providers); return meant === undefined ? [] : [[word, meant]]; })]);
  return { ...mapping, words: { kind: guess('kind'), evidence: guess('evidence'), language: guess('language'), consent: guess('consent'), consentTo: guess('consentTo') } };
}

export const columnField = (kind: FileKind, field: Field): string => `${kind}-${field}`;
export const wordField = (field: WordField, index: number): string => `word-${field}-${index}`;

/** The mapping page as it was posted: columns by their place, words by their place in `found`. Names the columns that are missing. */
export function readMapping(form: Form, headers: Headers, found: Readonly<Record<WordField, readonly string[]>>, providers: readonly Provider[], before: Mapping): { mapping: Mapping; missing: readonly string[] } {
  const columns = (kind: FileKind) => Object.fromEntries(fieldsOf[kind].flatMap((field) => {
    const heading = (headers[kind] ?? [])[Number(form.text(columnField(kind, field)) || '-1')];
    return heading === undefined || heading === '' ? [] : [[field, heading]];
  }));
  const allowed = (field: WordField, code: string) => mappedWords[field].some((one) => one === code) || (field === 'consentTo' && providers.some(({ id }) => id === code));
  const meant = (field: WordField) => ({ ...before.words[field], ...Object.fromEntries(found[field].flatMap((word, index) => {
    const code = form.text(wordField(field, index));
    return form.has(wordField(field, index)) && (code === '' || allowed(field, code)) ? [[word, code]] : [];
  })) });
  const dates: DateOrder = dateOrders.find((one) => one === form.text('dates')) ?? 'ymd';
  const mapping = { dates, client: columns('client'), stay: columns('stay'), words: { kind: meant('kind'), evidence: meant('evidence'), language: meant('language'), consent: meant('consent'), consentTo: meant('consentTo') } };
  return { mapping, missing: missingColumns(headers, mapping) };
}

/** Required columns that a mapping does not name, as names of their fields on the page. */
export function missingColumns(headers: Headers, mapping: Mapping): string[] {
  return fileKinds.flatMap((kind) => (headers[kind] ? requiredOf[kind].filter((field) => mapping[kind][field] === undefined).map((field) => columnField(kind, field)) : []));
}
