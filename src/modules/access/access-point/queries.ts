import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { Term } from '#app/modules/commitment/index.ts';
import type { Ages, Door } from './rules.ts';

export type Profession = { readonly id: string; readonly name: Bilingual; readonly toAge?: number; readonly note?: Bilingual; readonly sources: readonly { readonly title: string; readonly url: string }[] };
export type Level = { readonly id: string; readonly name: Bilingual; readonly hint: Bilingual; readonly within: Term };
export type AccessPoint = {
  readonly slug: string; readonly name: Bilingual; readonly about: Bilingual; readonly agency: string; readonly agencyName: Bilingual; readonly telephone: string; readonly place: Bilingual | null;
  readonly ages: Ages; readonly condition: Bilingual | null; readonly doors: readonly Door[]; readonly professions: readonly Profession[]; readonly triage: Term; readonly levels: readonly Level[];
  readonly priority: string | null; readonly demonstration: boolean;
};

/** The points of access that are open today: those whose agency is there. */
export async function listPoints(scope: Scope, only: { slug?: string; agency?: string | null } = {}): Promise<AccessPoint[]> {
  const { sql, today } = scope;
  return await sql<AccessPoint[]>`select p.slug, p.name, p.about, a.id as agency, a.name as "agencyName", p.telephone, p.place, p.ages, p.condition, p.doors, p.professions, p.triage, p.levels,
      p.priority_slug as priority, p.demonstration
    from access.access_point p join identity.agency a on a.slug = p.agency_slug
    where p.removed_at is null and p.known_from <= ${today} and (a.to_date is null or a.to_date >= ${today})
    ${only.slug === undefined ? sql`` : sql`and p.slug = ${only.slug}`} ${only.agency === undefined ? sql`` : sql`and a.id = ${only.agency}`} order by p.position, p.slug`;
}
export async function findPoint(scope: Scope, slug: string): Promise<AccessPoint | undefined> {
  return (await listPoints(scope, { slug }))[0];
}
