import { daysBetween } from '#app/ui/format.ts';
import { type Due, endOf, shiftDue, type Term } from './due.ts';

/** Where an obligation stands; every change of it is a pure function of this. */
export type Course = {
  readonly unit: Term['unit'] | 'date';
  readonly due: Due;
  readonly pausedAt: Date | undefined;
  readonly keptAt: Date | undefined;
  readonly releasedAt: Date | undefined;
};

export type Step =
  | { readonly kind: 'keep' | 'release' | 'pause' | 'resume' | 'reopen' }
  | { readonly kind: 'extend'; readonly to: string };

/** Why a step is not possible. */
export type Refusal = 'ended' | 'not-ended' | 'paused' | 'not-paused' | 'not-later';

/**
 * The course after a step at the moment `at`, or why it cannot be taken. Only what is open can be kept, released, paused or extended; what is
 * paused can be kept and released, and its time begins to run again with `resume`; what has ended can only be opened again.
 */
export function take(course: Course, step: Step, at: Date, timeZone: string): Course | Refusal {
  const ended = course.keptAt !== undefined || course.releasedAt !== undefined;
  if (step.kind === 'reopen') return ended ? { ...course, keptAt: undefined, releasedAt: undefined } : 'not-ended';
  if (ended) return 'ended';
  switch (step.kind) {
    case 'keep': return { ...running(course, at, timeZone), keptAt: at };
    case 'release': return { ...running(course, at, timeZone), releasedAt: at };
    case 'pause': return course.pausedAt ? 'paused' : { ...course, pausedAt: at };
    case 'resume': return course.pausedAt ? running(course, at, timeZone) : 'not-paused';
    case 'extend': {
      if (course.pausedAt) return 'paused';
      return step.to > course.due.on ? { ...course, due: endOf(step.to, timeZone) } : 'not-later';
    }
  }
}

function running(course: Course, at: Date, timeZone: string): Course {
  if (!course.pausedAt) return course;
  return { ...course, due: shiftDue(course.due, course.unit, { from: course.pausedAt, to: at }, timeZone), pausedAt: undefined };
}

/** What is shown: derived from the course and the moment, never stored. */
export type Standing =
  | { readonly kind: 'kept'; readonly late: boolean }
  | { readonly kind: 'released' | 'paused' | 'due-today' | 'open' }
  | { readonly kind: 'late'; readonly days: number };

/** How an obligation stands at a moment; `days` late are calendar days after the due day, at least 1 for a late thing of days and 0 within its day for one of hours. */
export function standingOf(course: Course, now: Date, today: string): Standing {
  if (course.keptAt) return { kind: 'kept', late: course.keptAt.getTime() >= course.due.at.getTime() };
  if (course.releasedAt) return { kind: 'released' };
  if (course.pausedAt) return { kind: 'paused' };
  if (now.getTime() >= course.due.at.getTime()) return { kind: 'late', days: daysBetween(course.due.on, today) };
  return { kind: course.due.on === today ? 'due-today' : 'open' };
}
