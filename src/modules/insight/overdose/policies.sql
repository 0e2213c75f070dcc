-- Row policies of what responders enter and of counts kept elsewhere. The public reads none of it.
-- A responder enters for the own agency, reads its entries, and corrects or withdraws the own ones within 24 hours. Those who watch read all.
grant select on insight.overdose to ct_staff, ct_worker;
grant insert on insight.overdose to ct_staff, ct_worker;
grant update (occurred_at, area_slug, outcome, naloxone, contaminated, substances, same_place, corrected_at, withdrawn_at) on insight.overdose to ct_staff;
create policy own_agency_reads on insight.overdose for select to ct_staff using ((select platform.ctx_has('responder')) and agency_id = (select platform.ctx_agency()));
create policy watch_reads on insight.overdose for select to ct_staff using ((select platform.ctx_has('alert-keeper')) or (select platform.ctx_has('analyst')));
create policy responder_enters on insight.overdose for insert to ct_staff
  with check ((select platform.ctx_has('responder')) and agency_id = (select platform.ctx_agency()) and entered_by = (select platform.ctx_account()) and entered_at = (select platform.ctx_now()) and not demonstration);
create policy own_corrects on insight.overdose for update to ct_staff
  using ((select platform.ctx_has('responder')) and entered_by = (select platform.ctx_account()) and agency_id = (select platform.ctx_agency()) and entered_at > (select platform.ctx_now()) - interval '24 hours');
create policy worker_reads on insight.overdose for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
-- The past of a demonstration alone.
create policy worker_enters on insight.overdose for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker' and demonstration);

grant select, insert on insight.overdose_report to ct_staff, ct_worker;
create policy watch_reads on insight.overdose_report for select to ct_staff using ((select platform.ctx_has('alert-keeper')) or (select platform.ctx_has('analyst')));
create policy watch_enters on insight.overdose_report for insert to ct_staff
  with check (((select platform.ctx_has('alert-keeper')) or (select platform.ctx_has('analyst'))) and entered_by = (select platform.ctx_account()) and reported_on <= (select platform.ctx_today()) and not demonstration);
create policy worker_reads on insight.overdose_report for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_enters on insight.overdose_report for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker' and demonstration);
