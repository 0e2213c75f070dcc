import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween } from '#app/ui/format.ts';
import { cyclesOf, type DutyFacts, dutyState, ruleOn, type Rule, type Shown, takesEvidence, type Term } from './rules.ts';

const from = '2019-01-01';
const publish: Term = { kind: 'after-adoption', unit: 'days', count: 30 };
const review: Term = { kind: 'recurring', unit: 'months', count: 48 };
const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2018-06-01', days));
const given = (term: Term, today: string, more: { adoptions?: readonly string[]; evidence?: readonly Shown[]; groups?: readonly string[]; until?: string } = {}): DutyFacts => ({
  rules: [{ from, term, ...(more.until === undefined ? {} : { until: more.until }) }], adoptions: more.adoptions ?? [], evidence: more.evidence ?? [], groups: more.groups ?? [], today,
});
const on = (date: string, kind = 'document', group?: string): Shown => ({ date, kind, group });

test('a duty whose law has not begun is not yet in force, and one whose law ended is no longer so from the day after', () => {
  expect(dutyState(given(publish, '2018-12-31'))).toEqual({ kind: 'not-yet-in-force', from });
  const ended = { until: '2024-03-31' };
  expect(dutyState(given({ kind: 'continuous' }, '2024-03-31', ended)).kind).toBe('continuous');
  expect(dutyState(given({ kind: 'continuous' }, '2024-04-01', ended))).toEqual({ kind: 'no-longer-in-force', until: '2024-03-31' });
});

test('without an adoption no term begins that is counted from it', () => {
  for (const term of [publish, review]) expect(dutyState(given(term, '2030-01-01', { evidence: [on('2020-01-01', 'review')] }))).toEqual({ kind: 'not-begun' });
});

test('publication is due 30 days after adoption, also across a leap day and the changes of the clock', () => {
  for (const [adopted, due] of [['2020-02-01', '2020-03-02'], ['2019-02-01', '2019-03-03'], ['2019-03-01', '2019-03-31'], ['2019-10-20', '2019-11-19'], ['2019-12-15', '2020-01-14']] as const) {
    expect(dutyState(given(publish, adopted, { adoptions: [adopted] }))).toEqual({ kind: 'open', due, last: undefined });
    expect(dutyState(given(publish, due, { adoptions: [adopted] })).kind).toBe('open');
    expect(dutyState(given(publish, addDays(due, 1), { adoptions: [adopted] }))).toEqual({ kind: 'late', due, days: 1, last: undefined });
  }
});

test('a review is due four years after adoption: from a leap day on a leap day, and never later in the month', () => {
  for (const [adopted, due] of [['2020-02-29', '2024-02-29'], ['2021-06-15', '2025-06-15'], ['2019-03-31', '2023-03-31']] as const)
    expect(dutyState(given(review, adopted, { adoptions: [adopted] }))).toMatchObject({ kind: 'open', due });
  expect(dutyState(given({ kind: 'recurring', unit: 'months', count: 12 }, '2020-03-01', { adoptions: ['2020-02-29'] }))).toMatchObject({ due: '2021-02-28' });
});

test('a review that is done, or a new plan, begins the next term; other evidence does not', () => {
  const facts = given(review, '2026-01-01', { adoptions: ['2020-02-29'], evidence: [on('2021-01-01'), on('2024-03-10', 'review')] });
  expect(cyclesOf(facts)).toEqual([{ start: '2020-02-29', due: '2024-02-29', keptOn: '2024-03-10' }, { start: '2024-03-10', due: '2028-03-10', keptOn: undefined }]);
  expect(dutyState(facts)).toEqual({ kind: 'open', due: '2028-03-10', last: '2024-03-10' });
  expect(dutyState(given(review, '2026-01-01', { adoptions: ['2020-02-29', '2025-05-05'] }))).toMatchObject({ due: '2029-05-05' });
});

test('a duty that became law after the adoption counts from that adoption all the same', () => {
  const rules: readonly Rule[] = [{ from: '2024-04-01', term: review }];
  expect(dutyState({ rules, adoptions: ['2021-06-15'], evidence: [], groups: [], today: '2025-02-01' })).toEqual({ kind: 'open', due: '2025-06-15', last: undefined });
});

