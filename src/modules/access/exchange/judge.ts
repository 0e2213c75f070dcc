import { searchKey, nameKey } from '../person/search-key.ts';
import { type DateOrder, openCell, readDate, readNames } from './cells.ts';
import { type ConsentCode, consentCodes, type Field, type FileKind, purposesOf, type WordField } from './fields.ts';
import type { Headers, Mapping, Rows } from './mapping.ts';

export const reasons = ['columns', 'no-client', 'no-name', 'too-long', 'bad-date', 'future', 'end-before-start', 'no-start', 'unknown-kind', 'unknown-evidence', 'unknown-consent', 'unknown-provider', 'no-consent-start', 'differs', 'twice', 'unknown-client', 'client-refused', 'closed'] as const;
export type Reason = (typeof reasons)[number];

type Consent = { readonly id: string; readonly to: string; readonly purposes: readonly string[]; readonly start: string; readonly expires: string | null };
type Person = { readonly given: string; readonly family: string; readonly birth: string | null; readonly gender: string | null; readonly language: string | null; readonly key: string };
type Stay = { readonly row: number; readonly id: string; readonly kind: string; readonly place: string | null; readonly start: string; readonly end: string | null; readonly evidence: string };
type Alias = { readonly given: string; readonly family: string; readonly key: string };
export type Refusal = { readonly kind: FileKind; readonly row: number; readonly field: Field | null; readonly reason: Reason };
/** What an import makes of one client of the file: the shape that access.apply_exchange takes. `first` is the row that names the person. */
export type Judged = {
  readonly client: string; readonly person?: Person; readonly first: number | null; readonly inFile: boolean; readonly rows: readonly { readonly row: number; readonly aliases: readonly Alias[]; readonly consents: readonly Consent[] }[];
  readonly stays: readonly Stay[]; readonly refused: readonly Refusal[]; readonly skipped: readonly { readonly kind: FileKind; readonly row: number }[];
};

class Refused extends Error {
  readonly reason: Reason;
  readonly field: Field | null;
  constructor(reason: Reason, field: Field | null) {
    super(reason);
    this.reason = reason;
    this.field = field;
  }
}

/** Judges all rows of one client; `today` is the last day that anything but an expiry may have, `agency` whom consents without a provider are given to. */
export function judgeClient(client: string, rows: Rows, headers: Headers, mapping: Mapping, today: string, agency: string): Judged {
  const refused: Refusal[] = [];
  const skipped: { kind: FileKind; row: number }[] = [];
  const people: { row: number; aliases: readonly Alias[]; consents: readonly Consent[] }[] = [];
  const stays = new Map<string, Stay>();
  let person: Person | undefined;
  for (const one of rows) {
    const read = readerOf(one.kind, one.cells, headers, mapping, today);
    try {
      const width = headers[one.kind]?.length ?? 0;
      if (one.cells.length < width || one.cells.slice(width).some((cell) => cell !== '')) throw new Refused('columns', null);
      if (client === '') throw new Refused('no-client', 'client');
      if (client.length > 100) throw new Refused('too-long', 'client');
      if (one.kind === 'client') {
        const [named, aliases, consents] = [readPerson(read), readAliases(read), readConsents(read, client, agency)];
        if (person && (person.key !== named.key || person.birth !== named.birth)) throw new Refused('differs', null);
        person ??= named;
        people.push({ row: one.row, aliases, consents });
      } else {
        const stay = readStay(read, client, one.row);
        const earlier = stay && stays.get(stay.id);
        if (earlier && JSON.stringify({ ...earlier, row: 0 }) !== JSON.stringify({ ...stay, row: 0 })) throw new Refused('twice', 'stay');
        if (!stay || earlier) skipped.push({ kind: 'stay', row: one.row });
        else stays.set(stay.id, stay);
      }
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refused.push({ kind: one.kind, row: one.row, field: error.field, reason: error.reason });
    }
  }
  return { client, ...(person ? { person } : {}), first: people[0]?.row ?? null, inFile: rows.some(({ kind }) => kind === 'client'), rows: people, stays: [...stays.values()], refused, skipped };
}

type Reader = ReturnType<typeof readerOf>;
function readerOf(kind: FileKind, cells: readonly string[], headers: Headers, mapping: Mapping, today: string) {
  const text = (field: Field, limit = 200): string => {
    const heading = mapping[kind][field];
    const value = heading === undefined ? '' : openCell(cells[(headers[kind] ?? []).indexOf(heading)] ?? '');
    if (value.length > limit) throw new Refused('too-long', field);
    return value;
  };
  return {
    text,
    date: (field: Field, to: 'past' | 'any' = 'past', order: DateOrder = mapping.dates): string | null => {
      const value = text(field);
      if (value === '') return null;
      const day = readDate(value, order);
      if (day === undefined) throw new Refused('bad-date', field);
      if (to === 'past' && day > today) throw new Refused('future', field);
      return day;
    },
    /** Our word for it; '' where the cell is empty, undefined where nobody said what it means. */
    word: (field: WordField): string | undefined => {
      const value = text(field).toLowerCase();
      return value === '' ? '' : mapping.words[field][value] || undefined;
    },
  };
}

function readPerson({ text, date, word }: Reader): Person {
  const [given, family] = [text('given'), text('family')];
  if (nameKey(given) === '') throw new Refused('no-name', 'given');
  if (nameKey(family) === '') throw new Refused('no-name', 'family');
  const language = word('language');
  return { given, family, birth: date('birth'), gender: text('gender') || null, language: language === 'en' || language === 'fr' ? language : null, key: searchKey(given, family) };
}

function readAliases({ text }: Reader): Alias[] {
  const names = readNames(text('aliases', 2000)).filter((one) => nameKey(one.given + one.family) !== '');
  if (names.some((one) => one.given.length > 200 || one.family.length > 200)) throw new Refused('too-long', 'aliases');
  return names.map((one) => ({ ...one, key: searchKey(one.given, one.family) }));
}

function readConsents({ text, date, word }: Reader, client: string, agency: string): Consent[] {
  const meant = word('consent');
  if (meant === undefined) throw new Refused('unknown-consent', 'consent');
  const code: ConsentCode | undefined = consentCodes.find((one) => one === meant);
  if (!code) return [];
  const to = word('consentTo');
  if (to === undefined) throw new Refused('unknown-provider', 'consentTo');
  if (to === 'none') return [];
  const [start, expires] = [date('consentStart'), date('consentExpires', 'any')];
  if (start === null) throw new Refused('no-consent-start', 'consentStart');
  if (expires !== null && expires < start) throw new Refused('end-before-start', 'consentExpires');
  return [{ id: text('consentId', 100) || `${client}/${code}/${start}`, to: to || agency, purposes: purposesOf[code], start, expires }];
}

/** Undefined where the word means that such a row is left out. */
function readStay({ text, date, word }: Reader, client: string, row: number): Stay | undefined {
  const kind = word('kind');
  if (kind === 'none') return undefined;
  if (!kind) throw new Refused('unknown-kind', 'kind');
  const evidence = word('evidence');
  if (evidence === undefined) throw new Refused('unknown-evidence', 'evidence');
  const [start, end] = [date('start'), date('end')];
  if (start === null) throw new Refused('no-start', 'start');
  if (end !== null && end < start) throw new Refused('end-before-start', 'end');
  return { row, id: text('stay', 100) || `${client}/${kind}/${start}`, kind, place: text('place') || null, start, end, evidence: evidence || 'observed' };
}
