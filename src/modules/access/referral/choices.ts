import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { Barrier } from './queries.ts';

/** A service that a person could be sent to, with its room and what stands against it. */
export type Choice = {
  readonly id: string; readonly name: Bilingual; readonly organization: string; readonly organizationName: Bilingual; readonly agency: string | null; readonly capacity: string | null; readonly available: number | null;
  readonly barriers: readonly Barrier[];
};
const select = (sql: Scope['sql'], person: string) => sql`select s.id, s.name, o.id as organization, o.name as "organizationName", o.agency_id as agency, c.code as capacity, c.available::double precision as available,
  coalesce(access.referral_barriers(${person}, s.id), '{}') as barriers
  from access.service s join access.organization o on o.id = s.organization_id left join access.service_capacity c on c.service_id = s.id`;

/** Offerable services whose name or organisation holds the words; those that are struck out stay in the list, said to be. At most 60. */
export async function listChoices(scope: Scope, person: string, sought: string): Promise<Choice[]> {
  const { sql } = scope;
  const like = `%${sought.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const rows = await sql<Choice[]>`${select(sql, person)} where s.withdrawn_at is null and s.takes_referrals and s.status = 'active'
    and (s.name ->> 'en' ilike ${like} or s.name ->> 'fr' ilike ${like} or o.name ->> 'en' ilike ${like} or o.name ->> 'fr' ilike ${like})
    and s.demonstration = coalesce((select a.demonstration from identity.agency a where a.id = (select platform.ctx_agency())), false)
    order by (c.code is not null and c.code = 'no-capacity'), lower(s.name ->> 'en'), s.id limit 60`;
  const closed = (one: Choice) => one.barriers.some((barrier) => barrier !== 'no-consent');
  return rows.filter((one) => !one.barriers.includes('not-offered')).toSorted((a, b) => Number(closed(a)) - Number(closed(b)));
}
export async function findChoice(scope: Scope, person: string, service: string): Promise<Choice | undefined> {
  return (await scope.sql<Choice[]>`${select(scope.sql, person)} where s.id = ${service}`)[0];
}

export type Bounced = { readonly person: string; readonly refusals: number; readonly last: Date; readonly services: number; readonly open: boolean };
/** People of the asker's agency with two refusals or more, the most first: ids and numbers. */
export async function listBounced(scope: Scope): Promise<Bounced[]> {
  return await scope.sql<Bounced[]>`select r.person_id as person, count(*) filter (where r.state in ('declined', 'failed', 'expired'))::integer as refusals, max(r.ended_at) filter (where r.state in ('declined', 'failed', 'expired')) as last,
    count(distinct r.service_id) filter (where r.state in ('declined', 'failed', 'expired'))::integer as services, bool_or(r.ended_at is null and r.sent_at is not null) as open
    from access.referral r where r.from_agency = platform.ctx_agency() group by r.person_id having count(*) filter (where r.state in ('declined', 'failed', 'expired')) >= 2
    order by refusals desc, last desc limit 200`;
}

/** Whether a receiver is answered for through a link, because nobody there has an account. */
export async function answersByLink(scope: Scope, agency: string | null): Promise<boolean> {
  return !((await scope.sql<{ answers: boolean | null }[]>`select access.agency_answers(${agency}) as answers`)[0]?.answers ?? false);
}
