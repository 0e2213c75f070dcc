import { gad2, gad7 } from '#app/methods/questionnaire/library/gad.ts';
import { phq2, phq9 } from '#app/methods/questionnaire/library/phq.ts';
import type { Json } from './outcome.ts';

/** The questionnaires that the program ships, with their notices. */
export function listQuestionnaires(): readonly Json[] {
  return [phq9, phq2, gad7, gad2];
}
