import type { Bilingual, Language, Words } from '#app/platform/language/language.ts';
import type { Addressee, RecommendationState, Step } from './rules.ts';

const en = {
  title: 'Recommendations', lead: 'What should change beyond single files. “Reported as done” is what the addressee says; “verified” is what the committee has seen for itself.',
  none: 'No recommendation yet.', add: 'Make a recommendation', caption: 'Recommendations, oldest first', header: ['Recommendation', 'To', 'Due', 'State'],
  addressee: 'To whom', addressees: { police: 'The police service', board: 'The police board', other: 'Somebody else' } as Readonly<Record<Addressee, string>>,
  nameEn: 'Who, in English', nameFr: 'Who, in French', nameHint: 'Only for “Somebody else”: an organisation, never a person.',
  what: 'What should be done, in English', whatFr: 'What should be done, in French', why: 'Why, in English', whyFr: 'Why, in French',
  textHint: 'Everybody can read it. No name, and nothing from which a file could be told.',
  directive: 'Directive that would change', directiveHint: 'Its title, or empty.', question: 'Question of the checklist where it should show', noQuestion: 'None',
  due: 'By which day', dueHint: 'Year, month and day, such as 2019-12-31', save: 'Make it',
  states: { made: 'Waits for an answer', accepted: 'Accepted', declined: 'Declined', 'reported-done': 'Reported as done, not verified', verified: 'Verified as done', 'not-verified': 'Looked at, not done' } as Readonly<Record<RecommendationState, string>>,
  stepNames: { accepted: 'Accept', declined: 'Decline', 'reported-done': 'Report as done', verified: 'Verify: it is done', 'not-verified': 'It is not done' } as Readonly<Record<Step, string>>,
  next: 'Next step', evidence: 'Evidence or reason', evidenceHint: 'What shows it: the number of a directive, a course, what the committee saw. No name of a person.', take: 'Write it down',
  history: 'What happened', ownReport: 'You reported this as done: somebody else verifies it.',
  effect: 'In later reviews', effectText: (question: string, before: string, after: string) => `“${question}” Before: ${before}. After: ${after}. It shows a change, not its cause.`, share: (yes: number, of: number) => `yes in ${yes} of ${of} ${of === 1 ? 'checklist' : 'checklists'}`, noAnswers: 'no checklist yet',
  courses: 'Courses that answer it', noCourses: 'No course has been named yet.', link: 'Name a course', linkCourse: 'Course', chooseCourse: 'Choose a course', unlink: 'Take away', noCourse: 'Choose a course', office: 'The evidence and who gave it are read by the committee and the police liaison.',
  owed: 'Recommendation of the case review', committee: 'The advisory committee',
  errors: { addressee: 'Choose to whom', name: 'Write who, in both languages', what: 'Write what should be done', why: 'Write why', long: 'Up to 500 characters', due: 'Write a day after today', step: 'Choose a step', evidence: 'Write what shows it, or the reason', name_: (text: string) => `“${text}” may be the name of a person. Take it out` },
};

export const recommendationWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Recommandations', lead: 'Ce qui devrait changer au-delà des dossiers. « Dite faite » est ce que dit le destinataire; « vérifiée » est ce que le comité a vu lui-même.',
    none: 'Aucune recommandation pour l’instant.', add: 'Faire une recommandation', caption: 'Recommandations, la plus ancienne en premier', header: ['Recommandation', 'À', 'Échéance', 'État'],
    addressee: 'À qui', addressees: { police: 'Le service de police', board: 'La commission de police', other: 'Quelqu’un d’autre' },
    nameEn: 'Qui, en anglais', nameFr: 'Qui, en français', nameHint: 'Seulement pour « Quelqu’un d’autre » : un organisme, jamais une personne.',
    what: 'Ce qui devrait être fait, en anglais', whatFr: 'Ce qui devrait être fait, en français', why: 'Pourquoi, en anglais', whyFr: 'Pourquoi, en français',
    textHint: 'Tout le monde peut le lire. Aucun nom, et rien qui permette de reconnaître un dossier.',
    directive: 'Directive qui changerait', directiveHint: 'Son titre, ou rien.', question: 'Question de la liste où cela devrait se voir', noQuestion: 'Aucune',
    due: 'Pour quel jour', dueHint: 'Année, mois et jour, par exemple 2019-12-31', save: 'La faire',
    states: { made: 'Attend une réponse', accepted: 'Acceptée', declined: 'Refusée', 'reported-done': 'Dite faite, pas vérifiée', verified: 'Vérifiée : faite', 'not-verified': 'Regardée : pas faite' },
    stepNames: { accepted: 'Accepter', declined: 'Refuser', 'reported-done': 'Dire que c’est fait', verified: 'Vérifier : c’est fait', 'not-verified': 'Ce n’est pas fait' },
    next: 'Prochaine étape', evidence: 'Preuve ou raison', evidenceHint: 'Ce qui le montre : le numéro d’une directive, un cours, ce que le comité a vu. Aucun nom de personne.', take: 'L’inscrire',
    history: 'Ce qui s’est passé', ownReport: 'Vous avez dit que c’était fait : une autre personne le vérifie.',
    effect: 'Dans les examens suivants', effectText: (question, before, after) => `« ${question} » Avant : ${before}. Après : ${after}. Cela montre un changement, pas sa cause.`, share: (yes, of) => `oui dans ${yes} ${of === 1 ? 'liste' : 'listes'} sur ${of}`, noAnswers: 'aucune liste pour l’instant',
    courses: 'Cours qui y répondent', noCourses: 'Aucun cours n’a encore été nommé.', link: 'Nommer un cours', linkCourse: 'Cours', chooseCourse: 'Choisissez un cours', unlink: 'Retirer', noCourse: 'Choisissez un cours', office: 'Le comité et la liaison policière lisent les preuves et qui les a données.',
    owed: 'Recommandation de l’examen de dossiers', committee: 'Le comité consultatif',
    errors: { addressee: 'Choisissez à qui', name: 'Écrivez qui, dans les deux langues', what: 'Écrivez ce qui devrait être fait', why: 'Écrivez pourquoi', long: 'Au plus 500 caractères', due: 'Écrivez un jour après aujourd’hui', step: 'Choisissez une étape', evidence: 'Écrivez ce qui le montre, ou la raison', name_: (text) => `« ${text} » est peut-être le nom d’une personne. Enlevez-le` },
  },
};

/** Whom a recommendation goes to, as people read it. */
export function addresseeText(language: Language, one: { readonly addressee: Addressee; readonly addresseeName: Bilingual | null }): string {
  return one.addresseeName?.[language] ?? recommendationWords[language].addressees[one.addressee];
}
