import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';

export type Bulletin = { readonly id: string; readonly number: number; readonly state: 'draft' | 'sent'; readonly madeAt: Date; readonly sentAt: Date | null; readonly approvedEn: boolean; readonly approvedFr: boolean };
export type BulletinLine = { readonly id: string; readonly position: number; readonly topic: string; readonly text: Bilingual; readonly included: boolean };

const columns = (sql: Scope['sql']) => sql`id, number, state, made_at as "madeAt", sent_at as "sentAt", approved_en as "approvedEn", approved_fr as "approvedFr"`;

export async function listBulletins(scope: Scope): Promise<Bulletin[]> {
  return await scope.sql<Bulletin[]>`select ${columns(scope.sql)} from engagement.bulletin order by number desc`;
}
export async function listSentBulletins(scope: Scope): Promise<{ number: number; date: string }[]> {
  return await scope.sql<{ number: number; date: string }[]>`select number, (sent_at at time zone ${scope.timeZone})::date as date from engagement.bulletin where state = 'sent' order by number desc limit 100`;
}
export async function findBulletin(scope: Scope, by: { id: string } | { number: number }): Promise<Bulletin | undefined> {
  const { sql } = scope;
  return (await sql<Bulletin[]>`select ${columns(sql)} from engagement.bulletin where ${'id' in by ? sql`id = ${by.id}` : sql`number = ${by.number}`}`)[0];
}
export async function listBulletinLines(scope: Scope, bulletin: string): Promise<BulletinLine[]> {
  return await scope.sql<BulletinLine[]>`select id, position, topic, body as text, included from engagement.bulletin_line where bulletin_id = ${bulletin} order by position, id`;
}

export async function insertBulletin(scope: Scope, lines: readonly { topic: string; text: Bilingual }[]): Promise<string> {
  const { sql, now } = scope;
  const id = newId();
  await sql`insert into engagement.bulletin (id, number, state, made_at) select ${id}, coalesce(max(number), 0) + 1, 'draft', ${now} from engagement.bulletin`;
  for (const [position, line] of lines.entries()) await insertBulletinLine(scope, id, position, line);
  return id;
}
export async function insertBulletinLine(scope: Scope, bulletin: string, position: number, line: { topic: string; text: Bilingual }): Promise<void> {
  await scope.sql`insert into engagement.bulletin_line (id, bulletin_id, position, topic, body) values (${newId()}, ${bulletin}, ${position}, ${line.topic}, ${scope.sql.json(line.text)})`;
}
export async function updateBulletinLine(scope: Scope, bulletin: string, line: { id: string; text: Bilingual; included: boolean }): Promise<void> {
  await scope.sql`update engagement.bulletin_line set body = ${scope.sql.json(line.text)}, included = ${line.included} where id = ${line.id} and bulletin_id = ${bulletin}`;
}
export async function updateApproval(scope: Scope, bulletin: string, approved: { en: boolean; fr: boolean }): Promise<void> {
  await scope.sql`update engagement.bulletin set approved_en = ${approved.en}, approved_fr = ${approved.fr} where id = ${bulletin} and state = 'draft'`;
}
/** Marks a draft that is approved in both languages as sent; 0 when it is not one. */
export async function markSent(scope: Scope, bulletin: string): Promise<number> {
  return (await scope.sql`update engagement.bulletin set state = 'sent', sent_at = ${scope.now} where id = ${bulletin} and state = 'draft' and approved_en and approved_fr`).count;
}

export type Reach = { readonly language: string; readonly frequency: string; readonly subscribers: number };
/** How many confirmed subscribers the topics reach, by language and frequency. */
export async function countReach(scope: Scope, topics: readonly string[]): Promise<Reach[]> {
  return await scope.sql<Reach[]>`select language, frequency, count(*) as subscribers from engagement.subscriber where state = 'confirmed' and topics && ${[...topics]}::text[] group by 1, 2 order by 1, 2`;
}
