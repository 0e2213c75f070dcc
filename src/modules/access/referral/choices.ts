import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { CapacityCode } from '../directory/offer.ts';
import type { Barrier } from './queries.ts';

/** A service that a person could be sent to, with its room and what stands against it. */
export type Choice = {
  readonly id: string; readonly name: Bilingual; readonly organization: string; readonly organizationName: Bilingual; readonly agency: string | null; readonly capacity: CapacityCode | null;
  readonly barriers: readonly Barrier[];
};

/** Those of some services that may be offered for the person, by id; what stands against each is said with it. Nothing for whoever may not refer her. */
export async function listChoices(scope: Scope, person: string, ids: readonly string[]): Promise<ReadonlyMap<string, Choice>> {
  const rows = await scope.sql<Choice[]>`select s.id, s.name, o.id as organization, o.name as "organizationName", o.agency_id as agency, c.code as capacity, b.barriers
    from access.service_barriers(${person}, ${[...ids]}::uuid[]) b join access.service s on s.id = b.service_id join access.organization o on o.id = s.organization_id
    left join access.service_capacity c on c.service_id = s.id where not b.barriers @> '{not-offered}'`;
  return new Map(rows.map((one) => [one.id, one]));
}
/** Whether the asker's agency is made up: then only made-up services stand beside its people, and never else. */
export async function isMadeUp(scope: Scope): Promise<boolean> {
  return (await scope.sql<{ made: boolean }[]>`select a.demonstration as made from identity.agency a where a.id = (select platform.ctx_agency())`)[0]?.made ?? false;
}
/** One of them; undefined where it is not offered. */
export async function findChoice(scope: Scope, person: string, service: string): Promise<Choice | undefined> {
  return (await listChoices(scope, person, [service])).get(service);
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
