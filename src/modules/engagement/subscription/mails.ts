import type { Community } from '#app/modules/plan/index.ts';
import type { Language } from '#app/platform/language/language.ts';
import { colon } from '#app/ui/format.ts';
import { localized } from '#app/ui/page-frame.ts';
import { subscriptionWords } from './words.ts';

const links = (baseUrl: string, language: Language, key: string) => {
  const at = (name: string) => `${baseUrl}${localized(language, `/engagement/subscriptions/${name}`)}?key=${key}`;
  return { confirm: at('confirm'), manage: at('manage'), unsubscribe: at('unsubscribe') };
};

/** Who writes, on whose behalf, from where: what the law asks of every mail. */
export function imprint(language: Language, community: Community): string {
  const words = subscriptionWords[language].mail;
  return `--\n${words.from(community.mail.sender[language], community.mail.onBehalfOf[language])}\n${community.mail.postalAddress}\n${community.mail.contact}`;
}

export function confirmMail(language: Language, community: Community, baseUrl: string, key: string, already: boolean) {
  const words = subscriptionWords[language].mail;
  const { confirm, manage } = links(baseUrl, language, key);
  return already
    ? { subject: words.alreadySubject, text: `${words.alreadyText(manage)}\n\n${imprint(language, community)}` }
    : { subject: words.confirmSubject, text: `${words.confirmText(confirm)}\n\n${imprint(language, community)}` };
}

/** A bulletin's mail: the lines, why it comes, how to change or stop; with the headers for one-click unsubscription (RFC 8058). */
export function bulletinMail(language: Language, community: Community, baseUrl: string, key: string, content: { subject: string; text: string }) {
  const words = subscriptionWords[language].mail;
  const { manage, unsubscribe } = links(baseUrl, language, key);
  return {
    subject: content.subject,
    text: `${content.text}\n\n${words.why}\n${words.change}${colon(language)}${manage}\n${words.stop}${colon(language)}${unsubscribe}\n\n${imprint(language, community)}`,
    headers: { 'List-Unsubscribe': `<${baseUrl}/u/${key}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  };
}
