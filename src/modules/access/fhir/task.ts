import type { HistoryLine, Referral } from '../referral/queries.ts';
import type { State } from '../referral/rules.ts';
import { stateWords } from '../referral/state-words.ts';
import { organizationOf } from './organization.ts';
import type { Json } from './outcome.ts';
import { extensions, systems } from './urls.ts';

export type TaskStatus = 'draft' | 'requested' | 'accepted' | 'on-hold' | 'in-progress' | 'completed' | 'failed' | 'rejected' | 'cancelled' | 'entered-in-error';
/** The status of the Task of a referral in each of our states, which stand whole in businessStatus. Withdrawing and expiring are cancelling, with their reason. */
export const taskStatus: Readonly<Record<State, TaskStatus>> = {
  draft: 'draft', sent: 'requested', accepted: 'accepted', waitlisted: 'on-hold', scheduled: 'in-progress', attended: 'in-progress', 'no-show': 'in-progress', 'appointment-cancelled': 'in-progress', 'in-progress': 'in-progress',
  'cancel-requested': 'in-progress', completed: 'completed', failed: 'failed', declined: 'rejected', cancelled: 'cancelled', withdrawn: 'cancelled', expired: 'cancelled', void: 'entered-in-error',
};
const explained: readonly TaskStatus[] = ['rejected', 'cancelled', 'on-hold', 'failed'];

/** Where a referral stands, as a FHIR R4 Task after the referral Task of SDOH Clinical Care; its id is that of its ServiceRequest. */
export function toTask(referral: Referral, history: readonly HistoryLine[]): Json {
  const { states } = stateWords.en;
  const status = taskStatus[referral.state];
  const extension = [
    ...(referral.seenAt ? [{ url: extensions.seen, valueDateTime: referral.seenAt.toISOString() }] : []), ...(referral.pausedSince ? [{ url: extensions.waitsForSender, valueDateTime: referral.pausedSince.toISOString() }] : []),
    ...(referral.stoppedAt ? [{ url: extensions.sharingStopped, valueDateTime: referral.stoppedAt.toISOString() }] : []),
  ];
  const output = outputOf(referral);
  const changed = Math.max(referral.madeAt.getTime(), ...history.map(({ at }) => at.getTime()));
  return {
    resourceType: 'Task', id: referral.id, ...(extension.length > 0 ? { extension } : {}), status, ...(explained.includes(status) ? { statusReason: reasonOf(referral) } : {}),
    businessStatus: { coding: [{ system: systems.state, code: referral.state, display: states[referral.state] }], text: states[referral.state] }, intent: 'order', priority: referral.urgency,
    code: { coding: [{ system: systems.task, code: 'fulfill' }] }, focus: { reference: `ServiceRequest/${referral.id}` }, for: { reference: `Patient/${referral.person}` },
    authoredOn: (referral.sentAt ?? referral.madeAt).toISOString(), lastModified: new Date(changed).toISOString(), requester: { reference: `Organization/${referral.fromAgency}`, display: referral.fromName.en },
    owner: { reference: organizationOf(referral.toAgency, referral.organization), display: referral.organizationName.en }, ...(output.length > 0 ? { output } : {}),
  };
}

/** Why: the category that was given, or the state itself where no reason is asked for. */
function reasonOf({ reason, state }: Referral): Json {
  const { reasons, states } = stateWords.en;
  return reason ? { coding: [{ system: systems.reasonOf, code: reason, display: reasons[reason] }], text: reasons[reason] ?? reason } : { coding: [{ system: systems.state, code: state, display: states[state] }], text: states[state] };
}

/** What became of it: the first day of service, the outcome, and whether help came in the person's own words. */
function outputOf({ firstServiceOn, outcome, helpAnswer }: Referral): Json[] {
  const { reasons, answers } = stateWords.en;
  const type = (code: string, display: string) => ({ coding: [{ system: systems.output, code, display }] });
  return [
    ...(firstServiceOn ? [{ type: type('first-service', 'First service'), valueDate: firstServiceOn }] : []),
    ...(outcome ? [{ type: type('outcome', 'Outcome'), valueCodeableConcept: { coding: [{ system: systems.output, code: outcome, display: reasons[outcome] }] } }] : []),
    ...(helpAnswer ? [{ type: type('help-came', 'Did help come?'), valueCodeableConcept: { coding: [{ system: systems.answer, code: helpAnswer, display: answers[helpAnswer] }] } }] : []),
  ];
}
