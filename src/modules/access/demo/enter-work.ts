import type { Pack } from '#app/community-pack/schema.ts';
import type { DemoIds } from '#app/modules/identity/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { demoAssessments } from '../assessment/demo.ts';
import { demoPlans } from '../care-plan/demo.ts';
import { demoLists } from '../list/demo.ts';
import { demoSeniors } from '../outreach/demo.ts';
import { demoReferrals } from '../referral/demo.ts';
import { demoNews, demoStays } from '../stay/demo.ts';
import { enterDemoPeople } from './enter-people.ts';
import { stageOf } from './stage.ts';

/**
 * Enters the made-up people who are helped and lets the made-up staff do what they did in the months before the demonstration begins, each through
 * the actions of the features and under the rules of her role, from the earliest day on. Only the first start of a demonstration calls it.
 */
export async function enterDemoWork(scope: Scope, { people, work, accounts }: Pack['demo'], ids: DemoIds): Promise<void> {
  const stage = stageOf(scope, ids, accounts, await enterDemoPeople(scope, people, ids));
  const acts = [...demoStays(stage, work.stays), ...demoNews(stage, work.news), ...demoLists(stage, work.lists), ...demoAssessments(stage, work.assessments),
    ...demoReferrals(stage, work.referrals), ...demoPlans(stage, work.plans), ...demoSeniors(stage, work.seniors)];
  for (const act of acts.toSorted((a, b) => b.ago - a.ago)) await act.run();
}
