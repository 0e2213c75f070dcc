import type { Bilingual, Language } from '#app/platform/language/language.ts';
import type { Figure } from '../../figure/figure.ts';
import { refusalWords } from './words.ts';

/** Why a compile stops; every reason names what it is about. */
export type Refusal =
  | { readonly kind: 'missing'; readonly slug: string }
  | { readonly kind: 'no-indicator'; readonly slug: string }
  | { readonly kind: 'superseded'; readonly slug: string; readonly label: Bilingual; readonly by: string }
  | { readonly kind: 'stale'; readonly slug: string; readonly label: Bilingual; readonly since: string }
  | { readonly kind: 'not-releasable'; readonly slug: string; readonly label: Bilingual }
  | { readonly kind: 'no-text'; readonly heading: Bilingual; readonly language: Language };

/** Why this figure may not stand in a publication of today; undefined when it may. `saysSo`: the text itself says that the value was revised. */
export function figureRefusal(figure: Figure, today: string, saysSo = false): Refusal | undefined {
  const { slug, label } = figure;
  if (!figure.releasable) return { kind: 'not-releasable', slug, label };
  if (figure.supersededBy && !saysSo) return { kind: 'superseded', slug, label, by: figure.supersededBy };
  if (figure.freshUntil !== undefined && figure.freshUntil < today && !saysSo) return { kind: 'stale', slug, label, since: figure.freshUntil };
  return undefined;
}

/** The sentence that a person reads. */
export function refusalSentence(language: Language, refusal: Refusal): string {
  const words = refusalWords[language];
  if (refusal.kind === 'missing') return words.missing(refusal.slug);
  if (refusal.kind === 'no-indicator') return words.noIndicator(refusal.slug);
  if (refusal.kind === 'no-text') return words.noText(refusal.heading[language], refusal.language);
  const label = refusal.label[language];
  if (refusal.kind === 'superseded') return words.superseded(refusal.slug, label, refusal.by);
  return refusal.kind === 'stale' ? words.stale(refusal.slug, label, refusal.since) : words.notReleasable(refusal.slug, label);
}
