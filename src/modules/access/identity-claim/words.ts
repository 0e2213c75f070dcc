import type { IdentityClaim } from '#app/methods/homelessness/outcomes.ts';
import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'Indigenous identity, as the person says it', lead: 'Ask only when the person is at ease, and say why: it is counted so that the plan can be held to what it promised. The answer is optional, can be changed at any time, and never decides about a place.',
  question: 'Do you identify as First Nations, Inuk or Métis?', hint: 'What she says, in her own words. Never what somebody supposes.',
  answers: { yes: 'Yes', no: 'No', declined: 'Prefers not to say' } as Readonly<Record<IdentityClaim, string>>, none: 'Choose what the person said', said: (day: string) => `Said on ${day}`, save: 'Save', back: 'Back to the record',
};
export const claimWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Identité autochtone, selon la personne', lead: 'Ne posez la question que si la personne est à l’aise, et dites pourquoi : la réponse est comptée pour que le plan tienne ses promesses. Elle est facultative, peut changer en tout temps et ne décide jamais d’une place.',
    question: 'Vous identifiez-vous comme membre des Premières Nations, comme Inuk ou comme Métis?', hint: 'Ce qu’elle dit elle-même. Jamais ce que quelqu’un suppose.',
    answers: { yes: 'Oui', no: 'Non', declined: 'Préfère ne pas répondre' }, none: 'Choisissez ce que la personne a dit', said: (day) => `Dit le ${day}`, save: 'Enregistrer', back: 'Retour au dossier',
  },
};
