import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'Quotes',
  lead: 'Shown only when a second person has approved the wording, and only with a theme that 5 voices or more name.',
  waiting: 'Waiting for a second person', approved: 'Approved', none: 'None.',
  yours: 'You proposed it; somebody else approves it.',
  approve: 'Approve the wording', withdraw: 'Withdraw',
  original: 'The piece that it comes from',
  newTitle: 'Quote a piece',
  body: 'The quote', bodyHint: 'Shorten it, and change whatever would let somebody be recognised. Keep the person’s own words and language. No name.',
  theme: 'For which theme?', save: 'Propose it',
  missingBody: 'Write the quote', longBody: 'Up to 600 characters', missingTheme: 'Choose a theme',
  namesFound: (names: string) => `This looks like a name, an address or a number: ${names}. A quote holds none.`,
  taken: 'There is a quote of this piece already; withdraw it first.',
};

export const quoteWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Citations',
    lead: 'Affichées seulement lorsqu’une deuxième personne en a approuvé la formulation, et seulement avec un thème évoqué par 5 voix ou plus.',
    waiting: 'En attente d’une deuxième personne', approved: 'Approuvées', none: 'Aucune.',
    yours: 'Vous l’avez proposée; une autre personne l’approuvera.',
    approve: 'Approuver la formulation', withdraw: 'Retirer',
    original: 'Le propos d’origine',
    newTitle: 'Citer un propos',
    body: 'La citation', bodyHint: 'Abrégez-la et modifiez tout ce qui permettrait de reconnaître quelqu’un. Gardez les mots et la langue de la personne. Aucun nom.',
    theme: 'Pour quel thème?', save: 'Proposer',
    missingBody: 'Écrivez la citation', longBody: 'Au plus 600 caractères', missingTheme: 'Choisissez un thème',
    namesFound: (names) => `Ceci ressemble à un nom, à une adresse ou à un numéro : ${names}. Une citation n’en contient pas.`,
    taken: 'Ce propos a déjà une citation; retirez-la d’abord.',
  },
};
