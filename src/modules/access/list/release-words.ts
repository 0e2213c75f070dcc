import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'By-name lists in numbers', lead: 'What each list counted in a month, protected so that nobody can be found in it. Stated on the tenth of the next month and then never changed.',
  none: 'No month was released yet. The first one follows on the tenth of next month.', month: 'Month', measures: { active: 'Active at the end', inflow: 'Came', outflow: 'Went', chronic: 'Chronic at the end' } as Readonly<Record<string, string>>,
  rule: 'Numbers are rounded at random to a multiple of 5, and a number under 6 is not shown. Each is rounded by itself, so that they do not add up exactly.',
  heldBack: 'Held back', heldMonth: (list: string, month: string, cells: string) => `${list}, ${month}: not released. Together with the months before it, a number under 6 could be narrowed down (${cells}).`,
};
export const releaseWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Les listes nominatives en chiffres', lead: 'Ce que chaque liste a compté durant un mois, protégé pour que personne ne puisse y être reconnu. Annoncé le dix du mois suivant, puis jamais modifié.',
    none: 'Aucun mois n’a encore été publié. Le premier le sera le dix du mois prochain.', month: 'Mois', measures: { active: 'Actives à la fin', inflow: 'Arrivées', outflow: 'Départs', chronic: 'Chroniques à la fin' },
    rule: 'Les nombres sont arrondis au hasard à un multiple de 5, et un nombre inférieur à 6 n’est pas montré. Chacun est arrondi séparément; leur somme n’est donc pas exacte.',
    heldBack: 'Mois retenus', heldMonth: (list, month, cells) => `${list}, ${month} : non publié. Avec les mois précédents, un nombre inférieur à 6 pourrait être cerné de plus près (${cells}).`,
  },
};
