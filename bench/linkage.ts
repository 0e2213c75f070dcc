import { createIndex, findMatches } from '#app/methods/linkage/register.ts';
import type { PersonRecord } from '#app/methods/linkage/fields.ts';
import { linkRecords } from '#app/methods/linkage/link.ts';
import { febrlLike } from '#app/methods/linkage/test/febrl-like.ts';
import { febrlPerson, readFebrl } from '#app/methods/linkage/test/febrl-files.ts';
import { germanLike } from '#app/methods/linkage/test/german-like.ts';
import { beforeDash, measure } from '#app/methods/linkage/test/measure.ts';
import { registerLike } from '#app/methods/linkage/test/register-like.ts';
import { type Benchmark, type BenchResult, round } from './result.ts';

/** 200,000 made-up records against each other and one intake against them, beside an exact join on name and date of birth; F1 on made-up and published sets. */
export const linkage: Benchmark = {
  name: 'linkage',
  run: async (log) => [...speed(log), ...quality(log)],
};

function speed(log: (line: string) => void): BenchResult[] {
  const records = registerLike({ records: 200_000, copies: 10_000, seed: 5 });
  const exact = timed(() => exactJoin(records));
  const linked = timed(() => linkRecords(records));
  const found = measure(records, linked.value, beforeDash);
  const ofExact = measure(records, { links: exact.value }, beforeDash);
  log(`200,000 records: ${Math.round(linked.ms)} ms, recall ${found.recall.toFixed(3)}, precision ${found.precision.toFixed(4)}, certain ${found.certain} of which false ${found.certainFalse}; exact join ${Math.round(exact.ms)} ms, recall ${ofExact.recall.toFixed(3)}`);
  const index = createIndex(records.slice(0, 190_000));
  const intakes = records.slice(190_000, 191_000);
  const times = intakes.map((intake) => timed(() => findMatches(index, intake)).ms).sort((a, b) => a - b);
  const p99 = times[Math.floor(times.length * 0.99)] ?? 0;
  const lookup = exactLookup(records.slice(0, 190_000));
  const plain = intakes.map((intake) => timed(() => lookup(intake)).ms).sort((a, b) => a - b)[Math.floor(intakes.length * 0.99)] ?? 0;
  log(`one intake against 190,000: p99 ${p99.toFixed(2)} ms, exact lookup p99 ${plain.toFixed(4)} ms`);
  return [
    { name: 'linkage 200,000 records, ms', value: Math.round(linked.ms), beside: Math.round(exact.ms), ratio: round(linked.ms / exact.ms), goal: '<= 8000', holds: linked.ms <= 8000 },
    { name: 'linkage recall', value: round(found.recall), beside: round(ofExact.recall), ratio: round(found.recall / ofExact.recall), goal: 'none false among the certain', holds: found.certainFalse === 0 },
    { name: 'linkage one intake, ms (p99)', value: round(p99), beside: round(plain), ratio: round(p99 / plain), goal: '<= 10', holds: p99 <= 10 },
  ];
}

type Sets = readonly { readonly name: string; readonly goal: number; readonly records: readonly PersonRecord[] | undefined; readonly personOf: (id: string) => string }[];

function quality(log: (line: string) => void): BenchResult[] {
  const originals = readFebrl('febrl2')?.filter(({ id }) => id.endsWith('-org')) ?? registerLike({ records: 4000, copies: 0, seed: 2 });
  const copies = [835, 368, 256, 212, 161, 168];
  const sets: Sets = [
    ...(['febrl1', 'febrl2'] as const).map((name) => ({ name, goal: 0.993, records: readFebrl(name), personOf: febrlPerson })),
    ...[21, 22].map((seed) => ({ name: `like FEBRL 3, seed ${seed}`, goal: 0.993, records: febrlLike(originals, { copies, slipsPerRecord: 10, slipsPerField: 2, spread: 'few', seed }), personOf: beforeDash })),
    ...[100, 600].map((surnames) => ({ name: `German names, ${surnames} surnames`, goal: 0.965, records: germanLike({ records: 10_000, copies: 1000, surnames, seed: 31, secondSlip: 0 }), personOf: beforeDash })),
  ];
  return sets.flatMap(({ name, goal, records, personOf }) => {
    if (records === undefined) return [];
    const linked = measure(records, linkRecords(records), personOf);
    const exact = measure(records, { links: exactJoin(records) }, personOf);
    log(`${name}: F1 ${linked.f1.toFixed(4)}, precision ${linked.precision.toFixed(4)}, recall ${linked.recall.toFixed(4)}, certain ${linked.certain} of ${linked.pairs} pairs, ${linked.certainFalse} false`);
    return [{ name: `linkage F1, ${name}`, value: round(linked.f1), beside: round(exact.f1), ratio: round(linked.f1 / exact.f1), goal: `>= ${goal}, none false among the certain`, holds: linked.f1 >= goal && linked.certainFalse === 0 }];
  });
}

function timed<Value>(work: () => Value): { value: Value; ms: number } {
  const start = performance.now();
  const value = work();
  return { value, ms: performance.now() - start };
}

const exactKey = ({ givenName = '', surname = '', dateOfBirth = '' }: PersonRecord) => `${givenName}|${surname}|${dateOfBirth}`;

function exactLookup(records: readonly PersonRecord[]): (record: PersonRecord) => readonly PersonRecord[] {
  const byKey = Map.groupBy(records, exactKey);
  return (record) => byKey.get(exactKey(record)) ?? [];
}

/** What a plain join on given name, surname and date of birth finds. */
function exactJoin(records: readonly PersonRecord[]): { left: string; right: string; score: number; band: 'suggest'; fields: [] }[] {
  return [...Map.groupBy(records, exactKey).values()].flatMap((group) => group.flatMap(({ id: right }, place) => group.slice(0, place).map(({ id: left }) => ({ left, right, score: 0, band: 'suggest' as const, fields: [] }))));
}
