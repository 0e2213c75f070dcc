import type { Bilingual } from '#app/platform/language/language.ts';
import type { Named } from './count.ts';

/** Why a number is not told. */
export const hiddenReasons = ['small', 'beside', 'unknown', 'no-rate'] as const;
export type HiddenReason = (typeof hiddenReasons)[number];
/** One protected number as it may be published; `number` is absent where it is hidden. `input` is the figure that a rate was divided by. */
export type Result = {
  readonly period: { readonly code: string; readonly from: string; readonly to: string; readonly name: Bilingual };
  readonly place: Named; readonly part: Named | null; readonly number?: number; readonly hidden?: HiddenReason; readonly input?: string;
};
/** What a number was divided by: public figures, or a version of another dataset. */
export type Input = { readonly kind: 'figures'; readonly series: string; readonly figures: readonly string[] } | { readonly kind: 'dataset'; readonly dataset: string; readonly version: number; readonly fingerprint: string };

/** The number as figures print it: thousands with commas. */
export const printed = (number: number): string => number.toLocaleString('en-CA');

/** Why a figure has no value, for everybody. */
export function hiddenText(reason: HiddenReason, k: number): Bilingual {
  switch (reason) {
    case 'small': return { en: `Fewer than ${k}. Small counts are withheld, so that nobody can be recognised.`, fr: `Moins de ${k}. Les petits nombres ne sont pas diffusés, afin que personne ne puisse être reconnu.` };
    case 'beside': return { en: 'Withheld, because a small count beside it could be worked out from it.', fr: 'Non diffusé, parce qu’on pourrait en déduire un petit nombre voisin.' };
    case 'unknown': return { en: 'Not known: the data are not complete for it.', fr: 'Inconnu\u00a0: les données ne sont pas complètes à ce sujet.' };
    case 'no-rate': return { en: 'No rate is given, because the count or the population is too small or not known.', fr: 'Aucun taux n’est donné, parce que le nombre ou la population est trop petit ou inconnu.' };
  }
}
