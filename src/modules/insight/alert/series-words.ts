import type { Words } from '#app/platform/language/language.ts';

const en = {
  bases: { pickup: 'Counted by where the person was picked up, and by the day of pick-up.', residence: 'Counted by where the person lives. Never added to counts by pick-up.' },
  curve: 'Week by week', nowcast: 'What is still to come in', nowcastLead: 'Reports come late. For the last weeks this estimates how many there will be in the end, from how late reports came before. It is an estimate, not a count.',
  nowcastCaption: 'The last weeks: reported, and expected in the end', nowcastHeader: ['Week from', 'Reported so far', 'Usually in by now', 'Expected in the end', '95% interval'],
  noNowcast: 'There are too few whole weeks yet to learn how late reports come.',
  days: 'The last 14 days', daysCaption: 'Counts of the last 14 days by area', day: 'Day', none: 'Nothing has been counted yet.',
  enter: 'Report counts', counts: 'Counts', countsHint: (areas: string, example: string) => `One line for each day and area: day, area, number. Areas: ${areas}. Example: ${example}. Reported as of today; a day that is reported again replaces its number and keeps the old one for the delay.`,
  countsMissing: 'Write at least one line', countsMany: (most: number) => `Up to ${most} lines at once`, save: 'Save the counts', saved: (lines: number) => (lines === 1 ? '1 line was saved.' : `${lines} lines were saved.`), savedNone: 'These days were reported today already; nothing was changed.',
  lineDay: (n: number) => `Line ${n}: the day must look like 2019-05-31 and not lie ahead.`, lineArea: (n: number, areas: string) => `Line ${n}: the area is one of ${areas}.`, lineNumber: (n: number) => `Line ${n}: the number must be a whole number.`, lineTwice: (n: number) => `Line ${n}: this day and area stand there twice.`,
  threshold: 'Bound of the rule', counted: 'Counted', chartText: (unit: string, count: number, most: number, over: number | undefined) => `${count} ${unit}; the largest count is ${most}${over === undefined ? '' : `; ${over === 0 ? 'none is' : `${over} ${over === 1 ? 'is' : 'are'}`} above the bound of the rule`}.`,
  unitDays: 'days', unitWeeks: 'weeks', tableOf: 'The numbers of this chart', from: 'From',
};

export const seriesWords: Words<typeof en> = {
  en,
  fr: {
    bases: { pickup: 'Compté selon le lieu et le jour de la prise en charge.', residence: 'Compté selon le lieu de résidence. Jamais additionné aux comptes selon la prise en charge.' },
    curve: 'Semaine par semaine', nowcast: 'Ce qui doit encore arriver', nowcastLead: 'Les signalements arrivent en retard. Pour les dernières semaines, voici une estimation du nombre final, d’après les retards passés. C’est une estimation, pas un compte.',
    nowcastCaption: 'Les dernières semaines : signalé, et attendu au bout du compte', nowcastHeader: ['Semaine du', 'Signalé jusqu’ici', 'Déjà là d’habitude', 'Attendu au bout du compte', 'Intervalle à 95 %'],
    noNowcast: 'Il y a encore trop peu de semaines complètes pour apprendre les retards.',
    days: 'Les 14 derniers jours', daysCaption: 'Comptes des 14 derniers jours par secteur', day: 'Jour', none: 'Rien n’a encore été compté.',
    enter: 'Déclarer des comptes', counts: 'Comptes', countsHint: (areas, example) => `Une ligne par jour et secteur : jour, secteur, nombre. Secteurs : ${areas}. Exemple : ${example}. Déclaré en date d’aujourd’hui; un jour déclaré de nouveau remplace son nombre et garde l’ancien pour mesurer le retard.`,
    countsMissing: 'Écrivez au moins une ligne', countsMany: (most) => `${most} lignes au plus à la fois`, save: 'Enregistrer les comptes', saved: (lines) => (lines === 1 ? '1 ligne a été enregistrée.' : `${lines} lignes ont été enregistrées.`), savedNone: 'Ces jours ont déjà été déclarés aujourd’hui; rien n’a changé.',
    lineDay: (n) => `Ligne ${n} : le jour doit ressembler à 2019-05-31 et ne pas être à venir.`, lineArea: (n, areas) => `Ligne ${n} : le secteur est l’un de ${areas}.`, lineNumber: (n) => `Ligne ${n} : le nombre doit être entier.`, lineTwice: (n) => `Ligne ${n} : ce jour et ce secteur y sont deux fois.`,
    threshold: 'Borne de la règle', counted: 'Compté', chartText: (unit, count, most, over) => `${count} ${unit}; le plus grand compte est ${most}${over === undefined ? '' : `; ${over === 0 ? 'aucun ne dépasse' : `${over} ${over === 1 ? 'dépasse' : 'dépassent'}`} la borne de la règle`}.`,
    unitDays: 'jours', unitWeeks: 'semaines', tableOf: 'Les nombres de ce graphique', from: 'Du',
  },
};
