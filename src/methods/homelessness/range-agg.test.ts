import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#test/database.ts';
import { formatDay } from '../timeline/day.ts';
import { type ChronicState, chronicStates } from './chronic.ts';
import { reachingHome } from './definition.ts';
import { type Convention, conventions, type Stay, stayKinds } from './stay.ts';
import { stayTable } from './stay-table.ts';

type History = { readonly asOf: number; readonly stays: readonly Stay[] };
type Counted = Pick<ChronicState, 'days365' | 'days1095' | 'current' | 'gaps'>;

const histories = fc.sample(
  fc.integer({ min: 10_000, max: 22_000 }).chain((asOf) =>
    fc.record({
      asOf: fc.constant(asOf),
      stays: fc.array(
        fc.record({ back: fc.integer({ min: -40, max: 1400 }), length: fc.oneof(fc.nat(3), fc.nat(90), fc.nat(700)), isOpen: fc.nat(9).map((n) => n === 0), kind: fc.constantFrom(...stayKinds, 'shelter', 'hidden') })
          .map(({ back, length, isOpen, kind }) => ({ start: formatDay(asOf - back), end: isOpen ? null : formatDay(asOf - back + length), kind })),
        { minLength: 1, maxLength: 12 },
      ),
    })),
  { numRuns: 10_000, seed: 20_261_124 },
).map(({ asOf, stays }, index): History => ({ asOf, stays: stays.map((stay) => ({ ...stay, person: String(index) })) }));

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => await database.close());

/** The same figures by PostgreSQL's own union of ranges, in one statement. */
async function byRangeAgg(convention: Convention): Promise<readonly Counted[]> {
  const stays = histories.flatMap(({ asOf, stays: own }, index) => own.map((stay) => [index, formatDay(asOf), stay.start, stay.end, stay.kind] as const));
  const rows = await database.admin<{ found: Counted }[]>`
    with stay as (
      select person, as_of, starts,
             daterange(starts, case when ends is null then as_of + 1 when ${convention} = 'touched' then ends + 1 else ends end) as days,
             kind = any(${[...reachingHome.counts]}::text[]) as counts, starts <= as_of and coalesce(ends, as_of) >= as_of as covers
      from unnest(${stays.map((s) => s[0])}::int[], ${stays.map((s) => s[1])}::date[], ${stays.map((s) => s[2])}::date[], ${stays.map((s) => s[3])}::date[],
                  ${stays.map((s) => s[4])}::text[]) as given (person, as_of, starts, ends, kind)
    ), united as (
      select person, as_of, bool_or(counts and covers) as current,
             coalesce(range_agg(days) filter (where counts and starts <= as_of), '{}'::datemultirange)
               * datemultirange(daterange(as_of - 1094, as_of + 1)) as long
      from stay group by person, as_of
    )
    select jsonb_build_object(
      'days365', (select coalesce(sum(upper(part) - lower(part)), 0) from unnest(long * datemultirange(daterange(as_of - 364, as_of + 1))) part),
      'days1095', (select coalesce(sum(upper(part) - lower(part)), 0) from unnest(long) part),
      'current', current,
      'gaps', (select coalesce(jsonb_agg(jsonb_build_object('from', lower(gap), 'to', upper(gap) - 1, 'days', upper(gap) - lower(gap)) order by gap), '[]')
               from unnest(datemultirange(range_merge(long)) - long) gap)) as found
    from united order by person`;
  return rows.map(({ found }) => found);
}

test.each(conventions)('10,000 random histories have the days, gaps and presence that range_agg gives, counting %s', async (convention) => {
  const own = histories.map(({ asOf, stays }, index) => {
    const state = chronicStates(stayTable(stays), asOf, { convention }).get(String(index));
    return state && { days365: state.days365, days1095: state.days1095, current: state.current, gaps: state.gaps };
  });
  const peer = await byRangeAgg(convention);
  expect(peer.length).toBe(10_000);
  const unlike = own.map((state, index) => ({ index, own: state, peer: peer[index] })).filter(({ own: a, peer: b }) => JSON.stringify(sorted(a)) !== JSON.stringify(sorted(b)));
  expect(unlike.slice(0, 3)).toEqual([]);
  expect(peer.filter(({ gaps }) => gaps.length > 1).length).toBeGreaterThan(1000);
});

test('the order in which stays come, and all histories in one table, change nothing', () => {
  const [first] = histories;
  const shared = histories.slice(0, 500).flatMap(({ stays }) => stays);
  const asOf = first?.asOf ?? 0;
  const forward = chronicStates(stayTable(shared), asOf, { convention: 'touched' });
  expect([...chronicStates(stayTable([...shared].reverse()), asOf, { convention: 'touched' })]).toEqual([...forward]);
  for (const { stays } of histories.slice(0, 500)) {
    const person = stays[0]?.person ?? '';
    expect(chronicStates(stayTable(stays), asOf, { convention: 'touched' }).get(person)).toEqual(forward.get(person));
  }
});

function sorted(state: Counted | undefined) {
  return state && [state.days365, state.days1095, state.current, state.gaps.map(({ from, to, days }) => [from, to, days])];
}
