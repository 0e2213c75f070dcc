-- People whom the actor enters in this very transaction: she is the first to be assigned, and cannot assign herself again later.
create or replace function access.entered_persons() returns setof uuid language sql stable security definer set search_path = '' as $$
  select p.id from access.person p where p.entered_by = platform.ctx_account() and p.agency_id = platform.ctx_agency() and p.entered_at = platform.ctx_now()
$$;
-- As before, and only for roles that open a record at all.
create or replace function access.open_glass(new_id uuid, of_person uuid, given_ground text, given_reason text, minutes integer) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  factor timestamptz := (platform.ctx() ->> 'secondFactor')::timestamptz;
  barred boolean := of_person in (select access.barred_persons());
begin
  if platform.ctx_actor() is distinct from 'staff' or not access.role_opens('identity') or barred or minutes not between 1 and 60 or length(given_reason) < 10 or factor is null
    or factor < platform.ctx_now() - interval '15 minutes' or not exists (select from access.person p where p.id = of_person and p.state <> 'void') then
    perform platform.write_audit('access.break-glass', 'person', of_person::text, 'refuse', jsonb_build_object('ground', given_ground));
    return false;
  end if;
  insert into access.break_glass (id, person_id, account_id, ground, reason, opened_at, ends_at)
  values (new_id, of_person, platform.ctx_account(), given_ground, given_reason, platform.ctx_now(), platform.ctx_now() + make_interval(mins => minutes));
  perform platform.write_audit('access.break-glass', 'person', of_person::text, 'permit', jsonb_build_object('ground', given_ground, 'minutes', minutes));
  return true;
end $$;
