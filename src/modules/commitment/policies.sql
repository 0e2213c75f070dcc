-- Row policies of schema commitment; re-applied as a whole when this file changes.
grant usage on schema commitment to ct_public, ct_staff, ct_worker;

-- Anybody's work can make a promise (a resident's issue makes the plan office owe a reply); whoever owes it sees it, the plan office sees all.
grant insert on commitment.obligation to ct_public, ct_staff, ct_worker;
grant select, update on commitment.obligation to ct_staff, ct_worker;
create policy made on commitment.obligation for insert to ct_public, ct_staff, ct_worker with check ((select platform.ctx_actor()) is not null and kept_at is null);
create policy own_reads on commitment.obligation for select to ct_staff
  using ((select platform.ctx_has('plan-manager')) or owed_by_account = (select platform.ctx_account()) or owed_by_body = any ((select platform.ctx_bodies())::text[])
    or (owed_by_role is not null and (select platform.ctx()) -> 'roles' ? owed_by_role));
create policy own_keeps on commitment.obligation for update to ct_staff
  using ((select platform.ctx_has('plan-manager')) or owed_by_account = (select platform.ctx_account()) or owed_by_body = any ((select platform.ctx_bodies())::text[])
    or (owed_by_role is not null and (select platform.ctx()) -> 'roles' ? owed_by_role));
create policy worker_all on commitment.obligation to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
