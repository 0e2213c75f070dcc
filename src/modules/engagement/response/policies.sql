-- response: comes in while the survey is open and is read by the plan office and analysts alone; none changes. A draft is opened by its code alone.
create policy owner_all on engagement.survey_draft to ct_owner using (true) with check (true);
grant execute on function engagement.open_versions() to ct_public, ct_staff, ct_worker;
grant execute on function engagement.purge_drafts() to ct_worker;
grant execute on function engagement.public_counts(text, integer), engagement.takes_answers(uuid) to ct_public, ct_staff;
create policy owner_reads on engagement.response for select to ct_owner using (true);
create policy owner_reads on engagement.answer for select to ct_owner using (true);
grant select, insert, update, delete on engagement.survey_draft to ct_public, ct_staff;
create policy saved on engagement.survey_draft for insert to ct_public, ct_staff with check (version_id in (select engagement.open_versions()));
create policy own_opens on engagement.survey_draft for select to ct_public, ct_staff using (code_hash = (select platform.ctx_capability()) and ends_on >= (select platform.ctx_today()));
create policy own_changes on engagement.survey_draft for update to ct_public, ct_staff using (code_hash = (select platform.ctx_capability()) and ends_on >= (select platform.ctx_today()));
create policy own_ends on engagement.survey_draft for delete to ct_public, ct_staff using (code_hash = (select platform.ctx_capability()));
grant insert on engagement.response, engagement.answer to ct_public, ct_staff;
grant select on engagement.response, engagement.answer to ct_staff;
create policy sent on engagement.response for insert to ct_public, ct_staff with check (channel = 'online' and version_id in (select engagement.open_versions()) and received_on = (select platform.ctx_today()));
create policy typed_in on engagement.response for insert to ct_staff with check (channel in ('paper', 'telephone') and (select platform.ctx_has('plan-manager')) and received_on <= (select platform.ctx_today()));
create policy office_reads on engagement.response for select to ct_staff using ((select platform.ctx_has('plan-manager')) or (select platform.ctx_has('analyst')));
create policy sent on engagement.answer for insert to ct_public, ct_staff with check (engagement.takes_answers(response_id));
create policy office_reads on engagement.answer for select to ct_staff using ((select platform.ctx_has('plan-manager')) or (select platform.ctx_has('analyst')));
