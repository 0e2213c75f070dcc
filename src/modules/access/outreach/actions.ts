import { v5 } from 'uuid';
import { keep, promise } from '#app/modules/commitment/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import { type Desk, enterPerson } from '../person/actions.ts';
import { outreachDueWords } from './due-words.ts';
import { outreachPaths } from './paths.ts';
import { findMissed, insertAttempt, insertNote, type Outreach, refer, type Referral, updatePerson } from './queries.ts';
import { needsCheck, type Outcome } from './rules.ts';

const referrals = '0b3f7c0e-8c55-4a43-8a7d-2f0f2f0c9f51';

/** Stores a referral and makes the organisation owe a first contact within two working days. The same seed twice is one referral; false where none is taken. */
export async function referSenior(scope: Scope, seed: string, referral: Referral): Promise<boolean> {
  const id = v5(seed, referrals);
  if (!(await refer(scope, id, referral))) return false;
  await promise(scope, {
    kind: 'outreach-new', subject: { kind: 'outreach', id }, what: outreachDueWords.first, owedTo: outreachDueWords.senior, owedBy: { role: 'coordinator', agency: referral.agency },
    due: { unit: 'working-days', count: 2 }, path: outreachPaths.show(id),
  });
  return true;
}

/** Records an attempt, with a note for the coordinator; a supervisor owes a look on the same day once too many were missed in a row. */
export async function recordAttempt(scope: Scope, account: string, outreach: string, { outcome, note }: { outcome: Outcome; note: string }): Promise<void> {
  if (note !== '' && outcome !== 'declined') await insertNote(scope, outreach, account, note);
  await insertAttempt(scope, outreach, account, outcome);
  const found = outcome === 'missed' ? await findMissed(scope, outreach) : undefined;
  if (found && needsCheck(found.missed, found.missedLimit))
    await promise(scope, {
      kind: 'outreach-check', subject: { kind: 'outreach', id: outreach }, what: outreachDueWords.check, owedTo: outreachDueWords.senior, owedBy: { role: 'access-supervisor', agency: found.agency },
      due: scope.today, path: outreachPaths.show(outreach),
    });
  await raiseEvent(scope, { kind: 'access.outreach-changed', subject: outreach });
}

/** The supervisor says what she did about missed calls; that keeps what she owed. */
export async function closeCheck(scope: Scope, desk: Desk, outreach: string, done: string): Promise<void> {
  await insertNote(scope, outreach, desk.account, done);
  await keep(scope, { kind: 'outreach', id: outreach }, 'outreach-check');
}

/** Opens an anonymous record for somebody who joined, for the help that goes beyond calls; identity and consent are recorded there. Gives its id. */
export async function openRecordFor(scope: Scope, desk: Desk, outreach: Outreach): Promise<string> {
  const person = await enterPerson(scope, desk, { language: outreach.contact?.language ?? 'en' });
  await updatePerson(scope, outreach.id, person);
  return person;
}
