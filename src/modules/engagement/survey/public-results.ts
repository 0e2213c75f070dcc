import type { Scope } from '#app/platform/db/scope.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { compiledOf } from '../response/course.ts';
import { countAnswers, countResponses } from '../response/queries.ts';
import { gateResults } from './gate-results.ts';
import { type ProtectedResults, protectResults } from './protected-results.ts';
import { countedOf } from './results.ts';
import { tellingIn } from './told.ts';

/** `blocked`: the gate lets nothing of them be published. */
export type KeptResults = ProtectedResults & { readonly blocked?: true };

/** The results of a version as everybody may read them; undefined while they are not counted. */
export async function findProtected(scope: Scope, version: string): Promise<KeptResults | undefined> {
  return (await scope.sql<{ results: KeptResults }[]>`select results from engagement.survey_result where version_id = ${version}`)[0]?.results;
}

/**
 * Counts the results of closed surveys that are to be public, protects them, sends them through the gate and keeps what passed. The worker's alone. Each version is counted once and then stands: of two tables that
 * follow each other, a reader could subtract who came in between. Where a survey is part of a consultation, what people told of themselves is left to the
 * report on it: of the two side by side, a reader could subtract the few who called or wrote. Gives how many were counted.
 */
export async function keepResults(scope: Scope): Promise<number> {
  const { sql, today } = scope;
  const due = await sql<{ id: string; slug: string; number: number; title: Bilingual; questionnaire: unknown; joined: boolean }[]>`select v.id, s.slug, v.number, s.title, v.questionnaire, s.consultation_slug is not null as joined from engagement.survey s join engagement.survey_version v on v.survey_slug = s.slug
    where s.withdrawn_at is null and s.results_public and s.closes_on < ${today} and not exists (select from engagement.survey_result r where r.version_id = v.id)`;
  for (const { id, slug, number, title, questionnaire, joined } of due) {
    const compiled = compiledOf(id, questionnaire);
    const elsewhere = joined ? tellingIn(compiled) : [];
    const counted = countedOf(compiled, await countAnswers(scope, id)).filter((one) => !elsewhere.includes(one.linkId));
    const responses = await countResponses(scope, id);
    const shown = protectResults(compiled, counted, responses);
    const results: KeptResults = (await gateResults(scope, { version: id, slug, number, title, compiled }, counted, responses, shown)) ?? { responses: null, questions: [], blocked: true };
    await sql`insert into engagement.survey_result (version_id, results, counted_on) values (${id}, ${sql.json(results as never)}, ${today}) on conflict do nothing`;
  }
  return due.length;
}

/** Takes the kept results of a survey away that is open again, whose results are not public any more, or that was `moved` to another consultation. */
export async function dropResults(scope: Scope, slug: string, moved: boolean): Promise<void> {
  const { sql, today } = scope;
  await sql`delete from engagement.survey_result r using engagement.survey_version v, engagement.survey s
    where v.id = r.version_id and s.slug = v.survey_slug and s.slug = ${slug} and (${moved} or not (s.results_public and s.closes_on is not null and s.closes_on < ${today}))`;
}

/** Every hour, and as soon as a survey is closed: what has closed is counted. */
export const resultJobs: readonly Job[] = [{ name: 'keep-survey-results', every: '7 * * * *', on: ['engagement.survey-dated'], run: async (_delivery, { inWorker }) => void (await inWorker(keepResults)) }];
