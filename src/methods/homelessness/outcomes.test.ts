import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDay, parseDay } from '../timeline/day.ts';
import { communityOutcomes, type IdentityClaim, identityClaims } from './outcomes.ts';
import { fiscalYearOf, readPeriod } from './period.ts';
import { type Convention, conventions, type Stay, type StayKind, stayKinds } from './stay.ts';
import { stayTable } from './stay-table.ts';

const day = (text: string) => parseDay(text) ?? Number.NaN;
const stay = (person: string, start: string, end: string | null, kind: StayKind = 'shelter'): Stay => ({ person, start, end, kind });
const of = (stays: readonly Stay[], names: readonly string[], asOf = '2026-12-31', indigenous?: ReadonlyMap<string, IdentityClaim>) =>
  communityOutcomes(stayTable(stays), names.map(readPeriod), { convention: 'touched', asOf: day(asOf), ...(indigenous ? { indigenous } : {}) });

test('people are counted once a period, so that a fiscal year is not the sum of its months', () => {
  const stays = [stay('a', '2025-04-01', '2025-06-30'), stay('b', '2025-05-31', '2025-06-01'), stay('c', '2025-03-31', '2025-03-31')];
  const [april, may, june, year] = of(stays, ['2025-04', '2025-05', '2025-06', '2025-26']);
  expect([april, may, june, year].map((one) => one?.people)).toEqual([1, 2, 2, 2]);
  expect([april, may, june, year].map((one) => one?.newlyIdentified)).toEqual([1, 1, 0, 2]);
  expect(year).toMatchObject({ from: '2025-04-01', to: '2026-03-31', complete: true });
});

test('a return out of a home, one after a silence and one of years ago are told apart', () => {
  const stays = [
    stay('home', '2025-01-01', '2025-02-01'), stay('home', '2025-02-02', '2025-05-01', 'housed'), stay('home', '2025-05-02', '2025-07-10'),
    stay('silent', '2025-01-01', '2025-01-30'), stay('silent', '2025-05-02', null), stay('short', '2025-02-10', '2025-02-28'), stay('short', '2025-05-02', null),
    stay('edge', '2025-01-01', '2025-01-31'), stay('edge', '2025-05-02', null), stay('ward', '2025-01-01', '2025-01-31'), stay('ward', '2025-02-01', '2025-05-01', 'institution'), stay('ward', '2025-05-02', null),
  ];
  const [may, june] = of(stays, ['2025-05', '2025-06']);
  expect(may?.returns).toEqual({ fromHousing: 1, withInactive: 2, everFromHousing: 1 });
  expect(june?.returns).toEqual({ fromHousing: 0, withInactive: 0, everFromHousing: 1 });
});

test('chronic on some day of the month and chronic on its last day stand side by side', () => {
  // 180 days are reached on 29 June 2025 and lost with the home on 20 July.
  const [june, july, august] = of([stay('a', '2025-01-01', '2025-07-20')], ['2025-06', '2025-07', '2025-08']);
  expect([june?.chronic, july?.chronic, august?.chronic]).toEqual([{ anyDay: 1, atEnd: 1 }, { anyDay: 1, atEnd: 0 }, { anyDay: 0, atEnd: 0 }]);
  expect(of([stay('a', '2025-01-01', '2025-06-28')], ['2025-06'])[0]?.chronic).toEqual({ anyDay: 0, atEnd: 0 });
});

test('what people say of themselves is counted, and what is missing stands apart', () => {
  const stays = ['a', 'b', 'c', 'd', 'e'].map((person) => stay(person, '2025-05-01', null));
  expect(of(stays, ['2025-05'], undefined, new Map([['a', 'yes'], ['b', 'no'], ['c', 'declined'], ['z', 'yes']]))[0]?.indigenous).toEqual({ yes: 1, no: 1, declined: 1, missing: 2 });
});

test('a period that is not over is counted up to the day known and says so, and one that has not begun counts nobody', () => {
  const [now, later] = of([stay('a', '2025-01-01', null)], ['2025-05', '2025-06'], '2025-05-10');
  expect(now).toMatchObject({ to: '2025-05-10', complete: false, people: 1 });
  expect(later).toMatchObject({ complete: false, people: 0 });
});

test('months and fiscal years are read, and anything else is refused by its name', () => {
  expect(readPeriod('2025-26')).toMatchObject({ from: day('2025-04-01'), to: day('2026-03-31') });
  expect(readPeriod('2099-00')).toMatchObject({ to: day('2100-03-31') });
  expect(readPeriod('2011-12').from).toBe(day('2011-12-01'));
  expect(readPeriod('2011-2012').from).toBe(day('2011-04-01'));
  for (const wrong of ['2025', '2025-27', '2025-13', '2025-2027', 'May']) expect(() => readPeriod(wrong)).toThrow(wrong);
  expect([fiscalYearOf(day('2026-03-31')), fiscalYearOf(day('2026-04-01')), fiscalYearOf(day('2011-07-01'))]).toEqual(['2025-26', '2026-27', '2011-2012']);
});

