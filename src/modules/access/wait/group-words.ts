import type { Words } from '#app/platform/language/language.ts';

export const groupDimensions = ['language', 'age', 'municipality'] as const;
export type GroupDimension = (typeof groupDimensions)[number];
type Said = {
  readonly title: string; readonly lead: (month: string) => string; readonly none: string; readonly group: string; readonly wait: string; readonly days: (count: number) => string; readonly weeks: (count: number) => string; readonly hidden: (count: number) => string;
  readonly dimensions: Readonly<Record<GroupDimension, string>>; readonly cubes: Readonly<Record<GroupDimension, string>>; readonly parts: Readonly<Record<string, string>>;
};
const en: Said = {
  title: 'Who waits longer', lead: (month) => `Half of the people of each group had a first service within this time. All organisations together, loops closed in the twelve months before ${month}; only groups of ten people or more. A difference is a question to look into, not an answer.`,
  none: 'Nothing stands here yet: it is filed once a month, where enough people have had a first service.', group: 'Group', wait: 'Half served within', days: (count) => `${count} ${count === 1 ? 'day' : 'days'}`, weeks: (count) => `${count} ${count === 1 ? 'week' : 'weeks'}`,
  hidden: (count) => `Groups not shown, of too few people: ${count}.`, dimensions: { language: 'Language', age: 'Age', municipality: 'Municipality' },
  cubes: { language: 'How long people waited, by language', age: 'How long people waited, by age', municipality: 'How long people waited, by municipality' },
  parts: { en: 'English', fr: 'French', other: 'Neither English nor French', 'under-18': 'Under 18', '18-24': '18 to 24', '25-44': '25 to 44', '45-64': '45 to 64', '65-over': '65 and over', unknown: 'Not known', elsewhere: 'Elsewhere' },
};
export const groupWords: Words<Said> = {
  en,
  fr: {
    title: 'Qui attend plus longtemps', lead: (month) => `La moitié des personnes de chaque groupe ont reçu un premier service dans ce délai. Tous les organismes ensemble, boucles bouclées dans les douze mois précédant ${month}; seulement les groupes d’au moins dix personnes. Un écart est une question à examiner, pas une réponse.`,
    none: 'Il n’y a encore rien ici : le dépôt se fait une fois par mois, lorsque assez de personnes ont reçu un premier service.', group: 'Groupe', wait: 'La moitié servie en', days: (count) => `${count}\u00a0${count < 2 ? 'jour' : 'jours'}`, weeks: (count) => `${count}\u00a0${count < 2 ? 'semaine' : 'semaines'}`,
    hidden: (count) => `Groupes non montrés, comptant trop peu de personnes : ${count}.`, dimensions: { language: 'Langue', age: 'Âge', municipality: 'Municipalité' },
    cubes: { language: 'Durée de l’attente, selon la langue', age: 'Durée de l’attente, selon l’âge', municipality: 'Durée de l’attente, selon la municipalité' },
    parts: { en: 'Anglais', fr: 'Français', other: 'Ni anglais ni français', 'under-18': 'Moins de 18 ans', '18-24': '18 à 24 ans', '25-44': '25 à 44 ans', '45-64': '45 à 64 ans', '65-over': '65 ans et plus', unknown: 'Inconnu', elsewhere: 'Ailleurs' },
  },
};
