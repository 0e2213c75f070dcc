import type { Scope } from '#app/platform/db/scope.ts';
import type { Language } from '#app/platform/language/language.ts';
import { contactKeptFor, needsKeptFor, remindDaysBefore, type RegistrationState } from './rules.ts';

/** Whom a mail about a registration goes to; for the worker alone. */
export type Recipient = { readonly id: string; readonly eventId: string; readonly state: RegistrationState; readonly people: number; readonly language: Language; readonly email: string; readonly key: string; readonly date: string };

const recipients = (sql: Scope['sql']) => sql`select r.id, r.event_id as "eventId", r.state, r.people, r.language, p.email, engagement.registration_key(r.id) as key, e.on_date as date
  from engagement.registration r join engagement.registrant p on p.registration_id = r.id and p.email is not null join engagement.event e on e.id = r.event_id where r.state <> 'cancelled'`;

export async function listRecipients(scope: Scope, by: { event: string } | { registration: string }): Promise<Recipient[]> {
  const { sql } = scope;
  return await sql<Recipient[]>`${recipients(sql)} and ${'event' in by ? sql`r.event_id = ${by.event}` : sql`r.id = ${by.registration}`} order by r.id`;
}

/** Those with a place in a meeting of the coming two days who were not reminded yet; whoever registered in those days has just had a mail. Locked. */
export async function takeDueReminders(scope: Scope): Promise<Recipient[]> {
  const { sql, now, today, timeZone } = scope;
  return await sql<Recipient[]>`${recipients(sql)} and r.state = 'registered' and e.state = 'planned' and e.removed_at is null and e.starts_at > ${now}
    and e.on_date <= ${today}::date + ${remindDaysBefore}::integer and r.reminded_for is distinct from e.on_date
    and (r.registered_at at time zone ${timeZone})::date < e.on_date - ${remindDaysBefore}::integer order by r.id for update of r skip locked`;
}
export async function markReminded(scope: Scope, reminded: readonly Recipient[]): Promise<void> {
  const { sql } = scope;
  const rows = sql.json(reminded.map(({ id, date }) => ({ id, date })));
  await sql`update engagement.registration r set reminded_for = m.date from jsonb_to_recordset(${rows}) m (id uuid, date date) where r.id = m.id`;
}

/** Erases needs of meetings that were a week ago or longer; their totals stay. Gives how many were erased. */
export async function eraseNeeds(scope: Scope): Promise<number> {
  const { sql, today } = scope;
  const due = sql`from engagement.registration_need n join engagement.registration r on r.id = n.registration_id join engagement.event e on e.id = r.event_id where e.on_date <= ${today}::date - ${needsKeptFor}::integer`;
  await sql`insert into engagement.need_total (event_id, need, amount) select e.id, n.need, sum(n.amount)::integer ${due} and r.state = 'registered' group by e.id, n.need on conflict do nothing`;
  return (await sql`delete from engagement.registration_need where registration_id in (select n.registration_id ${due})`).count;
}

/** Erases names, addresses, keys and mails of meetings that were thirty days ago or longer; the count of people stays. Gives how many registrations. */
export async function eraseContacts(scope: Scope): Promise<number> {
  const { sql, now, today } = scope;
  const due = await sql<{ id: string }[]>`select r.id from engagement.registration r join engagement.event e on e.id = r.event_id where r.erased_at is null and e.on_date <= ${today}::date - ${contactKeptFor}::integer`;
  const ids = due.map((row) => row.id);
  if (ids.length === 0) return 0;
  await sql`delete from engagement.registrant where registration_id = any (${ids}::uuid[])`;
  await sql`select engagement.erase_mails(${ids}::uuid[])`;
  await sql`update engagement.registration set erased_at = ${now}, key_hash = null, seed_hash = null where id = any (${ids}::uuid[])`;
  return ids.length;
}