test('random histories give what asking each person about each day gives', () => {
  const base = day('2024-01-01');
  const one = fc.record({ person: fc.constantFrom('a', 'b', 'c'), start: fc.integer({ min: 0, max: 1400 }), length: fc.option(fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 400 })), { freq: 8 }), kind: fc.constantFrom(...stayKinds) });
  const claims = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(...identityClaims));
  fc.assert(fc.property(fc.array(one, { maxLength: 14 }), fc.constantFrom(...conventions), fc.integer({ min: 300, max: 1500 }), claims, fc.integer({ min: 0, max: 120 }), (rows, convention, ends, said, inactiveAfter) => {
    const stays = rows.map(({ person, start, length, kind }) => ({ person, kind, start: formatDay(base + start), end: length === null ? null : formatDay(base + start + length) }));
    const names = ['2024-12', '2025-06', '2026-02', '2024-25', '2025-26', '2027-28'];
    const indigenous = new Map(Object.entries(said));
    const asOf = base + ends;
    const got = communityOutcomes(stayTable(stays), names.map(readPeriod), { convention, asOf, indigenous, inactiveAfter });
    for (const [place, name] of names.entries()) expect(got[place]).toMatchObject(naive(stays, name, convention, asOf, indigenous, inactiveAfter));
  }), { numRuns: 60 });
});

/** The same rules, day by day and person by person, without any of the method's own parts. */
function naive(stays: readonly Stay[], name: string, convention: Convention, asOf: number, indigenous: ReadonlyMap<string, IdentityClaim>, inactiveAfter: number) {
  const { from, to: last } = readPeriod(name);
  const to = Math.min(last, asOf);
  const sum = { people: 0, newlyIdentified: 0, returns: { fromHousing: 0, withInactive: 0, everFromHousing: 0 }, indigenous: { yes: 0, no: 0, declined: 0, missing: 0 }, chronic: { anyDay: 0, atEnd: 0 } };
  for (const person of new Set(stays.map((one) => one.person))) {
    const own = stays.filter((one) => one.person === person);
    const covers = (one: Stay, d: number, cut: number) => day(one.start) <= d && (one.end === null || d <= day(one.end) - cut) && d <= asOf;
    const counting = own.filter(({ kind }) => kind === 'shelter' || kind === 'unsheltered' || kind === 'hidden');
    const cut = convention === 'nights' ? 1 : 0;
    const [start, stop] = [Math.min(...own.map((one) => day(one.start))), asOf];
    const days = Array.from({ length: Math.max(0, stop - start + 1) }, (_, n) => counting.some((one) => covers(one, start + n, cut)));
    const homeless = (d: number) => days[d - start] === true;
    const count = (d: number, window: number) => Array.from({ length: window }, (_, n) => homeless(d - n)).filter(Boolean).length;
    const chronic = (d: number) => counting.some((one) => covers(one, d, 0)) && (count(d, 365) >= 180 || count(d, 1095) >= 546);
    const range = Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => from + n);
    if (!range.some(homeless)) continue;
    sum.people += 1;
    sum.indigenous[indigenous.get(person) ?? 'missing'] += 1;
    const firstDay = start + days.indexOf(true);
    if (firstDay >= from) sum.newlyIdentified += 1;
    const back = { housing: new Set<number>(), inactive: new Set<number>() };
    for (let d = firstDay + 1, since = firstDay; d <= stop; d += 1) {
      if (!homeless(d)) continue;
      if (since < d - 1) {
        const gap = Array.from({ length: d - since - 1 }, (_, n) => since + 1 + n);
        let [silent, longest] = [0, 0];
        for (const g of gap) {
          silent = own.some((one) => covers(one, g, 0)) ? 0 : silent + 1;
          longest = Math.max(longest, silent);
        }
        if (gap.some((g) => own.some((one) => one.kind === 'housed' && covers(one, g, 0)))) back.housing.add(d);
        else if (longest > inactiveAfter) back.inactive.add(d);
      }
      since = d;
    }
    const within = (set: ReadonlySet<number>) => [...set].some((d) => d >= from && d <= to);
    if (within(back.housing)) sum.returns.fromHousing += 1;
    if (within(back.housing) || within(back.inactive)) sum.returns.withInactive += 1;
    if ([...back.housing].some((d) => d <= to)) sum.returns.everFromHousing += 1;
    if (days.filter(Boolean).length >= 180 && range.some(chronic)) sum.chronic.anyDay += 1;
    if (chronic(to)) sum.chronic.atEnd += 1;
  }
  return sum;
}
