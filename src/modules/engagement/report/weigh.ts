import { effectiveSize, marginOfError } from '#app/methods/raking/effective-size.ts';
import { MarginsUnreachable, rake } from '#app/methods/raking/rake.ts';
import type { Voice } from '../coding/queries.ts';
import type { Dimension, Margin } from './heard.ts';

/** Below this many voices that told everything, nothing is weighted. */
export const fewestWeighted = 30;
/** No weight may be more than this many times the mean. */
export const trimAt = 5;

export type Weighing = {
  readonly by: readonly Dimension[]; readonly n: number; readonly effective: number; readonly designEffect: number; readonly trimmed: number;
  /** What trimming leaves between the weighted margins and the census, in parts of 1. */
  readonly difference: number;
  /** The weighted share of the voices that name a theme, with its 95 % margin, in parts of 1. */
  readonly shareOf: (isIn: (voice: Voice) => boolean) => { readonly share: number; readonly margin: number };
};
export type WeighingRefusal = { readonly refused: 'few' | 'unreachable'; readonly n: number };

/** Weighs the voices that told all the dimensions asked for to the census. */
export function weigh(voices: readonly Voice[], margins: readonly Margin[], by: readonly Dimension[]): Weighing | WeighingRefusal {
  const known = (voice: Voice, dimension: Dimension) => margins.some((margin) => margin.dimension === dimension && margin.category === voice[dimension]);
  const complete = voices.filter((voice) => by.every((dimension) => known(voice, dimension)));
  if (by.length === 0 || complete.length < fewestWeighted) return { refused: 'few', n: complete.length };
  const targets = Object.fromEntries(by.map((dimension) => {
    const own = margins.filter((margin) => margin.dimension === dimension);
    const all = own.reduce((sum, margin) => sum + margin.people, 0);
    return [dimension, Object.fromEntries(own.map((margin) => [margin.category, (margin.people / all) * complete.length]))];
  }));
  try {
    const { weights, trimmed, difference } = rake(complete.map((voice) => ({ in: Object.fromEntries(by.map((dimension) => [dimension, voice[dimension] ?? ''])) })), targets, { trimAt });
    const size = effectiveSize(weights);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return {
      by, ...size, trimmed, difference, shareOf: (isIn) => {
        const share = Math.min(1, complete.reduce((sum, voice, index) => sum + (isIn(voice) ? (weights[index] ?? 0) : 0), 0) / total);
        return { share, margin: marginOfError(share, size.effective) };
      },
    };
  } catch (error) {
    if (error instanceof MarginsUnreachable) return { refused: 'unreachable', n: complete.length };
    throw error;
  }
}
