-- note: typed by the plan office and the analysts, read by them and by the jobs; what of it becomes public is decided where it is coded.
grant select, insert, delete on engagement.note to ct_staff;
grant select on engagement.note to ct_worker;
create policy typists_read on engagement.note for select to ct_staff using ((select platform.ctx_has('plan-manager')) or (select platform.ctx_has('analyst')));
create policy typists_write on engagement.note for insert to ct_staff with check (((select platform.ctx_has('plan-manager')) or (select platform.ctx_has('analyst'))) and account_id = (select platform.ctx_account()));
create policy typists_remove on engagement.note for delete to ct_staff using ((select platform.ctx_has('plan-manager')) or (select platform.ctx_has('analyst')));
create policy worker_reads on engagement.note for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
