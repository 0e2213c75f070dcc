-- People who are helped. Each section of a record is a table of its own, so that what a role opens is decided by the database and not by a page.
create schema if not exists access;

create table access.person (
  -- Random, never derived from a name or a day of birth, and not ordered by time.
  id uuid constraint person_pkey primary key,
  agency_id uuid not null constraint person_agency_fkey references identity.agency,
  state text not null default 'active' constraint person_state check (state in ('active', 'inactive', 'merged', 'void')),
  merged_into uuid constraint person_merged_into_fkey references access.person,
  anonymous boolean not null default false,
  language text not null default 'en',
  do_not_contact boolean not null default false,
  demonstration boolean not null default false,
  entered_by uuid,
  entered_at timestamptz not null,
  changed_at timestamptz not null,
  constraint person_merged check ((state = 'merged') = (merged_into is not null))
);
create index person_agency on access.person (agency_id);

create table access.person_identity (
  person_id uuid constraint person_identity_pkey primary key constraint person_identity_person_fkey references access.person,
  agency_id uuid not null,
  given_name text not null,
  family_name text not null,
  birth_date date,
  birth_estimated boolean not null default false,
  gender text,
  municipality text,
  languages text[] not null default '{}',
  interpreter boolean not null default false
);
create table access.person_alias (
  id uuid constraint person_alias_pkey primary key,
  person_id uuid not null constraint person_alias_person_fkey references access.person,
  agency_id uuid not null,
  given_name text not null,
  family_name text not null
);
create index person_alias_person on access.person_alias (person_id);
create table access.person_contact (
  person_id uuid constraint person_contact_pkey primary key constraint person_contact_person_fkey references access.person,
  agency_id uuid not null,
  phone text,
  email text,
  address text,
  postcode text,
  safe_to_leave_message boolean not null default false,
  preference text not null default 'phone' constraint person_contact_preference check (preference in ('phone', 'text', 'email', 'post', 'in-person', 'none'))
);
create table access.person_health (
  id uuid constraint person_health_pkey primary key,
  person_id uuid not null constraint person_health_person_fkey references access.person,
  agency_id uuid not null,
  body text not null,
  written_by uuid,
  written_at timestamptz not null
);
create index person_health_person on access.person_health (person_id);
create table access.person_housing (
  id uuid constraint person_housing_pkey primary key,
  person_id uuid not null constraint person_housing_person_fkey references access.person,
  agency_id uuid not null,
  body text not null,
  written_by uuid,
  written_at timestamptz not null
);
create index person_housing_person on access.person_housing (person_id);
create table access.person_note (
  id uuid constraint person_note_pkey primary key,
  person_id uuid not null constraint person_note_person_fkey references access.person,
  agency_id uuid not null,
  body text not null,
  written_by uuid,
  written_at timestamptz not null
);
create index person_note_person on access.person_note (person_id);

-- Who works with a person, and who must never see a record: recused, named in it, or accused.
create table access.assignment (
  id uuid constraint assignment_pkey primary key,
  person_id uuid not null constraint assignment_person_fkey references access.person,
  account_id uuid not null,
  from_date date not null,
  to_date date,
  assigned_by uuid,
  entered_at timestamptz not null
);
create index assignment_account on access.assignment (account_id);
create index assignment_person on access.assignment (person_id);
create table access.bar (
  id uuid constraint bar_pkey primary key,
  person_id uuid not null constraint bar_person_fkey references access.person,
  account_id uuid not null,
  kind text not null constraint bar_kind check (kind in ('recused', 'named', 'accused')),
  entered_by uuid,
  entered_at timestamptz not null
);
create index bar_account on access.bar (account_id);
create index bar_person on access.bar (person_id);

create table access.consent (
  id uuid constraint consent_pkey primary key,
  person_id uuid not null constraint consent_person_fkey references access.person,
  given_by text not null constraint consent_given_by check (given_by in ('self', 'substitute')),
  relation text,
  authority text,
  purposes text[] not null constraint consent_purposes check (cardinality(purposes) > 0 and purposes <@ array['care', 'referral', 'coordination', 'list', 'report']),
  categories text[] not null constraint consent_categories check (cardinality(categories) > 0 and categories <@ array['identity', 'contact', 'health', 'housing', 'note']),
  to_agencies uuid[] not null constraint consent_to_agencies check (cardinality(to_agencies) > 0),
  form_version text not null,
  language text not null,
  how text not null constraint consent_how check (how in ('written', 'spoken', 'electronic')),
  interpreter boolean not null default false,
  conditions text,
  starts_on date not null,
  expires_on date,
  withdrawn_at timestamptz,
  withdrawn_how text,
  recorded_by uuid,
  recorded_at timestamptz not null,
  constraint consent_substitute check (given_by = 'self' or (relation is not null and authority is not null)),
  constraint consent_dates check (expires_on is null or expires_on >= starts_on)
);
create index consent_person on access.consent (person_id);
create index consent_recipients on access.consent using gin (to_agencies) where withdrawn_at is null;

