import { insertNews } from '#app/modules/plan/index.ts';
import { writeAudit } from '#app/platform/audit/audit.ts';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { ProblemRaised } from '#app/platform/http/problem.ts';
import { type Body, type BodyKind, type BodyState, insertBody, insertName, insertState, updateMinutesFor } from './queries.ts';
import { bodySlug, nextStates } from './rules.ts';
import { bodyWords } from './words.ts';

/** Forms a body from today, for an emerging issue where `fromIssue` is given; gives its slug. Throws when the actor may not. */
export async function formBody(scope: Scope, given: { kind: BodyKind; name: Bilingual; text?: Bilingual | undefined; reason: Bilingual; fromIssue?: string | undefined }): Promise<string> {
  const slug = bodySlug(given.name.en, newId());
  await insertBody(scope, { slug, kind: given.kind, name: given.name, text: given.text ?? null, fromIssue: given.fromIssue ?? null });
  await insertState(scope, slug, { state: 'forming', reason: given.reason });
  await tell(scope, slug, 'governance.form-body', { en: `New table: ${given.name.en}.`, fr: `Nouvelle table : ${given.name.fr}.` });
  return slug;
}

/** Moves a body to another state from today. Throws the problem `conflict` where its state does not permit it. */
export async function moveBody(scope: Scope, body: Body, given: { state: BodyState; reason: Bilingual; into?: string | undefined }): Promise<void> {
  if (!nextStates(body.state).includes(given.state)) throw new ProblemRaised('conflict');
  await insertState(scope, body.slug, given);
  await tell(scope, body.slug, 'governance.move-body', {
    en: `${body.name.en}: ${bodyWords.en.states[given.state].toLowerCase()}. Reason: ${given.reason.en}`,
    fr: `${body.name.fr} : ${bodyWords.fr.states[given.state].toLowerCase()}. Raison : ${given.reason.fr}`,
  });
}

/** Gives a body a new name from today; it keeps the earlier ones in its past. */
export async function renameBody(scope: Scope, body: Body, name: Bilingual): Promise<void> {
  await insertName(scope, body.slug, name);
  await tell(scope, body.slug, 'governance.rename-body', { en: `${body.name.en} is now called ${name.en}.`, fr: `${body.name.fr} s’appelle maintenant ${name.fr}.` });
}

/** Says who reads a body's approved minutes. */
export async function setMinutesFor(scope: Scope, body: Body, minutes: Body['minutes']): Promise<void> {
  await updateMinutesFor(scope, body.slug, minutes);
  await writeAudit(scope, { action: 'governance.set-minutes', subject: { kind: 'body', id: body.slug }, detail: { minutes } });
}

async function tell(scope: Scope, slug: string, action: string, text: Bilingual): Promise<void> {
  await insertNews(scope, { id: newId(), topic: 'action-tables', text, bodySlug: slug });
  await writeAudit(scope, { action, subject: { kind: 'body', id: slug } });
  await raiseEvent(scope, { kind: 'governance.body-changed', detail: { body: slug } });
}
