import type { Words } from '#app/platform/language/language.ts';

type Marked = 'withheld' | 'revision' | 'provisional' | 'stale';

const en = {
  colon: ': ',
  period: 'Period',
  interval: 'Interval',
  standing: 'Standing',
  plain: 'final',
  marks: { withheld: 'withheld', revision: 'revised', provisional: 'provisional', stale: 'out of date' } satisfies Record<Marked, string>,
  earlier: (printed: string) => `revised from ${printed}`,
  redefined: 'counted in a new way from here on',
  asTable: 'The same as a table',
  from: (low: string, high: string) => `${low} to ${high}`,
  target: (direction: 'at-most' | 'at-least', printed: string, by?: string) => `Target: ${direction === 'at-most' ? 'at most' : 'at least'} ${printed}${by ? ` by ${by}` : ''}`,
  targetLabel: (direction: 'at-most' | 'at-least', printed: string) => `target: ${direction === 'at-most' ? 'at most' : 'at least'} ${printed}`,
  met: (last: string) => `The last value, ${last}, meets it.`,
  notMet: (last: string) => `The last value, ${last}, does not meet it.`,
  meeting: (met: number, all: number) => `${met} of ${all} meet it.`,
  none: 'No value has been published yet.',
  oneValue: (printed: string, period: string, marks: string) => `One value: ${printed} (${period}${marks}).`,
  over: (first: string, last: string, count: number) => `${count} values from ${first} to ${last}.`,
  parts: (first: string, last: string, count: number) => `${count} parts, from ${first} to ${last}.`,
  extremes: (high: string, highAt: string, low: string, lowAt: string) => `Highest: ${high} (${highAt}). Lowest: ${low} (${lowAt}).`,
  equal: (printed: string) => `All are ${printed}.`,
  lastValue: (printed: string, period: string, marks: string) => `Last: ${printed} (${period}${marks}).`,
  lastWithheld: (period: string) => `The newest one, of ${period}, is withheld.`,
  withheld: (count: number) => (count === 1 ? 'One value is withheld.' : `${count} values are withheld.`),
  ofPart: (label: string, last: string) => `${label}: ${last}`,
  spark: (first: string, from: string, last: string, to: string) => `From ${first} (${from}) to ${last} (${to})`,
};

export const chartWords: Words<typeof en> = {
  en,
  fr: {
    colon: ' : ',
    period: 'Période',
    interval: 'Intervalle',
    standing: 'Statut',
    plain: 'définitif',
    marks: { withheld: 'non diffusé', revision: 'révisé', provisional: 'provisoire', stale: 'périmé' },
    earlier: (printed) => `révisé; auparavant ${printed}`,
    redefined: 'compté autrement à partir d’ici',
    asTable: 'Les mêmes données en tableau',
    from: (low, high) => `de ${low} à ${high}`,
    target: (direction, printed, by) => `Cible : ${direction === 'at-most' ? 'au plus' : 'au moins'} ${printed}${by ? `, d’ici ${by}` : ''}`,
    targetLabel: (direction, printed) => `cible : ${direction === 'at-most' ? 'au plus' : 'au moins'} ${printed}`,
    met: (last) => `La dernière valeur, ${last}, l’atteint.`,
    notMet: (last) => `La dernière valeur, ${last}, ne l’atteint pas.`,
    meeting: (met, all) => `${met} sur ${all} l’atteignent.`,
    none: 'Aucune valeur n’est encore publiée.',
    oneValue: (printed, period, marks) => `Une seule valeur : ${printed} (${period}${marks}).`,
    over: (first, last, count) => `${count} valeurs : la première, ${first}; la dernière, ${last}.`,
    parts: (first, last, count) => `${count} parties; première période : ${first}; dernière : ${last}.`,
    extremes: (high, highAt, low, lowAt) => `Valeur la plus élevée : ${high} (${highAt}). Valeur la plus basse : ${low} (${lowAt}).`,
    equal: (printed) => `Toutes sont à ${printed}.`,
    lastValue: (printed, period, marks) => `Dernière valeur : ${printed} (${period}${marks}).`,
    lastWithheld: (period) => `La plus récente (${period}) n’est pas diffusée.`,
    withheld: (count) => (count === 1 ? 'Une valeur n’est pas diffusée.' : `${count} valeurs ne sont pas diffusées.`),
    ofPart: (label, last) => `${label} : ${last}`,
    spark: (first, from, last, to) => `De ${first} (${from}) à ${last} (${to})`,
  },
};

/** The marks of a value in words, to follow another: ", revised, provisional". '' for a plain one. */
export function markText(language: 'en' | 'fr', marks: readonly Marked[] | undefined): string {
  const words = chartWords[language];
  return (marks ?? []).map((mark) => `, ${words.marks[mark]}`).join('');
}
