import type { Bilingual } from '#app/platform/language/language.ts';

/** When a report is asked for: after each year but the last, at the end, and some months later. */
export const stages = ['interim', 'final', 'follow-up'] as const;
export type Stage = (typeof stages)[number];

export const kinds = ['text', 'number', 'money', 'choice', 'yes-no'] as const;
export type Kind = (typeof kinds)[number];
/** One question as the office writes it; `choices` is empty but for a choice. */
export type Question = { readonly id: string; readonly text: Bilingual; readonly kind: Kind; readonly needed: boolean; readonly choices: readonly Bilingual[] };

/** A version of what reports of a stage ask; `months` after the end of the project for a follow-up, else null. */
export type Form = { readonly id: string; readonly stage: Stage; readonly version: number; readonly questionnaire: unknown; readonly months: number | null };

export function stageOf(report: { readonly final: boolean; readonly followUp: boolean }): Stage {
  return report.followUp ? 'follow-up' : report.final ? 'final' : 'interim';
}
