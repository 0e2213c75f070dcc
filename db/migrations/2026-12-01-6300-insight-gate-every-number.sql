-- Overdose counts and the Situation Table's years pass the one gate from now on: what is published stands in its ledger and nowhere else.
drop table insight.overdose_release;
drop table insight.overdose_key;
drop table situation.release;
drop table situation.release_key;

-- Beside the median stands how many doors it is of, for the gate alone, which tells no median of fewer than ten.
create or replace function situation.year_counts(of_body text, of_year integer) returns table (series text, value text, n integer) language sql stable security definer set search_path = '' as $$
  select 'decision', case when d.state = 'rejected' then 'not-taken-on' else 'acutely-elevated' end, count(*)::integer from situation.discussion d
    where platform.ctx_actor() = 'worker' and d.body_slug = of_body and extract(year from d.decided_on) = of_year group by 2
  union all select 'risk', k.category, count(distinct d.id)::integer from situation.discussion d join situation.discussion_code c on c.discussion_id = d.id join situation.code k on k.slug = c.code and k.list = 'risk'
    where platform.ctx_actor() = 'worker' and d.body_slug = of_body and extract(year from d.decided_on) = of_year group by 2
  union all select 'close', k.category, count(*)::integer from situation.discussion d join situation.code k on k.slug = d.reason and k.list = 'close'
    where platform.ctx_actor() = 'worker' and d.body_slug = of_body and d.state = 'closed' and extract(year from d.closed_on) = of_year group by 2
  union all select 'door', x.value, x.n from (select count(*)::integer as doors, (percentile_cont(0.5) within group (order by i.knocked_on - d.decided_on))::integer as days
    from situation.discussion d join situation.intervention i on i.discussion_id = d.id
    where platform.ctx_actor() = 'worker' and d.body_slug = of_body and extract(year from d.decided_on) = of_year and i.knocked_on is not null) m
    cross join lateral (values ('doors', m.doors), ('median-days', m.days)) x (value, n) where m.doors > 0
$$;

-- A filed table is withdrawn with a reason that everybody reads; its cells are read by nobody from then on, but the gate, which holds later tables against them.
alter table insight.release add column withdrawn_at timestamptz, add column withdrawn_by uuid, add column withdrawer_name text, add column withdrawal platform.bilingual;
alter table insight.release add constraint release_withdrawn check ((state = 'withdrawn') = (withdrawn_at is not null) and (state = 'withdrawn') = (withdrawn_by is not null) and (state = 'withdrawn') = (withdrawal is not null));
