import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';

/** One dated line of change. */
export type NewsLine = {
  readonly id: string;
  readonly topic: string;
  readonly date: string;
  /** When it was written; the start of its day for a line of the pack. */
  readonly writtenAt: Date;
  readonly text: Bilingual;
  readonly prioritySlug: string | null;
  readonly bodySlug: string | null;
  readonly milestone: string | null;
  readonly sources: readonly string[];
};

/** Lines of change, newest first: those written after `since`, of the given topics (all where none is named), at most `limit`. */
export async function listNews(scope: Scope, filter: { since?: Date | undefined; topics?: readonly string[] | undefined; prioritySlug?: string | undefined; limit?: number | undefined } = {}): Promise<NewsLine[]> {
  const { sql } = scope;
  return await sql<NewsLine[]>`
    select id, topic_slug as topic, on_date as date, written_at as "writtenAt", text, priority_slug as "prioritySlug", body_slug as "bodySlug", milestone_id as milestone, sources
    from plan.news where removed_at is null and known_from <= ${scope.today} and written_at <= ${scope.now}
      ${filter.since ? sql`and written_at > ${filter.since}` : sql``}
      ${filter.topics ? sql`and topic_slug = any(${[...filter.topics]})` : sql``}
      ${filter.prioritySlug ? sql`and priority_slug = ${filter.prioritySlug}` : sql``}
    order by written_at desc, id desc limit ${filter.limit ?? 100}`;
}

export type NewsGiven = { readonly id: string; readonly topic: string; readonly text: Bilingual; readonly prioritySlug?: string | null; readonly bodySlug?: string | null; readonly milestone?: string | null };

/** Writes a line of change as of now. A topic that this community does not have becomes its first one. */
export async function insertNews(scope: Scope, line: NewsGiven): Promise<void> {
  const { sql } = scope;
  await sql`insert into plan.news (id, slug, topic_slug, on_date, written_at, text, priority_slug, body_slug, milestone_id, known_from, origin)
    values (${line.id}, ${line.id}, (select slug from plan.topic where removed_at is null order by slug <> ${line.topic}, position limit 1), ${scope.today}, ${scope.now}, ${sql.json(line.text)}, ${line.prioritySlug ?? null}, ${line.bodySlug ?? null},
      ${line.milestone ?? null}, ${scope.today}, 'staff')`;
}

export async function newsExists(scope: Scope, id: string): Promise<boolean> {
  return (await scope.sql`select from plan.news where id = ${id}`).length > 0;
}

export type PublicEvent = { readonly slug: string; readonly date: string; readonly time: string | null; readonly title: Bilingual; readonly demonstration: boolean };

/** Public dates known today, past and coming, in order. `time` is that of the community's clock. */
export async function listPublicEvents(scope: Scope): Promise<PublicEvent[]> {
  return await scope.sql<PublicEvent[]>`select slug, on_date as date, at_time as time, title, demonstration from plan.event
    where removed_at is null and known_from <= ${scope.today} order by on_date, at_time nulls first, slug`;
}
