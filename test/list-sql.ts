import type { Pool } from '#app/platform/db/pool.ts';
import { correctionReasons, type ListEvent } from '#app/methods/list/event.ts';
import type { MonthMeasures } from '#app/methods/list/measures.ts';

/** Puts list events into a table of their own, in the order given: what the tests and the benchmark compare the method with. */
export async function loadListEvents(sql: Pool, events: readonly ListEvent[]): Promise<void> {
  await sql.unsafe(`create table list_event (id int generated always as identity primary key, person text not null, effective date not null,
    recorded timestamptz not null, is_stated boolean not null, stated text, to_state text not null, correcting boolean not null)`);
  for (let from = 0; from < events.length; from += 20_000) {
    const part = events.slice(from, from + 20_000);
    await sql`
      insert into list_event (person, effective, recorded, is_stated, stated, to_state, correcting)
      select person, effective::date, coalesce(recorded::timestamptz, effective::timestamp at time zone 'UTC'), is_stated = 'yes', stated, to_state, correcting = 'yes'
      from unnest(${part.map((e) => e.person)}::text[], ${part.map((e) => e.effective)}::text[], ${part.map((e) => e.recorded ?? null)}::text[],
        ${part.map((e) => (e.from === undefined ? 'no' : 'yes'))}::text[], ${part.map((e) => e.from ?? null)}::text[], ${part.map((e) => e.to)}::text[],
        ${part.map((e) => (correctionReasons.has(e.reason ?? '') ? 'yes' : 'no'))}::text[])
        with ordinality as given (person, effective, recorded, is_stated, stated, to_state, correcting, place)
      order by place`;
  }
  await sql.unsafe('analyze list_event');
}

/** The measures of consecutive months by SQL alone: flows from window functions, those active from the spans that hold each month's last day. */
export async function listMeasuresBySql(sql: Pool, months: readonly string[], knownAt = 'infinity'): Promise<MonthMeasures[]> {
  const rows = await sql<{ found: MonthMeasures }[]>`
    with change as (
      select effective, to_state, correcting, coalesce(lag(to_state) over history, 'none') as before, coalesce(stated, 'none') as stated, is_stated,
             lead(effective) over history as until
      from list_event where recorded <= ${knownAt}::text::timestamptz
      window history as (partition by person order by effective, recorded, id)
    ), judged as (
      select date_trunc('month', effective)::date as month, before, to_state,
             case when before = 'none' then case when is_stated then stated else 'none' end else before end as origin,
             correcting or (is_stated and (stated = 'active') <> (before = 'active')) as corrects
      from change where (before = 'active') <> (to_state = 'active')
    ), counted as (
      select month,
        count(*) filter (where not corrects and to_state = 'active' and origin = 'none') as newly,
        count(*) filter (where not corrects and to_state = 'active' and origin = 'housed') as from_housing,
        count(*) filter (where not corrects and to_state = 'active' and origin = 'inactive') as from_inactive,
        count(*) filter (where not corrects and to_state = 'housed') as housed,
        count(*) filter (where not corrects and to_state = 'inactive') as inactive,
        count(*) filter (where not corrects and to_state = 'left') as gone,
        count(*) filter (where to_state = 'active' and (corrects or origin = 'left')) - count(*) filter (where to_state <> 'active' and corrects) as corrections
      from judged group by month
    ), asked as (
      select place, month, (month + interval '1 month' - interval '1 day')::date as last_day, month - 1 as last_day_before
      from (select place, (text || '-01')::date as month from unnest(${[...months]}::text[]) with ordinality as given (text, place)) as listed
    ), standing as (
      select asked.month, count(*) filter (where effective <= last_day and (until is null or until > last_day)) as active,
             count(*) filter (where effective <= last_day_before and (until is null or until > last_day_before)) as active_before
      from asked join change on to_state = 'active' and effective <= last_day and (until is null or until > last_day_before) group by asked.month
    )
    select jsonb_build_object('month', to_char(month, 'YYYY-MM'), 'active', coalesce(active, 0),
      'inflow', jsonb_build_object('newlyIdentified', coalesce(newly, 0), 'returnedFromHousing', coalesce(from_housing, 0), 'returnedFromInactive', coalesce(from_inactive, 0)),
      'outflow', jsonb_build_object('housed', coalesce(housed, 0), 'inactive', coalesce(inactive, 0), 'left', coalesce(gone, 0)),
      'corrections', coalesce(corrections, 0),
      'balance', coalesce(active, 0) - coalesce(active_before, 0) - coalesce(newly + from_housing + from_inactive, 0) + coalesce(housed + inactive + gone, 0) - coalesce(corrections, 0)) as found
    from asked left join counted using (month) left join standing using (month) order by place`;
  return rows.map(({ found }) => found);
}
