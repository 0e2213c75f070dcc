import type { Language } from '#app/platform/language/language.ts';

export type MailText = { readonly subject: string; readonly text: string };

/** The receipt of an issue: reference, code, what happens next. It quotes the title alone. */
export function receiptMail(language: Language, facts: { reference: string; code: string; title: string }): MailText {
  return language === 'en'
    ? {
        subject: `We have your issue ${facts.reference}`,
        text: `Thank you. We have what you brought forward: “${facts.title}”.\n\nReference: ${facts.reference}\nCode: ${facts.code}\n\nWith these two you can follow the issue on our site, without an account. Keep them to yourself.\n\nYou will get an answer with reasons within ten working days. If somebody is in danger, call 911. For thoughts of suicide, call or text 9-8-8.`,
      }
    : {
        subject: `Nous avons bien reçu votre enjeu ${facts.reference}`,
        text: `Merci. Nous avons reçu ce que vous avez soulevé : « ${facts.title} ».\n\nNuméro de référence : ${facts.reference}\nCode : ${facts.code}\n\nAvec ces deux renseignements, vous pouvez suivre l’enjeu sur notre site, sans compte. Gardez-les pour vous.\n\nVous recevrez une réponse motivée dans les dix jours ouvrables. Si quelqu’un est en danger, composez le 911. En cas d’idées suicidaires, appelez ou textez le 9-8-8.`,
      };
}

export function replyMail(language: Language, facts: { reference: string; text: string }): MailText {
  return language === 'en'
    ? { subject: `Our answer about ${facts.reference}`, text: `${facts.text}\n\nYou can answer back once: follow the issue on our site with reference ${facts.reference} and your code.` }
    : { subject: `Notre réponse au sujet de ${facts.reference}`, text: `${facts.text}\n\nVous pouvez répliquer une fois : suivez l’enjeu sur notre site avec le numéro ${facts.reference} et votre code.` };
}

export function changeMail(language: Language, facts: { reference: string; what: string }): MailText {
  return language === 'en'
    ? { subject: `Something happened with ${facts.reference}`, text: `What you brought forward led to an action, and it moved: ${facts.what}\n\nFollow it on our site with your reference and code.` }
    : { subject: `Du nouveau pour ${facts.reference}`, text: `Ce que vous avez soulevé a mené à une action, et elle avance : ${facts.what}\n\nSuivez-la sur notre site avec votre numéro de référence et votre code.` };
}
