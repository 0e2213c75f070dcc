import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isEligible, judge, yearsBetween } from './application/eligibility.ts';
import { type CategoryRules, stateOf } from './call/rules.ts';
import { dealOut } from './review/deal.ts';
import { calibrate, perCentOf, rankWithin, spreadOf } from './review/rules.ts';

const one: CategoryRules = { most: '30000.00', mostYears: 1, kinds: ['charity', 'non-profit', 'sponsored'], boardUnrelated: 3, statements: 'compiled', auditedAbove: '250000.00' };
const facts = { legalKind: 'charity' as const, sponsor: '', boardUnrelated: 3, statements: 'compiled' as const, revenueLatest: 25_000_001, revenueBefore: 25_000_000, startsOn: '2020-01-01', endsOn: '2020-12-31', asked: 3_000_000 };

test('the instant of the deadline is within it, a millisecond later is not', () => {
  const call = { publishedAt: new Date('2019-01-01'), opensAt: new Date('2019-06-01T00:00:00Z'), closesAt: new Date('2019-11-01T18:00:00.000Z') };
  expect(['2019-05-31T23:59:59.999Z', '2019-06-01T00:00:00.000Z', '2019-11-01T18:00:00.000Z', '2019-11-01T18:00:00.001Z'].map((at) => stateOf(call, new Date(at)))).toEqual(['to-come', 'open', 'open', 'closed']);
  expect(stateOf({ ...call, publishedAt: null }, new Date('2019-07-01'))).toBe('draft');
});

test('each rule is held at its very edge, with its reason', () => {
  expect(isEligible(judge(one, facts))).toBe(true);
  const unmet = (change: Partial<Parameters<typeof judge>[1]>) => judge(one, { ...facts, ...change }).filter((finding) => !finding.met).map((finding) => finding.rule);
  expect([unmet({ asked: 3_000_001 }), unmet({ boardUnrelated: 2 }), unmet({ endsOn: '2021-01-01' }), unmet({ statements: 'none' }), unmet({ revenueBefore: 25_000_001 }), unmet({ revenueBefore: 25_000_001, statements: 'audited' }), unmet({ legalKind: 'sponsored' }), unmet({ legalKind: null })])
    .toEqual([['most'], ['board'], ['years'], ['statements'], ['audited'], [], ['sponsor'], ['kind']]);
  expect([yearsBetween('2020-01-01', '2020-12-31'), yearsBetween('2020-01-01', '2021-01-01'), yearsBetween('2020-03-01', '2023-02-28'), yearsBetween('2020-02-01', '2020-01-01')]).toEqual([1, 2, 3, 0]);
});

test('a score is its weighted share of what can be had, and nothing while a criterion has no points', () => {
  const criteria = [{ id: 'a', position: 1, name: { en: 'A', fr: 'A' }, weight: 75, most: 5 }, { id: 'b', position: 2, name: { en: 'B', fr: 'B' }, weight: 25, most: 10 }];
  expect([perCentOf(criteria, [{ criterion: 'a', points: 4 }, { criterion: 'b', points: 10 }]), perCentOf(criteria, [{ criterion: 'a', points: 4 }]), perCentOf([], [])]).toEqual([85, undefined, undefined]);
  expect(spreadOf([50, 70, 90])).toEqual({ count: 3, mean: 70, low: 50, high: 90, range: 40 });
});

test('a scorer who is more generous than those who scored the same is seen', () => {
  const sheets = [['x', 'ada', 80], ['x', 'bo', 60], ['y', 'ada', 50], ['y', 'bo', 40], ['z', 'cy', 99]].map(([application, account, perCent]) => ({ application: String(application), account: String(account), perCent: Number(perCent) }));
  expect(calibrate(sheets)).toEqual([{ account: 'ada', sheets: 2, compared: 2, lean: 15 }, { account: 'bo', sheets: 2, compared: 2, lean: -15 }, { account: 'cy', sheets: 1, compared: 0, lean: undefined }]);
});

const candidate = fc.record({ id: fc.uuid(), organisation: fc.string(), asked: fc.integer({ min: 1, max: 1_000_000 }), eligible: fc.boolean(), perCent: fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { nil: undefined }) });
test('a ranking never gives more than the envelope, gives nothing below a rule or the least score, and is the same whatever the order that it came in', () => {
  fc.assert(fc.property(fc.uniqueArray(candidate, { selector: (row) => row.id, maxLength: 30 }), fc.integer({ min: 0, max: 5_000_000 }), fc.integer({ min: 0, max: 100 }), fc.boolean(), (rows, envelope, least, passOver) => {
    const ranked = rankWithin(rows, { envelope, least, passOver });
    const funded = ranked.filter((row) => row.funds);
    return funded.reduce((sum, row) => sum + row.asked, 0) <= envelope && funded.every((row) => row.eligible && (row.perCent ?? -1) >= least) && (ranked.at(-1)?.left ?? envelope) === envelope - funded.reduce((sum, row) => sum + row.asked, 0)
      && JSON.stringify(ranked) === JSON.stringify(rankWithin(rows.toReversed(), { envelope, least, passOver }));
  }));
  const rows = [['a', 90, 60], ['b', 80, 50], ['c', 70, 40]].map(([id, perCent, asked]) => ({ id: String(id), organisation: String(id), asked: Number(asked), eligible: true, perCent: Number(perCent) }));
  expect([true, false].map((passOver) => rankWithin(rows, { envelope: 100, least: 0, passOver }).map((row) => row.why))).toEqual([['funds', 'does-not-fit', 'funds'], ['funds', 'does-not-fit', 'does-not-fit']]);
});

test('scoring is dealt out evenly and never to somebody with a conflict', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 2, max: 6 }), fc.array(fc.tuple(fc.nat(39), fc.nat(5)), { maxLength: 20 }), (many, people, left) => {
    const applications = Array.from({ length: many }, (_, n) => `a${n}`);
    const accounts = Array.from({ length: people }, (_, n) => `p${n}`);
    const conflicts = left.map(([a, p]) => ({ application: `a${a}`, account: `p${p}` }));
    const dealt = dealOut({ applications, accounts, each: 2, assigned: [], conflicts });
    const none = dealOut({ applications, accounts, each: 2, assigned: [], conflicts: [] });
    const loads = accounts.map((account) => none.filter((pair) => pair.account === account).length);
    return dealt.every((pair) => !conflicts.some((one) => one.application === pair.application && one.account === pair.account)) && none.length === many * 2 && Math.max(...loads) - Math.min(...loads) <= 1
      && dealOut({ applications, accounts, each: 2, assigned: none, conflicts: [] }).length === 0;
  }));
});
