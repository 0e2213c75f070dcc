-- Writes what an import says of one client, piece by piece; each function says what it did. All run within access.apply_exchange and in its rights.

-- An id of our own, as the export writes it ("ct-" and the id); null for every other.
create function access.exchange_own_id(source_id text) returns uuid language sql immutable set search_path = '' as $$
  select case when source_id ~ '^ct-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' then substr(source_id, 4)::uuid end
$$;

-- An empty cell never erases what is known.
create function access.enter_exchange_person(i access.exchange_import, known uuid, source_id text, given jsonb) returns text language plpgsql set search_path = '' as $$
declare
  person uuid := coalesce(known, gen_random_uuid());
  made boolean := known is null;
begin
  if made then
    insert into access.person (id, agency_id, language, demonstration, entered_by, entered_at, changed_at)
      select person, i.agency_id, coalesce(given ->> 'language', 'en'), a.demonstration, i.uploaded_by, platform.ctx_now(), platform.ctx_now() from identity.agency a where a.id = i.agency_id;
    insert into access.exchange_client (agency_id, source_id, person_id) values (i.agency_id, source_id, person);
  end if;
  insert into access.person_identity as p (person_id, agency_id, given_name, family_name, birth_date, gender, search_key)
    values (person, i.agency_id, given ->> 'given', given ->> 'family', (given ->> 'birth')::date, given ->> 'gender', given ->> 'key')
    on conflict (person_id) do update set given_name = excluded.given_name, family_name = excluded.family_name, birth_date = coalesce(excluded.birth_date, p.birth_date),
      birth_estimated = p.birth_estimated and excluded.birth_date is not distinct from p.birth_date, gender = coalesce(excluded.gender, p.gender), search_key = excluded.search_key
    where (p.given_name, p.family_name, p.birth_date, p.gender) is distinct from (excluded.given_name, excluded.family_name, coalesce(excluded.birth_date, p.birth_date), coalesce(excluded.gender, p.gender));
  if made then return 'entered'; end if;
  if found then update access.person p set changed_at = platform.ctx_now(), anonymous = false, language = coalesce(given ->> 'language', p.language) where p.id = person; return 'updated'; end if;
  update access.person p set changed_at = platform.ctx_now(), language = given ->> 'language' where p.id = person and p.language <> given ->> 'language';
  return case when found then 'updated' else 'unchanged' end;
end $$;

create function access.enter_exchange_alias(i access.exchange_import, person uuid, name jsonb) returns text language plpgsql set search_path = '' as $$
begin
  if exists (select from access.person_alias a where a.person_id = person and a.given_name = name ->> 'given' and a.family_name = name ->> 'family') then return 'unchanged'; end if;
  insert into access.person_alias (id, person_id, agency_id, given_name, family_name, search_key) values (gen_random_uuid(), person, i.agency_id, name ->> 'given', name ->> 'family', name ->> 'key');
  return 'entered';
end $$;

-- A consent is never edited: another day of expiry is a new consent, and the one before ends. One that was withdrawn here stays withdrawn, and one that was recorded here is changed here.
create function access.enter_exchange_consent(i access.exchange_import, person uuid, given jsonb) returns text language plpgsql set search_path = '' as $$
declare
  of_agency uuid := (given ->> 'to')::uuid;
  own uuid := access.exchange_own_id(given ->> 'id');
  earlier access.consent;
  fresh uuid := gen_random_uuid();
  wanted text[] := array(select jsonb_array_elements_text(given -> 'purposes'));
begin
  if not exists (select from identity.agency a join identity.agency o on o.id = i.agency_id where a.id = of_agency and a.demonstration = o.demonstration) then return 'refused unknown-provider'; end if;
  if exists (select from access.consent c where c.id = own and c.person_id = person) then return 'unchanged'; end if;
  select c.* into earlier from access.exchange_consent x join access.consent c on c.id = x.consent_id
    where x.agency_id = i.agency_id and x.source_id = given ->> 'id' and x.to_agency = of_agency and c.person_id = person;
  if found and (earlier.withdrawn_at is not null or (earlier.starts_on = (given ->> 'start')::date and earlier.purposes @> wanted and earlier.purposes <@ wanted
      and (given ->> 'expires' is null or earlier.expires_on is not distinct from (given ->> 'expires')::date))) then return 'unchanged'; end if;
  insert into access.consent (id, person_id, given_by, purposes, categories, to_agencies, form_version, language, how, starts_on, expires_on, recorded_by, recorded_at)
    select fresh, person, 'self', wanted, array['identity', 'housing'], array[of_agency], 'exchange', p.language, 'written', (given ->> 'start')::date, (given ->> 'expires')::date, i.uploaded_by, platform.ctx_now()
    from access.person p where p.id = person;
  update access.consent c set withdrawn_at = platform.ctx_now(), withdrawn_how = 'exchange' where c.id = earlier.id and c.withdrawn_at is null;
  insert into access.exchange_consent (agency_id, source_id, to_agency, consent_id) values (i.agency_id, given ->> 'id', of_agency, fresh)
    on conflict (agency_id, source_id, to_agency) do update set consent_id = excluded.consent_id;
  return case when earlier.id is null then 'entered' else 'updated' end;
end $$;

-- An open stay that ends is ended; whatever else changed makes a new row, and the one before is voided: what was known on a day stays known. What was voided here stays so.
create function access.enter_exchange_stay(i access.exchange_import, person uuid, given jsonb) returns text language plpgsql set search_path = '' as $$
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
    if exists (select from access.bar b where b.person_id = earlier.person_id and b.account_id = i.uploaded_by) or access.exchange_withheld(earlier.person_id, 'housing', i.agency_id, i.uploaded_by) then return 'refused closed'; end if;
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

