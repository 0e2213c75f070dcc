import { keep, promise } from '#app/modules/commitment/index.ts';
import { writeAudit } from '#app/platform/audit/audit.ts';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import type { Person } from '../member/queries.ts';
import type { MeetingText } from '../untranslated.tsx';
import { governancePaths } from '../paths.ts';
import { type Action, insertAction, insertLinkedReport, insertReport, type ReportKind } from './queries.ts';

/** Records who does what by when, as a meeting agreed; the member owes it to the body from now on and is told by mail. Gives its id. */
export async function agreeAction(scope: Scope, given: { bodySlug: string; meeting: string; matter: string; what: MeetingText; person: Person; due: string }): Promise<string> {
  const id = newId();
  const { person } = given;
  await insertAction(scope, { id, bodySlug: given.bodySlug, meeting: given.meeting, matter: given.matter, what: given.what, member: person.id, due: given.due });
  await promise(scope, {
    kind: 'action', subject: { kind: 'action', id }, what: given.what, owedTo: { en: 'The table', fr: 'La table' }, due: given.due, path: governancePaths.action(id), matter: given.matter,
    owedBy: { body: given.bodySlug, member: person.id, name: person.name, ...(person.account ? { account: person.account } : {}) },
  });
  await writeAudit(scope, { action: 'governance.agree-action', subject: { kind: 'action', id } });
  await raiseEvent(scope, { kind: 'governance.action-agreed', subject: id });
  return id;
}

/** Reports on an action with an account: the member, the chair or the plan office. Done, it is owed no more. */
export async function reportAction(scope: Scope, action: Action, report: { kind: ReportKind; body: string }): Promise<void> {
  if (scope.actor.kind !== 'staff') throw new Error('only staff report without a link');
  await insertReport(scope, { id: newId(), action: action.id, kind: report.kind, body: report.body, account: scope.actor.account });
  if (report.kind === 'done') await keep(scope, { kind: 'action', id: action.id }, 'action');
  await writeAudit(scope, { action: 'governance.report-action', subject: { kind: 'action', id: action.id }, detail: { by: 'account' } });
  await raiseEvent(scope, { kind: 'governance.action-reported', subject: action.id });
}

/** Reports by the link of a mail, which is used up by it; whether the link held. What was owed is kept by a job, in the rights of the worker. */
export async function reportByLink(scope: Scope, report: { kind: ReportKind; body: string }): Promise<boolean> {
  const action = await insertLinkedReport(scope, { id: newId(), kind: report.kind, body: report.body });
  if (action) await raiseEvent(scope, { kind: 'governance.action-reported', subject: action });
  return action !== undefined;
}
