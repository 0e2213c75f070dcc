-- One assessment says itself which of its alerts still has to be answered, so that a page about it does not read the whole list of the person for it.
drop function access.read_assessment(uuid);
create function access.read_assessment(of_id uuid) returns table (id uuid, person_id uuid, agency_id uuid, instrument text, hash text, section text, state text, revision integer, filled_by text, language text,
  response jsonb, score jsonb, saved_by text, saved_at timestamptz, finished_at timestamptz, administered_on date, expires_on date, writes boolean, alert uuid)
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
    (select s.id from access.safety_alert s where s.assessment_id = kept.id and s.answered_at is null order by s.raised_at desc limit 1);
end $$;
