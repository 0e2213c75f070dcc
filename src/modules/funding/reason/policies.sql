-- reason: the office writes and takes back what an applicant will be told until the decision is recorded; nobody who declared a conflict sees it.
grant select, insert, update, delete on funding.reason to ct_staff;
create policy office_reads on funding.reason for select to ct_staff using ((select funding.is_office()));
create policy office_writes on funding.reason for insert to ct_staff
  with check ((select funding.is_office()) and application_id in (select a.id from funding.application a) and not exists (select from funding.outcome o where o.application_id = reason.application_id));
create policy office_changes on funding.reason for update to ct_staff using ((select funding.is_office()) and not exists (select from funding.outcome o where o.application_id = reason.application_id));
create policy office_takes_back on funding.reason for delete to ct_staff using ((select funding.is_office()) and not exists (select from funding.outcome o where o.application_id = reason.application_id));
create policy closed_to_conflict on funding.reason as restrictive for all to ct_staff using (application_id not in (select funding.closed_applications()));
