-- report: the recipient writes by the code of the application, the office answers; of what was accepted the totals are public.
grant select on funding.report to ct_public, ct_staff, ct_worker;
grant insert on funding.report to ct_staff;
grant update (state, spent, people, answers, sent_at) on funding.report to ct_public, ct_staff;
grant update (due_on, answer, answered_at) on funding.report to ct_staff;
create policy owner_reads on funding.report for select to ct_owner using (true);
create policy own_is_read on funding.report for select to ct_public, ct_staff using (award_id in (select funding.own_awards()));
create policy own_is_sent on funding.report for update to ct_public, ct_staff using (award_id in (select funding.own_awards()) and state in ('due', 'asked')) with check (award_id in (select funding.own_awards()) and state = 'sent');
create policy office_reads on funding.report for select to ct_staff using ((select funding.is_office()) and award_id in (select funding.reached_awards()));
create policy office_asks on funding.report for insert to ct_staff with check ((select funding.is_office()) and award_id in (select funding.reached_awards()));
create policy office_answers on funding.report for update to ct_staff using ((select funding.is_office()) and award_id in (select funding.reached_awards()));
create policy worker_reads on funding.report for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
grant execute on function funding.accepted_totals() to ct_public, ct_staff, ct_worker;
-- A report that is owed is not there for whoever left its application.
create policy left_is_closed_grant on commitment.obligation as restrictive for select to ct_staff
  using (subject_kind <> 'grant-report' or subject_id::text not in (select funding.closed_reports()));
grant execute on function funding.closed_reports() to ct_staff;
