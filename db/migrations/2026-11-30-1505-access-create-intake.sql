-- Requests for help. Who somebody is and what she wrote stand apart from the request and are read through a function that writes the audit line first.
create table access.intake (
  -- Random: one that is ordered by time would tell more than it must.
  id uuid constraint intake_pkey primary key,
  agency_id uuid not null constraint intake_agency_fkey references identity.agency,
  point_slug text not null constraint intake_point_fkey references access.access_point (slug),
  door text not null constraint intake_door check (door in ('telephone', 'web', 'professional', 'walk-in', 'printed')),
  language text not null constraint intake_language check (language in ('en', 'fr')),
  anonymous boolean not null,
  do_not_contact boolean not null default false,
  message_ok boolean not null default false,
  may_share boolean not null default false,
  -- Whether the person for whom a professional asks knows of it; without her knowing nothing is kept.
  knows text constraint intake_knows check (knows in ('agrees', 'unsure')),
  age_band text constraint intake_age_band check (age_band in ('0-11', '12-17', '18-24', '25-54', '55-over')),
  state text not null default 'open' constraint intake_state check (state in ('open', 'closed', 'withdrawn')),
  received_at timestamptz not null,
  entered_by uuid,
  taken_by uuid,
  taken_at timestamptz,
  level text,
  triaged_at timestamptz,
  reached_at timestamptz,
  -- What is due next and from which instant it is late.
  due_for text constraint intake_due_for check (due_for in ('triage', 'contact')),
  due_on date,
  due_at timestamptz,
  person_id uuid constraint intake_person_fkey references access.person,
  closed_at timestamptz,
  close_reason text constraint intake_close_reason check (close_reason in ('helped', 'handed-over', 'information', 'unable-to-reach', 'not-wanted', 'duplicate', 'other')),
  erased_at timestamptz,
  -- The same form sent twice is one request.
  once bytea not null constraint intake_once unique,
  code_hash bytea,
  constraint intake_closed check ((state = 'closed') = (close_reason is not null)),
  constraint intake_due check ((due_for is null) = (due_on is null) and (due_for is null) = (due_at is null)),
  constraint intake_level check ((level is null) = (triaged_at is null))
);
create index intake_agency on access.intake (agency_id, state);
create index intake_person on access.intake (person_id) where person_id is not null;
create unique index intake_code on access.intake (code_hash) where code_hash is not null;

create table access.intake_detail (
  intake_id uuid constraint intake_detail_pkey primary key constraint intake_detail_intake_fkey references access.intake,
  whom text constraint intake_detail_whom check (whom in ('self', 'other')),
  given_name text,
  family_name text,
  age integer constraint intake_detail_age check (age between 0 and 120),
  in_school boolean,
  condition_answer text constraint intake_detail_condition check (condition_answer in ('yes', 'no', 'unsure')),
  municipality text,
  spoken text,
  preference text constraint intake_detail_preference check (preference in ('phone', 'text', 'email', 'in-person', 'none')),
  phone text,
  email text,
  safe_times text,
  story text,
  profession text,
  professional_name text,
  professional_organisation text,
  professional_phone text,
  professional_email text
);

-- What happened to a request. The note is read with the detail.
create table access.intake_event (
  id uuid constraint intake_event_pkey primary key,
  intake_id uuid not null constraint intake_event_intake_fkey references access.intake,
  kind text not null constraint intake_event_kind check (kind in ('received', 'taken', 'given-back', 'triaged', 'attempt', 'linked', 'entered', 'handed-over', 'confirmed', 'closed', 'reopened', 'withdrawn')),
  at timestamptz not null,
  on_date date not null,
  account_id uuid,
  level text,
  channel text constraint intake_event_channel check (channel in ('phone', 'text', 'email', 'in-person', 'post')),
  outcome text constraint intake_event_outcome check (outcome in ('reached', 'no-answer', 'message-left', 'wrong-contact')),
  note text
);
create index intake_event_intake on access.intake_event (intake_id);

