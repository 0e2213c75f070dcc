import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual, Language } from '#app/platform/language/language.ts';

export const sourceKinds = ['survey-answer', 'meeting-note', 'issue', 'telephone', 'letter'] as const;
export type SourceKind = (typeof sourceKinds)[number];
export type Channel = 'web' | 'paper' | 'telephone' | 'meeting' | 'email' | 'letter' | '311' | 'open311';

/** One piece of text that can be coded. */
export type Contribution = {
  readonly id: string; readonly consultation: string; readonly kind: SourceKind; readonly sourceId: string; readonly channel: Channel; readonly language: Language; readonly body: string;
  readonly receivedOn: string; readonly question: Bilingual | null; readonly municipality: string | null; readonly ageBand: string | null; readonly homeLanguage: string | null;
  readonly mayQuote: boolean; readonly demonstration: boolean;
};
export type QueuedPiece = Contribution & { readonly coders: number; readonly mine: boolean; readonly settled: boolean };

const columns = (sql: Scope['sql']) => sql`c.id, c.consultation_slug as consultation, c.source_kind as kind, c.source_id as "sourceId", c.channel, c.language, c.body, c.received_on as "receivedOn",
  c.question, c.municipality, c.age_band as "ageBand", c.home_language as "homeLanguage", c.may_quote as "mayQuote", c.demonstration`;

/** Adds pieces; gives how many are new. The same text of the same source and question is one piece. */
export async function insertContributions(scope: Scope, pieces: readonly Contribution[]): Promise<number> {
  const { sql } = scope;
  const done = await sql`insert into engagement.contribution (id, consultation_slug, source_kind, source_id, channel, language, body, received_on, question, municipality, age_band, home_language, may_quote, demonstration)
    select c.id, c.consultation, c.kind, c."sourceId", c.channel, c.language, c.body, c."receivedOn", c.question, c.municipality, c."ageBand", c."homeLanguage", c."mayQuote", c.demonstration
    from jsonb_to_recordset(${sql.json(pieces.map((piece) => ({ ...piece })))}) c (id uuid, consultation text, kind text, "sourceId" uuid, channel text, language text, body text, "receivedOn" date, question jsonb,
      municipality text, "ageBand" text, "homeLanguage" text, "mayQuote" boolean, demonstration boolean) on conflict do nothing`;
  return done.count;
}

/**
 * Issues of a consultation's days that are about no person, as pieces; what was taken in before stays one piece. Sees what the asker may read. None may be
 * quoted: whoever brings an issue forward is not asked for it.
 */
export async function insertIssuesOf(scope: Scope, consultation: { slug: string; from: string; until: string }): Promise<number> {
  const { sql } = scope;
  const issues = await sql<{ id: string }[]>`select i.id from engagement.issue i where not i.about_person and i.state not in ('withdrawn', 'merged')
    and (i.received_at at time zone ${scope.timeZone})::date between ${consultation.from} and ${consultation.until}
    and not exists (select from engagement.contribution c where c.source_kind = 'issue' and c.source_id = i.id)`;
  const ids = sql.json(issues.map((issue) => ({ issue: issue.id, id: newId() })));
  const done = await sql`insert into engagement.contribution (id, consultation_slug, source_kind, source_id, channel, language, body, received_on, municipality, may_quote)
    select n.id, ${consultation.slug}, 'issue', i.id, i.channel, i.language, left(i.title || E'\n' || i.description, 20000), (i.received_at at time zone ${scope.timeZone})::date, i.municipality, false
    from jsonb_to_recordset(${ids}) n (issue uuid, id uuid) join engagement.issue i on i.id = n.issue on conflict do nothing`;
  return done.count;
}

export async function findContribution(scope: Scope, id: string): Promise<Contribution | undefined> {
  return (await scope.sql<Contribution[]>`select ${columns(scope.sql)} from engagement.contribution c where c.id = ${id}`)[0];
}

export type QueueFilter = 'to-code' | 'second' | 'coded' | 'all';

/** Pieces of a consultation by what is still to do for the asker: not coded by anybody, waiting for her as the second coder, coded by her, or all. */
export async function listPieces(scope: Scope, consultation: string, filter: QueueFilter, limit = 200): Promise<QueuedPiece[]> {
  const { sql } = scope;
  const when = { 'to-code': sql`where coders = 0`, second: sql`where coders > 0 and not mine`, coded: sql`where mine`, all: sql`` }[filter];
  return await sql<QueuedPiece[]>`select * from (
      select ${columns(sql)}, (select count(*)::integer from engagement.coded d where d.contribution_id = c.id) as coders,
        exists (select from engagement.coded d where d.contribution_id = c.id and d.account_id = platform.ctx_account()) as mine,
        exists (select from engagement.settlement s where s.contribution_id = c.id) as settled
      from engagement.contribution c where c.consultation_slug = ${consultation}) p ${when} order by "receivedOn", id limit ${limit}`;
}

export type QueueCounts = { readonly all: number; readonly toCode: number; readonly second: number; readonly mine: number };

const nothing: QueueCounts = { all: 0, toCode: 0, second: 0, mine: 0 };

/** What is left to do for the asker in each of these consultations, by its slug. */
export async function countPiecesOf(scope: Scope, consultations: readonly string[]): Promise<ReadonlyMap<string, QueueCounts>> {
  const rows = await scope.sql<(QueueCounts & { consultation: string })[]>`select consultation, count(*)::integer as all, (count(*) filter (where coders = 0))::integer as "toCode",
      (count(*) filter (where coders > 0 and not mine))::integer as second, (count(*) filter (where mine))::integer as mine from (
    select c.consultation_slug as consultation, (select count(*) from engagement.coded d where d.contribution_id = c.id) as coders,
      exists (select from engagement.coded d where d.contribution_id = c.id and d.account_id = platform.ctx_account()) as mine
    from engagement.contribution c where c.consultation_slug = any (${[...consultations]}::text[])) p group by consultation`;
  const found = new Map(rows.map(({ consultation, ...counts }) => [consultation, counts]));
  return new Map(consultations.map((slug) => [slug, found.get(slug) ?? nothing]));
}

export async function countPieces(scope: Scope, consultation: string): Promise<QueueCounts> {
  return (await countPiecesOf(scope, [consultation])).get(consultation) ?? nothing;
}

/** The next piece for the asker: first what nobody has coded, then what waits for a second coder. */
export async function findNextPiece(scope: Scope, consultation: string): Promise<string | undefined> {
  const [row] = await scope.sql<{ id: string }[]>`select c.id from engagement.contribution c where c.consultation_slug = ${consultation}
    and not exists (select from engagement.coded d where d.contribution_id = c.id and d.account_id = platform.ctx_account())
    order by (select count(*) from engagement.coded d where d.contribution_id = c.id), c.received_on, c.id limit 1`;
  return row?.id;
}
