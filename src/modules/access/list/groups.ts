import { chronicDays } from '#app/methods/homelessness/chronic-days.ts';
import { reachingHome } from '#app/methods/homelessness/definition.ts';
import { periodsOf } from '#app/methods/homelessness/periods.ts';
import { countingCodes, stayTable } from '#app/methods/homelessness/stay-table.ts';
import { parseDay } from '#app/methods/timeline/day.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { convention } from './chronic.ts';
import { listTraits } from './count-queries.ts';
import { listStays } from './queries.ts';

/** Sub-populations that the months of a list can be read for. */
export const groups = ['all', 'youth', 'families', 'chronic'] as const;
export type Group = (typeof groups)[number];

/** Who belongs to a sub-population today: under 25, in a household with a child, or chronic on some day so far. */
export async function peopleOf(scope: Scope, list: string, group: Exclude<Group, 'all'>): Promise<Set<string>> {
  if (group === 'chronic') return chronicPeople(await listStays(scope, list, scope.today), scope.today);
  const traits = await listTraits(scope, list, scope.today);
  return new Set(traits.filter((one) => (group === 'youth' ? one.age !== null && one.age < 25 : one.family)).map((one) => one.person));
}

function chronicPeople(stays: Awaited<ReturnType<typeof listStays>>, today: string): Set<string> {
  const [table, day, counts] = [stayTable(stays), parseDay(today) ?? 0, countingCodes(reachingHome.counts)];
  return new Set(table.people.filter((_, index) => chronicDays(table, index, periodsOf(table, index, day, convention, counts), day).length > 0));
}
