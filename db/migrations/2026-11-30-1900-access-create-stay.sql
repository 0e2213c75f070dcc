-- Where a person stayed, from which day to which, and how that is known. Stays belong to the section housing: no grant to read, one function with its audit line.
create table access.stay (
  id uuid constraint stay_pkey primary key,
  person_id uuid not null constraint stay_person_fkey references access.person,
  agency_id uuid not null constraint stay_agency_fkey references identity.agency,
  kind text not null constraint stay_kind check (kind in ('unsheltered', 'shelter', 'hidden', 'transitional', 'institution', 'housed')),
  place text,
  start_date date not null,
  end_date date,
  evidence text not null constraint stay_evidence check (evidence in ('observed', 'reported', 'verified')),
  entered_by uuid,
  entered_at timestamptz not null,
  voided_at timestamptz,
  voided_by uuid,
  constraint stay_dates check (end_date is null or end_date >= start_date),
  constraint stay_voided check ((voided_at is null) = (voided_by is null))
);
create index stay_person on access.stay (person_id) where voided_at is null;

-- People who live or stay together, with dates; each keeps a record of her own.
create table access.household (
  id uuid constraint household_pkey primary key,
  agency_id uuid not null constraint household_agency_fkey references identity.agency,
  entered_by uuid,
  entered_at timestamptz not null
);
create table access.household_member (
  id uuid constraint household_member_pkey primary key,
  household_id uuid not null constraint household_member_household_fkey references access.household,
  person_id uuid not null constraint household_member_person_fkey references access.person,
  relation text not null constraint household_member_relation check (relation in ('head', 'partner', 'child', 'parent', 'other')),
  from_date date not null,
  to_date date,
  entered_by uuid,
  entered_at timestamptz not null,
  constraint household_member_dates check (to_date is null or to_date >= from_date)
);
create index household_member_household on access.household_member (household_id);
create index household_member_person on access.household_member (person_id);

-- A by-name list, the agency that keeps it, and its rules as data.
create table access.list (
  id uuid constraint list_pkey primary key,
  slug text not null constraint list_slug_key unique,
  name platform.bilingual not null,
  agency_id uuid not null constraint list_agency_fkey references identity.agency,
  inactive_after integer not null default 90 constraint list_inactive_after check (inactive_after between 1 and 730),
  stale_after integer not null default 90 constraint list_stale_after check (stale_after between 1 and 730),
  -- Kinds of events that show that somebody is still there; 'shelter' is each day of a stay in a shelter.
  qualifying text[] not null,
  demonstration boolean not null default false
);

-- News of a person that is no stay: a visit, a call, a meal, an assessment. It keeps somebody active where the list says that its kind does.
create table access.activity (
  id uuid constraint activity_pkey primary key,
  person_id uuid not null constraint activity_person_fkey references access.person,
  agency_id uuid not null constraint activity_agency_fkey references identity.agency,
  kind text not null constraint activity_kind check (kind in ('contact', 'case', 'assessment', 'service', 'meal', 'placement', 'call')),
  on_date date not null,
  entered_by uuid,
  entered_at timestamptz not null
);
create index activity_person on access.activity (person_id, on_date desc);

