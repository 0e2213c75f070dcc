import { expect, test } from 'vitest';
import { type CareAge, ageingClock, ageOn } from './ageing.ts';
import { planConformance } from './conformance.ts';
import { careSteps, mayRefuse, mayTake, type Part, type PlanState, refusalOf, usualNext } from './rules.ts';

const state = (step: PlanState['step'], more: Partial<PlanState> = {}): PlanState => ({ step, standing: 'active', coordinated: false, goals: 0, reviews: 0, ...more });

test('the nine steps follow each other and the last leads back to intake', () => {
  const walked = careSteps.map((step) => usualNext(state(step)));
  expect(walked).toEqual([...careSteps.slice(1), 'intake']);
  expect(usualNext(state('strengths', { coordinated: true }))).toBe('goals');
});

test('another step than the usual next one needs a reason; goals need a coordinator, the plan a goal, monitoring a review', () => {
  expect(refusalOf('intake', state('referral'), '')).toBeUndefined();
  expect(refusalOf('strengths', state('referral'), '')).toBe('needs-reason');
  expect(refusalOf('strengths', state('referral'), 'She was known')).toBeUndefined();
  expect(refusalOf('goals', state('coordinator'), '')).toBe('no-coordinator');
  expect(refusalOf('plan', state('team', { coordinated: true }), '')).toBe('no-goal');
  expect(refusalOf('monitoring', state('shared', { coordinated: true }), '')).toBe('no-review');
  expect(refusalOf('intake', state('referral', { standing: 'inactive' }), 'x')).toBe('closed');
});

test('each step is taken by those whose it is', () => {
  const part = (more: Partial<Part>): Part => ({ led: true, kept: false, supervises: false, takesIn: false, ...more });
  const taken = (who: Part) => careSteps.filter((step) => mayTake(step, who)).join(' ');
  expect(taken(part({ takesIn: true }))).toBe('referral intake strengths');
  expect(taken(part({ kept: true }))).toBe('goals team plan shared monitoring');
  expect(taken(part({ kept: true, takesIn: true, supervises: true }))).toBe(careSteps.join(' '));
  expect(taken(part({ led: false, kept: true, supervises: true, takesIn: true }))).toBe('');
  expect([mayRefuse(state('intake'), part({ takesIn: true })), mayRefuse(state('goals'), part({ takesIn: true })), mayRefuse(state('intake'), part({ kept: true }))]).toEqual([true, false, false]);
});

const age = (years: number, more: Partial<CareAge> = {}): CareAge => ({ slug: `a${years}`, audience: 'everybody', age: years, due: 'on', text: { en: 'x', fr: 'x' }, confirmed: true, from: '2019-01-01', until: null, sources: [], ...more });

test('the clock knows what is done, late, near, to come and before the plan, and that "before" is the day before the birthday', () => {
  const marks = ageingClock({ birth: '2003-06-20', openedOn: '2017-07-01', leavingCare: false, done: new Map([['a15', '2018-06-25']]) }, '2019-07-03',
    [age(14), age(15), age(16), age(18, { due: 'before' }), age(17, { audience: 'leaving-care' }), age(21, { from: '2023-04-01' }), age(13, { until: '2019-02-01' })]);
  expect(marks.map((one) => [one.age, one.on, one.state])).toEqual([[14, '2017-06-20', 'before-plan'], [15, '2018-06-20', 'done'], [16, '2019-06-20', 'late'], [18, '2021-06-19', 'coming']]);
  expect(ageingClock({ birth: '2003-06-20', openedOn: '2017-07-01', leavingCare: true, done: new Map() }, '2020-04-01', [age(17, { audience: 'leaving-care' })])[0]?.state).toBe('soon');
  expect([ageOn('2004-02-29', '2018-02-27'), ageOn('2004-02-29', '2018-02-28'), ageOn('2003-06-20', '2019-06-19')]).toEqual([13, 14, 15]);
});

test('each round of a plan is a case of its own, and a closed plan waits no longer', () => {
  const pathway = [{ step: 'referral', days: 0, again: false }, { step: 'intake', days: 5, again: true }, { step: 'strengths', days: 5, again: true }];
  const step = (name: string, round: number, onDate: string) => ({ kind: 'step', step: name, round, onDate });
  const steps = [step('referral', 1, '2019-01-01'), step('strengths', 1, '2019-01-03'), step('intake', 2, '2019-01-04')];
  const [first, second] = planConformance(pathway, steps, 'active', '2019-02-01');
  expect(first).toMatchObject({ skipped: ['intake'], waiting: undefined });
  expect(second).toMatchObject({ skipped: [], late: [], waiting: { step: 'strengths', days: 23 } });
  expect(planConformance(pathway, [...steps, { kind: 'inactive', step: null, round: 2, onDate: '2019-01-05' }], 'inactive', '2019-02-01')[1]?.waiting).toBeUndefined();
});
