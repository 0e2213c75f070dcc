import type { Pack } from '#app/community-pack/schema.ts';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { addCourse, countOfficers, enterSession } from '../training/actions.ts';
import { putStrength } from '../training/queries.ts';
import { rankBands } from '../training/rules.ts';

type Training = NonNullable<NonNullable<Pack['review']['demo']>['training']>;

/** Lets the made-up liaison enter courses, units and sessions as a person would. */
export async function enterDemoTraining(scope: Scope, { courses, units, sessions }: Training): Promise<void> {
  const courseIds = new Map<string, string>();
  for (const { id, title, covers, hours } of courses) courseIds.set(id, await addCourse(scope, { title, covers, hours }));
  const unitIds = new Map<string, string>();
  for (const { id, name, officers } of units) for (const [countedOn, number] of Object.entries(officers)) {
    const known = unitIds.get(id);
    if (known) await putStrength(scope, { unit: known, countedOn, officers: number });
    else unitIds.set(id, await countOfficers(scope, { unit: name, countedOn, officers: number }));
  }
  for (const { course, on, place, provider, counts } of sessions)
    await enterSession(scope, {
      course: courseIds.get(course) ?? newId(), heldOn: on, place, provider,
      attendance: Object.entries(counts).flatMap(([unit, bands]) => rankBands.map((rank, at) => ({ unit: unitIds.get(unit) ?? newId(), rank, attended: bands[at]?.[0] ?? 0, firstTime: bands[at]?.[1] ?? 0 }))),
    });
}