-- Changes of a person's state on a list: the day from which it holds and the moment at which the list learnt of it. Never changed, never deleted.
create table access.list_change (
  id uuid constraint list_change_pkey primary key,
  -- The order in which the list learnt of changes, also within one moment.
  place bigint generated always as identity,
  list_id uuid not null constraint list_change_list_fkey references access.list,
  person_id uuid not null constraint list_change_person_fkey references access.person,
  from_state text constraint list_change_from check (from_state in ('active', 'housed', 'inactive', 'left')),
  to_state text not null constraint list_change_to check (to_state in ('active', 'housed', 'inactive', 'left')),
  reason text not null,
  effective date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  note text,
  -- The transitions of section 1.3: what may follow what, and for which reason.
  constraint list_change_transition check (
    (from_state is null and to_state = 'active' and reason = 'newly-identified')
    or (from_state is not distinct from 'active' and to_state = 'housed' and reason = 'housed')
    or (from_state is not distinct from 'active' and to_state = 'inactive' and reason = 'no-contact')
    or (from_state is not distinct from 'active' and to_state = 'left' and reason in ('criteria-lost', 'deceased', 'moved-away', 'consent-lapsed'))
    or (from_state is not distinct from 'housed' and to_state = 'active' and reason = 'returned-from-housing')
    or (from_state is not distinct from 'inactive' and to_state = 'active' and reason = 'returned-from-inactive')
    or (from_state is not distinct from 'inactive' and to_state = 'housed' and reason = 'housed')
    or (from_state is not distinct from 'inactive' and to_state = 'left' and reason in ('deceased', 'moved-away', 'consent-lapsed'))
    or (from_state is not distinct from 'housed' and to_state = 'left' and reason in ('deceased', 'moved-away', 'consent-lapsed'))
    or (from_state is not distinct from 'left' and to_state = 'active' and reason = 'returned')
    or (to_state = 'left' and reason in ('merge', 'void')))
);
create index list_change_person on access.list_change (list_id, person_id, effective desc, recorded_at desc);

-- Somebody who refuses consent is counted and never named: a token without a person, kept by whoever counts.
create table access.list_refusal (
  id uuid constraint list_refusal_pkey primary key,
  list_id uuid not null constraint list_refusal_list_fkey references access.list,
  from_month date not null constraint list_refusal_month check (from_month = date_trunc('month', from_month)),
  to_month date,
  recorded_at timestamptz not null
);

-- The measures of a month as they were when they were first stated; later news is shown beside them and never changes them.
create table access.list_snapshot (
  list_id uuid not null constraint list_snapshot_list_fkey references access.list,
  month date not null constraint list_snapshot_month check (month = date_trunc('month', month)),
  measures jsonb not null,
  refusals integer not null,
  frozen_at timestamptz not null,
  constraint list_snapshot_pkey primary key (list_id, month)
);

do $$ declare t text; begin
  foreach t in array array['list_snapshot', 'stay', 'household', 'household_member', 'list', 'activity', 'list_change', 'list_refusal'] loop
    execute format('alter table access.%I enable row level security, force row level security', t);
  end loop;
end $$;

-- Stays of a person, for whoever may read her housing: the audit line first.
create function access.read_stays(of_person uuid) returns table (id uuid, agency_id uuid, kind text, place text, start_date date, end_date date, evidence text, entered_at timestamptz)
language plpgsql security definer set search_path = '' as $$
declare
  decision text := access.decide(of_person, 'housing');
begin
  perform platform.write_audit('access.read-section', 'person', of_person::text, case decision when 'permit' then 'permit' when 'mask' then 'mask' else 'refuse' end, '{"section": "housing", "part": "stays"}');
  if decision <> 'permit' then return; end if;
  return query select s.id, s.agency_id, s.kind, s.place, s.start_date, s.end_date, s.evidence, s.entered_at from access.stay s where s.person_id = of_person and s.voided_at is null order by s.start_date, s.id;
end $$;

-- Ends a stay, or voids one that was entered wrongly: for whoever may write the person's housing.
create function access.close_stay(stay uuid, last_day date, as_void boolean) returns boolean language plpgsql security definer set search_path = '' as $$
declare
  person uuid := (select s.person_id from access.stay s where s.id = stay and s.voided_at is null and s.agency_id = platform.ctx_agency());
begin
  if person is null or access.decide(person, 'housing') <> 'permit' or not exists (select from access.person p where p.id = person and p.agency_id = platform.ctx_agency()) or person in (select access.opened_persons()) then return false; end if;
  if as_void then update access.stay s set voided_at = platform.ctx_now(), voided_by = platform.ctx_account() where s.id = stay;
  else update access.stay s set end_date = last_day where s.id = stay and s.start_date <= last_day and last_day <= platform.ctx_today(); end if;
  return found;