-- An express instruction (lock-box): by section, agency or named account; nothing given closes everything of that kind.
create table access.instruction (
  id uuid constraint instruction_pkey primary key,
  person_id uuid not null constraint instruction_person_fkey references access.person,
  category text constraint instruction_category check (category in ('identity', 'contact', 'health', 'housing', 'note')),
  agency_id uuid,
  account_id uuid,
  -- Saying that something is withheld can itself harm.
  hide_mark boolean not null default false,
  in_words text,
  recorded_by uuid,
  recorded_at timestamptz not null,
  lifted_at timestamptz
);
create index instruction_person on access.instruction (person_id);
create index instruction_agency on access.instruction (agency_id) where lifted_at is null;
create index instruction_account on access.instruction (account_id) where lifted_at is null;

create table access.break_glass (
  id uuid constraint break_glass_pkey primary key,
  person_id uuid not null constraint break_glass_person_fkey references access.person,
  account_id uuid not null,
  ground text not null constraint break_glass_ground check (ground in ('serious-bodily-harm', 'child-in-need', 'emergency-care')),
  reason text not null constraint break_glass_reason check (length(reason) >= 10),
  opened_at timestamptz not null,
  ends_at timestamptz not null,
  reviewed_at timestamptz,
  reviewed_by uuid,
  outcome text constraint break_glass_outcome check (outcome in ('justified', 'not-justified')),
  constraint break_glass_hour check (ends_at > opened_at and ends_at <= opened_at + interval '60 minutes')
);
create index break_glass_account on access.break_glass (account_id);
create index break_glass_open on access.break_glass (opened_at) where reviewed_at is null;

do $$ declare t text; begin
  foreach t in array array['person', 'person_identity', 'person_alias', 'person_contact', 'person_health', 'person_housing', 'person_note', 'assignment', 'bar', 'consent', 'instruction', 'break_glass'] loop
    execute format('alter table access.%I enable row level security, force row level security', t);
  end loop;
end $$;

-- The sections that a role opens, for the work of its agency and for what is shared with it.
create function access.role_opens(section text) returns boolean language sql stable set search_path = '' as $$
  select case section
    when 'identity' then platform.ctx_has('intake-worker') or platform.ctx_has('clinician') or platform.ctx_has('access-supervisor') or platform.ctx_has('coordinator')
    when 'contact' then platform.ctx_has('intake-worker') or platform.ctx_has('clinician') or platform.ctx_has('access-supervisor') or platform.ctx_has('coordinator')
    when 'housing' then platform.ctx_has('intake-worker') or platform.ctx_has('clinician') or platform.ctx_has('access-supervisor')
    when 'health' then platform.ctx_has('clinician') or platform.ctx_has('access-supervisor')
    when 'note' then platform.ctx_has('clinician') or platform.ctx_has('access-supervisor')
    else false end
$$;
-- Sets of people, each read once a query; a policy asks "is this person in the set", never "may I see this row".
create function access.barred_persons() returns setof uuid language sql stable security definer set search_path = '' as $$
  select b.person_id from access.bar b where b.account_id = platform.ctx_account()
$$;
create function access.assigned_persons() returns setof uuid language sql stable security definer set search_path = '' as $$
  select a.person_id from access.assignment a where a.account_id = platform.ctx_account() and a.from_date <= platform.ctx_today() and (a.to_date is null or a.to_date >= platform.ctx_today())
$$;
create function access.locked_persons(section text) returns setof uuid language sql stable security definer set search_path = '' as $$
  select i.person_id from access.instruction i where i.lifted_at is null and (i.category is null or i.category = section)
    and (i.agency_id is null or i.agency_id = platform.ctx_agency()) and (i.account_id is null or i.account_id = platform.ctx_account())
$$;
create function access.shared_persons(section text) returns setof uuid language sql stable security definer set search_path = '' as $$
  select c.person_id from access.consent c where c.to_agencies @> array[platform.ctx_agency()] and section = any (c.categories) and 'care' = any (c.purposes)
    and c.withdrawn_at is null and c.starts_on <= platform.ctx_today() and (c.expires_on is null or c.expires_on >= platform.ctx_today())
