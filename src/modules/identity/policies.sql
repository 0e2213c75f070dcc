-- Row policies of schema identity; re-applied as a whole when this file changes.
grant usage on schema identity to ct_public, ct_staff, ct_worker, ct_auditor;

-- The look-up of a session runs before there is a context, in the rights of the owner.
create policy owner_reads on identity.session for select to ct_owner using (true);
create policy owner_reads on identity.account for select to ct_owner using (true);
create policy owner_reads on identity.membership for select to ct_owner using (true);

-- Agencies are public facts.
grant select on identity.agency to ct_public, ct_staff, ct_worker;
grant insert, update on identity.agency to ct_worker;
create policy everyone_reads on identity.agency for select to ct_public, ct_staff, ct_worker using ((select platform.ctx_actor()) is not null);
create policy worker_inserts on identity.agency for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_updates on identity.agency for update to ct_worker using ((select platform.ctx_actor()) = 'worker');
