-- Row policies of schema commitment; re-applied as a whole when this file changes.
grant usage on schema commitment to ct_public, ct_staff, ct_worker;

-- Anybody's work can make a promise (a resident's issue makes the plan office owe a reply). Whoever owes it sees it; the plan office sees all; the
-- leadership group sees what bodies owe. A role of an agency is owed nothing by the same role elsewhere. A module whose things can be closed to somebody
-- adds its own restrictive policy, which asks the thing itself, so that a line is there only where it opens.
grant insert on commitment.obligation to ct_public, ct_staff, ct_worker;
grant select, update on commitment.obligation to ct_staff, ct_worker;
create policy made on commitment.obligation for insert to ct_public, ct_staff, ct_worker with check ((select platform.ctx_actor()) is not null and kept_at is null);
create policy own_reads on commitment.obligation for select to ct_staff
  using ((select platform.ctx_has('plan-manager')) or owed_by_account = (select platform.ctx_account()) or owed_by_body = any ((select platform.ctx_bodies())::text[])
    or owed_by_agency = (select platform.ctx_agency()) or ((select platform.ctx_has('leadership-member')) and owed_by_body is not null)
    or (owed_by_role is not null and owed_by_agency is null and (select platform.ctx()) -> 'roles' ? owed_by_role));
create policy own_keeps on commitment.obligation for update to ct_staff
  using ((select platform.ctx_has('plan-manager')) or owed_by_account = (select platform.ctx_account()) or owed_by_body = any ((select platform.ctx_bodies_as('table-chair'))::text[])
    or (owed_by_role is not null and (select platform.ctx()) -> 'roles' ? owed_by_role and (owed_by_agency is null or owed_by_agency = (select platform.ctx_agency()))));
create policy worker_all on commitment.obligation to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');

-- The history follows its obligation: written with each change, read by whoever reads the obligation, never changed.
grant insert on commitment.obligation_change to ct_public, ct_staff, ct_worker;
grant select on commitment.obligation_change to ct_staff, ct_worker;
create policy written on commitment.obligation_change for insert to ct_public, ct_staff, ct_worker
  with check ((select platform.ctx_actor()) is not null and account_id is not distinct from (select platform.ctx_account()));
create policy with_its_obligation on commitment.obligation_change for select to ct_staff using (exists (select from commitment.obligation o where o.id = obligation_id));
create policy worker_reads on commitment.obligation_change for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
