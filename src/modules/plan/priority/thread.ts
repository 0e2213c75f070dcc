import type { Bilingual } from '#app/platform/language/language.ts';
import type { Priority } from './queries.ts';

type BodyStep = { readonly state: string; readonly from: string; readonly approximate: boolean; readonly reason: Bilingual };
type DecisionStep = { readonly decidedOn: string; readonly outcome: string; readonly reason: Bilingual; readonly body: Bilingual | undefined };

/** What is recorded about how a priority came to be. */
export type Chain = {
  readonly priority: Pick<Priority, 'milestones' | 'fromIssue'>;
  /** States of the body that does the work, oldest first. */
  readonly states: readonly BodyStep[];
  readonly decisions: readonly DecisionStep[];
  readonly issue: { readonly reference: string; readonly raisedOn: string } | undefined;
};

export type ChainStep =
  | { readonly kind: 'raised'; readonly date: string | undefined; readonly approximate: boolean; readonly reference: string | undefined; readonly text: Bilingual | undefined }
  | { readonly kind: 'decided'; readonly date: string; readonly reason: Bilingual; readonly body: Bilingual | undefined }
  | { readonly kind: 'forming' | 'formed'; readonly date: string; readonly approximate: boolean; readonly text: Bilingual }
  | { readonly kind: 'acting'; readonly actions: number; readonly late: number }
  | { readonly kind: 'reported'; readonly date: string; readonly text: Bilingual }
  | { readonly kind: 'next-table' | 'next-action' | 'next-report' };

/** How one issue became a change, from recorded facts alone: nothing stands in the chain that nobody wrote down. */
export function chainOf({ priority, states, decisions, issue }: Chain): ChainStep[] {
  const proposed = states.find((one) => one.state === 'proposed');
  const formed = states.find((one) => one.state === 'active') ?? states.find((one) => one.state === 'forming');
  const standing = priority.milestones.filter((milestone) => milestone.state.kind !== 'withdrawn');
  const report = standing.flatMap((milestone) => milestone.evidence).filter((one) => one.kind === 'document').at(-1);
  const steps: ChainStep[] = [];
  if (issue || priority.fromIssue) steps.push({ kind: 'raised', date: issue?.raisedOn, approximate: false, reference: issue?.reference, text: undefined });
  else if (proposed) steps.push({ kind: 'raised', date: proposed.from, approximate: proposed.approximate, reference: undefined, text: proposed.reason });
  const decision = decisions.find((one) => one.outcome === 'accepted') ?? decisions.at(-1);
  if (decision) steps.push({ kind: 'decided', date: decision.decidedOn, reason: decision.reason, body: decision.body });
  steps.push(formed ? { kind: formed.state === 'active' ? 'formed' : 'forming', date: formed.from, approximate: formed.approximate, text: formed.reason } : { kind: 'next-table' });
  steps.push(standing.length > 0 ? { kind: 'acting', actions: standing.length, late: standing.filter((milestone) => milestone.state.kind === 'late').length } : { kind: 'next-action' });
  steps.push(report ? { kind: 'reported', date: report.date, text: report.title } : { kind: 'next-report' });
  return steps;
}

/** How many steps of a chain have happened: the most complete chain is shown first. */
export function happened(steps: readonly ChainStep[]): number {
  return steps.filter((step) => !step.kind.startsWith('next-')).length;
}
