import { listMilestones, listPriorities, type Milestone, type Priority } from '#app/modules/plan/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { WorkState } from '#app/ui/components/state.tsx';
import type { ThemeAnswer } from '../theme/queries.ts';

/** An answer with what it leads to as it stands today. */
export type DoneAbout = ThemeAnswer & { readonly title?: Bilingual; readonly path?: string; readonly state?: WorkState | undefined };

export type PlanRead = { readonly priorities: readonly Priority[]; readonly milestones: readonly Milestone[] };

/** The key issues and milestones that the asker may read. */
export async function readPlan(scope: Scope): Promise<PlanRead> {
  return { priorities: await listPriorities(scope), milestones: await listMilestones(scope) };
}

/** Joins answers to the key issues and milestones of the plan; what is no longer in the plan has no title. */
export function joinToPlan({ priorities, milestones }: PlanRead, answers: readonly ThemeAnswer[]): DoneAbout[] {
  return answers.map((answer): DoneAbout => {
    const milestone = answer.kind === 'milestone' ? milestones.find((one) => one.slug === answer.target) : undefined;
    const priority = answer.kind === 'priority' ? priorities.find((one) => one.slug === answer.target) : undefined;
    if (milestone) return { ...answer, title: milestone.title, path: `/plan/priorities/${milestone.prioritySlug}`, state: milestone.state };
    return priority ? { ...answer, title: priority.title, path: `/plan/priorities/${priority.slug}`, state: priority.state } : answer;
  });
}
