-- How long people waited is published through the gate, once a month: no live median, which would tell by its changes of each loop that closes. The number
-- of people behind each goes to the gate with it, so the worker alone counts.
create function access.count_waits(time_zone text) returns table (service_id uuid, people integer, median_days double precision) language sql stable security definer set search_path = '' as $$
  select r.service_id, count(*)::integer, percentile_cont(0.5) within group (order by greatest(0, (r.first_service_on - (r.sent_at at time zone time_zone)::date) - r.paused_to_service / 86400))
  from access.referral r where r.closed_at > platform.ctx_now() - interval '12 months' and r.closed_at <= platform.ctx_now() and r.first_service_on is not null
  group by r.service_id
$$;
drop function access.public_waits(text);
