import type { Json } from '#app/methods/questionnaire/fhir.ts';
import type { Language } from '#app/platform/language/language.ts';
import type { LegalKind, StatementKind } from '../call/rules.ts';
import type { Cents } from '../money.ts';

export const populations = ['children', 'youth', 'adults', 'older-adults', 'families', 'newcomers', 'everybody'] as const;
export type Population = (typeof populations)[number];
export const fileKinds = ['statements', 'letter', 'other'] as const;
export type FileKind = (typeof fileKinds)[number];

export type BudgetLine = { readonly label: string; readonly cost: Cents; readonly fromFund: Cents };
export type Partner = { readonly name: string; readonly role: string };
export type FileLine = { readonly id: string; readonly kind: FileKind; readonly name: string; readonly size: number };

export type Application = {
  readonly id: string; readonly callId: string; readonly categoryId: string; readonly state: 'draft' | 'submitted' | 'withdrawn'; readonly receipt: string | null; readonly submittedAt: Date | null;
  readonly language: Language; readonly organisation: string; readonly registration: string; readonly legalKind: LegalKind | null; readonly sponsor: string; readonly boardUnrelated: number | null;
  readonly statements: StatementKind | null; readonly revenueLatest: Cents | undefined; readonly revenueBefore: Cents | undefined; readonly title: string; readonly summary: string;
  readonly startsOn: string | null; readonly endsOn: string | null; readonly priorities: readonly string[]; readonly indicators: readonly string[]; readonly municipalities: readonly string[];
  readonly population: Population | null; readonly partners: readonly Partner[]; readonly answers: Json; readonly demonstration: boolean;
  readonly budget: readonly BudgetLine[]; readonly files: readonly FileLine[];
  /** What is asked of the fund: the sum of the budget's parts from it. */
  readonly asked: Cents;
};

/** The pages of an application; `people` and `check` hold nothing of it themselves. */
export const sections = ['organisation', 'project', 'answers', 'budget', 'partners', 'serves', 'files'] as const;
export type Section = (typeof sections)[number];
