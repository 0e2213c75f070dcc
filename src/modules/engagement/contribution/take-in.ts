import { randomUUID } from 'node:crypto';
import type { Compiled } from '#app/methods/questionnaire/model.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import type { Bilingual, Language } from '#app/platform/language/language.ts';
import { questionText } from '../response/answer-text.ts';
import { compiledOf } from '../response/course.ts';
import { wordyIn } from '../survey/told.ts';
import { type Contribution, insertContributions } from './queries.ts';

const batch = 1000;
type Joined = { readonly version: string; readonly questionnaire: unknown; readonly consultation: string; readonly demonstration: boolean };
type Words = {
  readonly response: string; readonly linkId: string; readonly body: string; readonly channel: 'online' | 'paper' | 'telephone'; readonly language: Language; readonly receivedOn: string; readonly mayQuote: boolean;
  readonly municipality: string | null; readonly ageBand: string | null; readonly homeLanguage: string | null;
};

/** Takes what people wrote in surveys of a consultation in as pieces, each answer one, each response one voice; gives how many are new. */
export async function takeInAnswers(scope: Scope): Promise<number> {
  const joined = await scope.sql<Joined[]>`select v.id as version, v.questionnaire, s.consultation_slug as consultation, s.demonstration
    from engagement.survey s join engagement.survey_version v on v.survey_slug = s.slug where s.consultation_slug is not null and s.withdrawn_at is null`;
  let taken = 0;
  for (const one of joined) {
    const compiled = compiledOf(one.version, one.questionnaire);
    const questions = wordyIn(compiled);
    for (let found = questions.length > 0 ? await listNewWords(scope, one.version, questions) : []; found.length > 0; found = await listNewWords(scope, one.version, questions))
      taken += await insertContributions(scope, found.map((words) => pieceOf(compiled, one, words)));
  }
  return taken;
}

// A random id: one that is ordered by time would tell when it was sent.
function pieceOf(compiled: Compiled, { consultation, demonstration }: Joined, { response, linkId, channel, body, ...words }: Words): Contribution {
  const question: Bilingual = { en: questionText(compiled, linkId, 'en'), fr: questionText(compiled, linkId, 'fr') };
  return { ...words, id: randomUUID(), consultation, demonstration, kind: 'survey-answer', sourceId: response, channel: channel === 'online' ? 'web' : channel, body: body.trim().slice(0, 20_000), question };
}

/** Words in the responses to a version that no piece was made of yet; whole responses, not more than a batch of them. */
async function listNewWords(scope: Scope, version: string, questions: readonly string[]): Promise<Words[]> {
  const { sql } = scope;
  const isWords = sql`a.kind = 'valueString' and a.link_id = any (${[...questions]}) and a.value #>> '{}' ~ '\\S'`;
  return await sql<Words[]>`select r.id as response, a.link_id as "linkId", a.value #>> '{}' as body, r.channel, r.language, r.received_on as "receivedOn", r.may_quote as "mayQuote", r.municipality,
      r.age_band as "ageBand", r.home_language as "homeLanguage"
    from (select r.* from engagement.response r where r.version_id = ${version} and exists (select from engagement.answer a where a.response_id = r.id and ${isWords})
      and not exists (select from engagement.contribution c where c.source_kind = 'survey-answer' and c.source_id = r.id) order by r.id limit ${batch}) r
    join engagement.answer a on a.response_id = r.id and ${isWords} order by r.id, a.place`;
}

/** Takes the notes of a meeting that is part of a consultation in as pieces; a note is a piece of the same id. Nobody at a table was asked for a quote. */
export async function takeInNotes(scope: Scope, meeting: string): Promise<number> {
  const done = await scope.sql`insert into engagement.contribution (id, consultation_slug, source_kind, source_id, channel, language, body, received_on, may_quote, demonstration)
    select n.id, e.consultation_slug, 'meeting-note', n.id, 'meeting', n.language, n.body, e.on_date, false, e.demonstration
    from engagement.note n join engagement.event e on e.id = n.event_id where e.id = ${meeting} and e.consultation_slug is not null on conflict do nothing`;
  return done.count;
}

/** Every ten minutes: what came in since is there to be coded. In batches, so that nobody can tell from a piece when it was sent. */
export const takeInJobs: readonly Job[] = [{ name: 'take-in-answers', every: '*/10 * * * *', run: async (_delivery, { inWorker }) => void (await inWorker(takeInAnswers)) }];
