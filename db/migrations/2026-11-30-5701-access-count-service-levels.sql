-- What the agreed times of referrals are measured from: each sent referral of a period as moments and pauses, under the rights of whoever asks.
create function access.referral_levels(from_day date, to_day date, time_zone text)
  returns table (organization_id uuid, person_id uuid, sent_at timestamptz, seen_at timestamptz, answered_at timestamptz, accepted_at timestamptz, paused_to_answer integer, paused_to_accept integer, service_days double precision, ended_at timestamptz)
  language sql stable set search_path = '' as $$
  select r.organization_id, r.person_id, r.sent_at, r.seen_at, a.at, r.accepted_at,
    -- Information is asked for before the answer and after acceptance: of one that was accepted its own pause counts, of the others all that there was.
    case when r.accepted_at is not null then coalesce(r.paused_to_accept, 0) else r.paused_seconds + coalesce(extract(epoch from platform.ctx_now() - r.paused_since), 0)::integer end,
    coalesce(r.paused_to_accept, 0),
    case when r.first_service_on is not null then greatest(0, r.first_service_on - (r.sent_at at time zone time_zone)::date - coalesce(r.paused_to_service, 0) / 86400)::double precision end, r.ended_at
  from access.referral r left join lateral (select min(e.at) as at from access.referral_event e where e.referral_id = r.id and e.step in ('accept', 'waitlist', 'decline')) a on true
  where r.sent_at is not null and r.state <> 'void' and (r.sent_at at time zone time_zone)::date between from_day and to_day
$$;
-- The same over all agencies, for the worker that counts for the gate.
create function access.count_service_levels(from_day date, to_day date, time_zone text)
  returns table (organization_id uuid, person_id uuid, sent_at timestamptz, seen_at timestamptz, answered_at timestamptz, accepted_at timestamptz, paused_to_answer integer, paused_to_accept integer, service_days double precision, ended_at timestamptz)
  language sql stable security definer set search_path = '' as $$
  select l.* from access.referral_levels(from_day, to_day, time_zone) l where platform.ctx_actor() = 'worker'
$$;

-- How long groups of people waited for a first service, of the loops closed in twelve months: by language, by age when the referral was sent, by municipality. The
-- groups are fixed ones, never a text that somebody typed: municipalities are those that services of the directory name.
create function access.count_wait_groups(time_zone text) returns table (dimension text, part text, people integer, median_days double precision) language sql stable security definer set search_path = '' as $$
  with places as materialized (select distinct a.municipality_slug as slug, lower(btrim(n.name)) as name from access.service_area a cross join lateral (values (a.name ->> 'en'), (a.name ->> 'fr'), (a.municipality_slug)) n(name)
    where a.municipality_slug is not null),
  waited as materialized (
    select r.person_id, greatest(0, (r.first_service_on - (r.sent_at at time zone time_zone)::date) - coalesce(r.paused_to_service, 0) / 86400)::double precision as days,
      case when cardinality(i.languages) > 0 and not exists (select from unnest(i.languages) l(said) where lower(l.said) ~ '^(en|fr|eng|fra)$|english|french|anglais|français') then 'other' else p.language end as language,
      case when i.birth_date is null then 'unknown' else (select b.part from (values (18, 'under-18'), (25, '18-24'), (45, '25-44'), (65, '45-64'), (1000, '65-over')) b(below, part)
        where extract(year from age(r.sent_at at time zone time_zone, i.birth_date)) < b.below order by b.below limit 1) end as age,
      coalesce((select min(m.slug) from places m where m.name = lower(btrim(i.municipality))), case when coalesce(btrim(i.municipality), '') = '' then 'unknown' else 'elsewhere' end) as municipality
    from access.referral r join access.person p on p.id = r.person_id left join access.person_identity i on i.person_id = r.person_id
    where r.closed_at > platform.ctx_now() - interval '12 months' and r.closed_at <= platform.ctx_now() and r.first_service_on is not null and platform.ctx_actor() = 'worker')
  select g.dimension, g.part, count(distinct w.person_id)::integer, percentile_cont(0.5) within group (order by w.days)
  from (select 'language' as dimension, unnest(array['en', 'fr', 'other']) as part union all select 'age', unnest(array['under-18', '18-24', '25-44', '45-64', '65-over', 'unknown'])
    union all select distinct 'municipality', m.slug from places m union all select 'municipality', unnest(array['elsewhere', 'unknown'])) g
  left join waited w on g.part = case g.dimension when 'language' then w.language when 'age' then w.age else w.municipality end
  group by g.dimension, g.part order by g.dimension, g.part
$$;
