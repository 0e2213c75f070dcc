-- Nobody writes a part of a record whose person she does not see at all: an instruction about identity closes the other sections to writing too.
create or replace function access.writes_section(of_person uuid, section text) returns boolean language sql stable set search_path = '' as $$
  select access.decide(of_person, section) = 'permit' and of_person not in (select access.opened_persons()) and of_person not in (select access.locked_persons('identity')) and exists (
    select from access.person p where p.id = of_person and p.agency_id = platform.ctx_agency() and (platform.ctx_has('access-supervisor') or of_person in (select access.assigned_persons())))
$$;
