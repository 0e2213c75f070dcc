-- What a person says of herself: whether she is Indigenous. Said, never guessed; withdrawn by saying something else. It is counted and never decides about a place.
create table access.identity_claim (
  person_id uuid constraint identity_claim_pkey primary key constraint identity_claim_person_fkey references access.person,
  agency_id uuid not null constraint identity_claim_agency_fkey references identity.agency,
  indigenous text not null constraint identity_claim_indigenous check (indigenous in ('yes', 'no', 'declined')),
  said_on date not null,
  written_by uuid,
  written_at timestamptz not null
);
alter table access.identity_claim enable row level security;
alter table access.identity_claim force row level security;

-- Whether the actor may write in a section: her agency holds the record, she works with the person, nothing locks it, and it is no break-glass.
create function access.writes_section(of_person uuid, section text) returns boolean language sql stable set search_path = '' as $$
  select access.decide(of_person, section) = 'permit' and of_person not in (select access.opened_persons()) and exists (
    select from access.person p where p.id = of_person and p.agency_id = platform.ctx_agency() and (platform.ctx_has('access-supervisor') or of_person in (select access.assigned_persons())))
$$;

create function access.read_claim(of_person uuid) returns table (indigenous text, said_on date) language plpgsql security definer set search_path = '' as $$
declare
  decision text := access.decide(of_person, 'identity');
begin
  perform platform.write_audit('access.read-section', 'person', of_person::text, case decision when 'permit' then 'permit' when 'mask' then 'mask' else 'refuse' end, '{"section": "identity", "part": "claim"}');
  if decision <> 'permit' then return; end if;
  return query select c.indigenous, c.said_on from access.identity_claim c where c.person_id = of_person;
end $$;

create function access.write_claim(of_person uuid, answer text) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  if not access.writes_section(of_person, 'identity') then return false; end if;
  insert into access.identity_claim (person_id, agency_id, indigenous, said_on, written_by, written_at)
    values (of_person, platform.ctx_agency(), answer, platform.ctx_today(), platform.ctx_account(), platform.ctx_now())
    on conflict (person_id) do update set indigenous = excluded.indigenous, agency_id = excluded.agency_id, said_on = excluded.said_on, written_by = excluded.written_by, written_at = excluded.written_at;
  return true;
end $$;

-- What sub-populations and the fourth outcome are made of, without names, for those who keep the list: people who agree to it, nobody barred or withheld.
create function access.list_traits(of_list uuid, on_day date) returns table (person_id uuid, age integer, family boolean, claim text)
language plpgsql security definer set search_path = '' as $$
begin
  if of_list not in (select access.kept_lists()) then
    perform platform.write_audit('access.read-list', 'list', of_list::text, 'refuse', '{"part": "traits"}');
    return;
  end if;
  perform platform.write_audit('access.read-list', 'list', of_list::text, 'permit', '{"part": "traits"}');
  return query
    select t.person_id, extract(year from age(on_day::timestamp, i.birth_date::timestamp))::integer,
      exists (select from access.household_member m join access.household_member o on o.household_id = m.household_id
        where m.person_id = t.person_id and m.from_date <= on_day and (m.to_date is null or m.to_date > on_day)
          and o.from_date <= on_day and (o.to_date is null or o.to_date > on_day) and o.person_id <> m.person_id and (o.relation = 'child' or m.relation = 'child')),
      c.indigenous
    from access.list_standing(of_list, on_day, platform.ctx_now()) t left join access.person_identity i on i.person_id = t.person_id left join access.identity_claim c on c.person_id = t.person_id
    where t.consented and t.recorded and t.person_id not in (select access.barred_persons()) and t.person_id not in (select access.locked_persons('identity')) and t.person_id not in (select access.locked_persons('housing'));
end $$;
