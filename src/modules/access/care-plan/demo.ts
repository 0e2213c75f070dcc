import type { Pack } from '#app/community-pack/schema.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { addDays } from '#app/ui/format.ts';
import type { Act, Stage } from '../demo/stage.ts';
import { changed, joinTeam, openPlan, takeStep } from './actions.ts';
import { findPlan, insertGoal, insertReview, insertStrengths, listPathways, type Plan } from './queries.ts';

type DemoPlan = Pack['demo']['work']['plans'][number];

/** Plans of a demonstration, step by step; strengths, goals, team and the day of the review are written with the step that they belong to. */
export function demoPlans(stage: Stage, plans: readonly DemoPlan[]): Act[] {
  return plans.flatMap((one) => {
    const person = stage.person(one.person);
    const opened: Act = { ago: one.on, run: async () => await stage.as(one.by, one.on, async (scope, desk) => {
      const pathway = (await listPathways(scope)).find(({ slug }) => slug.split('/')[0] === one.pathway);
      if (!pathway) throw new Error(`there is no pathway ${one.pathway}`);
      await openPlan(scope, desk, person, { pathway: pathway.slug, leavingCare: one.leavingCare, on: scope.today });
    }) };
    return [opened, ...one.steps.map(({ by, step, on }): Act => ({ ago: on, run: async () => await stage.as(by, on, async (scope, desk) => {
      const plan = await findPlan(scope, person);
      if (!plan) throw new Error(`${by} does not see the plan of ${one.person}`);
      await writeFor(scope, stage, one, plan, step);
      await takeStep(scope, desk, plan, { kind: 'step', step, on: scope.today, ...(step === 'coordinator' ? { coordinator: stage.account(one.coordinator) } : {}) });
      if (step === 'strengths') await insertStrengths(scope, plan.id, desk.account, { strengths: one.strengths, needs: one.needs });
    }) }))];
  });
}

/** What stands in the plan when a step is taken. */
async function writeFor(scope: Scope, stage: Stage, one: DemoPlan, plan: Plan, step: string): Promise<void> {
  if (step === 'goals') for (const [place, goal] of one.goals.entries()) await insertGoal(scope, plan.id, { inWords: goal.words, rank: place + 1, owner: goal.owner, reviewOn: addDays(scope.today, goal.reviewIn) });
  if (step === 'team') for (const { agency, provides } of one.team) await joinTeam(scope, plan, { agency: stage.agency(agency), provides });
  if (step === 'shared') await insertReview(scope, plan.id, addDays(scope.today, one.reviewIn));
  await changed(scope, plan.id);
}
