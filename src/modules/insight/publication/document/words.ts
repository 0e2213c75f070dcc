import type { Words } from '#app/platform/language/language.ts';

const en = {
  provisional: 'provisional',
  superseded: 'revised since',
  page: 'Page',
  of: 'of',
  notice: (owner: string) => `Demonstration. Not a report of ${owner}. What was made up for the demonstration is marked.`,
  number: 'Report number',
  noNumber: 'Draft, no number yet',
  to: 'To',
  from: 'From',
  date: 'Date',
  preparedBy: 'Prepared by',
  planOffice: 'Plan office',
};

export const documentWords: Words<typeof en> = {
  en,
  fr: {
    provisional: 'provisoire',
    superseded: 'révisé depuis',
    page: 'Page',
    of: 'de',
    notice: (owner) => `Démonstration. Ce n’est pas un rapport de ${owner}. Ce qui a été inventé pour la démonstration est signalé.`,
    number: 'Numéro du rapport',
    noNumber: 'Ébauche, pas encore de numéro',
    to: 'Destinataire',
    from: 'Expéditeur',
    date: 'Date',
    preparedBy: 'Préparé par',
    planOffice: 'Bureau du plan',
  },
};