$$;
create function access.opened_persons() returns setof uuid language sql stable security definer set search_path = '' as $$
  select g.person_id from access.break_glass g where g.account_id = platform.ctx_account() and g.opened_at <= platform.ctx_now() and g.ends_at > platform.ctx_now()
$$;

-- One decision about one person, for the functions that open a section with its audit row: permit, mask (withheld at the person's direction) or deny.
create function access.decide(of_person uuid, section text) returns text language sql stable security definer set search_path = '' as $$
  select case
    when p.id is null or platform.ctx_actor() is distinct from 'staff' then 'deny'
    when of_person in (select access.barred_persons()) then 'deny'
    when of_person in (select access.opened_persons()) then 'permit'
    when not access.role_opens(section) then 'deny'
    when not ((p.agency_id = platform.ctx_agency() and (platform.ctx_has('access-supervisor') or of_person in (select access.assigned_persons())))
      or of_person in (select access.shared_persons(section))) then 'deny'
    when of_person in (select access.locked_persons(section)) then
      case when exists (select from access.instruction i where i.person_id = of_person and i.lifted_at is null and i.hide_mark and (i.category is null or i.category = section)) then 'deny' else 'mask' end
    else 'permit' end
  from (select 1) one left join access.person p on p.id = of_person and p.state <> 'void'
$$;
-- Reads a section that stands behind no grant: writes the audit line first, then gives the rows; nothing where the decision is not permit.
create function access.read_section(of_person uuid, section text) returns table (id uuid, agency_id uuid, body text, written_by uuid, written_at timestamptz)
language plpgsql security definer set search_path = '' as $$
declare
  decision text := access.decide(of_person, section);
begin
  if section not in ('health', 'housing', 'note') then return; end if;
  perform platform.write_audit('access.read-section', 'person', of_person::text, case decision when 'permit' then 'permit' when 'mask' then 'mask' else 'refuse' end, jsonb_build_object('section', section));
  if decision <> 'permit' then return; end if;
  if section = 'health' then return query select h.id, h.agency_id, h.body, h.written_by, h.written_at from access.person_health h where h.person_id = of_person order by h.written_at;
  elsif section = 'housing' then return query select h.id, h.agency_id, h.body, h.written_by, h.written_at from access.person_housing h where h.person_id = of_person order by h.written_at;
  else return query select h.id, h.agency_id, h.body, h.written_by, h.written_at from access.person_note h where h.person_id = of_person order by h.written_at;
  end if;
end $$;
-- People whom the actor has entered herself, this day: she is the first to be assigned.
create function access.entered_persons() returns setof uuid language sql stable security definer set search_path = '' as $$
  select p.id from access.person p where p.entered_by = platform.ctx_account() and p.agency_id = platform.ctx_agency()
$$;
-- Opens a record by a listed ground, with a reason and a second factor shown in the last fifteen minutes; at most an hour, one record, nobody barred from it.
create function access.open_glass(new_id uuid, of_person uuid, given_ground text, given_reason text, minutes integer) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  factor timestamptz := (platform.ctx() ->> 'secondFactor')::timestamptz;
  barred boolean := of_person in (select access.barred_persons());
begin
  if platform.ctx_actor() is distinct from 'staff' or barred or minutes not between 1 and 60 or length(given_reason) < 10 or factor is null or factor < platform.ctx_now() - interval '15 minutes'
    or not exists (select from access.person p where p.id = of_person and p.state <> 'void') then
    perform platform.write_audit('access.break-glass', 'person', of_person::text, 'refuse', jsonb_build_object('ground', given_ground));
    return false;
  end if;
  insert into access.break_glass (id, person_id, account_id, ground, reason, opened_at, ends_at)
  values (new_id, of_person, platform.ctx_account(), given_ground, given_reason, platform.ctx_now(), platform.ctx_now() + make_interval(mins => minutes));
  perform platform.write_audit('access.break-glass', 'person', of_person::text, 'permit', jsonb_build_object('ground', given_ground, 'minutes', minutes));
  return true;
end $$;
-- Roles of the access module.
alter table identity.membership drop constraint membership_role, add constraint membership_role check (role in ('plan-manager', 'operator-311', 'leadership-member', 'table-chair', 'table-member',
  'partner', 'analyst', 'auditor', 'privacy-officer', 'administrator', 'intake-worker', 'clinician', 'access-supervisor', 'coordinator', 'volunteer', 'directory-editor'));
