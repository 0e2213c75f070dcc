import { recordDecision } from '#app/modules/governance/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { giveAward } from '../award/actions.ts';
import type { Call } from '../call/queries.ts';
import type { Standing } from './gather.ts';
import { proposedReason } from './proposed.ts';
import { insertOutcomes } from './queries.ts';
import type { Ranked, WhatIf } from './rules.ts';
import { reviewWords } from './words.ts';

export type Decision = { readonly body: string; readonly decidedOn: string; readonly reason: Bilingual };

/** Records a ranking as the decision of a body: one decision of governance, an outcome with its reason for each applicant, an award for each grant. */
export async function decide(scope: Scope, call: Call, standing: Standing, rows: readonly Ranked[], tried: WhatIf, decision: Decision): Promise<number> {
  const id = await recordDecision(scope, {
    bodySlug: decision.body, title: { en: reviewWords.en.decisionTitle(call.title.en), fr: reviewWords.fr.decisionTitle(call.title.fr) }, outcome: 'accept', reason: decision.reason, decidedOn: decision.decidedOn,
    subject: { kind: 'fund-call', id: call.id },
  });
  return await carryOut(scope, call, standing, rows, tried, { decidedOn: decision.decidedOn, body: decision.body, decision: id });
}

/** An outcome with its reason for each applicant of a ranking, an award for each grant, and the letters; gives how many were decided. */
export async function carryOut(scope: Scope, call: Call, standing: Standing, rows: readonly Ranked[], tried: WhatIf, decided: { readonly decidedOn: string; readonly body: string | null; readonly decision: string | null }): Promise<number> {
  let done = 0;
  for (const row of rows) {
    const judged = standing.judged.find((one) => one.id === row.id);
    if (row.why === 'not-scored' || !judged) continue;
    const reason = proposedReason(standing, rows, row, tried).text;
    await insertOutcomes(scope, [{ application: row.id, granted: row.funds, amount: row.funds ? row.asked : 0, reason, decision: decided.decision, decidedOn: decided.decidedOn }]);
    if (row.funds) await giveAward(scope, call, judged.application, { amount: row.asked, awardedOn: decided.decidedOn, body: decided.body });
    await raiseEvent(scope, { kind: 'funding.outcome-recorded', subject: row.id });
    done += 1;
  }
  return done;
}
