import { accountOf, type Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { type AlcoholRun, type Asked, methodName, type RunProblem, type ShareCell, type Wanted } from './run.ts';

const columns = (sql: Scope['sql']) => sql`x.id, x.region, x.year, x.scenario, x.change::float8 as change, x.seed, x.draws, x.survey_size as "surveySize", x.consumption_error::float8 as "consumptionError", x.state, x.problem, x.method, x.fingerprint, x.wanted,
  x.population_version as "populationVersion", x.risk_version as "riskVersion", x.count_version as "countVersion", x.asked_by as "askedBy", x.asked_at as "askedAt"`;

type Row = Omit<AlcoholRun, 'cells'>;

/** The runs, newest first, without their results. */
export async function listRuns({ sql }: Scope): Promise<(Row & { readonly by: string | null })[]> {
  return await sql<(Row & { by: string | null })[]>`select ${columns(sql)}, a.name as by from insight.alcohol_run x left join identity.account a on a.id = x.asked_by order by x.asked_at desc, x.id desc limit 100`;
}

export async function findRun({ sql }: Scope, id: string): Promise<AlcoholRun | undefined> {
  return (await sql<AlcoholRun[]>`select ${columns(sql)}, x.cells from insight.alcohol_run x where x.id = ${id}`)[0];
}

export type Versions = { readonly population: string; readonly risks: string; readonly counts: string | null };
export async function insertRun(scope: Scope, id: string, versions: Versions, asked: Asked): Promise<void> {
  const { sql } = scope;
  await sql`insert into insight.alcohol_run (id, population_version, risk_version, count_version, region, year, scenario, change, seed, draws, survey_size, consumption_error, method, asked_by, asked_at)
    values (${id}, ${versions.population}, ${versions.risks}, ${versions.counts}, ${asked.region}, ${asked.year}, ${asked.scenario}, ${asked.change}, ${asked.seed}, ${asked.draws}, ${asked.surveySize}, ${asked.consumptionError}, ${methodName}, ${accountOf(scope)}, ${scope.now})`;
}

/** Says which shares become figures; false where the run is not done, or the person asked for it herself. */
export async function askRelease(scope: Scope, id: string, wanted: Wanted): Promise<boolean> {
  const { sql } = scope;
  const account = accountOf(scope);
  return (await sql`update insight.alcohol_run set state = 'release-asked', decided_by = ${account}, wanted = ${sql.json(wanted as never)} where id = ${id} and state = 'done' and asked_by <> ${account}`).count > 0;
}
export async function discardRun({ sql }: Scope, id: string): Promise<boolean> {
  return (await sql`update insight.alcohol_run set state = 'discarded' where id = ${id} and state = 'done'`).count > 0;
}

/** Runs that wait for the worker. */
export async function listOpenRuns({ sql }: Scope): Promise<{ readonly id: string; readonly state: 'asked' | 'release-asked' }[]> {
  return await sql<{ id: string; state: 'asked' | 'release-asked' }[]>`select id, state from insight.alcohol_run where state in ('asked', 'release-asked') order by asked_at, id`;
}
/** Keeps what a run found; nothing where it is not asked any more. */
export async function keepResult({ sql, now }: Scope, id: string, fingerprint: string, cells: readonly ShareCell[]): Promise<void> {
  await sql`update insight.alcohol_run set state = 'done', fingerprint = ${fingerprint}, cells = ${sql.json(cells as never)}, ended_at = ${now} where id = ${id} and state = 'asked'`;
}
export async function failRun({ sql, now }: Scope, id: string, problem: RunProblem): Promise<void> {
  await sql`update insight.alcohol_run set state = 'failed', problem = ${sql.json(problem as never)}, ended_at = ${now} where id = ${id} and state = 'asked'`;
}
/** Ends a release; `blocked` are the reasons of the gate where it refused some of the counts. */
export async function endRelease({ sql }: Scope, id: string, blocked: readonly Bilingual[]): Promise<void> {
  const problem = blocked.length > 0 ? sql.json({ kind: 'refused', sentences: blocked }) : null;
  await sql`update insight.alcohol_run set state = 'released', problem = ${problem} where id = ${id} and state = 'release-asked'`;
}
/** Holds a run that is to be released until the transaction ends. */
export async function holdRelease({ sql }: Scope, id: string): Promise<boolean> {
  return (await sql`select 1 from insight.alcohol_run where id = ${id} and state = 'release-asked' for update`).length > 0;
}
