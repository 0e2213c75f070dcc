-- As before, but stays that nothing knows yet are written together at the end of a batch, not one by one: they are most of a file, and each cost five statements.
-- A stay whose end lies before its start is refused before (`judge.ts`), and by the table; only one that is joined to an earlier end is looked at here.
create or replace function access.apply_exchange(of_import uuid, batch jsonb) returns void language plpgsql security definer set search_path = '' as $$
declare
  i access.exchange_import;
  c jsonb; r jsonb; e jsonb;
  person uuid; sought uuid;
  state text; did text; outcome text;
  shut boolean; hidden boolean; together boolean;
  stays_shut text;
  moment timestamptz := platform.ctx_now();
  results jsonb := '[]';
  own jsonb;
  slow text[];
  met_clients text[] := '{}';
  met_persons uuid[] := '{}';
begin
  if platform.ctx_actor() is distinct from 'worker' then raise exception 'only the job takes rows in' using errcode = '42501'; end if;
  select * into i from access.exchange_import x where x.id = of_import and x.state = 'running' for update;
  if not found then raise exception 'this import does not run' using errcode = '42501'; end if;
  -- Stays that need to be looked at one by one: known from before, our own by their number, or twice among these rows. All others are written together below.
  slow := array(select g.id from jsonb_array_elements(batch) b(c), jsonb_to_recordset(b.c -> 'stays') g(id text) group by g.id
    having count(*) > 1 or access.exchange_own_id(g.id) is not null or exists (select from access.exchange_stay x where x.agency_id = i.agency_id and x.source_id = g.id));
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
    stays_shut := case when person is null and (c ->> 'inFile')::boolean then 'refused client-refused' when person is null then 'refused unknown-client'
      when shut or access.exchange_withheld(person, 'housing', i.agency_id, i.uploaded_by) then 'refused closed' end;
    together := false;
    for r in select value from jsonb_array_elements(c -> 'stays') loop
      if stays_shut is null and not (r ->> 'id' = any (slow)) then
        together := true;
      else
        own := own || jsonb_build_object('kind', 'stay', 'row', r -> 'row', 'did', coalesce(stays_shut, access.enter_exchange_stay(i, person, r)));
      end if;
    end loop;
    if together then
      met_clients := met_clients || (c ->> 'client');
      met_persons := met_persons || person;
    end if;
    for r in select value from jsonb_array_elements(c -> 'refused') loop own := own || (r || jsonb_build_object('did', 'refused ' || (r ->> 'reason'))); end loop;
    for r in select value from jsonb_array_elements(c -> 'skipped') loop own := own || (r || '{"did": "skipped"}'); end loop;
    results := results || own;
    if together or person is not null and own @? '$[*] ? (@.did == "entered" || @.did == "updated")' then
      perform platform.write_audit('access.import-person', 'person', person::text, 'permit', jsonb_build_object('import', of_import));
    end if;
  end loop;
  with given as materialized (
    select gen_random_uuid() as stay, m.person, g.row, g.id, g.kind, g.place, g.start, g."end", g.evidence from jsonb_array_elements(batch) b(c) join unnest(met_clients, met_persons) m(client, person) on m.client = b.c ->> 'client',
      jsonb_to_recordset(b.c -> 'stays') g("row" integer, id text, kind text, place text, start date, "end" date, evidence text) where not (g.id = any (slow))
  ), written as (
    insert into access.stay (id, person_id, agency_id, kind, place, start_date, end_date, evidence, entered_by, entered_at)
      select g.stay, g.person, i.agency_id, g.kind, g.place, g.start, g."end", g.evidence, i.uploaded_by, moment from given g
  ), known as (
    insert into access.exchange_stay (agency_id, source_id, stay_id, import_id) select i.agency_id, g.id, g.stay, i.id from given g
  )
  select results || coalesce(jsonb_agg(jsonb_build_object('kind', 'stay', 'row', g.row, 'did', 'entered')), '[]') into results from given g;
  update access.exchange_row x set state = split_part(d.did, ' ', 1), reason = nullif(split_part(d.did, ' ', 2), ''), field = d.field
    from jsonb_to_recordset(results) d(kind text, "row" integer, did text, field text) where x.import_id = of_import and x.kind = d.kind and x.row = d.row and x.state = 'waiting';
  update access.exchange_import x set entered = x.entered + n.entered, updated = x.updated + n.updated, unchanged = x.unchanged + n.unchanged, skipped = x.skipped + n.skipped, refused = x.refused + n.refused
    from (select count(*) filter (where d.did = 'entered') as entered, count(*) filter (where d.did = 'updated') as updated, count(*) filter (where d.did = 'unchanged') as unchanged,
      count(*) filter (where d.did = 'skipped') as skipped, count(*) filter (where d.did like 'refused%') as refused from jsonb_to_recordset(results) d(did text)) n where x.id = of_import;
end $$;
