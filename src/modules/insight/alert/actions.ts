import { randomBytes } from 'node:crypto';
import { newId } from '#app/platform/db/id.ts';
import { accountOf, type Scope } from '#app/platform/db/scope.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import type { Language } from '#app/platform/language/language.ts';
import { type Alert, insertStep, type Verdict } from './alert-queries.ts';
import { insertContact } from './contact-queries.ts';
import { findLevel, insertLevel, type NewLevel } from './level-queries.ts';
import { askContact } from './mails.ts';
import { insertVersion } from './queries.ts';
import type { Rule } from './rule.ts';
import { actsFor } from './state.ts';

const events = { confirm: 'insight.alert-confirmed', dismiss: 'insight.alert-dismissed' } as const;

/** Confirms or dismisses a draft, with a reason; false where somebody decided before. */
export async function decideAlert(scope: Scope, alert: Alert, act: 'confirm' | 'dismiss', reason: string): Promise<boolean> {
  if (!actsFor(alert).includes(act) || !(await insertStep(scope, alert.id, act === 'confirm' ? 'confirmed' : 'dismissed', { reason }))) return false;
  await raiseEvent(scope, { kind: events[act], subject: alert.id });
  return true;
}

/** Writes into the log whether an alert was real; it may be written again when more is known. */
export async function judgeAlert(scope: Scope, alert: Alert, verdict: Verdict, reason: string): Promise<boolean> {
  return actsFor(alert).includes('judge') && (await insertStep(scope, alert.id, 'judged', { verdict, reason }));
}

/** Closes an alert that was judged. */
export async function closeAlert(scope: Scope, alert: Alert, reason: string): Promise<boolean> {
  if (!actsFor(alert).includes('close') || !(await insertStep(scope, alert.id, 'closed', { reason }))) return false;
  await raiseEvent(scope, { kind: 'insight.alert-closed', subject: alert.id });
  return true;
}

/** Sets the public level; the one before it is no longer to be reviewed. */
export async function setLevel(scope: Scope, given: NewLevel): Promise<string> {
  const before = await findLevel(scope);
  const id = await insertLevel(scope, given);
  await raiseEvent(scope, { kind: 'insight.level-set', subject: id, detail: { before: before?.id ?? null } });
  return id;
}

/** Makes a new version of a rule, in force from today; false when somebody else made one meanwhile. */
export async function changeRule(scope: Scope, from: Rule, change: { options: Rule['options']; active: boolean; reason: { en: string; fr: string } }): Promise<boolean> {
  const id = newId();
  const done = await insertVersion(scope, { id, from, ...change, madeBy: accountOf(scope) });
  if (done) await raiseEvent(scope, { kind: 'insight.alert-rule-changed', subject: id });
  return done;
}

/** Adds a desk that is to be told, and asks it by mail to confirm. Gives its id. */
export async function addContact(scope: Scope, given: { name: string; email: string; language: Language }, baseUrl: string): Promise<string> {
  const [id, key] = [newId(), randomBytes(18).toString('base64url')];
  await insertContact(scope, { id, key, ...given });
  await askContact(scope, { id, key, ...given }, baseUrl);
  return id;
}
