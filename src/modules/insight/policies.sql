-- Row policies of schema insight; re-applied as a whole when this file changes.
grant usage on schema insight to ct_public, ct_staff, ct_worker;
grant select on insight.figure, insight.figure_definition to ct_public, ct_staff, ct_worker;
grant insert, update on insight.figure, insight.figure_definition to ct_worker;
create policy known_is_read on insight.figure for select to ct_public, ct_staff using (known_from <= (select platform.ctx_today()) and removed_at is null);
create policy worker_reads on insight.figure for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_inserts on insight.figure for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_updates on insight.figure for update to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy known_is_read on insight.figure_definition for select to ct_public, ct_staff using (known_from <= (select platform.ctx_today()) and removed_at is null);
create policy worker_reads on insight.figure_definition for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_inserts on insight.figure_definition for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_updates on insight.figure_definition for update to ct_worker using ((select platform.ctx_actor()) = 'worker');
