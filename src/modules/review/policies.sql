-- Row policies of schema review; re-applied as a whole when this file changes. Each feature has its own file beside its code.
grant usage on schema review to ct_public, ct_staff, ct_worker;

-- Codes are public reference data that the pack loads.
grant select on review.clearance_code to ct_public, ct_staff, ct_worker;
grant insert, update on review.clearance_code to ct_worker;
create policy everybody_reads on review.clearance_code for select to ct_public, ct_staff using (removed_at is null and (select platform.ctx_actor()) is not null);
create policy worker_all on review.clearance_code to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');

-- What the functions of the owner look at.
create policy owner_all on review.reviewer to ct_owner using (true) with check (true);
create policy owner_reads on review.oath for select to ct_owner using (true);
create policy owner_reads on review.session for select to ct_owner using (true);
create policy owner_reads on review.session_reviewer for select to ct_owner using (true);
create policy owner_reads on review.file for select to ct_owner using (true);
create policy owner_all on review.recusal to ct_owner using (true) with check (true);
grant execute on function review.recused_files(), review.recused_sessions(), review.own_seat(), review.seated_sessions(), review.open_sessions(), review.list_candidates() to ct_staff;
