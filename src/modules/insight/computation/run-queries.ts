import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { PublicFigure } from './denominators.ts';
import type { Computation, Problem, Run, RunState } from './queries.ts';
import { hiddenText, type Input, printed, type Result } from './result.ts';
import { smallestByKind } from '../release/cube.ts';

export async function listWaitingRuns(scope: Scope): Promise<{ id: string; state: RunState }[]> {
  return await scope.sql<{ id: string; state: RunState }[]>`select id, state from insight.computation_run where state in ('asked', 'release-asked', 'waiting') order by asked_at, id`;
}
/** Holds a run in that state until the transaction ends; false where it is in another. */
export async function holdRun(scope: Scope, id: string, state: RunState): Promise<boolean> {
  return (await scope.sql`select 1 from insight.computation_run where id = ${id} and state = ${state} for update`).length > 0;
}
export type Computed = { readonly cells: readonly Result[]; readonly rowsUsed: number; readonly fingerprint: string; readonly inputs: readonly Input[] };
export async function keepComputed(scope: Scope, id: string, done: Computed): Promise<void> {
  const { sql } = scope;
  await sql`update insight.computation_run set state = 'computed', cells = ${sql.json(done.cells as never)}, rows_used = ${done.rowsUsed}, fingerprint = ${done.fingerprint}, inputs = ${sql.json(done.inputs as never)}, problem = null where id = ${id}`;
}
/** The lines of the ledger that a run waits for. */
export async function keepReleases(scope: Scope, id: string, releases: readonly string[]): Promise<void> {
  await scope.sql`update insight.computation_run set state = 'waiting', releases = ${[...releases]} where id = ${id}`;
}
export async function listReleaseStates(scope: Scope, id: string): Promise<string[]> {
  return (await scope.sql<{ state: string }[]>`select r.state from insight.computation_run x join insight.release r on r.id = any (x.releases) where x.id = ${id}`).map(({ state }) => state);
}
export async function endRun(scope: Scope, id: string, state: 'failed' | 'blocked' | 'released', problem: Problem | null): Promise<void> {
  const { sql } = scope;
  await sql`update insight.computation_run set state = ${state}, problem = ${problem ? sql.json(problem as never) : null}, ended_at = ${scope.now} where id = ${id}`;
}
/** The figures of a series that stand today. */
export async function listStandingFigures(scope: Scope, series: string): Promise<PublicFigure[]> {
  return await scope.sql<PublicFigure[]>`select f.slug, f.place_slug as place, f.number::float8 as number, coalesce(f.period_to, f.as_of)::text as "to" from insight.figure f join insight.figure_definition d on d.slug = f.definition_slug
    where d.series_slug = ${series} and f.removed_at is null and f.known_from <= ${scope.today} and f.breakdown_slug is null
      and not exists (select from insight.figure n where n.supersedes = f.slug and n.removed_at is null and n.known_from <= ${scope.today})`;
}

export type Made = { readonly run: Run; readonly computation: Computation; readonly dataset: Bilingual; readonly schemaVersion: number; readonly said: Bilingual; readonly results: readonly Result[]; readonly fingerprint: string };
type Standing = { readonly slug: string; readonly place: string; readonly part: string | null; readonly from: string; readonly to: string; readonly number: number | null; readonly reason: Bilingual | null; readonly provisional: boolean; readonly definition: string };