test('each adoption has its own publication, and a newer plan ends what was never published', () => {
  const facts = given(publish, '2024-01-01', { adoptions: ['2021-06-01', '2023-06-01'], evidence: [on('2023-06-20')] });
  expect(cyclesOf(facts)).toEqual([{ start: '2021-06-01', due: '2021-07-01', keptOn: undefined, endedOn: '2023-06-01' }, { start: '2023-06-01', due: '2023-07-01', keptOn: '2023-06-20' }]);
  expect(dutyState(facts)).toEqual({ kind: 'met', on: '2023-06-20', due: '2023-07-01', lateBy: 0 });
});

test('what was met after its day says by how much', () => {
  expect(dutyState(given(publish, '2019-09-01', { adoptions: ['2019-06-01'], evidence: [on('2019-07-11')] }))).toEqual({ kind: 'met', on: '2019-07-11', due: '2019-07-01', lateBy: 10 });
});

test('what is older than the law does not count for it', () => {
  expect(dutyState(given({ kind: 'adoption', due: '2021-01-01' }, '2019-06-03', { adoptions: ['2017-11-27'] })).kind).toBe('open');
  expect(dutyState(given({ kind: 'continuous' }, '2019-06-03', { evidence: [on('2017-11-27')] }))).toEqual({ kind: 'continuous', last: undefined });
  expect(dutyState(given({ kind: 'groups' }, '2019-06-03', { groups: ['a'], evidence: [on('2018-12-31', 'engagement', 'a')] }))).toEqual({ kind: 'consulting', shown: 0, of: 1 });
});

test('what is later than today never changes the state', () => {
  const facts = fc.record({ term: fc.constantFrom<Term>(publish, review, { kind: 'adoption', due: '2021-01-01' }, { kind: 'fixed', due: '2021-01-01' }, { kind: 'continuous' }, { kind: 'groups' }), today: day,
    adoptions: fc.array(day, { maxLength: 3 }), evidence: fc.array(day.map((date) => on(date, 'review', 'a')), { maxLength: 3 }) });
  fc.assert(fc.property(facts, day, ({ term, today, ...more }, later) => {
    fc.pre(later > today);
    const base = given(term, today, { ...more, groups: ['a', 'b'] });
    const state = dutyState(base);
    expect(dutyState({ ...base, adoptions: [...base.adoptions, later], evidence: [...base.evidence, on(later, 'review', 'b')] })).toEqual(state);
    if (state.kind === 'late') expect(daysBetween(state.due, today)).toBe(state.days);
  }));
});

test('consultation is complete when each group that the law names has evidence, on the day of the last', () => {
  const facts = (groups: readonly string[]) => given({ kind: 'groups' }, '2020-01-01', { groups, evidence: [on('2019-03-01', 'engagement', 'a'), on('2019-05-01', 'engagement', 'b'), on('2019-09-01', 'engagement', 'b')] });
  expect(dutyState(facts(['a', 'b']))).toEqual({ kind: 'met', on: '2019-05-01', lateBy: 0 });
  expect(dutyState(facts(['a', 'b', 'c']))).toEqual({ kind: 'consulting', shown: 2, of: 3 });
  expect(dutyState(facts([])).kind).toBe('consulting');
});

test('the rule of a day is the latest that has begun, and an ended law closes what was still open', () => {
  const rules: readonly Rule[] = [{ from: '2024-04-01', term: { kind: 'continuous' } }, { from, term: publish }, { from: '2020-12-24', term: review }];
  expect([ruleOn(rules, '2018-01-01'), ruleOn(rules, '2019-06-03')?.term, ruleOn(rules, '2020-12-24')?.term, ruleOn(rules, '2025-02-01')?.term]).toEqual([undefined, publish, review, { kind: 'continuous' }]);
  expect(cyclesOf(given(publish, '2024-06-01', { adoptions: ['2024-03-20'], until: '2024-03-31' }))).toEqual([{ start: '2024-03-20', due: '2024-04-19', keptOn: undefined, endedOn: '2024-03-31' }]);
});

test('evidence is taken while the law is in force, and never for what the adoption alone meets', () => {
  const takes = (term: Term, today: string, until?: string) => {
    const facts = given(term, today, until === undefined ? {} : { until });
    return facts.rules[0] !== undefined && takesEvidence(facts.rules[0], dutyState(facts));
  };
  expect([takes(publish, '2019-06-03'), takes(publish, '2018-06-03'), takes(publish, '2019-06-03', '2019-05-01'), takes({ kind: 'adoption', due: '2021-01-01' }, '2019-06-03')]).toEqual([true, false, false, false]);
});
