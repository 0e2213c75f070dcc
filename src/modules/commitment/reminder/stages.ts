import { addWorkingDays } from '#app/methods/working-days/working-days.ts';
import { workingDaysAfter } from '../obligation/due.ts';

/** The reminders of an obligation, in their order: three working days before, on the day, the working day after, and a week later with escalation. */
export const stages = ['soon', 'today', 'late', 'escalated'] as const;
export type Stage = (typeof stages)[number];

const soonWithin = 3;
const escalatedAfter = 5;

/**
 * Which reminder is to be sent today for something due on `dueOn`, when `sent` was the last; undefined when none is. After the escalation one
 * follows every ten working days, so that nothing that stays late falls silent. Only the furthest stage is sent: a day without mail skips none twice.
 */
export function reminderDue(dueOn: string, today: string, sent: Stage | undefined, sentOn: string | undefined): Stage | undefined {
  const reached = stageOn(dueOn, today);
  if (reached === undefined) return undefined;
  if (sent === undefined || stages.indexOf(reached) > stages.indexOf(sent)) return reached;
  if (reached === 'escalated' && sentOn !== undefined && workingDaysAfter(sentOn, today) >= 10) return 'escalated';
  return undefined;
}

/** The stage that a day has reached; undefined while there is more time. */
export function stageOn(dueOn: string, today: string): Stage | undefined {
  if (today < dueOn) return addWorkingDays(today, soonWithin) >= dueOn ? 'soon' : undefined;
  if (today === dueOn) return 'today';
  return today >= addWorkingDays(dueOn, escalatedAfter) ? 'escalated' : 'late';
}
