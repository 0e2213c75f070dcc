import { keep, promise } from '#app/modules/commitment/index.ts';
import { confirmMilestone, listMilestones } from '#app/modules/plan/index.ts';
import { writeAudit } from '#app/platform/audit/audit.ts';
import { dateIn } from '#app/platform/clock/clock.ts';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import { addDays, formatDate } from '#app/ui/format.ts';
import { ProblemRaised } from '#app/platform/http/problem.ts';
import { gatherAgenda } from '../matter/gather.ts';
import { type Item, listItems, updateEnded, updateItem } from '../matter/queries.ts';
import { governancePaths } from '../paths.ts';
import { findMeeting, findMeetingBefore, insertMeeting, type Meeting, type MeetingState, type NewMeeting, updateApproved, updateState } from './queries.ts';
import { mayBecome } from './rules.ts';

/** Days after a meeting by which its minutes are to be worded and sent. */
const minutesWithin = 10;

/** Plans a meeting and gathers its agenda; gives its id. Throws when the actor may not keep the body's meetings. */
export async function planMeeting(scope: Scope, given: NewMeeting): Promise<string> {
  const id = newId();
  await insertMeeting(scope, { id, ...given, year: Number(dateIn(scope.timeZone, given.startsAt).slice(0, 4)) });
  await writeAudit(scope, { action: 'governance.plan-meeting', subject: { kind: 'meeting', id } });
  const meeting = await findMeeting(scope, id);
  if (meeting) await gather(scope, meeting);
  return id;
}

/** Puts on the agenda what waits for the body now. */
export async function gather(scope: Scope, meeting: Meeting): Promise<number> {
  const last = await findMeetingBefore(scope, meeting);
  return await gatherAgenda(scope, meeting, { last, unconfirmed: await listUnconfirmed(scope, meeting, last) });
}

/** Milestones that the body has promised and not confirmed since its last meeting, or for 30 days where it has not met yet. */
async function listUnconfirmed(scope: Scope, meeting: Meeting, last: Meeting | undefined): Promise<string[]> {
  const since = last ? dateIn(scope.timeZone, last.startsAt) : addDays(scope.today, -30);
  return (await listMilestones(scope, { bodySlug: meeting.bodySlug }))
    .filter((one) => one.state.kind === 'stalled' || one.state.kind === 'late' || (one.state.kind === 'on-time' && !one.confirmations.some((confirmation) => confirmation.date >= since)))
    .map((one) => one.id);
}

/** Moves a meeting on and tells the jobs. Throws the problem `conflict` where its state or somebody faster says no. */
export async function moveMeeting(scope: Scope, meeting: Meeting, to: MeetingState, reason?: string): Promise<void> {
  if (!mayBecome(meeting.state, to) || (await updateState(scope, meeting, to, reason)) === 0) throw new ProblemRaised('conflict');
  await writeAudit(scope, { action: `governance.meeting-${to}`, subject: { kind: 'meeting', id: meeting.id } });
  if (to === 'closed') await closeItems(scope, meeting);
  await raiseEvent(scope, { kind: `governance.meeting-${to}`, subject: meeting.id });
}

async function closeItems(scope: Scope, meeting: Meeting): Promise<void> {
  for (const item of await listItems(scope, meeting.id)) if (item.outcome === null) await updateItem(scope, item.id, { outcome: 'returns' });
  const day = dateIn(scope.timeZone, meeting.startsAt);
  await promise(scope, {
    kind: 'minutes', subject: { kind: 'meeting', id: meeting.id }, owedBy: { body: meeting.bodySlug }, due: { unit: 'days', count: minutesWithin }, path: governancePaths.minutes(meeting.id),
    what: { en: `Word the minutes of ${formatDate('en', day)}`, fr: `Rédiger le procès-verbal du ${formatDate('fr', day)}` }, owedTo: { en: 'The members', fr: 'Les membres' },
    rule: { en: 'Minutes are worded within ten days of the meeting', fr: 'Le procès-verbal est rédigé dans les dix jours suivant la réunion' },
  });
}

/** Ends what the body had to do about an item, or lets it return; what was owed about it by the body is kept when it ends. */
export async function concludeItem(scope: Scope, item: Item, outcome: 'ended' | 'returns'): Promise<void> {
  await updateItem(scope, item.id, { outcome });
  if (outcome === 'returns') return;
  await updateEnded(scope, item.matter.id);
  if (item.matter.kind === 'issue' && item.matter.subject) await keep(scope, item.matter.subject, 'take-up');
  await writeAudit(scope, { action: 'governance.end-matter', subject: { kind: 'matter', id: item.matter.id } });
}

/** Approves the minutes that an item is about, and ends the item. Throws `conflict` when they are no draft. */
export async function approveMinutes(scope: Scope, meeting: Meeting, item: Item): Promise<void> {
  const minutesOf = item.matter.kind === 'minutes' ? item.matter.subject?.id : undefined;
  if (!minutesOf || (await updateApproved(scope, minutesOf, meeting.id)) === 0) throw new ProblemRaised('conflict');
  await keep(scope, { kind: 'meeting', id: minutesOf }, 'minutes');
  await writeAudit(scope, { action: 'governance.approve-minutes', subject: { kind: 'meeting', id: minutesOf } });
  await raiseEvent(scope, { kind: 'governance.minutes-approved', subject: minutesOf });
  await concludeItem(scope, item, 'ended');
}

/** The body says in its meeting that a milestone stands. */
export async function confirmInMeeting(scope: Scope, meeting: Meeting, item: Item): Promise<void> {
  const milestone = (await listMilestones(scope, { id: item.matter.subject?.id ?? '' }))[0];
  if (item.matter.kind !== 'milestone' || !milestone) throw new ProblemRaised('conflict');
  await confirmMilestone(scope, milestone, { bodySlug: meeting.bodySlug, date: scope.today });
  await concludeItem(scope, item, 'ended');
}
