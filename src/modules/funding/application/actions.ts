import { randomBytes } from 'node:crypto';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { codeFrom, normalCode } from '#app/platform/http/spoken-code.ts';
import { hashToken } from '#app/platform/http/session-cookie.ts';
import type { Language } from '#app/platform/language/language.ts';
import { queueMail } from '#app/platform/mail/queue.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import type { Application } from './model.ts';
import { momentText } from './moment.ts';
import { addApplicant, beginApplication, listOwnPeople, type Sent, submitOwn } from './queries.ts';
import { applicationWords } from './words.ts';

/** The secret that a typed code stands for; undefined where it is none. */
export function secretOf(code: string): string | undefined {
  const normal = normalCode(code);
  return normal ? `fund ${normal}` : undefined;
}
const newCode = (code = codeFrom(randomBytes(10))) => {
  return { code, hash: hashToken(`fund ${code}`) };
};

/** Begins an application; gives the code that opens it, undefined where the call is not open. Only a demonstration brings a code of its own, which everybody is told. */
export async function beginOwn(scope: Scope, given: { category: string; name: string; email: string; language: Language }, known?: string): Promise<{ id: string; code: string } | undefined> {
  const id = newId();
  const { code, hash } = newCode(known);
  return (await beginApplication(scope, { id, ...given, code: hash })) ? { id, code } : undefined;
}

/** Gives a colleague a code; undefined where there are ten already or the application is closed. */
export async function inviteColleague(scope: Scope, given: { name: string; email: string }): Promise<string | undefined> {
  const { code, hash } = newCode();
  return (await addApplicant(scope, { ...given, code: hash })) ? code : undefined;
}

/** Sends the own application as of its arrival, with a mail to each who gave an address; undefined where it came too late. */
export async function sendOwn(scope: Scope, application: Application, arrivedAt: Date, language: Language): Promise<Sent | undefined> {
  const sent = await submitOwn(scope, arrivedAt, codeFrom(randomBytes(10)));
  if (!sent || sent.again) return sent;
  const words = applicationWords[language];
  for (const person of await listOwnPeople(scope)) {
    if (!person.email) continue;
    const text = words.mailText(application.title, sent.receipt, momentText(language, sent.submittedAt, scope.timeZone));
    await queueMail(scope, { kind: 'fund-receipt', to: person.email, recipientKey: person.id, language, subject: words.mailSubject(sent.receipt), text });
  }
  await raiseEvent(scope, { kind: 'funding.application-sent', subject: application.id });
  return sent;
}