-- Takes in what the job made of a batch: all rows of its clients in this one transaction, or none. `batch` is an array of
-- {client, person?, inFile, rows: [{row, aliases, consents}], stays: [{row, …}], refused: [{kind, row, field, reason}], skipped: [{kind, row}]}.
create function access.apply_exchange(of_import uuid, batch jsonb) returns void language plpgsql security definer set search_path = '' as $$
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
    shut := person is not null and (state in ('merged', 'void') or exists (select from access.bar b where b.person_id = person and b.account_id = i.uploaded_by));
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

-- Thirty days after a file came, its rows and headings are gone, whatever became of it; counts stay. The worker's alone; gives how many files.
create function access.erase_exchanges(before timestamptz) returns integer language plpgsql security definer set search_path = '' as $$
declare
  old uuid[];
begin
  if platform.ctx_actor() is distinct from 'worker' then raise exception 'only the nightly job erases' using errcode = '42501'; end if;
  old := array(select i.id from access.exchange_import i where i.erased_at is null and i.uploaded_at < before);
  delete from access.exchange_row r where r.import_id = any (old);
  update access.exchange_import i set erased_at = platform.ctx_now(), headers = '{}', mapping = '{}', state = case when i.state in ('staged', 'running') then 'dropped' else i.state end where i.id = any (old);
  return cardinality(old);
end $$;

-- People whom the asker may give out: of her own agency, readable to her by the same rule as her pages, never by break-glass. To another agency only who
-- agreed to that, for that purpose, with that section, and withholds nothing from it.
create function access.exchangeable(section text, to_agency uuid, purpose text) returns setof uuid language sql stable security definer set search_path = '' as $$
  select p.id from access.person p where platform.ctx_actor() = 'staff' and (platform.ctx_has('access-supervisor') or platform.ctx_has('coordinator')) and access.role_opens(section)
    and p.agency_id = platform.ctx_agency() and p.state in ('active', 'inactive') and (platform.ctx_has('access-supervisor') or p.id in (select access.assigned_persons()))
    and p.id not in (select access.barred_persons()) and p.id not in (select access.locked_persons(section)) and p.id not in (select access.locked_persons('identity'))
    and (to_agency is null or (exists (select from access.consent c where c.person_id = p.id and c.to_agencies @> array[to_agency] and purpose = any (c.purposes) and c.categories @> array['identity', section]
        and c.withdrawn_at is null and c.starts_on <= platform.ctx_today() and (c.expires_on is null or c.expires_on >= platform.ctx_today()))
      and not exists (select from access.instruction n where n.person_id = p.id and n.lifted_at is null and (n.category is null or n.category in ('identity', section)) and (n.agency_id is null or n.agency_id = to_agency))))
$$;

-- Clients as the import takes them: one line a consent, with nothing of it where there is none. Consents are given out where the import can say them again without
-- making them wider; to another agency only those that name it. Each person leaves an audit line.
create function access.export_clients(to_agency uuid, purpose text) returns table (
  client text, given_name text, family_name text, birth_date date, gender text, language text, aliases jsonb, consent text, purposes text[], to_slug text, starts_on date, expires_on date)
language plpgsql security definer set search_path = '' as $$
declare
  people uuid[] := array(select access.exchangeable('identity', to_agency, purpose));
begin
  perform platform.write_audit('access.export-person', 'person', p::text, 'permit', jsonb_build_object('part', 'clients', 'to', to_agency)) from unnest(people) p;
  return query
    select coalesce((select min(x.source_id) from access.exchange_client x where x.person_id = p.id and x.agency_id = p.agency_id), 'ct-' || p.id), i.given_name, i.family_name, i.birth_date, i.gender, p.language,
      coalesce((select jsonb_agg(jsonb_build_object('given', a.given_name, 'family', a.family_name) order by a.family_name, a.given_name) from access.person_alias a where a.person_id = p.id), '[]'),
      c.source, c.purposes, c.slug, c.starts_on, c.expires_on
    from access.person p join access.person_identity i on i.person_id = p.id
      left join lateral (
        select coalesce((select min(x.source_id) from access.exchange_consent x where x.consent_id = k.id and x.to_agency = g.id), 'ct-' || k.id) as source, k.purposes, g.slug, k.starts_on, k.expires_on
        from access.consent k join identity.agency g on g.id = any (k.to_agencies)
        where k.person_id = p.id and k.withdrawn_at is null and (k.expires_on is null or k.expires_on >= platform.ctx_today()) and k.starts_on <= platform.ctx_today() and k.categories @> array['identity', 'housing']
          and k.given_by = 'self' and k.purposes && array['care', 'list'] and (to_agency is null or g.id = to_agency)) c on true
    where p.id = any (people) order by 1, c.source, c.slug;
end $$;
create function access.export_stays(to_agency uuid, purpose text) returns table (client text, stay text, kind text, place text, start_date date, end_date date, evidence text)
language plpgsql security definer set search_path = '' as $$
declare
  people uuid[] := array(select access.exchangeable('housing', to_agency, purpose));
begin
  perform platform.write_audit('access.export-person', 'person', p::text, 'permit', jsonb_build_object('part', 'stays', 'to', to_agency)) from unnest(people) p;
  return query
    select coalesce((select min(x.source_id) from access.exchange_client x where x.person_id = s.person_id and x.agency_id = s.agency_id), 'ct-' || s.person_id),
      coalesce((select min(x.source_id) from access.exchange_stay x where x.stay_id = s.id), 'ct-' || s.id), s.kind, s.place, s.start_date, s.end_date, s.evidence
    from access.stay s where s.person_id = any (people) and s.agency_id = platform.ctx_agency() and s.voided_at is null order by 1, s.start_date, 2;
end $$;