end $$;

-- THE function that says who is on a list on a day, and why not: one line for each person who has agreed to the list or has ever been on it. Every
-- screen, job and export asks it. Not granted to anybody: the functions below open it.
create function access.list_standing(of_list uuid, on_day date, known_at timestamptz) returns table (
  person_id uuid, consented boolean, whereabouts text, last_activity date, last_kind text, active boolean, state text, since date, recorded boolean, on_list boolean)
language sql stable set search_path = '' as $$
  with l as (select * from access.list where id = of_list),
  agreed as (
    select distinct c.person_id from access.consent c, l where c.to_agencies @> array[l.agency_id] and 'list' = any (c.purposes) and c.categories @> array['identity', 'housing']
      and c.starts_on <= on_day and (c.expires_on is null or c.expires_on >= on_day) and (c.withdrawn_at is null or c.withdrawn_at > known_at) and c.recorded_at <= known_at),
  latest as (
    select distinct on (h.person_id) h.person_id, h.to_state, h.effective, h.reason from access.list_change h
    where h.list_id = of_list and h.effective <= on_day and h.recorded_at <= known_at order by h.person_id, h.effective desc, h.recorded_at desc, h.place desc),
  everybody as (select a.person_id from agreed a union select t.person_id from latest t),
  known_stay as (
    select s.person_id, s.kind, s.start_date, least(coalesce(s.end_date, on_day), on_day) as last_day, s.id from access.stay s join everybody e on e.person_id = s.person_id
    where s.start_date <= on_day and s.entered_at <= known_at and (s.voided_at is null or s.voided_at > known_at)),
  place as (select distinct on (k.person_id) k.person_id, k.kind from known_stay k order by k.person_id, k.last_day desc, k.start_date desc, k.id desc),
  news as (
    select k.person_id, case when k.kind = 'shelter' then k.last_day else k.start_date end as on_date, case when k.kind = 'shelter' then 'shelter' else 'stay' end as kind from known_stay k
    union all select a.person_id, a.on_date, a.kind from access.activity a join everybody e on e.person_id = a.person_id where a.on_date <= on_day and a.entered_at <= known_at),
  last_news as (select distinct on (n.person_id) n.person_id, n.on_date, n.kind from news n, l where n.kind = any (l.qualifying) order by n.person_id, n.on_date desc, n.kind)
  select e.person_id, g.person_id is not null, coalesce(case when w.kind in ('unsheltered', 'shelter', 'hidden') then 'homeless' else w.kind end, 'unknown'), n.on_date, n.kind,
    coalesce(n.on_date >= on_day - l.inactive_after, false), t.to_state, t.effective, p.state in ('active', 'inactive'),
    g.person_id is not null and coalesce(w.kind in ('unsheltered', 'shelter', 'hidden'), false) and coalesce(n.on_date >= on_day - l.inactive_after, false)
      and p.state in ('active', 'inactive') and (t.to_state is distinct from 'left' or t.reason not in ('deceased', 'moved-away', 'merge', 'void'))
  from everybody e cross join l join access.person p on p.id = e.person_id
    left join agreed g on g.person_id = e.person_id left join place w on w.person_id = e.person_id left join last_news n on n.person_id = e.person_id left join latest t on t.person_id = e.person_id
$$;

-- Who keeps lists: coordinators and supervisors of the agency that the list belongs to.
create function access.kept_lists() returns setof uuid language sql stable security definer set search_path = '' as $$
  select l.id from access.list l where l.agency_id = platform.ctx_agency() and (platform.ctx_has('coordinator') or platform.ctx_has('access-supervisor'))
$$;

