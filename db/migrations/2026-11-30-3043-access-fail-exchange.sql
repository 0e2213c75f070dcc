-- An import that the database cannot take ends, and says so, instead of being tried every minute for ever.
alter table access.exchange_import drop constraint exchange_import_state;
alter table access.exchange_import add constraint exchange_import_state check (state in ('staged', 'running', 'done', 'stopped', 'failed', 'dropped'));
create function access.fail_exchange(of_import uuid) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  if platform.ctx_actor() is distinct from 'worker' then raise exception 'only the job ends an import' using errcode = '42501'; end if;
  update access.exchange_import i set state = 'failed', ended_at = platform.ctx_now() where i.id = of_import and i.state = 'running';
  return found;
end $$;
-- As before, but for one that failed: it is taken back to its mapping, or dropped, as one that was stopped.
create or replace function access.turn_exchange(of_import uuid, to_state text) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  if of_import not in (select access.exchanged_imports()) or to_state not in ('staged', 'dropped') then return false; end if;
  update access.exchange_import i set state = to_state, erased_at = case to_state when 'dropped' then platform.ctx_now() end, headers = case to_state when 'dropped' then '{}' else i.headers end,
    mapping = case to_state when 'dropped' then '{}' else i.mapping end
    where i.id = of_import and i.erased_at is null and i.state in ('done', 'stopped', 'failed', 'staged');
  if not found then return false; end if;
  if to_state = 'dropped' then delete from access.exchange_row r where r.import_id = of_import; end if;
  return true;
end $$;

-- A cell as it was before the export shut it against spreadsheets, which take it for a formula (`closeCell` and `openCell` of the program).
create function access.open_exchange_cell(cell text) returns text language sql immutable set search_path = '' as $$
  select case when cell ~ '^''+[-=+@\t]' then substr(cell, 2) else cell end
$$;
-- As before, but the number of a client is opened like every other cell: a number that begins like a formula came in again as somebody else.
create or replace function access.start_exchange(of_import uuid, client_column integer, stay_column integer) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  if of_import not in (select access.exchanged_imports()) then return false; end if;
  update access.exchange_import i set state = 'running', uploaded_by = platform.ctx_account(), ended_at = null, entered = 0, updated = 0, unchanged = 0, skipped = 0, refused = 0
    where i.id = of_import and i.state = 'staged' and i.erased_at is null;
  if not found then return false; end if;
  update access.exchange_row r set state = 'waiting', reason = null, field = null, client = access.open_exchange_cell(coalesce(btrim(r.cells ->> case r.kind when 'client' then client_column else stay_column end), '')) where r.import_id = of_import;
  update access.exchange_stay s set import_id = null where s.import_id = of_import;
  perform platform.write_audit('access.start-exchange', 'exchange', of_import::text, 'permit', '{}');
  return true;
end $$;

-- As before, but a bar that was ended closes nothing any more.
create or replace function access.enter_exchange_stay(i access.exchange_import, person uuid, given jsonb) returns text language plpgsql set search_path = '' as $$
declare
  own uuid := access.exchange_own_id(given ->> 'id');
  earlier access.stay;
  met uuid;
  fresh uuid := gen_random_uuid();
  first_day date := (given ->> 'start')::date;
  last_day date;
  at_place text;
begin
  select s.* into earlier from access.stay s where s.id = own and s.agency_id = i.agency_id and s.person_id = person;
  if not found then
    select s.* into earlier from access.exchange_stay x join access.stay s on s.id = x.stay_id where x.agency_id = i.agency_id and x.source_id = given ->> 'id';
    select x.import_id into met from access.exchange_stay x where x.agency_id = i.agency_id and x.source_id = given ->> 'id';
    if met = i.id then return 'refused twice'; end if;
  end if;
  last_day := coalesce((given ->> 'end')::date, earlier.end_date);
  at_place := coalesce(given ->> 'place', earlier.place);
  if last_day < first_day then return 'refused end-before-start'; end if;
  if earlier.id is null then
    insert into access.stay (id, person_id, agency_id, kind, place, start_date, end_date, evidence, entered_by, entered_at)
      values (fresh, person, i.agency_id, given ->> 'kind', at_place, first_day, last_day, given ->> 'evidence', i.uploaded_by, platform.ctx_now());
    insert into access.exchange_stay (agency_id, source_id, stay_id, import_id) values (i.agency_id, given ->> 'id', fresh, i.id);
    return 'entered';
  end if;
  -- The source moved the stay to another client: the one before loses it, where her record is not closed to the import either.
  if earlier.person_id <> person then
    if exists (select from access.bar b where b.person_id = earlier.person_id and b.account_id = i.uploaded_by and b.ended_at is null) or access.exchange_withheld(earlier.person_id, 'housing', i.agency_id, i.uploaded_by) then return 'refused closed'; end if;
    perform platform.write_audit('access.import-person', 'person', earlier.person_id::text, 'permit', jsonb_build_object('import', i.id));
  end if;
  update access.exchange_stay x set import_id = i.id where x.agency_id = i.agency_id and x.source_id = given ->> 'id';
  if earlier.voided_at is not null or (earlier.person_id, earlier.kind, earlier.start_date, earlier.evidence, coalesce(earlier.place, ''), earlier.end_date)
    is not distinct from (person, given ->> 'kind', first_day, given ->> 'evidence', coalesce(at_place, ''), last_day) then return 'unchanged'; end if;
  if (earlier.person_id, earlier.kind, earlier.start_date, earlier.evidence, coalesce(earlier.place, '')) is not distinct from (person, given ->> 'kind', first_day, given ->> 'evidence', coalesce(at_place, ''))
    and earlier.end_date is null then
    update access.stay s set end_date = last_day where s.id = earlier.id;
    return 'updated';
  end if;
  update access.stay s set voided_at = platform.ctx_now(), voided_by = i.uploaded_by where s.id = earlier.id;
  insert into access.stay (id, person_id, agency_id, kind, place, start_date, end_date, evidence, entered_by, entered_at)
    values (fresh, person, i.agency_id, given ->> 'kind', at_place, first_day, last_day, given ->> 'evidence', i.uploaded_by, platform.ctx_now());
  insert into access.exchange_stay (agency_id, source_id, stay_id, import_id) values (i.agency_id, given ->> 'id', fresh, i.id)
    on conflict (agency_id, source_id) do update set stay_id = excluded.stay_id;
  return 'updated';
