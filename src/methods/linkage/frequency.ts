import { assumedPeople, chanceOf } from './chance.ts';
import { at, fieldCount } from './fields.ts';
import type { People } from './people.ts';
import type { Persons } from './persons.ts';

/** How common each value is among people, not among records: copies of one person's record count once. */
export type Frequencies = {
  readonly people: number;
  /** For each field, by code: how many people have the value. */
  readonly counts: readonly Int32Array[];
  /** For dates, by code: the share that the year, the month and the day alone would give. */
  readonly dateShares: Float64Array;
};

/** Counts the values of each field over persons. */
export function countValues(people: People, { personOf, count: personCount }: Persons): Frequencies {
  const members = membersOf(personOf, personCount);
  const counts = people.columns.map(({ codes, values }) => {
    const count = new Int32Array(values.length);
    const seenBy = new Int32Array(values.length).fill(-1);
    for (const place of members) {
      const code = codes[place] ?? -1;
      const person = personOf[place] ?? -1;
      if (code < 0 || seenBy[code] === person) continue;
      seenBy[code] = person;
      count[code] = (count[code] ?? 0) + 1;
    }
    return count;
  });
  return { people: personCount, counts, dateShares: sharesOfDates(people, counts[at.dateOfBirth] ?? new Int32Array()) };
}

/** The places of all records, those of one person side by side. */
function membersOf(personOf: Int32Array, personCount: number): Int32Array {
  const starts = new Int32Array(personCount + 1);
  for (const person of personOf) starts[person + 1] = (starts[person + 1] ?? 0) + 1;
  for (let person = 0; person < personCount; person += 1) starts[person + 1] = (starts[person + 1] ?? 0) + (starts[person] ?? 0);
  const members = new Int32Array(personOf.length);
  for (const [place, person] of personOf.entries()) {
    const next = starts[person] ?? 0;
    members[next] = place;
    starts[person] = next + 1;
  }
  return members;
}

function sharesOfDates(people: People, counts: Int32Array): Float64Array {
  const values = people.columns[at.dateOfBirth]?.values ?? [];
  const [years, months, days] = [new Map<number, number>(), new Map<number, number>(), new Map<number, number>()];
  let total = 0;
  for (const [code, { date }] of values.entries()) {
    const count = counts[code] ?? 0;
    total += count;
    for (const [map, part] of [[years, date.year], [months, date.month], [days, date.day]] as const) map.set(part, (map.get(part) ?? 0) + count);
  }
  const share = (map: ReadonlyMap<number, number>, part: number, parts: number) => ((map.get(part) ?? 0) + assumedPeople / parts) / (total + assumedPeople);
  return Float64Array.from(values, ({ date }) => share(years, date.year, 90) * share(months, date.month, 12) * share(days, date.day, 30));
}

/** The share of people who have a value, two of whom are the pair in question and do not count. */
export function shareOf(frequencies: Frequencies, field: number, code: number): number {
  const others = Math.max(0, (frequencies.counts[field]?.[code] ?? 0) - 2);
  if (field === at.dateOfBirth) return (others + (frequencies.people + assumedPeople) * (frequencies.dateShares[code] ?? 1)) / (2 * frequencies.people + assumedPeople);
  const chance = chanceOf[field];
  if (chance === undefined) throw new RangeError(`there is no field ${field} of ${fieldCount}`);
  return (others + chance.unseen + assumedPeople * chance.value) / (frequencies.people + assumedPeople);
}
