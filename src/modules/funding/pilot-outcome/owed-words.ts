import type { Bilingual } from '#app/platform/language/language.ts';
import type { OwedPoint } from './rules.ts';

const what = (point: OwedPoint): Bilingual => ({ en: `Ask a participant of a pilot how she fares after ${point} months`, fr: `Demander à une personne d’un projet pilote où elle en est après ${point} mois` });
/** What a commitment about somebody who takes part says; no name and nothing of her answers. A reason stands in the history in both languages. */
export const owedWords = {
  what: { 6: what(6), 12: what(12), 18: what(18), 24: what(24) } satisfies Readonly<Record<OwedPoint, Bilingual>>,
  owedTo: { en: 'The young person', fr: 'La jeune personne' },
  why: { left: 'Left the pilot. / A quitté le projet pilote.', elsewhere: 'The record is with another agency. / Le dossier est chez un autre organisme.', missed: 'Time to ask has run out. / Le délai pour demander est passé.' },
} as const;
