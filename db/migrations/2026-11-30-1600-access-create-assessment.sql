-- Assessments of a person by questionnaire. That one exists tells something about her, so the table has no right to read: functions write the audit line first.

-- A definition as it was used, found by the hash of its text: what was answered can be shown and scored again for ever as it was.
create table access.questionnaire_version (
  hash text constraint questionnaire_version_pkey primary key,
  url text not null,
  version text not null,
  section text not null constraint questionnaire_version_section check (section in ('identity', 'contact', 'health', 'housing', 'note')),
  definition text not null,
  kept_at timestamptz not null,
  constraint questionnaire_version_content check (hash = encode(sha256(convert_to(definition, 'UTF8')), 'hex')),
  -- The section that protects the answers is the one that the definition declares.
  constraint questionnaire_version_declares check (url = definition::jsonb ->> 'url' and version = definition::jsonb ->> 'version'
    and section = jsonb_path_query_first(definition::jsonb, '$.extension[*] ? (@.url == "urn:x-common-table:record-section").valueCode') #>> '{}'),
  constraint questionnaire_version_with_section unique (hash, section)
);

create table access.assessment (
  id uuid constraint assessment_pkey primary key,
  person_id uuid not null constraint assessment_person_fkey references access.person,
  agency_id uuid not null,
  instrument text not null,
  hash text not null,
  section text not null,
  state text not null default 'unfinished' constraint assessment_state check (state in ('unfinished', 'finished')),
  -- Counts the saves: whoever saves says which one she has seen.
  revision integer not null default 1,
  filled_by text not null constraint assessment_filled_by check (filled_by in ('staff', 'person')),
  language text not null constraint assessment_language check (language in ('en', 'fr')),
  response jsonb not null,
  score jsonb,
  begun_by uuid,
  begun_at timestamptz not null,
  saved_by uuid,
  saved_at timestamptz not null,
  finished_at timestamptz,
  administered_on date,
  -- The last day on which the score may be used.
  expires_on date,
  constraint assessment_version_fkey foreign key (hash, section) references access.questionnaire_version (hash, section),
  constraint assessment_finished check ((state = 'finished') = (finished_at is not null) and (finished_at is null) = (administered_on is null)),
  constraint assessment_score check (score is null or (state = 'finished' and expires_on is not null))
);
create index assessment_person on access.assessment (person_id);

-- What an agency decided about an instrument: how long its scores hold, and whether it holds the licence of a tool of which only totals are kept.
create table access.instrument (
  agency_id uuid not null,
  instrument text not null,
  months integer constraint instrument_months check (months between 1 and 60),
  licence text,
  changed_by uuid not null,
  changed_at timestamptz not null,
  constraint instrument_pkey primary key (agency_id, instrument)
);

-- A link by which the person fills in one form herself; the database keeps only the hash of its key.
create table access.assessment_link (
  id uuid constraint assessment_link_pkey primary key,
  assessment_id uuid not null constraint assessment_link_assessment_fkey references access.assessment,
  key_hash bytea not null constraint assessment_link_key unique,
  made_by uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index assessment_link_assessment on access.assessment_link (assessment_id);

-- An answer that calls for somebody to act today. It stays until a person says what was done.
create table access.safety_alert (
  id uuid constraint safety_alert_pkey primary key,
  assessment_id uuid not null constraint safety_alert_assessment_fkey references access.assessment,
  person_id uuid not null constraint safety_alert_person_fkey references access.person,
  agency_id uuid not null,
  section text not null,
  link_id text not null,
  answer jsonb not null,
  raised_by uuid,
  raised_at timestamptz not null,
  answered_by uuid,
  answered_at timestamptz,
  outcome text constraint safety_alert_outcome check (outcome in ('safe-now', 'plan-made', 'crisis-line', 'emergency', 'handed-over', 'not-reached', 'mistake')),
  note text,
  constraint safety_alert_answered check ((answered_at is null) = (outcome is null) and (answered_at is null) = (note is null) and (note is null or length(note) >= 10))
);
create index safety_alert_person on access.safety_alert (person_id);
-- Not twice for the same answer while somebody still has to say what was done.
create unique index safety_alert_open on access.safety_alert (assessment_id, link_id, answer) where answered_at is null;

do $$ declare t text; begin
  foreach t in array array['questionnaire_version', 'assessment', 'instrument', 'assessment_link', 'safety_alert'] loop
    execute format('alter table access.%I enable row level security, force row level security', t);
  end loop;
end $$;

-- Whether the actor may write an assessment of the person in a section: as for the sections of a record, and only in the agency that holds it.
create function access.writes_assessment(of_person uuid, of_section text) returns boolean language sql stable security definer set search_path = '' as $$
  select platform.ctx_actor() = 'staff' and access.role_opens(of_section)
    and exists (select from access.person p where p.id = of_person and p.agency_id = platform.ctx_agency() and p.state in ('active', 'inactive'))
    and of_person not in (select access.barred_persons()) and of_person not in (select access.locked_persons(of_section))
    and (platform.ctx_has('access-supervisor') or of_person in (select access.assigned_persons()))
$$;
-- The assessment whose link was shown, while the link holds and the form is not finished.
create function access.linked_assessment() returns uuid language sql stable security definer set search_path = '' as $$
  select l.assessment_id from access.assessment_link l join access.assessment a on a.id = l.assessment_id
  where l.key_hash = platform.ctx_capability() and l.ended_at is null and l.expires_at > platform.ctx_now() and a.state = 'unfinished'
$$;
-- Whether the actor may go on with a form: staff of the agency that began it, or whoever shows its link. What the person fills in herself is hers alone.
create function access.keeps_assessment(of_id uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from access.assessment a where a.id = of_id
    and ((a.filled_by = 'staff' and a.agency_id = platform.ctx_agency() and access.writes_assessment(a.person_id, a.section)) or a.id = (select access.linked_assessment())))
$$;

create function access.begin_assessment(new_id uuid, of_person uuid, of_instrument text, of_hash text, by_person boolean, in_language text) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  of_section text := (select v.section from access.questionnaire_version v where v.hash = of_hash);
begin
  if of_section is null or not coalesce(access.writes_assessment(of_person, of_section), false) then return false; end if;
  insert into access.assessment (id, person_id, agency_id, instrument, hash, section, revision, filled_by, language, response, begun_by, begun_at, saved_by, saved_at)
  values (new_id, of_person, platform.ctx_agency(), of_instrument, of_hash, of_section, 0, case when by_person then 'person' else 'staff' end, in_language,
    '{"resourceType": "QuestionnaireResponse", "status": "in-progress"}', platform.ctx_account(), platform.ctx_now(), platform.ctx_account(), platform.ctx_now())
  on conflict do nothing;
  return exists (select from access.assessment a where a.id = new_id and a.person_id = of_person and a.instrument = of_instrument);
end $$;

-- Keeps what was answered: 'saved', 'conflict' where somebody saved in between or finished it, 'refused' where the actor may not.
create function access.save_assessment(of_id uuid, seen integer, given_response jsonb, given_score jsonb, finish boolean, done_on date, ends_on date, in_language text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  kept access.assessment;
  by_link boolean := of_id = (select access.linked_assessment());
begin
  if not coalesce(access.keeps_assessment(of_id), false) then return 'refused'; end if;
  select * into kept from access.assessment a where a.id = of_id for update;
  if kept.state <> 'unfinished' or kept.revision <> seen then return 'conflict'; end if;
  update access.assessment a set response = given_response, revision = a.revision + 1, language = in_language, saved_by = platform.ctx_account(), saved_at = platform.ctx_now(),
    state = case when finish then 'finished' else 'unfinished' end, finished_at = case when finish then platform.ctx_now() end,
    administered_on = case when finish then done_on end, score = case when finish then given_score end, expires_on = case when finish then ends_on end
  where a.id = of_id;
  if finish then update access.assessment_link l set ended_at = platform.ctx_now() where l.assessment_id = of_id and l.ended_at is null; end if;
  if by_link then
    perform platform.write_audit('access.fill-assessment', 'person', kept.person_id::text, 'permit', jsonb_build_object('section', kept.section));
  end if;
  return 'saved';
end $$;

-- The assessments of a person in the sections that the reader may see; a line for each section that is shown or withheld. What another agency has not finished is its own.
create function access.list_assessments(of_person uuid) returns table (id uuid, agency_id uuid, instrument text, hash text, section text, state text, filled_by text, score jsonb, saved_by text, saved_at timestamptz,
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
        where a.person_id = of_person and a.section = one and (a.revision > 0 or a.filled_by = 'person') and (a.state = 'finished' or a.agency_id = platform.ctx_agency() or of_person in (select access.opened_persons()))
        order by coalesce(a.administered_on, a.saved_at::date) desc, a.saved_at desc;
    end if;
  end loop;
end $$;

-- One assessment with its answers; the audit line first, whatever the decision is.
create function access.read_assessment(of_id uuid) returns table (id uuid, person_id uuid, agency_id uuid, instrument text, hash text, section text, state text, revision integer, filled_by text, language text,
  response jsonb, score jsonb, saved_by text, saved_at timestamptz, finished_at timestamptz, administered_on date, expires_on date, writes boolean)
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
    coalesce(access.keeps_assessment(kept.id), false);
end $$;

-- Gives the person a link to one form that nobody has finished; a newer link ends the older ones.
create function access.give_link(new_id uuid, of_id uuid, of_key bytea, until timestamptz) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  if until > platform.ctx_now() + interval '14 days' or not exists (select from access.assessment a where a.id = of_id and a.state = 'unfinished' and a.filled_by = 'person'
    and a.agency_id = platform.ctx_agency() and access.writes_assessment(a.person_id, a.section)) then return false; end if;
  update access.assessment_link l set ended_at = platform.ctx_now() where l.assessment_id = of_id and l.ended_at is null;
  insert into access.assessment_link (id, assessment_id, key_hash, made_by, made_at, expires_at) values (new_id, of_id, of_key, platform.ctx_account(), platform.ctx_now(), until);
  return true;
end $$;
-- The form whose link was shown, with what was answered by it so far and how long its agency lets the score hold. Of the person just the random record number, for the task of whoever is to act; no page shows it.
create function access.read_linked() returns table (id uuid, person_id uuid, agency_id uuid, hash text, definition text, revision integer, response jsonb, months integer)
language sql stable security definer set search_path = '' as $$
  select a.id, a.person_id, a.agency_id, a.hash, v.definition, a.revision, a.response, i.months from access.assessment a join access.questionnaire_version v on v.hash = a.hash
    left join access.instrument i on i.agency_id = a.agency_id and i.instrument = a.instrument
  where a.id = (select access.linked_assessment())
$$;