-- A warm hand-over: by a call of three or in person, from one agency to a named one.
create table access.hand_off (
  id uuid constraint hand_off_pkey primary key,
  intake_id uuid not null constraint hand_off_intake_fkey references access.intake,
  from_agency uuid not null,
  from_account uuid not null,
  to_agency uuid,
  to_name text,
  to_person text not null,
  how text not null constraint hand_off_how check (how in ('three-way-call', 'accompanied', 'meeting')),
  on_date date not null,
  agreed text,
  recorded_at timestamptz not null,
  confirmed_at timestamptz,
  confirmed_by uuid,
  confirmed_how text constraint hand_off_confirmed_how check (confirmed_how in ('receiver', 'told')),
  constraint hand_off_to check (num_nonnulls(to_agency, to_name) = 1),
  constraint hand_off_confirmed check ((confirmed_at is null) = (confirmed_how is null))
);
create index hand_off_intake on access.hand_off (intake_id);
create index hand_off_to_agency on access.hand_off (to_agency);

do $$ declare t text; begin
  foreach t in array array['intake', 'intake_detail', 'intake_event', 'hand_off'] loop
    execute format('alter table access.%I enable row level security, force row level security', t);
  end loop;
end $$;

-- Which of some requests the actor may open, for the functions below: those of her agency, and once a record is linked only by the rules of that record.
-- The row policy of access.intake says the same.
create function access.own_intakes(among uuid[]) returns setof uuid language sql stable security definer set search_path = '' as $$
  select i.id from access.intake i
  where i.id = any (among) and (select platform.ctx_actor()) = 'staff' and i.agency_id = (select platform.ctx_agency())
    and ((select platform.ctx_has('intake-worker')) or (select platform.ctx_has('access-supervisor')) or ((select platform.ctx_has('clinician')) and i.person_id is not null))
    and (i.person_id is null or (i.person_id not in (select access.barred_persons()) and (i.person_id in (select access.opened_persons())
      or (i.person_id not in (select access.locked_persons('identity'))
        and ((select platform.ctx_has('access-supervisor')) or i.person_id in (select access.assigned_persons()) or i.person_id in (select access.shared_persons('identity')))))))
$$;

-- Takes a request with what was written in it: once for each form. Gives 'received', 'again' (the same form, minutes ago), 'before' or 'closed'.
create function access.receive_intake(given jsonb, detail jsonb) returns text language plpgsql security definer set search_path = '' as $$
declare
  new_row access.intake := jsonb_populate_record(null::access.intake, given);
  runs uuid;
begin
  select a.id into runs from access.access_point p join identity.agency a on a.slug = p.agency_slug
  where p.slug = new_row.point_slug and p.removed_at is null and p.known_from <= platform.ctx_today() and new_row.door = any (p.doors)
    and (a.from_date is null or a.from_date <= platform.ctx_today()) and (a.to_date is null or a.to_date >= platform.ctx_today());
  if runs is null or platform.ctx_actor() is null then return 'closed'; end if;
  if new_row.door not in ('web', 'professional') and not (platform.ctx_actor() = 'staff' and coalesce(platform.ctx_agency() = runs, false)
    and (platform.ctx_has('intake-worker') or platform.ctx_has('access-supervisor'))) then return 'closed'; end if;
  insert into access.intake (id, agency_id, point_slug, door, language, anonymous, do_not_contact, message_ok, may_share, knows, age_band, received_at, entered_by, due_for, due_on, due_at, once, code_hash)
  values (new_row.id, runs, new_row.point_slug, new_row.door, new_row.language, new_row.anonymous, new_row.do_not_contact, new_row.message_ok, new_row.may_share, new_row.knows, new_row.age_band,
    platform.ctx_now(), case when new_row.door in ('web', 'professional') then null else platform.ctx_account() end, 'triage', new_row.due_on, new_row.due_at, new_row.once, new_row.code_hash)
  on conflict (once) do nothing;
  if not found then
    return case when exists (select from access.intake i where i.once = new_row.once and i.state = 'open' and i.received_at > platform.ctx_now() - interval '10 minutes') then 'again' else 'before' end;
  end if;
  insert into access.intake_detail select (jsonb_populate_record(null::access.intake_detail, detail || jsonb_build_object('intake_id', new_row.id))).*;
  insert into access.intake_event (id, intake_id, kind, at, on_date, account_id)
  values (gen_random_uuid(), new_row.id, 'received', platform.ctx_now(), platform.ctx_today(), case when new_row.door in ('web', 'professional') then null else platform.ctx_account() end);
  return 'received';
