import { accountOf, type Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { Kind } from '../release/cube.ts';
import type { Recipe } from './recipe.ts';
import type { Input, Result } from './result.ts';

export type Computation = {
  readonly slug: string; readonly series: string; readonly version: number; readonly dataset: string; readonly recipe: Recipe; readonly name: Bilingual; readonly label: Bilingual; readonly text: Bilingual;
  readonly unit: string; readonly geographyKind: 'residence' | 'occurrence' | 'service' | 'not-stated'; readonly kind: Kind; readonly changeReason: Bilingual | null;
};
export type RunState = 'asked' | 'computed' | 'failed' | 'release-asked' | 'waiting' | 'blocked' | 'released' | 'discarded';
export type Run = {
  readonly id: string; readonly computation: string; readonly versionId: string; readonly number: number; readonly asOf: string; readonly provisional: boolean; readonly state: RunState; readonly at: Date; readonly by: string | null; readonly askedBy: string; readonly decidedBy: string | null; readonly releases: readonly string[];
  readonly cells: readonly Result[] | null; readonly rowsUsed: number | null; readonly fingerprint: string | null; readonly inputs: readonly Input[] | null; readonly problem: Problem | null;
};
/** Why a run has no figures: too many numbers, no rows, or the gate with its sentences. */
export type Problem = { readonly kind: 'too-many' | 'no-rows' | 'failed' | 'returned' } | { readonly kind: 'gate'; readonly sentences: readonly Bilingual[] };

const computationColumns = (sql: Scope['sql']) => sql`c.slug, c.series_slug as series, c.version, c.dataset_slug as dataset, c.recipe, c.name, c.label, c.text, c.unit, c.geography_kind as "geographyKind", c.kind, c.change_reason as "changeReason"`;
/** The newest version of every computation. */
export async function listComputations(scope: Scope, dataset?: string): Promise<Computation[]> {
  const { sql } = scope;
  return await sql<Computation[]>`select ${computationColumns(sql)} from insight.computation c where not exists (select from insight.computation n where n.series_slug = c.series_slug and n.version > c.version)
    and ${dataset === undefined ? sql`true` : sql`c.dataset_slug = ${dataset}`} order by c.name ->> 'en'`;
}
/** The versions of a computation, the newest first. */
export async function listVersionsOf(scope: Scope, series: string): Promise<Computation[]> {
  const { sql } = scope;
  return await sql<Computation[]>`select ${computationColumns(sql)} from insight.computation c where c.series_slug = ${series} order by c.version desc`;
}
export async function getComputation(scope: Scope, slug: string): Promise<Computation> {
  const { sql } = scope;
  const [row] = await sql<Computation[]>`select ${computationColumns(sql)} from insight.computation c where c.slug = ${slug}`;
  if (!row) throw new Error(`there is no computation ${slug}`);
  return row;
}
/** Whether figures of that series are there already, of whatever origin. */
export async function isTaken(scope: Scope, series: string): Promise<boolean> {
  return (await scope.sql`select 1 from insight.figure_definition where series_slug = ${series} union all select 1 from insight.computation where series_slug = ${series} limit 1`).length > 0;
}
export async function insertComputation(scope: Scope, one: Omit<Computation, 'slug'>): Promise<void> {
  const { sql } = scope;
  await sql`insert into insight.computation (slug, series_slug, version, dataset_slug, recipe, name, label, text, unit, geography_kind, kind, change_reason, made_by, made_at)
    values (${`${one.series}/${one.version}`}, ${one.series}, ${one.version}, ${one.dataset}, ${sql.json(one.recipe as never)}, ${sql.json(one.name)}, ${sql.json(one.label)}, ${sql.json(one.text)}, ${one.unit}, ${one.geographyKind}, ${one.kind},
      ${one.changeReason ? sql.json(one.changeReason) : null}, ${accountOf(scope)}, ${scope.now})`;
}

const runColumns = (sql: Scope['sql']) => sql`r.id, r.computation_slug as computation, r.version_id as "versionId", v.number, v.as_of as "asOf", v.provisional, r.state, r.asked_at as at, r.asked_by as "askedBy", r.decided_by as "decidedBy", r.releases, r.cells, r.rows_used as "rowsUsed", r.fingerprint, r.inputs, r.problem`;
/** The runs of a computation in all its versions, the latest first. */
export async function listRuns(scope: Scope, series: string): Promise<Run[]> {
  const { sql } = scope;
  return await sql<Run[]>`select ${runColumns(sql)}, a.name as by from insight.computation_run r join insight.dataset_version v on v.id = r.version_id join insight.computation c on c.slug = r.computation_slug
    left join identity.account a on a.id = r.asked_by where c.series_slug = ${series} order by r.asked_at desc, r.id desc limit 50`;
}
export async function findRun(scope: Scope, id: string): Promise<Run | undefined> {
  const { sql } = scope;
  return (await sql<Run[]>`select ${runColumns(sql)}, a.name as by from insight.computation_run r join insight.dataset_version v on v.id = r.version_id left join identity.account a on a.id = r.asked_by where r.id = ${id}`)[0];
}
export async function insertRun(scope: Scope, run: { readonly id: string; readonly computation: string; readonly version: string }): Promise<void> {
  await scope.sql`insert into insight.computation_run (id, computation_slug, version_id, asked_by, asked_at) values (${run.id}, ${run.computation}, ${run.version}, ${accountOf(scope)}, ${scope.now})`;
}
/** Takes a run that waits for a decision further; false where it does not. */
export async function decideRun(scope: Scope, id: string, to: 'release-asked' | 'discarded'): Promise<boolean> {
  return (await scope.sql`update insight.computation_run set state = ${to}, decided_by = ${accountOf(scope)}, ended_at = ${to === 'discarded' ? scope.now : null} where id = ${id} and state in ('computed', 'blocked')`).count > 0;
}
export type PublicPlace = { readonly slug: string; readonly name: Bilingual };
/** Places that figures tell of. */
export async function listPlaces(scope: Scope): Promise<PublicPlace[]> {
  return await scope.sql<PublicPlace[]>`select distinct on (place_slug) place_slug as slug, geography as name from insight.figure where removed_at is null and place_slug <> 'not-stated' order by place_slug, position`;
}
/** The series of public figures, by which rates may be divided. */
export async function listSeries(scope: Scope): Promise<PublicPlace[]> {
  return await scope.sql<PublicPlace[]>`select distinct on (series_slug) series_slug as slug, name from insight.figure_definition where removed_at is null order by series_slug, version desc`;
}
