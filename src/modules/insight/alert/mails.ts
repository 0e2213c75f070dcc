import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Language } from '#app/platform/language/language.ts';
import { queueMail } from '#app/platform/mail/queue.ts';
import { findCommunity } from '../publication/queries.ts';
import type { Alert } from './alert-queries.ts';
import { listContacts, markTold } from './contact-queries.ts';
import { alertMailWords } from './mail-words.ts';
import { alertPaths } from './paths.ts';
import { listAreas } from './queries.ts';
import { areaText, daysText } from './sentences.ts';

/** A link that a mail carries: the contact's own page, by its key. */
const contactLink = (baseUrl: string, language: Language, key: string) => `${baseUrl}/${language}${alertPaths.contact}?key=${key}`;

/** Asks a new contact to confirm that it wants to be told. */
export async function askContact(scope: Scope, contact: { id: string; name: string; email: string; language: Language; key: string }, baseUrl: string): Promise<void> {
  const community = await findCommunity(scope);
  const words = alertMailWords[contact.language];
  const name = community ? `${community.name[contact.language]} ${community.place[contact.language]}` : '';
  await queueMail(scope, {
    kind: 'alert-contact', to: contact.email, recipientKey: contact.id, language: contact.language, subject: words.askSubject(name), text: words.ask(contact.name, name, contactLink(baseUrl, contact.language, contact.key)),
  });
}

/** Tells every confirmed contact of a confirmed alert, once, in its language: which rule, where, which days, what to do. No person and no small number. */
export async function tellContacts(scope: Scope, alert: Alert, baseUrl: string): Promise<number> {
  const [community, areas] = [await findCommunity(scope), await listAreas(scope)];
  let told = 0;
  for (const contact of await listContacts(scope)) {
    if (contact.confirmedAt === null || contact.stoppedAt !== null || !(await markTold(scope, alert.id, contact.id))) continue;
    // Both languages in one mail: it is forwarded to whoever is on duty.
    const [first, second] = contact.language === 'en' ? (['en', 'fr'] as const) : (['fr', 'en'] as const);
    const say = (language: Language) => {
      const words = alertMailWords[language];
      const facts = { rule: alert.ruleName[language], where: areaText(language, alert.area, areas), days: daysText(language, alert), demonstration: alert.demonstration };
      return words.alert(facts, `${baseUrl}/${language}${alertPaths.level}`, community ? `${community.name[language]} ${community.place[language]}` : '');
    };
    await queueMail(scope, { id: newId(), kind: 'alert', to: contact.email, recipientKey: contact.id, language: first, subject: alertMailWords[first].alertSubject(areaText(first, alert.area, areas)), text: `${say(first)}\n\n---\n\n${say(second)}` });
    told += 1;
  }
  return told;
}

/** Tells those who keep alerts that a draft waits; nothing of it stands in the mail. */
export async function tellKeepers(scope: Scope, alert: Pick<Alert, 'id'>, keepers: readonly { readonly email: string; readonly language: Language }[], baseUrl: string): Promise<void> {
  for (const { email, language } of keepers)
    await queueMail(scope, { kind: 'alert-draft', to: email, language, subject: alertMailWords[language].draftSubject, text: alertMailWords[language].draft(`${baseUrl}/${language}${alertPaths.alert(alert.id)}`) });
}
