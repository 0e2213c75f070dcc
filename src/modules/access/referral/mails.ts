import type { Language, Words } from '#app/platform/language/language.ts';

/** What a mail about a referral tells; none of them says anything about a person. */
export type News = 'received' | 'news' | 'stopped' | 'silent' | 'escalated';
const en: { readonly subjects: Readonly<Record<News, string>>; readonly texts: Readonly<Record<News, string>>; readonly open: string; readonly linkSubject: string; readonly urgent: string; readonly linkText: (url: string) => string } = {
  subjects: { received: 'You have a referral', news: 'News on a referral that you sent', stopped: 'Sharing has stopped for a referral that you sent', silent: 'A referral that you sent has no answer', escalated: 'A referral waits too long' },
  texts: {
    received: 'Another organisation asks yours for help for somebody.', news: 'Something has changed. If it was declined, another service can be asked.', stopped: 'The consent that it rested on is over. The receiver sees nothing about the person now. Speak with the person about what she wants.',
    silent: 'The receiver has let its time pass. Call them, or look for another service.', escalated: 'A receiver has let its time pass, and the sender has been told. Please step in.',
  },
  open: 'Open it:', linkSubject: 'You have a referral', urgent: 'Urgent: you were told of it by phone.',
  linkText: (url) => `You have a referral. Open this link to read and answer it, without an account:\n\n${url}\n\nThe link is for your organisation alone and ends by itself. Please do not pass it on.`,
};
export const referralMailWords: Words<typeof en> = {
  en,
  fr: {
    subjects: { received: 'Vous avez reçu un aiguillage', news: 'Du nouveau pour un aiguillage que vous avez envoyé', stopped: 'La communication a cessé pour un aiguillage que vous avez envoyé', silent: 'Un aiguillage que vous avez envoyé reste sans réponse', escalated: 'Un aiguillage attend trop longtemps' },
    texts: {
      received: 'Un autre organisme demande l’aide du vôtre pour quelqu’un.', news: 'Quelque chose a changé. En cas de refus, on peut s’adresser à un autre service.', stopped: 'Le consentement sur lequel il reposait a pris fin. Le destinataire ne voit plus rien au sujet de la personne. Parlez avec elle de ce qu’elle souhaite.',
      silent: 'Le destinataire a laissé passer son délai. Appelez-le, ou cherchez un autre service.', escalated: 'Un destinataire a laissé passer son délai, et l’expéditeur en a été avisé. Veuillez intervenir.',
    },
    open: 'Ouvrez-le :', linkSubject: 'Vous avez reçu un aiguillage', urgent: 'Urgent : on vous en a avisés par téléphone.',
    linkText: (url) => `Vous avez reçu un aiguillage. Ouvrez ce lien pour le lire et y répondre, sans compte :\n\n${url}\n\nLe lien est destiné à votre organisme seulement et prend fin de lui-même. Prière de ne pas le transmettre.`,
  },
};

export function newsMail(language: Language, news: News, url: string): { subject: string; text: string } {
  const words = referralMailWords[language];
  return { subject: words.subjects[news], text: `${words.texts[news]}\n\n${words.open} ${url}` };
}

/** The mail to a receiver whose language nobody knows: both, one after the other. */
export function linkMail(urls: Readonly<Record<Language, string>>, urgent: boolean): { subject: string; text: string } {
  const part = (language: Language) => `${urgent ? `${referralMailWords[language].urgent}\n\n` : ''}${referralMailWords[language].linkText(urls[language])}`;
  return { subject: `${referralMailWords.en.linkSubject} / ${referralMailWords.fr.linkSubject}`, text: `${part('en')}\n\n----\n\n${part('fr')}` };
}
