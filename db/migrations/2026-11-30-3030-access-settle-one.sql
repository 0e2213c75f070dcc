-- What is owed on one plan of care, or in outreach to one person: a change of one no longer makes the job go through all. Null asks about all, each morning.
-- The subject begins with the plan, or with the person who is accompanied, so that what hangs on it is found and shown with it.
drop function access.care_dues();
create function access.care_dues(of_plan uuid) returns table (kind text, subject text, person_id uuid, agency_id uuid, coordinator_id uuid, due_on date, kept_on date, age_slug text) language sql stable security definer set search_path = '' as $$
  with plan as (select c.* from access.care_plan c join access.person p on p.id = c.person_id
    where platform.ctx_actor() = 'worker' and (of_plan is null or c.id = of_plan) and c.standing = 'active' and p.state = 'active')
  select 'care-review', c.id::text || '/' || r.id, c.person_id, c.agency_id, c.coordinator_id, r.due_on, r.held_on, null::text from plan c join access.care_review r on r.plan_id = c.id
    where r.held_on is null or r.held_on > platform.ctx_today() - 31
  union all select 'care-goal', c.id::text || '/' || g.id || '/' || g.review_on, c.person_id, c.agency_id, c.coordinator_id, g.review_on, null, null from plan c join access.care_goal g on g.plan_id = c.id where g.state = 'open'
  union all select 'care-age', c.id::text || '/' || a.slug, c.person_id, c.agency_id, c.coordinator_id, d.due_on, n.done_on, a.slug
    from plan c join access.person_identity i on i.person_id = c.person_id and i.birth_date is not null
    join access.care_age a on a.removed_at is null and a.from_date <= platform.ctx_today() and (a.until_date is null or a.until_date >= platform.ctx_today()) and (a.audience = 'everybody' or c.leaving_care)
    cross join lateral (select (i.birth_date + make_interval(years => a.age))::date - case a.due when 'before' then 1 else 0 end as due_on) d
    left join access.care_age_done n on n.plan_id = c.id and n.age_slug = a.slug
    where d.due_on between c.opened_on and platform.ctx_today() + 90 and (n.done_on is null or n.done_on > platform.ctx_today() - 31)
$$;

drop function access.calls_today();
create function access.calls_today(of_outreach uuid) returns table (outreach_id uuid, slot_id uuid, account_id uuid, done_on date) language sql stable security definer set search_path = '' as $$
  select o.id, s.id, s.account_id, (select t.on_date from access.outreach_attempt t where t.outreach_id = s.outreach_id and t.account_id = s.account_id and t.on_date = platform.ctx_today() limit 1)
  from access.outreach_slot s join access.outreach o on o.id = s.outreach_id
  where platform.ctx_actor() = 'worker' and (of_outreach is null or o.id = of_outreach) and o.state in ('new', 'joined') and s.weekday = extract(isodow from platform.ctx_today())
    and s.from_date <= platform.ctx_today() and (s.to_date is null or s.to_date >= platform.ctx_today())
$$;
drop function access.answered_referrals();
create function access.answered_referrals(of_outreach uuid) returns table (id uuid, answered boolean) language sql stable security definer set search_path = '' as $$
  select o.id, exists (select from access.outreach_attempt t where t.outreach_id = o.id) from access.outreach o
  where platform.ctx_actor() = 'worker' and (of_outreach is null or o.id = of_outreach) and (o.state <> 'new' or exists (select from access.outreach_attempt t where t.outreach_id = o.id)) and o.received_on > platform.ctx_today() - 400
$$;
