import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Language } from '#app/platform/language/language.ts';

export type DueDelivery = { readonly id: string; readonly bulletin: string; readonly subscriber: string; readonly email: string; readonly key: string; readonly language: Language; readonly topics: readonly string[] };

/** One delivery for each confirmed subscriber whom the topics reach; a second run adds nobody twice. */
export async function insertDeliveries(scope: Scope, bulletin: string, topics: readonly string[]): Promise<number> {
  const { sql } = scope;
  const subscribers = await sql<{ id: string }[]>`select s.id from engagement.subscriber s where s.state = 'confirmed' and s.topics && ${[...topics]}::text[]
    and not exists (select from engagement.delivery d where d.bulletin_id = ${bulletin} and d.subscriber_id = s.id)`;
  const rows = subscribers.map((subscriber) => ({ id: newId(), bulletin_id: bulletin, subscriber_id: subscriber.id }));
  for (let at = 0; at < rows.length; at += 1000) await sql`insert into engagement.delivery ${sql(rows.slice(at, at + 1000))} on conflict on constraint delivery_once do nothing`;
  return rows.length;
}

/** The next subscribers of a frequency after one whose deliveries wait, with all of their waiting deliveries; locked until the end of the transaction. */
export async function takeDueDeliveries(scope: Scope, frequency: string, subscribers: number, after: string | undefined): Promise<DueDelivery[]> {
  return await scope.sql<DueDelivery[]>`
    with chosen as (select s.id from engagement.subscriber s where s.state = 'confirmed' and s.frequency = ${frequency} and s.id > ${after ?? '00000000-0000-0000-0000-000000000000'}
      and exists (select from engagement.delivery d where d.subscriber_id = s.id and d.mailed_at is null) order by s.id limit ${subscribers})
    select d.id, d.bulletin_id as bulletin, s.id as subscriber, a.email, engagement.subscriber_key(s.id) as key, s.language, s.topics
    from chosen c join engagement.subscriber s on s.id = c.id join engagement.subscriber_address a on a.subscriber_id = s.id
    join engagement.delivery d on d.subscriber_id = s.id and d.mailed_at is null order by s.id, d.bulletin_id for update of d skip locked`;
}

export async function markMailed(scope: Scope, ids: readonly string[]): Promise<void> {
  await scope.sql`update engagement.delivery set mailed_at = ${scope.now} where id = any (${[...ids]}::uuid[])`;
}