/** Writes the figures of a run: new ones, and revisions of those whose value changed; one that stays as it was is left. Gives how many were written. */
export async function writeFigures(scope: Scope, made: Made): Promise<number> {
  const { sql } = scope;
  const { run, computation } = made;
  await sql`insert into insight.figure_definition (slug, series_slug, version, position, name, text, unit, geography_kind, method, formula, disclosure_rule, valid_from, change_reason, known_from, origin)
    values (${computation.slug}, ${computation.series}, ${computation.version}, 100000, ${sql.json(computation.name)}, ${sql.json(computation.text)}, ${computation.unit}, ${computation.geographyKind}, ${sql.json(made.said)}, null, 'small-counts', ${scope.today},
      ${computation.changeReason ? sql.json(computation.changeReason) : null}, ${scope.today}, 'staff') on conflict (slug) do nothing`;
  const standing = await sql<Standing[]>`select f.slug, f.place_slug as place, f.breakdown_slug as part, f.period_from::text as "from", f.period_to::text as "to", f.number::float8 as number, f.withheld_reason as reason, f.provisional, f.definition_slug as definition
    from insight.figure f join insight.figure_definition d on d.slug = f.definition_slug
    where d.series_slug = ${computation.series} and f.removed_at is null and not exists (select from insight.figure n where n.supersedes = f.slug and n.removed_at is null)`;
  const group = (one: { from: string; to: string; place: string; part: string | null }) => JSON.stringify([one.from, one.to, one.place, one.part]);
  const before = new Map(standing.map((one) => [group(one), one]));
  let written = 0;
  for (const [index, result] of made.results.entries()) {
    const { period, place, part } = result;
    const old = before.get(group({ from: period.from, to: period.to, place: place.slug, part: part?.slug ?? null }));
    const reason = result.number === undefined ? hiddenText(result.hidden ?? 'unknown', smallestByKind[computation.kind]) : null;
    if (old && old.number === (result.number ?? null) && old.reason?.en === reason?.en && old.provisional === run.provisional && old.definition === computation.slug) continue;
    const slug = old ? nextSlug(old.slug) : [computation.series, period.code, place.slug, ...(part ? [part.slug] : [])].join('-');
    await sql`insert into insight.figure (id, slug, position, definition_slug, label, value, number, period, period_from, period_to, geography, place_slug, breakdown_slug, breakdown, approximate, as_of, releasable, withheld_reason, provisional, featured, supersedes, inputs, inputs_hash, sources, known_from, origin)
      values (${newId()}, ${slug}, ${100_000 + index}, ${computation.slug}, ${sql.json(computation.label)}, ${result.number === undefined ? null : printed(result.number)}, ${result.number ?? null}, ${sql.json(period.name)}, ${period.from}, ${period.to}, ${sql.json(place.name)}, ${place.slug},
        ${part?.slug ?? null}, ${part ? sql.json(part.name) : null}, false, ${run.asOf}, ${reason === null}, ${reason ? sql.json(reason) : null}, ${run.provisional}, false, ${old?.slug ?? null}, ${result.input === undefined ? [] : [result.input]}, ${reason === null ? made.fingerprint : null}, '{}', ${scope.today}, 'staff')`;
    await sql`insert into insight.figure_made (figure_slug, run_id, computation, dataset_slug, dataset_name, dataset_version, schema_version, as_of, fingerprint, inputs, said, made_on, by_role, known_from)
      values (${slug}, ${run.id}, ${computation.slug}, ${computation.dataset}, ${sql.json(made.dataset)}, ${run.number}, ${made.schemaVersion}, ${run.asOf}, ${made.fingerprint}, ${sql.json((run.inputs ?? []) as never)}, ${sql.json(made.said)}, ${scope.today}, 'analyst', ${scope.today})`;
    written += 1;
  }
  return written;
}

/** The name of a revision: that of the figure it replaces, with the next number. */
export function nextSlug(slug: string): string {
  const [, base = slug, number = '1'] = /^(.*)--r(\d+)$/.exec(slug) ?? [];
  return `${base}--r${Number(number) + 1}`;
}

/**
 * Takes back the figures of a table that was withdrawn: every one of its series and period loses its value and says why, revisions and what they revised alike.
 * Gives how many.
 */
export async function withholdFigures(scope: Scope, release: string): Promise<number> {
  return (await scope.sql`update insight.figure f set value = null, number = null, interval_low = null, interval_high = null, interval_level = null, inputs_hash = null, releasable = false, withheld_reason = r.withdrawal
    from insight.release r, insight.figure_definition d
    where r.id = ${release} and r.state = 'withdrawn' and d.slug = f.definition_slug and d.series_slug = r.cube_slug and f.releasable and exists (select from insight.figure_made m where m.figure_slug = f.slug)
      and f.period_from = (case when r.period ~ '^[0-9]{4}$' then r.period || '-01' when r.period ~ 'Q' then left(r.period, 5) || lpad((right(r.period, 1)::integer * 3 - 2)::text, 2, '0') else left(r.period, 7) end || '-01')::date`).count;
}