-- The list with names, for those who keep it: people who agreed, nobody who is barred to the reader or withholds herself from her. One audit line that the list was read.
create function access.read_list(of_list uuid, on_day date) returns table (
  person_id uuid, given_name text, family_name text, birth_date date, demonstration boolean, whereabouts text, last_activity date, last_kind text, active boolean, state text, since date, on_list boolean, changed_at timestamptz)
language plpgsql security definer set search_path = '' as $$
begin
  if of_list not in (select access.kept_lists()) then
    perform platform.write_audit('access.read-list', 'list', of_list::text, 'refuse', '{}');
    return;
  end if;
  perform platform.write_audit('access.read-list', 'list', of_list::text, 'permit', '{}');
  return query
    select t.person_id, i.given_name, i.family_name, i.birth_date, p.demonstration, t.whereabouts, t.last_activity, t.last_kind, t.active, t.state, t.since, t.on_list, p.changed_at
    from access.list_standing(of_list, on_day, platform.ctx_now()) t join access.person p on p.id = t.person_id left join access.person_identity i on i.person_id = t.person_id
    where t.consented and t.recorded and t.person_id not in (select access.barred_persons()) and t.person_id not in (select access.locked_persons('identity'))
    order by i.search_key nulls last, t.person_id;
end $$;

-- The stays that the list counts days from, without names, for those who keep it.
create function access.list_stays(of_list uuid, on_day date) returns table (person_id uuid, agency_id uuid, kind text, start_date date, end_date date, evidence text)
language sql stable security definer set search_path = '' as $$
  select s.person_id, s.agency_id, s.kind, s.start_date, s.end_date, s.evidence
  from access.list_standing(of_list, on_day, platform.ctx_now()) t join access.stay s on s.person_id = t.person_id
  where of_list in (select access.kept_lists()) and t.consented and s.voided_at is null and s.start_date <= on_day
    and t.person_id not in (select access.barred_persons()) and t.person_id not in (select access.locked_persons('housing'))
$$;

-- Why a person is or is not on a list today: each condition by itself, for whoever may read her housing.
create function access.why_listed(of_person uuid) returns table (
  list_id uuid, name jsonb, consented boolean, whereabouts text, last_activity date, last_kind text, active boolean, inactive_after integer, state text, since date, on_list boolean)
language plpgsql security definer set search_path = '' as $$
declare
  decision text := access.decide(of_person, 'housing');
begin
  perform platform.write_audit('access.read-section', 'person', of_person::text, case decision when 'permit' then 'permit' when 'mask' then 'mask' else 'refuse' end, '{"section": "housing", "part": "list"}');
  if decision <> 'permit' then return; end if;
  return query select l.id, l.name::jsonb, coalesce(t.consented, false), coalesce(t.whereabouts, (select case when s.kind in ('unsheltered', 'shelter', 'hidden') then 'homeless' else s.kind end from access.stay s
      where s.person_id = of_person and s.voided_at is null and s.start_date <= platform.ctx_today() order by least(coalesce(s.end_date, platform.ctx_today()), platform.ctx_today()) desc, s.start_date desc limit 1), 'unknown'),
    t.last_activity, t.last_kind, coalesce(t.active, false), l.inactive_after, t.state, t.since, coalesce(t.on_list, false)
  from access.list l left join lateral (select * from access.list_standing(l.id, platform.ctx_today(), platform.ctx_now()) x where x.person_id = of_person) t on true
  where l.demonstration is not distinct from (select a.demonstration from identity.agency a where a.id = platform.ctx_agency()) order by l.slug;
end $$;

-- Changes a person's state on a list from what the list knows to be her state on that day; false where that transition does not exist or is not hers to make.
create function access.change_list(new_id uuid, of_list uuid, of_person uuid, new_state text, given_reason text, from_day date, given_note text) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  may boolean := platform.ctx_actor() = 'staff' and of_person not in (select access.barred_persons())
    and ((of_list in (select access.kept_lists()) and of_person in (select t.person_id from access.list_standing(of_list, platform.ctx_today(), platform.ctx_now()) t))
      or (access.decide(of_person, 'housing') = 'permit' and of_person not in (select access.opened_persons()) and exists (select from access.person p where p.id = of_person and p.agency_id = platform.ctx_agency())));
  earlier text;
