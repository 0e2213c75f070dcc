import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { Area, GoalState, PlanContent, Proof } from './rules.ts';

/** Her plan as she opens it with her code: whom she can ask, and nothing that others wrote about her elsewhere. */
export type OwnPlan = PlanContent & {
  readonly person: string; readonly studies: boolean; readonly joinedOn: string | null; readonly leftOn: string | null; readonly counted: boolean; readonly pilot: Bilingual; readonly agency: Bilingual; readonly mentor: string | null;
  readonly firstName: string | null; readonly birth: string | null;
};
/** The plan of the code that was posted; writes its audit line. Undefined where there is none. */
export async function findOwnPlan(scope: Scope): Promise<OwnPlan | undefined> {
  return (await scope.sql<{ plan: OwnPlan | null }[]>`select funding.own_plan() as plan`)[0]?.plan ?? undefined;
}

/** Who writes: staff name the enrolment, the young person shows her code and names none. */
export type Writer = string | null;
/** Each says whether it was written; false where the plan or the goal is not the writer's. */
export async function keepGoal(scope: Scope, by: Writer, goal: { id?: string | undefined; area: Area; inWords: string; state: GoalState }): Promise<boolean> {
  return told(await scope.sql<Told[]>`select funding.keep_goal(${by}, ${goal.id ?? newId()}, ${goal.area}, ${goal.inWords}, ${goal.state}) as done`);
}
export async function addStep(scope: Scope, by: Writer, goal: string, step: { inWords: string; dueOn: string | null }): Promise<boolean> {
  return told(await scope.sql<Told[]>`select funding.add_step(${by}, ${goal}, ${newId()}, ${step.inWords}, ${step.dueOn}) as done`);
}
export async function tickStep(scope: Scope, by: Writer, step: string, done: boolean, proof: Proof): Promise<boolean> {
  return told(await scope.sql<Told[]>`select funding.tick_step(${by}, ${step}, ${done}, ${proof}) as done`);
}
export async function addWord(scope: Scope, by: Writer, goal: string, inWords: string): Promise<boolean> {
  return told(await scope.sql<Told[]>`select funding.add_word(${by}, ${goal}, ${newId()}, ${inWords}) as done`);
}
export async function setReady(scope: Scope, by: Writer, items: readonly string[]): Promise<boolean> {
  return told(await scope.sql<Told[]>`select funding.set_ready(${by}, ${[...items]}) as done`);
}

type Told = { done: boolean };
const told = (rows: readonly Told[]): boolean => rows[0]?.done ?? false;
