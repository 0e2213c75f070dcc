-- Row policies of computations: whoever works with data describes and asks; the worker alone computes and writes figures. Everybody reads how a known figure was made.
grant select, insert on insight.computation, insight.computation_run to ct_staff;
grant update (state, decided_by, ended_at) on insight.computation_run to ct_staff;
grant select on insight.computation to ct_worker;
grant select, update on insight.computation_run to ct_worker;
create policy analyst_reads on insight.computation for select to ct_staff using ((select platform.ctx_has('analyst')));
create policy analyst_makes on insight.computation for insert to ct_staff with check ((select platform.ctx_has('analyst')) and made_by = (select platform.ctx_account()));
create policy worker_reads on insight.computation for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy analyst_reads on insight.computation_run for select to ct_staff using ((select platform.ctx_has('analyst')));
create policy analyst_asks on insight.computation_run for insert to ct_staff with check ((select platform.ctx_has('analyst')) and asked_by = (select platform.ctx_account()) and state = 'asked' and cells is null);
create policy analyst_decides on insight.computation_run for update to ct_staff using ((select platform.ctx_has('analyst')) and state in ('computed', 'blocked'))
  with check (state in ('release-asked', 'discarded') and decided_by = (select platform.ctx_account()));
create policy worker_reads on insight.computation_run for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_computes on insight.computation_run for update to ct_worker using ((select platform.ctx_actor()) = 'worker');

grant select on insight.figure_made to ct_public, ct_staff, ct_worker;
grant insert on insight.figure_made to ct_worker;
create policy known_is_read on insight.figure_made for select to ct_public, ct_staff using (known_from <= (select platform.ctx_today()));
create policy worker_reads on insight.figure_made for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_inserts on insight.figure_made for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
