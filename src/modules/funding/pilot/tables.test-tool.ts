/** The tables of the pilot, which `policies.test.ts` beside this holds in a world with agencies. */
export const pilotTables = ['support_scheme', 'readiness_item', 'pilot', 'enrolment', 'enrolment_code', 'plan_goal', 'plan_step', 'plan_word', 'readiness_done', 'mentor_contact', 'pilot_outcome'] as const;