begin
  if not may or from_day > platform.ctx_today() then return false; end if;
  select h.to_state into earlier from access.list_change h where h.list_id = of_list and h.person_id = of_person and h.effective <= from_day order by h.effective desc, h.recorded_at desc, h.place desc limit 1;
  insert into access.list_change (id, list_id, person_id, from_state, to_state, reason, effective, recorded_at, recorded_by, note)
    values (new_id, of_list, of_person, earlier, new_state, given_reason, from_day, platform.ctx_now(), platform.ctx_account(), given_note);
  return true;
exception when check_violation then
  return false;
end $$;

-- Brings the states of a list up to what the list function says today: newly identified, returned, inactive, housed, consent lapsed. The worker's alone; gives how many changed.
create function access.settle_list(of_list uuid) returns integer language plpgsql security definer set search_path = '' as $$
declare
  one record;
  changed integer := 0;
  today date := platform.ctx_today();
  threshold integer := (select l.inactive_after from access.list l where l.id = of_list);
begin
  if platform.ctx_actor() is distinct from 'worker' then raise exception 'only the nightly job settles a list' using errcode = '42501'; end if;
  for one in
    select t.*, case
        when t.state is null and t.on_list then array['active', 'newly-identified']
        when t.state = 'active' and not t.consented then array['left', 'consent-lapsed']
        when t.state in ('active', 'inactive') and t.whereabouts = 'housed' then array['housed', 'housed']
        when t.state = 'active' and not t.active then array['inactive', 'no-contact']
        when t.state = 'inactive' and t.on_list then array['active', 'returned-from-inactive']
        when t.state = 'housed' and t.on_list then array['active', 'returned-from-housing']
        when t.state = 'left' and t.on_list then array['active', 'returned'] end as next,
      (select min(s.start_date) from access.stay s where s.person_id = t.person_id and s.voided_at is null and s.kind in ('unsheltered', 'shelter', 'hidden')
        and (t.state is distinct from 'housed' or s.start_date >= t.since)) as homeless_from,
      (select max(s.start_date) from access.stay s where s.person_id = t.person_id and s.voided_at is null and s.kind = 'housed' and s.start_date <= today) as housed_from
    from access.list_standing(of_list, today, platform.ctx_now()) t where t.recorded
  loop
    continue when one.next is null;
    insert into access.list_change (id, list_id, person_id, from_state, to_state, reason, effective, recorded_at)
    values (gen_random_uuid(), of_list, one.person_id, one.state, one.next[1], one.next[2],
      greatest(one.since, case one.next[2]
        when 'newly-identified' then coalesce(one.homeless_from, today)
        when 'no-contact' then least(today, coalesce(one.last_activity + threshold + 1, today))
        when 'housed' then coalesce(one.housed_from, today)
        when 'returned-from-inactive' then coalesce(one.last_activity, today)
        when 'returned-from-housing' then coalesce(one.homeless_from, today)
        else today end), platform.ctx_now());
    changed := changed + 1;
  end loop;
  return changed;
end $$;

-- The changes of a list as events without names, for its measures and for those who keep it.
create function access.list_events(of_list uuid) returns table (person_id uuid, effective date, recorded_at timestamptz, from_state text, to_state text, reason text)
language sql stable security definer set search_path = '' as $$
  select h.person_id, h.effective, h.recorded_at, h.from_state, h.to_state, h.reason from access.list_change h where h.list_id = of_list and (of_list in (select access.kept_lists()) or platform.ctx_actor() = 'worker') order by h.place
$$;
