-- The sets that policies ask, as before; each reads the context once and not once a row of consents and instructions.
create or replace function access.barred_persons() returns setof uuid language sql stable security definer set search_path = '' as $$
  select b.person_id from access.bar b where b.account_id = (select platform.ctx_account())
$$;
create or replace function access.assigned_persons() returns setof uuid language sql stable security definer set search_path = '' as $$
  select a.person_id from access.assignment a where a.account_id = (select platform.ctx_account()) and a.from_date <= (select platform.ctx_today()) and (a.to_date is null or a.to_date >= (select platform.ctx_today()))
$$;
create or replace function access.locked_persons(section text) returns setof uuid language sql stable security definer set search_path = '' as $$
  select i.person_id from access.instruction i where i.lifted_at is null and (i.category is null or i.category = section)
    and (i.agency_id is null or i.agency_id = (select platform.ctx_agency())) and (i.account_id is null or i.account_id = (select platform.ctx_account()))
$$;
create or replace function access.shared_persons(section text) returns setof uuid language sql stable security definer set search_path = '' as $$
  select c.person_id from access.consent c where c.to_agencies @> array[(select platform.ctx_agency())] and section = any (c.categories) and 'care' = any (c.purposes)
    and c.withdrawn_at is null and c.starts_on <= (select platform.ctx_today()) and (c.expires_on is null or c.expires_on >= (select platform.ctx_today()))
$$;
create or replace function access.opened_persons() returns setof uuid language sql stable security definer set search_path = '' as $$
  select g.person_id from access.break_glass g where g.account_id = (select platform.ctx_account()) and g.opened_at <= (select platform.ctx_now()) and g.ends_at > (select platform.ctx_now())
$$;
