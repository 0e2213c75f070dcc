import { parseName } from './field-names.ts';
import { parseJson } from './typed-values.ts';

/** What a form posted, by field: `valuesAt(linkId, suffix, part)`, and which repetitions stand under a place. */
export type Posting = {
  readonly valuesAt: (linkId: string, suffix: string, part?: string) => readonly string[];
  readonly keptAt: (linkId: string, suffix: string) => readonly unknown[];
  /** The numbers of the repetitions right under a suffix in which a field of one of these items was posted, in their order. */
  readonly placesUnder: (linkIds: readonly string[], suffix: string) => readonly number[];
  readonly action: { readonly add: string | undefined; readonly remove: string | undefined };
};

const mostEntries = 20_000;

/** Sorts posted entries; names that are not field names of a questionnaire are left aside. Throws RangeError for more than 20,000 entries. */
export function sortPosting(entries: Iterable<readonly [string, string]>): Posting {
  const values = new Map<string, string[]>();
  const places = new Map<string, Set<number>>();
  const action: { add: string | undefined; remove: string | undefined } = { add: undefined, remove: undefined };
  let count = 0;
  for (const [name, value] of entries) {
    count += 1;
    if (count > mostEntries) throw new RangeError(`more than ${mostEntries} form entries`);
    if (name === 'add' || name === 'remove') {
      action[name] = value;
      continue;
    }
    const parsed = parseName(name);
    if (!parsed) continue;
    const suffix = parsed.indexes.map((index) => `[${index}]`).join('');
    push(values, keyOf(parsed.linkId, suffix, parsed.part), value);
    parsed.indexes.forEach((index, depth) => {
      const key = keyOf(parsed.linkId, parsed.indexes.slice(0, depth).map((one) => `[${one}]`).join(''), '#');
      const known = places.get(key) ?? new Set<number>();
      places.set(key, known.add(index));
    });
  }
  return {
    valuesAt: (linkId, suffix, part = '') => values.get(keyOf(linkId, suffix, part)) ?? [],
    keptAt: (linkId, suffix) => (values.get(keyOf(linkId, suffix, 'kept')) ?? []).map(parseJson).filter((one) => one !== undefined),
    placesUnder: (linkIds, suffix) => [...new Set(linkIds.flatMap((linkId) => [...(places.get(keyOf(linkId, suffix, '#')) ?? [])]))].sort((a, b) => a - b),
    action,
  };
}

function keyOf(linkId: string, suffix: string, part: string): string {
  return JSON.stringify([linkId, suffix, part]);
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
