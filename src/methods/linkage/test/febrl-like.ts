import type { PersonRecord } from '../fields.ts';
import { createRandom, type Random } from './random.ts';
import { slip } from './slips.ts';

type Field = 'givenName' | 'surname' | 'streetNumber' | 'street' | 'suburb' | 'province' | 'postcode' | 'dateOfBirth';
/** How often each field is hit, and which share of the hits empties it, puts another value, or makes a slip; after FEBRL's dsgen. */
const habits: readonly { readonly field: Field; readonly hit: number; readonly empty: number; readonly other: number }[] = [
  { field: 'givenName', hit: 0.2, empty: 0.07, other: 0.28 }, { field: 'surname', hit: 0.22, empty: 0.05, other: 0.28 }, { field: 'streetNumber', hit: 0.15, empty: 0.22, other: 0.35 },
  { field: 'street', hit: 0.32, empty: 0.06, other: 0.14 }, { field: 'suburb', hit: 0.26, empty: 0.06, other: 0.13 }, { field: 'province', hit: 0.045, empty: 0.25, other: 0.4 },
  { field: 'postcode', hit: 0.17, empty: 0, other: 0.15 }, { field: 'dateOfBirth', hit: 0.09, empty: 0.3, other: 0.45 },
];
const elsewhere = 0.5;

export type FebrlSettings = {
  /** How many originals have 0, 1, 2 … copies. */
  readonly copies: readonly number[];
  readonly slipsPerRecord: number;
  readonly slipsPerField: number;
  /** Every record gets between 1 and `slipsPerRecord` slips, `even` or mostly few. */
  readonly spread: 'even' | 'few';
  readonly seed: number;
};

/** Copies of the given originals after the kind of FEBRL's data sets; the truth is the id before `-`. */
export function febrlLike(source: readonly PersonRecord[], settings: FebrlSettings): PersonRecord[] {
  const random = createRandom(settings.seed);
  const people = shuffledTogether(random, source, settings.copies.reduce((sum, one) => sum + one, 0));
  const counts = settings.copies.flatMap((times, copies) => Array.from({ length: times }, () => copies));
  return people.flatMap((person, place) => [
    { ...person, id: `${place}-org` },
    ...Array.from({ length: counts[place] ?? 0 }, (_, copy) => ({ ...damaged(random, person, people, settings), id: `${place}-dup-${copy}` })),
  ]);
}

/** New people whose fields each come from some person of the source, so that values keep their frequencies. */
function shuffledTogether(random: Random, source: readonly PersonRecord[], count: number): PersonRecord[] {
  return Array.from({ length: count }, (_, place) => {
    const person: Record<string, string> = { id: String(place) };
    for (const { field } of habits) person[field] = random.pick(source)[field] ?? '';
    return { ...person, id: String(place), dateOfBirth: random.pick(source).dateOfBirth ? randomDate(random) : '' };
  });
}

function randomDate(random: Random): string {
  return `${1900 + random.below(100)}${String(1 + random.below(12)).padStart(2, '0')}${String(1 + random.below(28)).padStart(2, '0')}`;
}

function damaged(random: Random, person: PersonRecord, people: readonly PersonRecord[], { slipsPerRecord, slipsPerField, spread }: FebrlSettings): PersonRecord {
  let wanted = 1 + (spread === 'even' ? random.below(slipsPerRecord) : Math.min(random.below(slipsPerRecord), random.below(slipsPerRecord)));
  let copy: PersonRecord = person;
  const done = new Map<Field, number>();
  if (wanted > 1 && random.chance(0.06)) {
    copy = { ...copy, givenName: person.surname ?? '', surname: person.givenName ?? '' };
    wanted -= 2;
  }
  const total = habits.reduce((sum, { hit }) => sum + hit, elsewhere);
  for (let attempt = 0; wanted > 0 && attempt < 100; attempt += 1) {
    const habit = pickHabit(random.unit() * total);
    if (habit && (done.get(habit.field) ?? 0) >= slipsPerField) continue;
    wanted -= 1;
    if (!habit) continue;
    done.set(habit.field, (done.get(habit.field) ?? 0) + 1);
    const kind = random.unit();
    const value = copy[habit.field] ?? '';
    const other = random.pick(people)[habit.field] ?? '';
    copy = { ...copy, [habit.field]: kind < habit.empty || value === '' ? '' : kind < habit.empty + habit.other ? other : habit.field === 'dateOfBirth' || habit.field === 'postcode' ? digitSlip(random, value) : slip(random, value) };
  }
  return copy;
}

function pickHabit(draw: number): (typeof habits)[number] | undefined {
  let reached = 0;
  for (const habit of habits) {
    reached += habit.hit;
    if (draw < reached) return habit;
  }
  return undefined;
}

/** A digit wrong or two exchanged; the length stays. */
function digitSlip(random: Random, text: string): string {
  const place = random.below(text.length - 1);
  const exchanged = text.slice(0, place) + (text[place + 1] ?? '') + (text[place] ?? '') + text.slice(place + 2);
  return exchanged !== text && random.chance(0.5) ? exchanged : text.slice(0, place) + String(random.below(10)) + text.slice(place + 1);
}
