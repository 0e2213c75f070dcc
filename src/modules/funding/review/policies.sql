-- review: the office assigns, moderates and records; a scorer reads and writes her own sheets; a conflict closes the application and all that hangs on it.
grant execute on function funding.closed_applications(), funding.assigned_applications(), funding.finished_sheets(), funding.scorers() to ct_staff;
create policy owner_reads on funding.conflict for select to ct_owner using (true);
create policy owner_reads on funding.assignment for select to ct_owner using (true);
create policy owner_reads on funding.sheet for select to ct_owner using (true);
grant select, insert, delete on funding.assignment to ct_staff;
grant select, insert on funding.conflict to ct_staff;
grant select, insert, update, delete on funding.score to ct_staff;
grant select, insert, update on funding.sheet, funding.moderation, funding.outcome to ct_staff;
grant select, update (told_at) on funding.outcome to ct_worker;
create policy office_reads on funding.assignment for select to ct_staff using ((select funding.is_office()));
create policy own_is_read on funding.assignment for select to ct_staff using (account_id = (select platform.ctx_account()));
create policy office_assigns on funding.assignment for insert to ct_staff with check ((select funding.is_office()) and application_id in (select a.id from funding.application a));
create policy office_takes_back on funding.assignment for delete to ct_staff using ((select funding.is_office()));
create policy closed_to_conflict on funding.assignment as restrictive for all to ct_staff using (application_id not in (select funding.closed_applications()));
-- A conflict can be read by the office of files that are open to it; by nobody of her own.
create policy office_reads on funding.conflict for select to ct_staff using ((select funding.is_office()) and application_id not in (select funding.closed_applications()));
create policy own_is_declared on funding.conflict for insert to ct_staff with check (account_id = (select platform.ctx_account()) and ((select funding.is_office()) or application_id in (select funding.assigned_applications())));
create policy office_reads on funding.score for select to ct_staff using ((select funding.is_office()));
create policy own_is_read on funding.score for select to ct_staff using (account_id = (select platform.ctx_account()) and application_id in (select funding.assigned_applications()));
create policy own_is_written on funding.score for insert to ct_staff with check (account_id = (select platform.ctx_account()) and application_id in (select funding.assigned_applications()) and application_id not in (select funding.finished_sheets()));
create policy own_is_changed on funding.score for update to ct_staff using (account_id = (select platform.ctx_account()) and application_id in (select funding.assigned_applications()) and application_id not in (select funding.finished_sheets()));
create policy own_goes on funding.score for delete to ct_staff using (account_id = (select platform.ctx_account()) and application_id in (select funding.assigned_applications()) and application_id not in (select funding.finished_sheets()));
create policy closed_to_conflict on funding.score as restrictive for all to ct_staff using (application_id not in (select funding.closed_applications()));
create policy office_reads on funding.sheet for select to ct_staff using ((select funding.is_office()));
create policy own_is_read on funding.sheet for select to ct_staff using (account_id = (select platform.ctx_account()) and application_id in (select funding.assigned_applications()));
create policy own_is_written on funding.sheet for insert to ct_staff with check (account_id = (select platform.ctx_account()) and application_id in (select funding.assigned_applications()));
create policy own_is_changed on funding.sheet for update to ct_staff
  using (account_id = (select platform.ctx_account()) and application_id in (select funding.assigned_applications()) and finished_at is null) with check (account_id = (select platform.ctx_account()));
create policy closed_to_conflict on funding.sheet as restrictive for all to ct_staff using (application_id not in (select funding.closed_applications()));
create policy office_reads on funding.moderation for select to ct_staff using ((select funding.is_office()));
create policy office_records on funding.moderation for insert to ct_staff with check ((select funding.is_office()));
create policy office_changes on funding.moderation for update to ct_staff using ((select funding.is_office()) and not exists (select from funding.outcome o where o.application_id = moderation.application_id));
create policy closed_to_conflict on funding.moderation as restrictive for all to ct_staff using (application_id not in (select funding.closed_applications()));
create policy office_reads on funding.outcome for select to ct_staff using ((select funding.is_office()));
create policy office_records on funding.outcome for insert to ct_staff with check ((select funding.is_office()));
create policy closed_to_conflict on funding.outcome as restrictive for all to ct_staff using (application_id not in (select funding.closed_applications()));
-- The applicant reads what was decided once the letter is on its way.
grant select on funding.outcome to ct_public;
create policy own_is_read on funding.outcome for select to ct_public, ct_staff using (told_at is not null and application_id in (select funding.own_applications()));
create policy worker_reads on funding.outcome for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_tells on funding.outcome for update to ct_worker using ((select platform.ctx_actor()) = 'worker');
