import type { guidances, strengths } from '#app/community-pack/statement-schema.ts';
import type { Bilingual } from '#app/platform/language/language.ts';

export type Strength = (typeof strengths)[number];
export type Guidance = (typeof guidances)[number];

/** One sentence of a report, where it is known from, and how well. */
export type Statement = {
  readonly slug: string;
  readonly report: string;
  readonly section: string;
  readonly text: Bilingual;
  /** What the content pack names as sources, in the order given. */
  readonly sources: readonly { readonly slug: string; readonly title: string; readonly publisher: string }[];
  /** A source in words, of a statement that staff wrote. */
  readonly sourceText: Bilingual | null;
  readonly sourceUrl: string | null;
  readonly strength: Strength;
  readonly guidance: Guidance | null;
  /** Made up for the demonstration. */
  readonly demonstration: boolean;
  readonly origin: 'pack' | 'staff';
};
