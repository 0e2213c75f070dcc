/** Addresses of care plans, without their language; a plan is found by its person. */
export const carePaths = {
  list: '/access/care-plans',
  conformance: '/access/care-plans/conformance',
  show: (person: string) => `/access/persons/${person}/plan`,
  open: (person: string) => `/access/persons/${person}/plan/new`,
  step: (person: string) => `/access/persons/${person}/plan/steps/new`,
  refuse: (person: string) => `/access/persons/${person}/plan/refusal`,
  rest: (person: string) => `/access/persons/${person}/plan/rest`,
  reopen: (person: string) => `/access/persons/${person}/plan/reopening`,
  strengths: (person: string) => `/access/persons/${person}/plan/strengths`,
  goalNew: (person: string) => `/access/persons/${person}/plan/goals/new`,
  goal: (person: string, goal: string) => `/access/persons/${person}/plan/goals/${goal}`,
  join: (person: string) => `/access/persons/${person}/plan/team/new`,
  leave: (person: string, provider: string) => `/access/persons/${person}/plan/team/${provider}/leave`,
  reviewNew: (person: string) => `/access/persons/${person}/plan/reviews/new`,
  review: (person: string, review: string) => `/access/persons/${person}/plan/reviews/${review}`,
  age: (person: string, age: string) => `/access/persons/${person}/plan/ages/${age}`,
} as const;
