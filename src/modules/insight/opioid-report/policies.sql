-- Row policies of protected counts: everybody reads them, only the worker writes what passed the protection, and nothing of it is changed after.
grant select on insight.overdose_release to ct_public, ct_staff, ct_worker;
grant insert on insight.overdose_release to ct_worker;
create policy everybody_reads on insight.overdose_release for select to ct_public, ct_staff using (released_at <= (select platform.ctx_now()));
create policy worker_reads on insight.overdose_release for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_releases on insight.overdose_release for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
grant select on insight.overdose_key to ct_worker;
create policy worker_reads on insight.overdose_key for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
