/** Addresses of a young person's own plan, without their language. Her code is posted, never in an address. */
export const ownPlanPaths = {
  open: '/funding/own-plan',
  goalForm: '/funding/own-plan/goal',
  goal: '/funding/own-plan/goal/keep',
  step: '/funding/own-plan/step',
  tick: '/funding/own-plan/tick',
  word: '/funding/own-plan/word',
  ready: '/funding/own-plan/ready',
  file: '/funding/own-plan/file',
} as const;