end $$;
create or replace function access.apply_exchange(of_import uuid, batch jsonb) returns void language plpgsql security definer set search_path = '' as $$
declare
  i access.exchange_import;
  c jsonb; r jsonb; e jsonb;
  person uuid; sought uuid;
  state text; did text; outcome text;
  shut boolean; hidden boolean;
  results jsonb := '[]';
  own jsonb;
begin
  if platform.ctx_actor() is distinct from 'worker' then raise exception 'only the job takes rows in' using errcode = '42501'; end if;
  select * into i from access.exchange_import x where x.id = of_import and x.state = 'running' for update;
  if not found then raise exception 'this import does not run' using errcode = '42501'; end if;
  for c in select value from jsonb_array_elements(batch) loop
    own := '[]';
    -- The id first, in a value of its own: it leads to the index.
    select x.person_id into sought from access.exchange_client x where x.agency_id = i.agency_id and x.source_id = c ->> 'client';
    sought := coalesce(sought, access.exchange_own_id(c ->> 'client'));
    select p.id, p.state into person, state from access.person p where p.id = sought and p.agency_id = i.agency_id for update;
    shut := person is not null and (state in ('merged', 'void') or exists (select from access.bar b where b.person_id = person and b.account_id = i.uploaded_by and b.ended_at is null));
    hidden := person is not null and access.exchange_withheld(person, 'identity', i.agency_id, i.uploaded_by);
    outcome := null;
    if c -> 'person' is not null and not shut and not hidden then
      outcome := access.enter_exchange_person(i, person, c ->> 'client', c -> 'person');
      if person is null then select x.person_id into person from access.exchange_client x where x.agency_id = i.agency_id and x.source_id = c ->> 'client'; end if;
    end if;
    for r in select value from jsonb_array_elements(c -> 'rows') loop
      did := case when shut or hidden then 'refused closed' else case when r ->> 'row' = c ->> 'first' then outcome else 'unchanged' end end;
      if did not like 'refused%' then
        for e in select value from jsonb_array_elements(r -> 'aliases') loop
          if access.enter_exchange_alias(i, person, e) = 'entered' and did = 'unchanged' then did := 'updated'; end if;
        end loop;
        for e in select value from jsonb_array_elements(r -> 'consents') loop
          state := access.enter_exchange_consent(i, person, e);
          if state like 'refused%' then did := state; elsif state <> 'unchanged' and did = 'unchanged' then did := 'updated'; end if;
        end loop;
      end if;
      own := own || jsonb_build_object('kind', 'client', 'row', r -> 'row', 'did', did);
    end loop;
    for r in select value from jsonb_array_elements(c -> 'stays') loop
      did := case when person is null and (c ->> 'inFile')::boolean then 'refused client-refused' when person is null then 'refused unknown-client'
        when shut or access.exchange_withheld(person, 'housing', i.agency_id, i.uploaded_by) then 'refused closed' else access.enter_exchange_stay(i, person, r) end;
      own := own || jsonb_build_object('kind', 'stay', 'row', r -> 'row', 'did', did);
    end loop;
    for r in select value from jsonb_array_elements(c -> 'refused') loop own := own || (r || jsonb_build_object('did', 'refused ' || (r ->> 'reason'))); end loop;
    for r in select value from jsonb_array_elements(c -> 'skipped') loop own := own || (r || '{"did": "skipped"}'); end loop;
    results := results || own;
    if person is not null and own @? '$[*] ? (@.did == "entered" || @.did == "updated")' then
      perform platform.write_audit('access.import-person', 'person', person::text, 'permit', jsonb_build_object('import', of_import));
    end if;
  end loop;
  update access.exchange_row x set state = split_part(d.did, ' ', 1), reason = nullif(split_part(d.did, ' ', 2), ''), field = d.field
    from jsonb_to_recordset(results) d(kind text, "row" integer, did text, field text) where x.import_id = of_import and x.kind = d.kind and x.row = d.row and x.state = 'waiting';
  update access.exchange_import x set entered = x.entered + n.entered, updated = x.updated + n.updated, unchanged = x.unchanged + n.unchanged, skipped = x.skipped + n.skipped, refused = x.refused + n.refused
    from (select count(*) filter (where d.did = 'entered') as entered, count(*) filter (where d.did = 'updated') as updated, count(*) filter (where d.did = 'unchanged') as unchanged,
      count(*) filter (where d.did = 'skipped') as skipped, count(*) filter (where d.did like 'refused%') as refused from jsonb_to_recordset(results) d(did text)) n where x.id = of_import;
end $$;
