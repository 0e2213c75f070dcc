-- application: by its code alone until it is sent; then for the office and those who score it, and for nobody who declared a conflict.
grant execute on function funding.own_applications(), funding.open_applications(), funding.begin_application(uuid, uuid, uuid, bytea, text, text, text), funding.add_applicant(uuid, bytea, text, text),
  funding.remove_applicant(uuid), funding.own_people(), funding.submit_application(timestamptz, text) to ct_public, ct_staff;
grant execute on function funding.read_people(uuid), funding.count_drafts(uuid) to ct_staff;
grant execute on function funding.letter_people(uuid) to ct_worker;
create policy owner_all on funding.application to ct_owner using (true) with check (true);
create policy owner_all on funding.applicant to ct_owner using (true) with check (true);
grant select on funding.application, funding.budget_line, funding.application_file to ct_public, ct_staff, ct_worker;
grant update (organisation, registration, legal_kind, sponsor, board_unrelated, statements, revenue_latest, revenue_before, title, summary, starts_on, ends_on, priorities, indicators, municipalities,
  population, partners, answers) on funding.application to ct_public, ct_staff;
grant insert, delete on funding.budget_line, funding.application_file to ct_public, ct_staff;
create policy own_is_read on funding.application for select to ct_public, ct_staff using (id in (select funding.own_applications()));
create policy sent_is_read on funding.application for select to ct_staff using (state <> 'draft' and ((select funding.is_office()) or id in (select funding.assigned_applications())));
create policy worker_reads on funding.application for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy own_is_written on funding.application for update to ct_public, ct_staff using (id in (select funding.open_applications()));
create policy closed_to_conflict on funding.application as restrictive for all to ct_staff using (id not in (select funding.closed_applications()));
create policy with_its_application on funding.budget_line for select to ct_public, ct_staff, ct_worker using (application_id in (select a.id from funding.application a));
create policy own_is_added on funding.budget_line for insert to ct_public, ct_staff with check (application_id in (select funding.open_applications()));
create policy own_goes on funding.budget_line for delete to ct_public, ct_staff using (application_id in (select funding.open_applications()));
create policy with_its_application on funding.application_file for select to ct_public, ct_staff, ct_worker using (application_id in (select a.id from funding.application a));
create policy own_is_added on funding.application_file for insert to ct_public, ct_staff with check (application_id in (select funding.open_applications()));
create policy own_goes on funding.application_file for delete to ct_public, ct_staff using (application_id in (select funding.open_applications()));
