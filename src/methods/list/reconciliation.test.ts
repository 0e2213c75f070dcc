import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type StayKind, stayKinds } from '../homelessness/stay.ts';
import { type ListEvent, listStates } from './event.ts';
import { listMeasures } from './ledger.ts';
import { fewerReasons, type Group, moreReasons, reconcile } from './reconciliation.ts';
import { restatedLines } from './restated.ts';

const group = (more: Partial<Group>): Group => ({ listed: true, listedNow: true, consented: true, stands: true, whereabouts: 'homeless', heard: true, nights: ['shelter'], people: 1, ...more });
const shelter: readonly StayKind[] = ['shelter'];

test('each difference has its reason, and the first one that holds is said', () => {
  const off = { listed: false, listedNow: false };
  const told = (one: Partial<Group>) => reconcile([group(one)], shelter).lines.map(({ side, reason }) => `${side} ${reason}`);
  expect(told({})).toEqual([]);
  expect(told({ listed: false })).toEqual(['more known-later']);
  expect(told({ ...off, stands: false, consented: false })).toEqual(['more record-closed']);
  expect(told({ ...off, consented: false, heard: false })).toEqual(['more no-consent']);
  expect(told({ ...off, whereabouts: 'housed' })).toEqual(['more housed-elsewhere']);
  expect(told({ ...off, heard: false })).toEqual(['more not-heard']);
  expect(told(off)).toEqual(['more unexplained']);
  expect(told({ listedNow: false, nights: [] })).toEqual(['fewer known-later']);
  expect(told({ nights: ['unsheltered'] })).toEqual(['fewer outside']);
  expect(told({ nights: ['hidden', 'housed'] })).toEqual(['fewer with-others']);
  expect(told({ nights: ['transitional'] })).toEqual(['fewer other-place']);
  expect(told({ nights: [] })).toEqual(['fewer no-place']);
  expect(reconcile([group({})], ['unsheltered']).lines).toEqual([{ side: 'fewer', reason: 'in-shelter', people: 1 }]);
});

test('the lines always add up from one number to the other, and everybody in one number alone is in one line', () => {
  const kinds = fc.subarray([...stayKinds]);
  const one = fc.record({ listed: fc.boolean(), listedNow: fc.boolean(), consented: fc.boolean(), stands: fc.boolean(), heard: fc.boolean(), whereabouts: fc.constantFrom('homeless', 'housed', 'unknown'), nights: kinds, people: fc.nat(900) });
  fc.assert(fc.property(fc.array(one), kinds, (groups, counted) => {
    const { first, second, lines } = reconcile(groups, counted);
    const sum = (side: string) => lines.filter((line) => line.side === side).reduce((total, { people }) => total + people, 0);
    const inSecond = (g: Group) => g.nights.some((kind) => counted.includes(kind));
    const count = (which: (g: Group) => boolean) => groups.filter(which).reduce((total, { people }) => total + people, 0);
    expect(first + sum('more') - sum('fewer')).toBe(second);
    expect([first, second, sum('more'), sum('fewer')]).toEqual([count((g) => g.listed), count(inSecond), count((g) => inSecond(g) && !g.listed), count((g) => g.listed && !inSecond(g))]);
    for (const { side, reason } of lines) expect(side === 'more' ? moreReasons : fewerReasons).toContain(reason);
  }));
});

test('what was stated of a month and what is known now differ by exactly the lines of later news', () => {
  const day = fc.integer({ min: 1, max: 60 }).map((n) => new Date(Date.UTC(2026, 0, n)).toISOString().slice(0, 10));
  const event = fc.record({ person: fc.constantFrom('a', 'b', 'c', 'd'), effective: day, recorded: fc.option(fc.integer({ min: 1, max: 90 }).map((n) => new Date(Date.UTC(2026, 0, n, 12)).toISOString()), { nil: undefined }), to: fc.constantFrom(...listStates), reason: fc.option(fc.constantFrom('merge', 'void', 'housed'), { nil: undefined }) });
  fc.assert(fc.property(fc.array(event, { maxLength: 25 }), (events: ListEvent[]) => {
    const at = '2026-02-10T09:30:00Z';
    const [was, is] = [listMeasures(events, ['2026-01'], at)[0]?.active ?? 0, listMeasures(events, ['2026-01'])[0]?.active ?? 0];
    const lines = restatedLines(events, '2026-01-31', at, was);
    expect(was + lines.reduce((sum, { people }) => sum + people, 0)).toBe(is);
    expect(lines.some(({ news }) => news === 'unexplained')).toBe(false);
    expect(restatedLines(events, '2026-01-31', at, was + 2)).toContainEqual({ news: 'unexplained', people: -2 });
  }), { numRuns: 500 });
});

test('later news is told by its kind', () => {
  const active = (person: string): ListEvent => ({ person, effective: '2026-01-05', from: null, to: 'active', recorded: '2026-01-05T12:00:00Z' });
  const late = (person: string, to: ListEvent['to'], reason?: string): ListEvent => ({ person, effective: '2026-01-20', to, reason, recorded: '2026-03-01T12:00:00Z' });
  const events = [active('a'), active('b'), active('c'), late('a', 'housed'), late('b', 'left', 'merge'), late('d', 'active'), { ...late('c', 'housed'), effective: '2026-02-01' }];
  expect(restatedLines(events, '2026-01-31', '2026-02-10T09:30:00Z', 3)).toEqual([{ news: 'housed', people: -1 }, { news: 'correction', people: -1 }, { news: 'came', people: 1 }]);
});
