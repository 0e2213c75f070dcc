-- Searching, pairs of records that may be one person, and the functions behind the pages of access.
alter table access.person_identity add column search_key text not null default '';
alter table access.person_alias add column search_key text not null default '';
create index person_identity_search on access.person_identity (search_key text_pattern_ops);
create index person_identity_birth on access.person_identity (birth_date);
create index person_alias_search on access.person_alias (search_key text_pattern_ops);

-- Two records that may be one person. Nothing is merged by itself; "not the same" is remembered.
create table access.person_pair (
  id uuid constraint person_pair_pkey primary key,
  left_id uuid not null constraint person_pair_left_fkey references access.person,
  right_id uuid not null constraint person_pair_right_fkey references access.person,
  score double precision,
  band text constraint person_pair_band check (band in ('certain', 'likely', 'possible')),
  fields jsonb not null default '{}',
  state text not null default 'suggested' constraint person_pair_state check (state in ('suggested', 'same', 'not-same')),
  entered_by uuid,
  entered_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  constraint person_pair_order check (left_id < right_id),
  constraint person_pair_decided check ((state = 'suggested') = (decided_at is null))
);
create unique index person_pair_once on access.person_pair (left_id, right_id);
create index person_pair_right on access.person_pair (right_id);
alter table access.person_pair enable row level security, force row level security;

-- A record that the asker may not read but that fits both names and the day of birth: initials, year and the agency to ask; the id is a random
-- handle. Each match leaves an audit line at the record that was found. Locked and barred records are left out.
create function access.search_elsewhere(wanted_key text, wanted_birth date) returns table (person_id uuid, initials text, birth_year integer, agency_id uuid)
language plpgsql security definer set search_path = '' as $$
begin
  if platform.ctx_actor() is distinct from 'staff' or not access.role_opens('identity') or wanted_birth is null or wanted_key !~ '^[^ ]+ [^ ]+$' then return; end if;
  for person_id, initials, birth_year, agency_id in
    select p.id, upper(left(i.given_name, 1)) || '. ' || upper(left(i.family_name, 1)) || '.', extract(year from i.birth_date)::integer, p.agency_id
    from access.person p join access.person_identity i on i.person_id = p.id
    where p.state in ('active', 'inactive')
      and (i.search_key = wanted_key or exists (select from access.person_alias a where a.person_id = p.id and a.search_key = wanted_key))
      and (i.birth_date = wanted_birth or (i.birth_estimated and i.birth_date between wanted_birth - 730 and wanted_birth + 730))
      and p.id not in (select access.barred_persons()) and p.id not in (select access.locked_persons('identity'))
      and access.decide(p.id, 'identity') <> 'permit'
    order by p.id limit 10
  loop
    perform platform.write_audit('access.search-elsewhere', 'person', person_id::text, 'mask', '{"section": "search"}');
    return next;
  end loop;
end $$;

-- Why the asker sees a section, for the words on the page; nothing about a section that she does not see.
create function access.decision_facts(of_person uuid, of_section text) returns jsonb language sql stable security definer set search_path = '' as $$
  select case when access.decide(of_person, of_section) <> 'deny' then jsonb_build_object(
    'barred', false,
    'opened', of_person in (select access.opened_persons()),
    'roleOpens', access.role_opens(of_section),
    'ownAgency', p.agency_id = platform.ctx_agency(),
    'supervisor', platform.ctx_has('access-supervisor'),
    'assigned', of_person in (select access.assigned_persons()),
    'shared', of_person in (select access.shared_persons(of_section)),
    'locked', of_person in (select access.locked_persons(of_section)),
    'hideMark', exists (select from access.instruction i where i.person_id = of_person and i.lifted_at is null and i.hide_mark and (i.category is null or i.category = of_section))) end
  from access.person p where p.id = of_person
$$;

-- Who has looked at a record: for the supervisor of the agency that holds it and the privacy officer. Asking is itself a line.
create function access.list_looks(of_person uuid) returns table (moment timestamptz, agency_id uuid, roles text[], action text, section text, decision text)
language plpgsql security definer set search_path = '' as $$
declare
  permitted boolean := platform.ctx_actor() = 'staff' and of_person not in (select access.barred_persons())
    and exists (select from access.person p where p.id = of_person
      and (platform.ctx_has('privacy-officer') or (platform.ctx_has('access-supervisor') and p.agency_id = platform.ctx_agency())));
begin
  perform platform.write_audit('access.list-looks', 'person', of_person::text, case when coalesce(permitted, false) then 'permit' else 'refuse' end, '{}');
  if not coalesce(permitted, false) then return; end if;
  return query select e.moment,
      (select m.agency_id from identity.membership m where m.account_id = e.account_id and m.agency_id is not null
        and m.from_date <= e.moment::date and (m.to_date is null or m.to_date >= e.moment::date) order by m.from_date limit 1),
      array(select distinct m.role from identity.membership m where m.account_id = e.account_id and m.from_date <= e.moment::date and (m.to_date is null or m.to_date >= e.moment::date) order by 1),
      e.action, e.detail ->> 'section', e.decision
    from platform.audit_entry e
    where e.subject_kind = 'person' and e.subject_id = of_person::text and e.action like 'access.%' and e.account_id is not null
    order by e.id desc limit 500;
end $$;

-- The people of the asker's own agency, so that a named one can be locked out or assigned.
create function access.list_colleagues() returns table (account_id uuid, name text) language sql stable security definer set search_path = '' as $$
  select distinct a.id, a.name from identity.account a join identity.membership m on m.account_id = a.id
  where m.agency_id = platform.ctx_agency() and m.from_date <= platform.ctx_today() and (m.to_date is null or m.to_date >= platform.ctx_today()) and a.closed_at is null
  order by a.name
$$;

-- Consents that end within thirty days, for the job that reminds: ids and days, nothing of the person.
create function access.ending_consents() returns table (id uuid, person_id uuid, agency_id uuid, expires_on date) language sql stable security definer set search_path = '' as $$
  select c.id, c.person_id, p.agency_id, c.expires_on from access.consent c join access.person p on p.id = c.person_id
  where platform.ctx_actor() = 'worker' and c.withdrawn_at is null and p.state = 'active' and c.expires_on between platform.ctx_today() and platform.ctx_today() + 30
  order by c.expires_on, c.id
$$;
