/** The nine steps of coordinated service planning, in the order of the provincial guidelines; the last leads back to intake. */
export const careSteps = ['referral', 'intake', 'strengths', 'coordinator', 'goals', 'team', 'plan', 'shared', 'monitoring'] as const;
export type CareStep = (typeof careSteps)[number];
export const isCareStep = (value: string): value is CareStep => careSteps.some((one) => one === value);

export type Standing = 'active' | 'inactive' | 'refused';
/** Where a plan stands, and what a step of it may rest on. */
export type PlanState = { readonly step: CareStep; readonly standing: Standing; readonly coordinated: boolean; readonly goals: number; readonly reviews: number };
/** What the actor is to a plan: she works on it, keeps it (coordinator or supervisor), supervises, or takes people in. */
export type Part = { readonly led: boolean; readonly kept: boolean; readonly supervises: boolean; readonly takesIn: boolean };

/** The step that usually follows. In a later round the coordinator is there already. */
export function usualNext({ step, coordinated }: Pick<PlanState, 'step' | 'coordinated'>): CareStep {
  if (step === 'monitoring') return 'intake';
  if (step === 'strengths' && coordinated) return 'goals';
  return careSteps[careSteps.indexOf(step) + 1] ?? 'intake';
}

/** Whose step it is: intake takes people in, a supervisor names the coordinator, the rest is the coordinator's. */
export function mayTake(step: CareStep, part: Part): boolean {
  if (!part.led) return false;
  if (step === 'coordinator') return part.supervises;
  return ['referral', 'intake', 'strengths'].includes(step) ? part.takesIn : part.kept;
}

export type StepRefusal = 'closed' | 'no-coordinator' | 'no-goal' | 'no-review' | 'needs-reason';
/** Why a step cannot be taken now; undefined when it can. Any other step than the usual next one needs a reason, and is counted as leaving the pathway. */
export function refusalOf(step: CareStep, state: PlanState, reason: string): StepRefusal | undefined {
  if (state.standing !== 'active') return 'closed';
  if (careSteps.indexOf(step) > careSteps.indexOf('coordinator') && !state.coordinated) return 'no-coordinator';
  if (step === 'plan' && state.goals === 0) return 'no-goal';
  if (step === 'monitoring' && state.reviews === 0) return 'no-review';
  return step !== usualNext(state) && reason === '' ? 'needs-reason' : undefined;
}

/** A plan is refused at its beginning alone; later it is made inactive. */
export function mayRefuse({ step, standing }: PlanState, part: Part): boolean {
  return part.led && part.takesIn && standing === 'active' && (step === 'referral' || step === 'intake');
}
export const goalStates = ['open', 'reached', 'changed', 'dropped'] as const;
export type GoalState = (typeof goalStates)[number];
