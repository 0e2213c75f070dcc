import { newId } from '#app/platform/db/id.ts';
import type { Pool } from '#app/platform/db/pool.ts';
import { hashToken, newToken } from '#app/platform/http/session-cookie.ts';

export type Register = { readonly agency: string; readonly supervisor: string; readonly worker: string; readonly workerAccount: string };

const moment = '2019-06-03T12:00:00Z';

/** A register of made-up people of one agency, with a supervisor and a worker who has sixty of them; names are made of syllables, few of them common and many rare. Gives their session tokens. */
export async function fillRegister(admin: Pool, people: number): Promise<Register> {
  const agency = newId();
  await admin`insert into identity.agency (id, slug, name, kind) values (${agency}, 'bench', '{"en": "Bench (demo)", "fr": "Banc (démo)"}', 'agency')`;
  const [supervisor, worker] = [await addMember(admin, agency, 'access-supervisor'), await addMember(admin, agency, 'intake-worker')];
  await admin.begin(async (sql) => {
    await sql`select setseed(0.42)`;
    await sql`create temporary table made on commit drop as
      with s as (select array['bar','bel','cor','dan','fal','gar','hol','jan','kar','lem','mar','nor','pel','quin','ros','sam','tel','var','wil','zan'] as one, array['den','fi','ga','kin','la','mo','ne','ri','son','ton','ber','vi'] as two)
      select gen_random_uuid() as id, one[1 + (20 * power(random(), 2))::integer % 20] || two[1 + (12 * random())::integer % 12] || two[1 + (12 * power(random(), 2))::integer % 12] as family,
        one[1 + (20 * power(random(), 2))::integer % 20] || two[1 + (12 * power(random(), 2))::integer % 12] as given, date '1940-01-01' + (random() * 25000)::integer as birth
      from s, generate_series(1, ${people}::integer)`;
    await sql`insert into access.person (id, agency_id, entered_at, changed_at) select id, ${agency}, ${moment}, ${moment} from made`;
    await sql`insert into access.person_identity (person_id, agency_id, given_name, family_name, birth_date, search_key) select id, ${agency}, initcap(given), initcap(family), birth, family || ' ' || given from made`;
    await sql`insert into access.assignment (id, person_id, account_id, from_date, entered_at) select gen_random_uuid(), id, ${worker.account}, '2019-01-01', ${moment} from (select id from made order by id limit 60) own`;
    // One in a hundred withholds something from somebody, one in fifty shares with somebody: the sets that policies ask are not empty.
    await sql`insert into access.instruction (id, person_id, account_id, recorded_at) select gen_random_uuid(), id, gen_random_uuid(), ${moment} from made where random() < 0.01`;
    await sql`insert into access.consent (id, person_id, given_by, purposes, categories, to_agencies, form_version, language, how, starts_on, recorded_at)
      select gen_random_uuid(), id, 'self', '{care}', '{identity}', array[gen_random_uuid()], '1', 'en', 'spoken', '2019-01-01', ${moment} from made where random() < 0.02`;
    // A family and a given name that some people bear in a register of any size.
    await sql`update access.person_identity set family_name = 'Tremblay', given_name = 'Amélie', search_key = 'tremblay amelie' where person_id in (select id from made order by id limit 5)`;
  });
  await admin.unsafe('analyze');
  return { agency, supervisor: supervisor.token, worker: worker.token, workerAccount: worker.account };
}

/** A member of staff of an agency with an open session. */
export async function addMember(admin: Pool, agency: string, role: string, who = role): Promise<{ account: string; token: string }> {
  const made = { account: newId(), token: newToken() };
  await admin`insert into identity.account (id, email, name, demonstration, created_at) values (${made.account}, ${`${who}-${role}@example.org`}, ${`${role} (demo)`}, true, ${moment})`;
  await admin`insert into identity.membership (id, account_id, agency_id, role, from_date) values (${newId()}, ${made.account}, ${agency}, ${role}, '2018-01-01')`;
  await admin`insert into identity.session (id, token_hash, account_id, method, created_at, seen_at, expires_at, second_factor_at) values (${newId()}, ${hashToken(made.token)}, ${made.account}, 'password', ${moment}, ${moment}, '2099-01-01', ${moment})`;
  return made;
}
