import type { Pack } from '#app/community-pack/schema.ts';
import { stableId } from '../directory/stable-id.ts';
import type { Act, Stage } from '../demo/stage.ts';
import { draftReferral, sendWithCode, takeStep } from './actions.ts';
import { findReferral } from './queries.ts';
import { ruleOf, steps } from './rules.ts';

/** Referrals of a demonstration with the steps that sender and receiver took. */
export function demoReferrals(stage: Stage, referrals: Pack['demo']['work']['referrals']): Act[] {
  return referrals.flatMap(({ person, by, service, need, on, request, steps: taken }) => {
    let id = '';
    const sent: Act = { ago: on, run: async () => await stage.as(by, on, async (scope) => {
      id = (await draftReferral(scope, { person: stage.person(person), service: stableId('service', service), need, urgency: 'routine', request, handoffAt: null, handoffWith: null, previous: null })) ?? '';
      const done = await sendWithCode(scope, id);
      if ('refused' in done) throw new Error(`${by} cannot refer ${person} to ${service}: ${done.refused}`);
    }) };
    return [sent, ...taken.map(({ by: taker, step: name, on: day, reason, note }): Act => ({ ago: day, run: async () => await stage.as(taker, day, async (scope) => {
      const [step, referral] = [steps.find((one) => one === name), await findReferral(scope, id)];
      if (!step || !referral) throw new Error(`${taker} cannot take the step ${name}`);
      const side = ruleOf(step).by[0] ?? 'receiver';
      const given = { ...(reason ? { reason } : {}), ...(note ? { note } : {}), on: scope.today };
      const done = await takeStep(scope, id, { from: referral.state, step, side, given });
      if (done !== 'done') throw new Error(`${taker} cannot take the step ${name} of ${person}: ${done}`);
    }) }))];
  });
}