end $$;

-- Reads who asked and what was written: writes the audit line first, at the request and at the record that it is linked to.
create function access.read_intake(of_intake uuid) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  permitted boolean := exists (select from access.own_intakes(array[of_intake]));
  person uuid;
begin
  perform platform.write_audit('access.read-intake', 'intake', of_intake::text, case when permitted then 'permit' else 'refuse' end, '{}');
  if not permitted then return null; end if;
  select i.person_id into person from access.intake i where i.id = of_intake;
  if person is not null then perform platform.write_audit('access.read-intake', 'person', person::text, 'permit', '{"section": "contact"}'); end if;
  return jsonb_build_object(
    'detail', (select to_jsonb(d) from access.intake_detail d where d.intake_id = of_intake),
    'notes', coalesce((select jsonb_object_agg(e.id, e.note) from access.intake_event e where e.intake_id = of_intake and e.note is not null), '{}'),
    'agreed', coalesce((select jsonb_object_agg(h.id, h.agreed) from access.hand_off h where h.intake_id = of_intake and h.agreed is not null), '{}'));
end $$;

-- Whose name or number fits, among the open requests that the asker may open; each one that is found leaves an audit line.
create function access.seek_intakes(wanted text) returns setof uuid language plpgsql security definer set search_path = '' as $$
declare
  key text := lower(regexp_replace(wanted, '\s+', ' ', 'g'));
  digits text := regexp_replace(wanted, '\D', '', 'g');
  one uuid;
begin
  if length(key) < 2 then return; end if;
  for one in
    select o.id from access.own_intakes(array(select i.id from access.intake i join access.intake_detail d on d.intake_id = i.id
      where i.state = 'open' and i.agency_id = (select platform.ctx_agency()) and (strpos(lower(coalesce(d.given_name, '') || ' ' || coalesce(d.family_name, '')), key) > 0
        or (length(digits) >= 7 and strpos(regexp_replace(coalesce(d.phone, ''), '\D', '', 'g'), digits) > 0) or lower(d.email) = key))) o(id)
    order by o.id limit 20
  loop
    perform platform.write_audit('access.seek-intakes', 'intake', one::text, 'permit', '{}');
    return next one;
  end loop;
end $$;

-- What happened to the request whose code was shown, for whoever asked for help; nothing of what was written in it.
create function access.followed_intake() returns jsonb language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', i.id, 'point', p.slug, 'pointName', p.name, 'telephone', p.telephone, 'agency', a.name, 'state', i.state, 'receivedAt', i.received_at, 'taken', i.taken_by is not null,
    'dueFor', i.due_for, 'dueOn', i.due_on, 'doNotContact', i.do_not_contact, 'triagedAt', i.triaged_at, 'reachedAt', i.reached_at, 'closedAt', i.closed_at, 'closeReason', i.close_reason, 'record', i.person_id is not null,
    'attempts', coalesce((select jsonb_agg(jsonb_build_object('on', e.on_date, 'channel', e.channel) order by e.at) from access.intake_event e where e.intake_id = i.id and e.kind = 'attempt'), '[]'),
    'handOffs', coalesce((select jsonb_agg(jsonb_build_object('on', h.on_date, 'to', coalesce(t.name, jsonb_build_object('en', h.to_name, 'fr', h.to_name)), 'confirmed', h.confirmed_at is not null) order by h.recorded_at)
      from access.hand_off h left join identity.agency t on t.id = h.to_agency where h.intake_id = i.id), '[]'))
  from access.intake i join access.access_point p on p.slug = i.point_slug join identity.agency a on a.id = i.agency_id
  where i.code_hash = (select platform.ctx_capability())
$$;

