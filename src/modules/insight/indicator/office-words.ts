import type { Words } from '#app/platform/language/language.ts';

const en = {
  title: 'Indicators', lead: 'Those that need somebody come first: out of date, without a value, or with periods missing.',
  needing: 'Need somebody', fine: 'Up to date and complete', retired: 'Retired', none: 'None.', caption: (group: string) => `Indicators: ${group}`,
  add: 'Add an indicator', change: 'Change it', retire: 'Retire it', check: 'Confirm a check', checkHint: 'You have held the eight columns and the values against their source today.', checkNote: 'Note for colleagues (optional)',
  lastCheck: 'Last check', never: 'never', publicPage: 'The public page', checks: 'Checks', checksCaption: 'Checks, the last one first', when: 'When', who: 'Who', note: 'Note',
  changeLead: 'A new version is made. The earlier one stays readable with your reason.', retireLead: 'The indicator leaves the framework. Its page, its values and your reason stay readable.',
  save: 'Save', inEnglish: (what: string) => `${what} (English)`, inFrench: (what: string) => `${what} (French)`,
  targetHint: 'In words. Leave both empty where no target is published.', targetValue: 'The number aimed at', targetValueHint: 'Draws the target into the chart. Leave it empty where the target is not a number of this series.',
  direction: 'Which way', directions: { 'at-most': 'At most: less is better', 'at-least': 'At least: more is better' }, targetBy: 'By when', byHint: 'A day such as 2024-12-31, or nothing.',
  months: 'How often a value is expected', values: 'Which figures are its values', valuesHint: 'A series of figures, its place, and perhaps the part of the whole.', choose: 'Choose',
  expectedFrom: 'First day of the first period', expectedHint: 'From this period on every value is expected, and missed where it is not there.', lagDays: 'Days until a value is published', lagHint: 'How many days after the end of a period its value comes at the latest.',
  level: 'Level', accountability: 'Tells of', domain: 'Domain', areas: 'Areas of the framework', priorities: 'Key issues',
  reason: 'Why', reasonHint: 'Everybody reads this beside the change.',
  noText: { en: 'Write this in English', fr: 'Write this in French' }, bothOrNone: 'Write the target in both languages, or in none', noChoice: 'Choose one of these', noAreas: 'Choose at least one area',
  badNumber: 'Give a number such as 12 or 8.2, or leave it empty', needsNumber: 'Give the number that this belongs to, or leave both empty', needsWords: 'Write the target in words too', badLag: 'Give a whole number of days from 0 to 1500',
  unchanged: 'Nothing was changed',
  noDate: 'Give a day of the calendar, such as 2019-09-30', dateToCome: 'This day has not come yet; give today or an earlier day', badAddress: 'Give a whole web address that begins with https://, or leave it empty', tooLong: (limit: number) => `Shorten this to ${limit} characters`,
};

export const officeWords: Words<typeof en> = {
  en,
  fr: {
    title: 'Indicateurs', lead: 'Ceux qui demandent quelqu’un viennent d’abord : périmés, sans valeur ou avec des périodes manquantes.',
    needing: 'À reprendre', fine: 'À jour et complets', retired: 'Retirés', none: 'Aucun.', caption: (group) => `Indicateurs : ${group}`,
    add: 'Ajouter un indicateur', change: 'Le modifier', retire: 'Le retirer', check: 'Confirmer une vérification', checkHint: 'Vous avez aujourd’hui comparé les huit colonnes et les valeurs à leur source.', checkNote: 'Note pour les collègues (facultatif)',
    lastCheck: 'Dernière vérification', never: 'jamais', publicPage: 'La page publique', checks: 'Vérifications', checksCaption: 'Vérifications, la dernière d’abord', when: 'Quand', who: 'Qui', note: 'Note',
    changeLead: 'Une nouvelle version est créée. La précédente reste lisible avec votre raison.', retireLead: 'L’indicateur quitte le cadre. Sa page, ses valeurs et votre raison restent lisibles.',
    save: 'Enregistrer', inEnglish: (what) => `${what} (anglais)`, inFrench: (what) => `${what} (français)`,
    targetHint: 'En mots. Laissez les deux champs vides si aucune cible n’est publiée.', targetValue: 'Le nombre visé', targetValueHint: 'Trace la cible dans le graphique. Laissez vide si la cible n’est pas un nombre de cette série.',
    direction: 'Dans quel sens', directions: { 'at-most': 'Au plus : moins vaut mieux', 'at-least': 'Au moins : plus vaut mieux' }, targetBy: 'D’ici quand', byHint: 'Un jour comme 2024-12-31, ou rien.',
    months: 'À quelle fréquence une valeur est attendue', values: 'Quels chiffres sont ses valeurs', valuesHint: 'Une série de chiffres, son lieu et, s’il y a lieu, la partie du tout.', choose: 'Choisir',
    expectedFrom: 'Premier jour de la première période', expectedHint: 'À partir de cette période, chaque valeur est attendue et signalée si elle manque.', lagDays: 'Jours jusqu’à la publication d’une valeur', lagHint: 'Combien de jours après la fin d’une période sa valeur arrive au plus tard.',
    level: 'Niveau', accountability: 'Porte sur', domain: 'Domaine', areas: 'Volets du cadre', priorities: 'Enjeux clés',
    reason: 'Pourquoi', reasonHint: 'Tout le monde le lit à côté du changement.',
    noText: { en: 'Écrivez ceci en anglais', fr: 'Écrivez ceci en français' }, bothOrNone: 'Écrivez la cible dans les deux langues, ou dans aucune', noChoice: 'Choisissez une de ces réponses', noAreas: 'Choisissez au moins un volet',
    badNumber: 'Indiquez un nombre comme 12 ou 8,2, ou laissez vide', needsNumber: 'Indiquez le nombre auquel ceci se rapporte, ou laissez les deux vides', needsWords: 'Écrivez aussi la cible en mots', badLag: 'Indiquez un nombre entier de jours de 0 à 1500',
    unchanged: 'Rien n’a été modifié',
    noDate: 'Indiquez un jour du calendrier, par exemple 2019-09-30', dateToCome: 'Ce jour n’est pas encore venu; indiquez aujourd’hui ou un jour antérieur', badAddress: 'Indiquez une adresse Web complète qui commence par https://, ou laissez le champ vide', tooLong: (limit) => `Réduisez ce texte à ${limit} caractères`,
  },
};
