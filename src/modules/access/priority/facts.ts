import type { Stay } from '#app/methods/homelessness/stay.ts';
import type { Facts } from '#app/methods/priority/rule.ts';
import { bandUrl } from '#app/methods/questionnaire/bands.ts';
import { extensionNumber, extensionsOf } from '#app/methods/questionnaire/extensions.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { listVersions } from '../instrument/queries.ts';
import type { Version } from '../instrument/shelf.ts';
import { chronicOn } from '../list/chronic.ts';
import type { needBands } from './fields.ts';

/** What the database gives of somebody on a list; `key` is her record or her token. Days are YYYY-MM-DD. */
export type Placed = { readonly key: string; readonly birthDate: string | null; readonly listDate: string | null; readonly household: number; readonly veteran: boolean | null; readonly indigenous: boolean | null; readonly needHash: string | null; readonly needTotal: number | null };

/** What the rules read of each person on a day, by key; null is not known. Days are counted as everywhere: every calendar day touched, on the list is current. */
export async function factsOf(scope: Scope, people: readonly Placed[], stays: readonly Stay[], day: string): Promise<Map<string, Facts>> {
  const versions = await listVersions(scope, people.flatMap((one) => one.needHash ?? []));
  const chronic = chronicOn(stays, day, new Set(people.map((one) => one.key)));
  return new Map(people.map((one) => {
    const days = chronic.get(one.key);
    const age = one.birthDate === null ? null : ageOn(one.birthDate, day);
    const version = one.needHash === null ? undefined : versions.get(one.needHash);
    return [one.key, {
      chronic: days?.chronic ?? false, days365: days?.days365 ?? 0, days1095: days?.days1095 ?? 0, need: version && one.needTotal !== null ? needOf(version, one.needTotal) : null,
      age, youth: age === null ? null : age >= 16 && age <= 24, household: Math.max(1, one.household), veteran: one.veteran, indigenous: one.indigenous, listDate: one.listDate,
    }];
  }));
}

/** Whole years on a day. Somebody born on 29 February has her birthday on 1 March of other years. */
export function ageOn(birth: string, day: string): number {
  return Number(day.slice(0, 4)) - Number(birth.slice(0, 4)) - (day.slice(5) < birth.slice(5) ? 1 : 0);
}

/** The place of a score among the bands of its instrument; null where the instrument has fewer than two bands or the score lies in none. */
export function needOf({ compiled }: Pick<Version, 'compiled'>, total: number): (typeof needBands)[number] | null {
  const bands = compiled.all.filter((one) => one.linkId === 'total').flatMap(({ definition }) => extensionsOf(definition, bandUrl))
    .map((band) => ({ low: extensionNumber(band, 'low') ?? Number.NaN, high: extensionNumber(band, 'high') ?? Number.NaN })).sort((a, b) => a.low - b.low);
  const at = bands.findIndex(({ low, high }) => total >= low && total <= high);
  if (at < 0 || bands.length < 2) return null;
  return at === 0 ? 'low' : at === bands.length - 1 ? 'high' : 'medium';
}
