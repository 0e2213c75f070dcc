export const addressees = ['police', 'board', 'other'] as const;
export type Addressee = (typeof addressees)[number];
export const steps = ['accepted', 'declined', 'reported-done', 'verified', 'not-verified'] as const;
export type Step = (typeof steps)[number];
/** Where a recommendation stands: its last step, or that it waits for one. */
export type RecommendationState = 'made' | Step;

/** The steps that can follow; the database asks the same. */
export function following(state: RecommendationState): readonly Step[] {
  if (state === 'made') return ['accepted', 'declined'];
  if (state === 'accepted') return ['reported-done', 'declined'];
  return state === 'reported-done' ? ['verified', 'not-verified'] : state === 'not-verified' ? ['reported-done'] : [];
}

export const isVerification = (step: Step) => step === 'verified' || step === 'not-verified';