-- Empties a request of everything that tells who asked: what stays is that somebody did, where, and when.
create function access.empty_intake(of_intake uuid) returns void language plpgsql set search_path = '' as $$
begin
  delete from access.intake_detail where intake_id = of_intake;
  update access.intake_event set note = null where intake_id = of_intake and note is not null;
  update access.hand_off set agreed = null where intake_id = of_intake and agreed is not null;
  update access.intake set erased_at = platform.ctx_now(), code_hash = null, age_band = null, knows = null, due_for = null, due_on = null, due_at = null where id = of_intake;
end $$;
-- The person withdraws with her code: at once nothing is kept of who she is and what she wrote. Gives the request, or nothing where the code opens none.
create function access.withdraw_intake() returns uuid language plpgsql security definer set search_path = '' as $$
declare
  own uuid;
begin
  select i.id into own from access.intake i where i.code_hash = (select platform.ctx_capability()) for update;
  if own is null then return null; end if;
  update access.intake set state = 'withdrawn', closed_at = coalesce(closed_at, platform.ctx_now()), close_reason = null where id = own;
  perform access.empty_intake(own);
  insert into access.intake_event (id, intake_id, kind, at, on_date) values (gen_random_uuid(), own, 'withdrawn', platform.ctx_now(), platform.ctx_today());
  perform platform.write_audit('access.withdraw-intake', 'intake', own::text, 'permit', '{}');
  return own;
end $$;
-- The same for somebody who has no code and asks a worker of the point for it. False where the request is not open to the asker or is withdrawn already.
create function access.withdraw_intake_for(of_intake uuid) returns boolean language plpgsql security definer set search_path = '' as $$
declare
  permitted boolean := (platform.ctx_has('intake-worker') or platform.ctx_has('access-supervisor')) and exists (select from access.own_intakes(array[of_intake]))
    and exists (select from access.intake i where i.id = of_intake and i.state <> 'withdrawn');
begin
  perform platform.write_audit('access.withdraw-intake', 'intake', of_intake::text, case when permitted then 'permit' else 'refuse' end, '{}');
  if not permitted then return false; end if;
  update access.intake set state = 'withdrawn', closed_at = coalesce(closed_at, platform.ctx_now()), close_reason = null where id = of_intake;
  perform access.empty_intake(of_intake);
  insert into access.intake_event (id, intake_id, kind, at, on_date, account_id) values (gen_random_uuid(), of_intake, 'withdrawn', platform.ctx_now(), platform.ctx_today(), platform.ctx_account());
  return true;
end $$;
-- Requests that were closed ninety days ago without becoming a record are emptied. Gives how many.
create function access.purge_intakes() returns integer language plpgsql security definer set search_path = '' as $$
declare
  one uuid;
  done integer := 0;
begin
  if platform.ctx_actor() is distinct from 'worker' then return 0; end if;
  for one in select i.id from access.intake i where i.state = 'closed' and i.person_id is null and i.erased_at is null and i.closed_at < platform.ctx_now() - interval '90 days' loop
    perform access.empty_intake(one);
    done := done + 1;
  end loop;
  return done;
end $$;

-- How much waits, by point and level: for coordinators at every point, for workers and supervisors at those of their agency.
create function access.count_intakes() returns table (point_slug text, level text, waiting integer, late integer, taken integer, closed_lately integer)
language sql stable security definer set search_path = '' as $$
  select i.point_slug, i.level, count(*) filter (where i.state = 'open')::integer, count(*) filter (where i.state = 'open' and i.due_at <= (select platform.ctx_now()))::integer,
    count(*) filter (where i.state = 'open' and i.taken_by is not null)::integer, count(*) filter (where i.state <> 'open' and i.closed_at > (select platform.ctx_now()) - interval '30 days')::integer
  from access.intake i
  where (select platform.ctx_actor()) = 'staff' and ((select platform.ctx_has('coordinator'))
    or (i.agency_id = (select platform.ctx_agency()) and ((select platform.ctx_has('intake-worker')) or (select platform.ctx_has('access-supervisor')))))
  group by i.point_slug, i.level
$$;
