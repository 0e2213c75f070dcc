import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWorkingDay } from '#app/methods/working-days/working-days.ts';
import { dateIn, instantIn } from '#app/platform/clock/clock.ts';
import { addDays, daysBetween } from '#app/ui/format.ts';
import { type Course, type Step, standingOf, take } from './course.ts';
import { addMonths, type Due, dueUnder, endOf, type Term } from './due.ts';
import { reminderDue, stages } from '../reminder/stages.ts';

const zone = 'America/Toronto';
// Every day from 2019 to 2032: eight leap days' worth of calendars and 28 changes of the clock.
const anyDay = fc.integer({ min: 0, max: 4900 }).map((days) => addDays('2019-01-01', days));
const anyMoment = fc.integer({ min: Date.UTC(2019, 0, 1), max: Date.UTC(2032, 5, 1) }).map((value) => new Date(value));
const anyTerm: fc.Arbitrary<Term> = fc.record({ unit: fc.constantFrom('hours', 'days', 'working-days', 'months'), count: fc.nat({ max: 60 }) });
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom('keep', 'release', 'pause', 'resume', 'reopen').map((kind) => ({ kind })),
  anyDay.map((to) => ({ kind: 'extend' as const, to })),
);
const openAt = (due: Due, unit: Course['unit'] = 'date'): Course => ({ unit, due, pausedAt: undefined, keptAt: undefined, releasedAt: undefined });

test('a day ends where the next one begins, also on the days when the clock changes', () => {
  fc.assert(fc.property(anyDay, (day) => {
    const { at } = endOf(day, zone);
    expect(dateIn(zone, new Date(at.getTime() - 1))).toBe(day);
    expect(dateIn(zone, at)).toBe(addDays(day, 1));
  }));
  expect(endOf('2019-03-10', zone).at.getTime() - endOf('2019-03-09', zone).at.getTime()).toBe(23 * 3_600_000);
  expect(endOf('2019-11-03', zone).at.getTime() - endOf('2019-11-02', zone).at.getTime()).toBe(25 * 3_600_000);
});

test('hours are exact across a change of the clock', () => {
  const before = instantIn(zone, '2019-03-09T12:00');
  expect(dueUnder({ unit: 'hours', count: 24 }, before, zone)).toEqual({ on: '2019-03-10', at: instantIn(zone, '2019-03-10T13:00') });
  fc.assert(fc.property(anyMoment, fc.nat({ max: 500 }), (from, count) => {
    expect(dueUnder({ unit: 'hours', count }, from, zone).at.getTime() - from.getTime()).toBe(count * 3_600_000);
  }));
});

test('days, working days and months count the community’s calendar, whatever hour it was', () => {
  fc.assert(fc.property(anyMoment, fc.nat({ max: 60 }), (from, count) => {
    const day = dateIn(zone, from);
    expect(daysBetween(day, dueUnder({ unit: 'days', count }, from, zone).on)).toBe(count);
    if (count > 0) expect(isWorkingDay(dueUnder({ unit: 'working-days', count }, from, zone).on)).toBe(true);
    const later = dueUnder({ unit: 'months', count }, from, zone).on;
    expect(Number(later.slice(8))).toBeLessThanOrEqual(Number(day.slice(8)));
    expect((Number(later.slice(0, 4)) - Number(day.slice(0, 4))) * 12 + Number(later.slice(5, 7)) - Number(day.slice(5, 7))).toBe(count);
  }));
});

test('a leap day stays one after four years and becomes the 28th after one', () => {
  expect(addMonths('2020-02-29', 48)).toBe('2024-02-29');
  expect(addMonths('2020-02-29', 12)).toBe('2021-02-28');
  expect(addMonths('2019-10-31', 4)).toBe('2020-02-29');
  expect(addMonths('2019-12-31', 1)).toBe('2020-01-31');
});

test('a due time is never before the promise', () => {
  fc.assert(fc.property(anyMoment, anyTerm, (from, term) => {
    expect(dueUnder(term, from, zone).at.getTime()).toBeGreaterThanOrEqual(from.getTime());
  }));
});

test('whatever steps are tried, a course is open, paused or ended in one way, and its due day moves only forward', () => {
  fc.assert(fc.property(anyMoment, anyTerm, fc.array(fc.tuple(anyStep, fc.nat({ max: 40 * 86_400_000 })), { maxLength: 12 }), (from, term, steps) => {
    let course = openAt(dueUnder(term, from, zone), term.unit);
    let now = from;
    for (const [step, pass] of steps) {
      now = new Date(now.getTime() + pass);
      const next = take(course, step, now, zone);
      if (typeof next === 'string') continue;
      expect([next.keptAt, next.releasedAt, next.pausedAt].filter(Boolean).length).toBeLessThanOrEqual(1);
      expect(next.due.at.getTime()).toBeGreaterThanOrEqual(course.due.at.getTime());
      course = next;
    }
  }));
});

