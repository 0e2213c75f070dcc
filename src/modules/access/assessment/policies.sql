-- Row policies of assessments. Nobody has a right to read or write the table: its functions decide as for the sections of a record and write the audit line first.
create policy owner_all on access.assessment to ct_owner using (true) with check (true);
create policy owner_all on access.assessment_link to ct_owner using (true) with check (true);
create policy owner_reads on access.questionnaire_version for select to ct_owner using (true);
grant execute on function access.writes_assessment(uuid, text), access.keeps_assessment(uuid), access.begin_assessment(uuid, uuid, text, text, boolean, text), access.list_assessments(uuid),
  access.read_assessment(uuid), access.give_link(uuid, uuid, bytea, timestamptz), access.strike_assessment(uuid, text, text) to ct_staff;
grant execute on function access.save_assessment(uuid, integer, jsonb, jsonb, boolean, date, date, text), access.read_linked() to ct_staff, ct_public;

-- Definitions are no secret; one that is kept never changes.
grant select, insert on access.questionnaire_version to ct_staff;
create policy read on access.questionnaire_version for select to ct_staff
  using ((select platform.ctx_has('intake-worker')) or (select platform.ctx_has('clinician')) or (select platform.ctx_has('access-supervisor')) or (select platform.ctx_has('coordinator')));
create policy kept on access.questionnaire_version for insert to ct_staff
  with check ((select platform.ctx_has('intake-worker')) or (select platform.ctx_has('clinician')) or (select platform.ctx_has('access-supervisor')));
