import { flattenAnswers } from '#app/methods/questionnaire/flat-answers.ts';
import type { Json } from '#app/methods/questionnaire/fhir.ts';

/** How many checklists answered a question with "yes", of those that answered yes, partly or no. */
export type Share = { readonly yes: number; readonly of: number };

/** The answers to one question in sessions up to a day and after it: what changed in the files since a recommendation. It shows a change, not its cause. */
export function sharesAround(checklists: readonly { readonly on: string; readonly answers: Json }[], question: string, day: string): { readonly before: Share; readonly after: Share } {
  const share = (own: typeof checklists): Share => {
    const codes = own.flatMap(({ answers }) => flattenAnswers(answers).filter(({ linkId }) => linkId === question).map(({ value }) => codeOf(value))).filter((code) => code === 'yes' || code === 'partly' || code === 'no');
    return { yes: codes.filter((code) => code === 'yes').length, of: codes.length };
  };
  return { before: share(checklists.filter(({ on }) => on <= day)), after: share(checklists.filter(({ on }) => on > day)) };
}

function codeOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'code' in value ? String(value.code) : String(value);
}
