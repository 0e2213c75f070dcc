-- The terms of the open data are read by everybody; the worker loads them.
grant select on insight.open_data_terms to ct_public, ct_staff, ct_worker;
grant insert, update on insight.open_data_terms to ct_worker;
create policy everybody_reads on insight.open_data_terms for select to ct_public, ct_staff using (removed_at is null);
create policy worker_reads on insight.open_data_terms for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_inserts on insight.open_data_terms for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_updates on insight.open_data_terms for update to ct_worker using ((select platform.ctx_actor()) = 'worker');
