import type { Words } from '#app/platform/language/language.ts';

const en = {
  columns: ['Discussion number', 'Date opened', 'Type', 'Originating agency', 'Lead agency', 'Assisting agencies', 'Age group', 'Sex', 'Risk factors', 'Protective factors', 'Study flags', 'Affected persons', 'Services mobilized', 'Decision', 'Reason', 'Date closed'],
  rejected: 'Rejected', accepted: 'Acutely elevated risk',
};
export const trackingWords: Words<typeof en> = {
  en,
  fr: {
    columns: ['Numéro de discussion', 'Date d’ouverture', 'Type', 'Organisme d’origine', 'Organisme responsable', 'Organismes associés', 'Groupe d’âge', 'Sexe', 'Facteurs de risque', 'Facteurs de protection', 'Indicateurs d’étude', 'Personnes touchées', 'Services mobilisés', 'Décision', 'Raison', 'Date de clôture'],
    rejected: 'Rejetée', accepted: 'Risque extrêmement élevé',
  },
};
