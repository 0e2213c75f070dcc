import { keep, promise, release } from '#app/modules/commitment/index.ts';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import { recommendationPaths } from './paths.ts';
import { findLastStep, insertRecommendation, insertStep, type NewRecommendation, type Recommendation } from './queries.ts';
import type { Step } from './rules.ts';
import { addresseeText, recommendationWords } from './words.ts';

const subjectOf = (id: string) => ({ kind: 'review-recommendation', id });
const obligation = 'recommendation';

/** Makes a recommendation, owed by its day: by the police liaison, or by name where it goes to somebody without an account. Gives the id. */
export async function recommend(scope: Scope, given: NewRecommendation): Promise<string> {
  const id = newId();
  await insertRecommendation(scope, id, given);
  await promise(scope, {
    kind: obligation, subject: subjectOf(id), what: given.title, owedTo: { en: recommendationWords.en.committee, fr: recommendationWords.fr.committee },
    owedBy: given.addressee === 'police' ? { role: 'police-liaison' } : { role: 'review-chair', name: addresseeText('en', given) }, due: given.due, path: recommendationPaths.show(id),
  });
  await raiseEvent(scope, { kind: 'review.recommended', subject: id });
  return id;
}

/** Takes the next step; a job ends what was owed, because who verifies does not owe it and may not change it. */
export async function takeStep(scope: Scope, one: Recommendation, position: number, step: Step, evidence: string | null): Promise<void> {
  await insertStep(scope, newId(), one.id, position, step, evidence);
  await raiseEvent(scope, { kind: 'review.recommendation-step', subject: one.id, detail: { step } });
}

/** Ends what was owed about a recommendation as it stands now: kept once verified, no longer owed once declined. What was reported as done is still owed. */
export async function settleOwed(scope: Scope, recommendation: string): Promise<void> {
  const last = await findLastStep(scope, recommendation);
  if (last === 'declined') await release(scope, subjectOf(recommendation), obligation);
  if (last === 'verified') await keep(scope, subjectOf(recommendation), obligation);
}
