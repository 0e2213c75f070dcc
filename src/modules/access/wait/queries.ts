import { listReleased } from '#app/modules/insight/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { type Measures, roundedWait, type RoundedWait, type Waited } from './measures.ts';
import { waitCube } from './release.ts';

export type Period = { readonly from: string; readonly to: string };

/** The sent referrals of a period that the asker may see, as numbers; without those that were sent by mistake. `greatest` leaves nothings out, so a step not taken is asked for. */
const waited = ({ sql, timeZone }: Scope, { from, to }: Period) => sql`select r.service_id,
  extract(epoch from r.seen_at - r.sent_at)::double precision / 86400 as seen,
  case when r.accepted_at is not null then greatest(0, extract(epoch from r.accepted_at - r.sent_at)::double precision - r.paused_to_accept) / 86400 end as accepted,
  case when r.first_service_on is not null then greatest(0, r.first_service_on - (r.sent_at at time zone ${timeZone})::date - r.paused_to_service / 86400)::double precision end as service,
  r.state = 'declined' as declined, r.state = 'declined' and r.reason = 'no-capacity' as "noRoom",
  (select count(*) from access.referral_event e where e.referral_id = r.id and e.step = 'schedule')::integer as appointments, r.no_shows as "noShows",
  extract(epoch from r.closed_at - r.sent_at)::double precision / 86400 as closed, r.outcome,
  (r.paused_seconds + coalesce(extract(epoch from platform.ctx_now() - r.paused_since), 0))::double precision / 86400 as paused
  from access.referral r where r.sent_at is not null and r.state <> 'void' and (r.sent_at at time zone ${timeZone})::date between ${from} and ${to}`;

/** One row a referral, for the check of the sums. */
export async function listWaited(scope: Scope, period: Period): Promise<Waited[]> {
  return await scope.sql<Waited[]>`select seen, accepted, service, declined, "noRoom", appointments, "noShows", closed, outcome, paused from (${waited(scope, period)}) w`;
}

/** What the referrals of a period amount to, over all that were sent and that the asker may see. */
export async function measureWaits(scope: Scope, period: Period): Promise<Measures> {
  const { sql } = scope;
  const quantiles = (name: 'seen' | 'accepted' | 'service') => sql`jsonb_build_object('count', count(${sql(name)}), 'median', percentile_cont(0.5) within group (order by ${sql(name)}), 'p90', percentile_cont(0.9) within group (order by ${sql(name)}))`;
  const [row] = await sql<Measures[]>`select count(*)::integer as sent, count(seen)::integer as seen, count(accepted)::integer as accepted, count(service)::integer as served,
      ${quantiles('seen')} as "toSeen", ${quantiles('accepted')} as "toAccept", ${quantiles('service')} as "toService", coalesce(sum(paused), 0)::double precision as "pausedDays",
      coalesce(sum(appointments), 0)::integer as appointments, coalesce(sum("noShows"), 0)::integer as "noShows", (count(*) filter (where closed <= 30))::integer as closed30, (count(*) filter (where closed <= 60))::integer as closed60,
      (count(*) filter (where closed <= 90))::integer as closed90, (count(*) filter (where outcome = 'met'))::integer as met, (count(*) filter (where outcome = 'partly-met'))::integer as "partlyMet", (count(*) filter (where "noRoom"))::integer as "noRoom"
    from (${waited(scope, period)}) w`;
  if (!row) throw new Error('an aggregate without a row');
  return row;
}

export type ServiceLine = { readonly service: string; readonly name: Bilingual; readonly organization: Bilingual; readonly sent: number; readonly accepted: number; readonly noRoom: number; readonly median: number | null };
/** By service: how many were sent, accepted and declined for want of room, and the median wait for a first service. */
export async function listServiceWaits(scope: Scope, period: Period): Promise<ServiceLine[]> {
  return await scope.sql<ServiceLine[]>`select w.service_id as service, access.referred_to(w.service_id) -> 'service' as name, access.referred_to(w.service_id) -> 'organization' as organization, count(*)::integer as sent,
    count(accepted)::integer as accepted, (count(*) filter (where "noRoom"))::integer as "noRoom", percentile_cont(0.5) within group (order by service) as median
    from (${waited(scope, period)}) w group by w.service_id order by count(*) filter (where "noRoom") desc, count(*) desc, w.service_id limit 200`;
}

export type PublicWait = RoundedWait & { readonly service: string };
/**
 * How long people waited for a first service, for the public, as the gate filed it last: the median of the loops closed in twelve months, in whole days
 * or weeks, of services with ten of them or more. A service that has fewer is not in the list.
 */
export async function listPublicWaits(scope: Scope): Promise<PublicWait[]> {
  const [latest] = await listReleased(scope, [waitCube.slug]);
  return (latest?.cells ?? []).flatMap(({ keys, value }) => (value === null || keys.service === undefined ? [] : [{ service: keys.service, ...roundedWait(Number(value)) }]));
}
