import { promise } from '#app/modules/commitment/index.ts';
import type { Json } from '#app/methods/questionnaire/fhir.ts';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import { alertPaths } from './paths.ts';
import { insertAlert, listOwners, type Outcome, updateAnswered } from './queries.ts';

export const taskKind = 'safety-check';
/** Each owner has a task of her own about the alert. */
export const taskSubject = (alert: string, account: string): string => `${alert}/${account}`;
// Titles stand on lists and in mails: no word of health, no name.
const what = { en: 'Check in today with a person you work with', fr: 'Prendre des nouvelles aujourd’hui d’une personne que vous accompagnez' };
const owedTo = { en: 'The person', fr: 'La personne' };

export type Raised = { readonly person: string; readonly agency: string; readonly assessment: string };
/**
 * Raises an alert for an answer and, in the same transaction, a task for today for everybody who is to act; mails follow. Gives the id of the alert, undefined
 * where one for the same answer is open already.
 */
export async function raiseAlert(scope: Scope, about: Raised, alarming: { readonly linkId: string; readonly answer: Json }): Promise<string | undefined> {
  const id = newId();
  if (!(await insertAlert(scope, { id, assessment: about.assessment, ...alarming }))) return undefined;
  for (const account of await listOwners(scope, id))
    await promise(scope, { kind: taskKind, subject: { kind: 'safety-alert', id: taskSubject(id, account) }, what, owedTo, owedBy: { account, agency: about.agency }, due: scope.today, path: alertPaths.show(about.person, id) });
  await raiseEvent(scope, { kind: 'access.safety-raised', subject: id });
  return id;
}

/** Records what a person did about an alert; false where it was answered before or she may not. The tasks end by the job that hears of it. */
export async function answerAlert(scope: Scope, id: string, outcome: Outcome, note: string): Promise<boolean> {
  const done = await updateAnswered(scope, id, outcome, note);
  if (done) await raiseEvent(scope, { kind: 'access.safety-answered', subject: id });
  return done;
}