test('what has ended takes no step but to be opened again', () => {
  fc.assert(fc.property(anyStep, anyMoment, fc.constantFrom('keep', 'release'), (step, at, end) => {
    const ended = take(openAt(endOf('2019-06-14', zone)), { kind: end }, at, zone);
    if (typeof ended === 'string') throw new Error(ended);
    const next = take(ended, step, at, zone);
    if (step.kind === 'reopen') expect(next).toMatchObject({ keptAt: undefined, releasedAt: undefined });
    else expect(next).toBe('ended');
  }));
});

test('a pause moves the due time on by exactly its length, and a pause of no length by nothing', () => {
  fc.assert(fc.property(anyMoment, fc.constantFrom('hours', 'days'), fc.nat({ max: 90 }), (from, unit, days) => {
    const due = dueUnder({ unit, count: 20 }, from, zone);
    const to = new Date(from.getTime() + days * 86_400_000);
    const paused = take(openAt(due, unit), { kind: 'pause' }, from, zone);
    if (typeof paused === 'string') throw new Error(paused);
    expect(standingOf(paused, new Date(due.at.getTime() + 1), due.on).kind).toBe('paused');
    const resumed = take(paused, { kind: 'resume' }, to, zone);
    if (typeof resumed === 'string') throw new Error(resumed);
    if (unit === 'hours') expect(resumed.due.at.getTime() - due.at.getTime()).toBe(days * 86_400_000);
    else expect(daysBetween(due.on, resumed.due.on)).toBe(daysBetween(dateIn(zone, from), dateIn(zone, to)));
  }));
});

test('a pause over a holiday weekend costs a term of working days only its working days', () => {
  const friday = instantIn(zone, '2019-06-28T10:00');
  const due = dueUnder({ unit: 'working-days', count: 5 }, friday, zone);
  expect(due.on).toBe('2019-07-08');
  const paused = take(openAt(due, 'working-days'), { kind: 'pause' }, friday, zone);
  if (typeof paused === 'string') throw new Error(paused);
  expect(take(paused, { kind: 'resume' }, instantIn(zone, '2019-07-02T10:00'), zone)).toMatchObject({ due: { on: '2019-07-09' }, pausedAt: undefined });
});

test('a thing is late from the instant its day has ended, not before, and a paused one never', () => {
  fc.assert(fc.property(anyDay, fc.integer({ min: -72, max: 72 }), (day, hours) => {
    const due = endOf(day, zone);
    const now = new Date(due.at.getTime() + hours * 3_600_000);
    const today = dateIn(zone, now);
    const standing = standingOf(openAt(due), now, today);
    expect(standing.kind === 'late').toBe(hours >= 0);
    if (standing.kind === 'late') expect(standing.days).toBe(daysBetween(day, today));
    if (standing.kind === 'due-today') expect(today).toBe(day);
    expect(standingOf({ ...openAt(due), pausedAt: now }, now, today).kind).toBe('paused');
  }));
});

test('an extension needs a later day', () => {
  const course = openAt(endOf('2019-06-14', zone));
  const at = instantIn(zone, '2019-06-03T09:00');
  expect(take(course, { kind: 'extend', to: '2019-06-14' }, at, zone)).toBe('not-later');
  expect(take(course, { kind: 'extend', to: '2019-06-28' }, at, zone)).toMatchObject({ due: { on: '2019-06-28' } });
});

test('day by day each stage of the reminders comes once, in order, and what stays late is heard of again', () => {
  fc.assert(fc.property(anyDay, (due) => {
    let [sent, sentOn]: [(typeof stages)[number] | undefined, string | undefined] = [undefined, undefined];
    const heard: string[] = [];
    for (let day = addDays(due, -20); day <= addDays(due, 40); day = addDays(day, 1)) {
      const stage = reminderDue(due, day, sent, sentOn);
      if (stage === undefined) continue;
      heard.push(stage);
      [sent, sentOn] = [stage, day];
    }
    expect(heard.slice(0, 4)).toEqual([...stages]);
    expect(new Set(heard.slice(4))).toEqual(new Set(['escalated']));
  }));
  expect(reminderDue('2019-06-14', '2019-06-10', undefined, undefined)).toBeUndefined();
  expect(reminderDue('2019-06-14', '2019-06-11', undefined, undefined)).toBe('soon');
  expect(reminderDue('2019-06-14', '2019-06-21', 'soon', '2019-06-11')).toBe('escalated');
});
