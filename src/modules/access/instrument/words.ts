import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'Forms of your organization', lead: 'How long a score may be used, and which licensed tools your organization may use. A change counts for forms that are finished from now on.',
  own: 'Forms that come with the program', slots: 'Licensed tools', slotsLead: 'None of these tools comes with the program: only the total, the day, who did it and the version are kept. A tool is offered once you have written under which permission your organization uses it.',
  months: 'Months that a score may be used', monthsHint: (months: number) => `From 1 to 60. Without a number: ${months}.`, licence: 'Permission: holder of the licence, its date, who is trained', save: 'Save', section: 'Protected as', version: 'Version',
  badMonths: 'Give a whole number from 1 to 60, or nothing', tooLong: 'Up to 1,000 characters', saved: 'Saved.',
};
export const instrumentWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Formulaires de votre organisme', lead: 'Combien de temps un score peut servir, et quels outils sous licence votre organisme peut utiliser. Un changement vaut pour les formulaires terminés à partir de maintenant.',
    own: 'Formulaires fournis avec le programme', slots: 'Outils sous licence', slotsLead: 'Aucun de ces outils n’est fourni avec le programme : seuls le total, le jour, la personne qui a fait l’évaluation et la version sont conservés. Un outil est proposé une fois que vous avez indiqué avec quelle autorisation votre organisme l’utilise.',
    months: 'Mois pendant lesquels un score peut servir', monthsHint: (months) => `De 1 à 60. Sans nombre : ${months}.`, licence: 'Autorisation : titulaire de la licence, date, personnes formées', save: 'Enregistrer', section: 'Protégé comme', version: 'Version',
    badMonths: 'Indiquez un nombre entier de 1 à 60, ou rien', tooLong: 'Au plus 1 000 caractères', saved: 'Enregistré.',
  },
};
