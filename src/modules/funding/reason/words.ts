import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'What the applicant is told', lead: (result: string) => `This reason goes into the letter if the ranking gives this result: ${result}. It can be changed until the decision is recorded.`,
  follows: 'From the ranking', en: 'Reason in English', fr: 'Reason in French', noNames: 'Name no other applicant and no scorer.', save: 'Save the reason', back: 'Use this text again', bothNeeded: 'Write the reason in both languages, in 1,000 characters or fewer',
  change: 'Change the reason', reason: 'Reason', own: 'own text', letter: 'The letter', letterLead: 'So it goes out when the decision is recorded: in the language of the application first, then in the other.', name: '(name)', ranking: 'Ranking',
};
export const reasonWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Ce qui est dit à l’organisme', lead: (result) => `Cette raison figure dans la lettre si le classement donne ce résultat\u00a0: ${result}. Elle peut être modifiée jusqu’à l’inscription de la décision.`,
    follows: 'Selon le classement', en: 'Raison en anglais', fr: 'Raison en français', noNames: 'Ne nommez aucun autre organisme ni aucun évaluateur.', save: 'Enregistrer la raison', back: 'Reprendre ce texte', bothNeeded: 'Écrivez la raison dans les deux langues, en au plus 1 000 caractères',
    change: 'Modifier la raison', reason: 'Raison', own: 'texte propre', letter: 'La lettre', letterLead: 'C’est ainsi qu’elle part à l’inscription de la décision\u00a0: d’abord dans la langue de la demande, puis dans l’autre.', name: '(nom)', ranking: 'Classement',
  },
};
