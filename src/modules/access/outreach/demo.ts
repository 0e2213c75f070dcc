import type { Pack } from '#app/community-pack/schema.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Act, Stage } from '../demo/stage.ts';
import { recordAttempt, referSenior } from './actions.ts';
import { insertDemoSettings, insertScore, insertSlot, listOutreach, updateJoined } from './queries.ts';

/** Lets made-up organisations take referrals in a demonstration, by their slugs; only its first start calls it. */
export async function openDemoOutreach(scope: Scope, agencies: readonly string[]): Promise<void> {
  await insertDemoSettings(scope, agencies);
}

/** Older adults of a demonstration: referred through the public form, called by a volunteer, with the scores that they gave. */
export function demoSeniors(stage: Stage, seniors: Pack['demo']['work']['seniors']): Act[] {
  return seniors.flatMap(({ agency, name, telephone, goodTimes, language, referredBy, consent, on, attempts, joined, scores }) => {
    const idIn = async (scope: Scope) => {
      const found = (await listOutreach(scope)).find((one) => one.firstName === name);
      if (!found) throw new Error(`nobody accompanies ${name}`);
      return found.id;
    };
    const referred: Act = { ago: on, run: async () => await stage.everybody(on, async (scope) => {
      if (!(await referSenior(scope, `demonstration ${name}`, { agency: stage.agency(agency), consent, referredBy, firstName: name, telephone, goodTimes: goodTimes ?? null, language }))) throw new Error(`${agency} takes no referrals`);
    }) };
    const accompany = (by: string, ago: number, work: (scope: Scope, id: string, account: string) => Promise<unknown>): Act => ({ ago, run: async () => {
      const id = await stage.as('coordinator', ago, idIn);
      await stage.as(by, ago, async (scope, desk) => await work(scope, id, desk.account));
    } });
    const called = attempts.map(({ by, on: day, outcome, note }) => accompany(by, day, async (scope, id, account) => await recordAttempt(scope, account, id, { outcome, note })));
    const joins = joined ? [accompany(joined.by, joined.on, async (scope, id, account) => {
      if (!(await updateJoined(scope, id))) throw new Error(`${name} cannot join`);
      await insertSlot(scope, id, account, { account: stage.account(joined.caller), weekday: joined.weekday, at: joined.at });
    })] : [];
    return [referred, ...called.slice(0, 1), ...joins, ...called.slice(1), ...scores.map(({ by, measure, score, on: day }) => accompany(by, day, async (scope, id, account) => await insertScore(scope, id, account, { measure, score, on: scope.today })))];
  });
}
