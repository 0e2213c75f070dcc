import { accountOf, type Scope } from '#app/platform/db/scope.ts';
import type { Bilingual, Language } from '#app/platform/language/language.ts';

export const matterKinds = ['minutes', 'issue', 'action', 'milestone', 'decision', 'recommendation', 'other'] as const;
export type MatterKind = (typeof matterKinds)[number];

/** What a body deals with, from meeting to meeting until it ends. */
export type Matter = {
  readonly id: string;
  readonly bodySlug: string;
  readonly kind: MatterKind;
  readonly subject: { readonly kind: string; readonly id: string } | undefined;
  readonly title: Bilingual;
  /** Where the thing itself stands, without the language. */
  readonly path: string | null;
  readonly inCamera: boolean;
  readonly openedAt: Date;
  readonly endedAt: Date | null;
};
type MatterRow = Omit<Matter, 'subject'> & { subjectKind: string | null; subjectId: string | null };

/** A matter on the agenda of one meeting. */
export type Item = { readonly id: string; readonly meetingId: string; readonly position: number; readonly why: Bilingual | null; readonly outcome: 'ended' | 'returns' | null; readonly discussion: string | null; readonly language: Language | null; readonly matter: Matter };
type ItemRow = Omit<Item, 'matter'> & { matterId: string };

const columns = (sql: Scope['sql']) => sql`m.id, m.body_slug as "bodySlug", m.kind, m.subject_kind as "subjectKind", m.subject_id as "subjectId", m.title, m.path, m.in_camera as "inCamera", m.opened_at as "openedAt", m.ended_at as "endedAt"`;
const fromRow = ({ subjectKind, subjectId, ...row }: MatterRow): Matter => ({ ...row, subject: subjectKind && subjectId ? { kind: subjectKind, id: subjectId } : undefined });

/** The matters of a body that have not ended, oldest first. */
export async function listOpenMatters(scope: Scope, body: string): Promise<Matter[]> {
  return (await scope.sql<MatterRow[]>`select ${columns(scope.sql)} from governance.matter m where m.body_slug = ${body} and m.ended_at is null order by m.opened_at, m.id`).map(fromRow);
}

/** Opens a matter. Another one of the same body about the same thing that is open already stays, and this one is not written. */
export async function insertMatter(scope: Scope, row: { id: string; bodySlug: string; kind: MatterKind; subject?: { kind: string; id: string } | undefined; title: Bilingual; path: string | null; inCamera?: boolean }): Promise<void> {
  const { sql } = scope;
  await sql`insert into governance.matter (id, body_slug, kind, subject_kind, subject_id, title, path, in_camera, opened_at)
    values (${row.id}, ${row.bodySlug}, ${row.kind}, ${row.subject?.kind ?? null}, ${row.subject?.id ?? null}, ${sql.json(row.title)}, ${row.path}, ${row.inCamera ?? false}, ${scope.now})
    on conflict do nothing`;
}

/** The open matter of a body about a thing; undefined also where the reader has left it. */
export async function findOpenMatter(scope: Scope, body: string, subject: { kind: string; id: string }): Promise<string | undefined> {
  return (await scope.sql<{ id: string }[]>`select id from governance.matter where body_slug = ${body} and subject_kind = ${subject.kind} and subject_id = ${subject.id} and ended_at is null`)[0]?.id;
}

export async function updateInCamera(scope: Scope, matter: string, inCamera: boolean): Promise<void> {
  await scope.sql`update governance.matter set in_camera = ${inCamera} where id = ${matter}`;
}

/** Adds the language that a title lacks, also once the matter has ended; false when nothing is missing or the actor may not. */
export async function translateMatter(scope: Scope, matter: string, title: Bilingual): Promise<boolean> {
  return (await scope.sql<{ done: boolean }[]>`select governance.translate_matter(${matter}, ${scope.sql.json(title)}) as done`)[0]?.done ?? false;
}

export async function updateEnded(scope: Scope, matter: string): Promise<void> {
  await scope.sql`update governance.matter set ended_at = ${scope.now} where id = ${matter} and ended_at is null`;
}

export async function updateEndedAbout(scope: Scope, body: string, subject: { kind: string; id: string }): Promise<void> {
  await scope.sql`update governance.matter set ended_at = ${scope.now} where body_slug = ${body} and subject_kind = ${subject.kind} and subject_id = ${subject.id} and ended_at is null`;
}

