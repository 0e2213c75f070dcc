-- Runs of the alcohol method: analysts ask and read, the plan manager reads too, and one of them who did not ask decides which shares become figures. The worker computes.
grant select, insert on insight.alcohol_run to ct_staff;
grant update (state, decided_by, wanted) on insight.alcohol_run to ct_staff;
grant select, update on insight.alcohol_run to ct_worker;
create policy deciders_read on insight.alcohol_run for select to ct_staff using ((select platform.ctx_has('analyst')) or (select platform.ctx_has('plan-manager')));
create policy analyst_asks on insight.alcohol_run for insert to ct_staff
  with check ((select platform.ctx_has('analyst')) and asked_by = (select platform.ctx_account()) and state = 'asked' and cells is null and decided_by is null);
create policy deciders_decide on insight.alcohol_run for update to ct_staff using (((select platform.ctx_has('analyst')) or (select platform.ctx_has('plan-manager'))) and state = 'done')
  with check (state = 'discarded' or (state = 'release-asked' and decided_by = (select platform.ctx_account())));
create policy worker_reads on insight.alcohol_run for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_computes on insight.alcohol_run for update to ct_worker using ((select platform.ctx_actor()) = 'worker');
