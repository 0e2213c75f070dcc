-- A finished assessment that was entered in error is struck out: it stays to be read by those who could read it, with who, when and why, and counts nowhere;
-- what reads scores asks for state 'finished'. An alert that it raised stays: somebody may be in danger all the same.
alter table access.assessment drop constraint assessment_state, drop constraint assessment_finished, drop constraint assessment_score;
alter table access.assessment add column struck_at timestamptz, add column struck_by uuid, add column struck_reason text, add column struck_words text,
  add constraint assessment_state check (state in ('unfinished', 'finished', 'struck-out')),
  add constraint assessment_finished check ((state <> 'unfinished') = (finished_at is not null) and (finished_at is null) = (administered_on is null)),
  add constraint assessment_score check (score is null or (state <> 'unfinished' and expires_on is not null)),
  add constraint assessment_struck check ((state = 'struck-out') = (struck_at is not null) and (struck_at is null) = (struck_by is null) and (struck_at is null) = (struck_reason is null) and (struck_words is null or struck_at is not null)),
  add constraint assessment_struck_reason check (struck_reason in ('wrong-person', 'wrong-answers', 'wrong-form', 'duplicate', 'other')),
  add constraint assessment_struck_words check (length(struck_words) between 1 and 1000);

-- Once finished, nothing of it changes but that it is struck out, once.
create function access.guard_assessment() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.state <> 'unfinished' and (to_jsonb(new) - array['state', 'struck_at', 'struck_by', 'struck_reason', 'struck_words']) is distinct from (to_jsonb(old) - array['state', 'struck_at', 'struck_by', 'struck_reason', 'struck_words']) then
    raise exception 'a finished assessment never changes' using errcode = '42501';
  end if;
  if new.state is distinct from old.state and not ((old.state = 'unfinished' and new.state = 'finished') or (old.state = 'finished' and new.state = 'struck-out'))
    or old.state = 'struck-out' and new is distinct from old then raise exception 'an assessment does not go from % to %', old.state, new.state using errcode = '42501'; end if;
  return new;
end $$;
create trigger assessment_guard before update on access.assessment for each row execute function access.guard_assessment();

-- Strikes one out: 'done', 'conflict' where it is not finished or struck out already, 'refused' where the actor may not.
create function access.strike_assessment(of_id uuid, why text, said text) returns text language plpgsql security definer set search_path = '' as $$
declare
  kept access.assessment;
begin
  select * into kept from access.assessment a where a.id = of_id for update;
  if kept.id is null or kept.agency_id is distinct from platform.ctx_agency() or not coalesce(access.writes_assessment(kept.person_id, kept.section), false) then
    perform platform.write_audit('access.strike-assessment', 'assessment', of_id::text, 'refuse', '{}');
    return 'refused';
  end if;
  if kept.state <> 'finished' then return 'conflict'; end if;
  update access.assessment a set state = 'struck-out', struck_at = platform.ctx_now(), struck_by = platform.ctx_account(), struck_reason = why, struck_words = nullif(said, '') where a.id = of_id;
  perform platform.write_audit('access.strike-assessment', 'person', kept.person_id::text, 'permit', jsonb_build_object('section', kept.section, 'assessment', kept.id, 'reason', why));
  return 'done';
end $$;

drop function access.read_assessment(uuid);
create function access.read_assessment(of_id uuid) returns table (id uuid, person_id uuid, agency_id uuid, instrument text, hash text, section text, state text, revision integer, filled_by text, language text,
  response jsonb, score jsonb, saved_by text, saved_at timestamptz, finished_at timestamptz, administered_on date, expires_on date, writes boolean, alert uuid, strikes boolean, struck_at timestamptz, struck_by text, struck_reason text, struck_words text)
language plpgsql security definer set search_path = '' as $$
declare
  kept access.assessment;
  decision text;
begin
  select * into kept from access.assessment a where a.id = of_id;
  if kept.id is null then return; end if;
  decision := access.decide(kept.person_id, kept.section);
  if decision = 'permit' and kept.state = 'unfinished' and kept.agency_id is distinct from platform.ctx_agency() and kept.person_id not in (select access.opened_persons()) then decision := 'deny'; end if;
  perform platform.write_audit('access.read-assessment', 'person', kept.person_id::text, case decision when 'permit' then 'permit' when 'mask' then 'mask' else 'refuse' end,
    jsonb_build_object('section', kept.section, 'assessment', kept.id));
  if decision <> 'permit' then return; end if;
  return query select kept.id, kept.person_id, kept.agency_id, kept.instrument, kept.hash, kept.section, kept.state, kept.revision, kept.filled_by, kept.language, kept.response, kept.score,
    case when kept.agency_id = platform.ctx_agency() then (select c.name from identity.account c where c.id = kept.saved_by) end, kept.saved_at, kept.finished_at, kept.administered_on, kept.expires_on,
    coalesce(access.keeps_assessment(kept.id), false),
    (select s.id from access.safety_alert s where s.assessment_id = kept.id and s.answered_at is null order by s.raised_at desc limit 1),
    kept.state = 'finished' and kept.agency_id = platform.ctx_agency() and coalesce(access.writes_assessment(kept.person_id, kept.section), false),
    kept.struck_at, case when kept.agency_id = platform.ctx_agency() then (select c.name from identity.account c where c.id = kept.struck_by) end, kept.struck_reason, kept.struck_words;
end $$;

-- The list shows to other agencies what is finished, struck out or not.
create or replace function access.list_assessments(of_person uuid) returns table (id uuid, agency_id uuid, instrument text, hash text, section text, state text, filled_by text, score jsonb, saved_by text, saved_at timestamptz,
  administered_on date, expires_on date, alert uuid)
language plpgsql security definer set search_path = '' as $$
declare
  one text;
  decision text;
begin
  for one in select distinct s.name from (select unnest(array['housing', 'health']) as name union select a.section from access.assessment a where a.person_id = of_person) s order by 1 loop
    decision := access.decide(of_person, one);
    if decision in ('permit', 'mask') then
      perform platform.write_audit('access.list-assessments', 'person', of_person::text, decision, jsonb_build_object('section', one));
    end if;
    if decision = 'permit' then
      return query select a.id, a.agency_id, a.instrument, a.hash, a.section, a.state, a.filled_by, a.score, case when a.agency_id = platform.ctx_agency() then c.name end, a.saved_at, a.administered_on, a.expires_on,
          (select s.id from access.safety_alert s where s.assessment_id = a.id and s.answered_at is null order by s.raised_at desc limit 1)
        from access.assessment a left join identity.account c on c.id = a.saved_by
        where a.person_id = of_person and a.section = one and (a.revision > 0 or a.filled_by = 'person') and (a.state <> 'unfinished' or a.agency_id = platform.ctx_agency() or of_person in (select access.opened_persons()))
        order by coalesce(a.administered_on, a.saved_at::date) desc, a.saved_at desc;
    end if;
  end loop;
end $$;
