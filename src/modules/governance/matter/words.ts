import type { Words } from '#app/platform/language/language.ts';

const en = {
  kinds: { minutes: 'Minutes', issue: 'Issue', action: 'Action', milestone: 'Milestone', decision: 'Decision of another body', recommendation: 'Recommendation', other: 'Other' },
  minutesOf: (date: string) => `Minutes of the meeting of ${date}`,
  toApprove: 'To approve',
  toDecide: 'Waits for a decision',
  toTakeUp: 'Was sent to this table',
  recommended: 'Recommended by reviewers',
  returns: 'Returns from an earlier meeting',
  cannot: 'Its member reports that it cannot be done as agreed',
  dueOn: (date: string) => `Was due on ${date}`,
  toConfirm: 'Not confirmed since the last meeting',
  decidedOn: (date: string) => `Decided on ${date}, concerns this table`,
};
export const matterWords: Words<typeof en> = {
  en,
  fr: {
    kinds: { minutes: 'Procès-verbal', issue: 'Enjeu', action: 'Action', milestone: 'Jalon', decision: 'Décision d’une autre instance', recommendation: 'Recommandation', other: 'Autre' },
    minutesOf: (date) => `Procès-verbal de la réunion du ${date}`,
    toApprove: 'À approuver',
    toDecide: 'En attente d’une décision',
    toTakeUp: 'Confié à cette table',
    recommended: 'Recommandé par les personnes chargées de l’examen',
    returns: 'Reporté d’une réunion précédente',
    cannot: 'La personne responsable signale que cela ne peut se faire comme convenu',
    dueOn: (date) => `Échéance : ${date}`,
    toConfirm: 'Non confirmé depuis la dernière réunion',
    decidedOn: (date) => `Décidé le ${date}, concerne cette table`,
  },
};
