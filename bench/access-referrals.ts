import { newId } from '#app/platform/db/id.ts';
import type { Pool } from '#app/platform/db/pool.ts';
import { addMember, type Register } from './access-register.ts';

/** Tokens of the agency that receives, and a person whom both the supervisor and the worker of the register may send somewhere. */
export type Referrals = { readonly receivingSupervisor: string; readonly receivingWorker: string; readonly person: string };

const services = 300;

/**
 * Referrals of the people of a register, spread over four receiving agencies and six organisations without accounts that run 300 services. A quarter goes to the
 * agency that is looked at, and a quarter of those is open, so that its page is full at either size.
 */
export async function fillReferrals(admin: Pool, { agency, workerAccount }: Register, referrals: number): Promise<Referrals> {
  const receivers = Array.from({ length: 4 }, () => newId());
  const named = (name: string) => admin.json({ en: `${name} (demo)`, fr: `${name} (démo)` });
  for (const [place, id] of receivers.entries()) await admin`insert into identity.agency (id, slug, name, kind) values (${id}, ${`receiver-${place}`}, ${named(`Receiver ${place}`)}, 'agency')`;
  const members = [await addMember(admin, receivers[0] ?? '', 'access-supervisor', 'receiving'), await addMember(admin, receivers[0] ?? '', 'intake-worker', 'receiving')];
  for (let place = 0; place < 10; place += 1) await admin`insert into access.organization (id, agency_id, name, description, email, origin, changed_at)
    values (${newId()}, ${receivers[place] ?? null}, ${named(`Organization ${place}`)}, ${named(`Organization ${place}`)}, 'desk@example.org', 'staff', '2019-01-01')`;
  await admin`insert into access.service (id, organization_id, name, description, status, origin, changed_at)
    select gen_random_uuid(), o.id, jsonb_build_object('en', 'Service ' || n || ' (demo)', 'fr', 'Service ' || n || ' (démo)'), '{"en": "Help", "fr": "Aide"}', 'active', 'staff', '2019-01-01'
    from generate_series(1, ${services}::integer) n join (select id, row_number() over (order by name ->> 'en') - 1 as place from access.organization) o on o.place = n % 10`;
  await admin.begin(async (sql) => {
    // Rows of every age and state at once: the triggers that keep the course of one referral and the keys are not what is measured.
    await sql`set local session_replication_role = replica`;
    await sql`select setseed(0.43)`;
    await sql`create temporary table p on commit drop as select row_number() over (order by id) - 1 as place, id from access.person`;
    await sql`create temporary table s on commit drop as select row_number() over (partition by o.agency_id order by v.id) - 1 as place, v.id, o.id as organization, o.agency_id as agency from access.service v join access.organization o on o.id = v.organization_id`;
    await sql`insert into access.referral (id, person_id, service_id, organization_id, from_agency, to_agency, by_link, need, urgency, state, handoff_at, handoff_with, handoff_by, sent_by, made_at, sent_at, seen_at, ended_at, outcome)
      select gen_random_uuid(), p.id, s.id, s.organization, ${agency}, s.agency, s.agency is null, (array['housing', 'food', 'income', 'health'])[1 + r.n % 4], case when r.urgent then 'urgent' else 'routine' end, r.state,
        case when r.urgent then r.at end, case when r.urgent then 'Night desk (demo)' end, case when r.urgent then ${workerAccount}::uuid end, case when r.n % 50 = 0 then ${workerAccount}::uuid else gen_random_uuid() end, r.at, r.at, r.at,
        case when r.state in ('completed', 'declined', 'cancelled') then r.at + interval '20 days' end, case when r.state = 'completed' then 'met' end
      from (select n, '2018-06-01'::timestamptz + random() * interval '365 days' as at, random() < 0.1 as urgent,
          (array['sent', 'accepted', 'in-progress', 'completed', 'completed', 'completed', 'completed', 'completed', 'completed', 'declined', 'declined', 'cancelled'])[1 + floor(random() * 12)::integer] as state,
          (array[${receivers[0] ?? ''}, ${receivers[1] ?? ''}, ${receivers[2] ?? ''}, null]::uuid[])[1 + n % 4] as receiver from generate_series(1, ${referrals}::integer) n) r
        join p on p.place = r.n % (select count(*) from p) join s on s.agency is not distinct from r.receiver and s.place = r.n / 4 % 30`;
  });
  await admin.unsafe('analyze');
  const [person] = await admin<{ id: string }[]>`select person_id as id from access.assignment where account_id = ${workerAccount} order by person_id limit 1`;
  return { receivingSupervisor: members[0]?.token ?? '', receivingWorker: members[1]?.token ?? '', person: person?.id ?? '' };
}
