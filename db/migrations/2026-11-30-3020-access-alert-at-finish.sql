-- Whoever fills in a form by its link raises an alert also with the save that finishes the form: that save has ended the link in this same moment, and
-- keeps_assessment then knows it no more. Before, an answer that calls for somebody to act told nobody when the form was sent in one go.
create or replace function access.raise_alert(new_id uuid, of_id uuid, of_link text, of_answer jsonb) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  found integer;
begin
  if not coalesce(access.keeps_assessment(of_id), false) and not exists (select from access.assessment_link l where l.assessment_id = of_id and l.key_hash = platform.ctx_capability()
    and l.ended_at = platform.ctx_now() and l.expires_at > platform.ctx_now()) then return false; end if;
  insert into access.safety_alert (id, assessment_id, person_id, agency_id, section, link_id, answer, raised_by, raised_at)
  select new_id, a.id, a.person_id, a.agency_id, a.section, of_link, of_answer, platform.ctx_account(), platform.ctx_now() from access.assessment a where a.id = of_id
  on conflict do nothing;
  get diagnostics found = row_count;
  return found > 0;
end $$;