/** The items of a meeting that the reader may see, in their order. Their numbers are counted from what is visible: a gap would tell. */
export async function listItems(scope: Scope, meeting: string): Promise<Item[]> {
  const { sql } = scope;
  const rows = await sql<(ItemRow & MatterRow & { itemId: string })[]>`select ${columns(sql)}, i.id as "itemId", i.meeting_id as "meetingId", i.matter_id as "matterId", i.position, i.why, i.outcome, i.discussion, i.language
    from governance.agenda_item i join governance.matter m on m.id = i.matter_id where i.meeting_id = ${meeting} order by i.position, i.id`;
  return rows.map(({ itemId, meetingId, position, why, outcome, discussion, language, matterId: _, ...matter }) => ({ id: itemId, meetingId, position, why, outcome, discussion, language, matter: fromRow(matter) }));
}

/** Puts a matter at the end of a meeting's agenda; one that is there already stays where it is. */
export async function insertItem(scope: Scope, row: { id: string; meeting: string; matter: string; why: Bilingual | null }): Promise<void> {
  const { sql } = scope;
  await sql`insert into governance.agenda_item (id, meeting_id, matter_id, position, why)
    select ${row.id}, ${row.meeting}, ${row.matter}, 1 + coalesce(max(i.position), 0), ${row.why ? sql.json(row.why) : null}::jsonb from governance.agenda_item i where i.meeting_id = ${row.meeting}
    on conflict do nothing`;
}

export async function updateItem(scope: Scope, item: string, change: { position: number } | { discussion: string; language: Language } | { outcome: 'ended' | 'returns' }): Promise<void> {
  await scope.sql`update governance.agenda_item set ${scope.sql(change)} where id = ${item}`;
}

/** Takes an item off a meeting that has not begun; its matter waits for the next one. */
export async function deleteItem(scope: Scope, item: string): Promise<number> {
  return (await scope.sql`delete from governance.agenda_item where id = ${item}`).count;
}

export type Recusal = { readonly matter: string; readonly member: string; readonly name: string };
/** Who has left which open matters, themselves or another one about the same thing, for those who keep the meeting. */
export async function listRecusals(scope: Scope, body: string): Promise<Recusal[]> {
  return await scope.sql<Recusal[]>`select l.matter_id as matter, l.member_id as member, p.name from governance.list_left(${body}) l join governance.member p on p.id = l.member_id order by p.name, p.id`;
}

export async function insertRecusal(scope: Scope, row: { id: string; matter: string; member: string }): Promise<boolean> {
  return (await scope.sql<{ done: boolean }[]>`select governance.declare_conflict(${row.id}, ${row.matter}, ${row.member}) as done`)[0]?.done ?? false;
}

export type Paper = { readonly id: string; readonly matterId: string; readonly name: string; readonly type: string; readonly size: number };
/** The papers of the matters on a meeting's agenda. */
export async function listPapers(scope: Scope, meeting: string): Promise<Paper[]> {
  return await scope.sql<Paper[]>`select p.id, p.matter_id as "matterId", p.name, p.media_type as type, p.size from governance.paper p
    where p.matter_id in (select i.matter_id from governance.agenda_item i where i.meeting_id = ${meeting}) order by p.added_at, p.id`;
}
export async function findPaper(scope: Scope, meeting: string, id: string): Promise<(Paper & { content: Buffer }) | undefined> {
  return (await scope.sql<(Paper & { content: Buffer })[]>`select p.id, p.matter_id as "matterId", p.name, p.media_type as type, p.size, p.content from governance.paper p
    where p.id = ${id} and p.matter_id in (select i.matter_id from governance.agenda_item i where i.meeting_id = ${meeting})`)[0];
}
export async function insertPaper(scope: Scope, row: { id: string; matter: string; name: string; type: string; content: Buffer }): Promise<void> {
  const by = accountOf(scope);
  await scope.sql`insert into governance.paper (id, matter_id, name, media_type, size, content, added_at, added_by)
    values (${row.id}, ${row.matter}, ${row.name}, ${row.type}, ${row.content.length}, ${row.content}, ${scope.now}, ${by})`;
}
