-- event: public from the day that it is known; the plan office keeps it; the pack and the jobs come as the worker.
grant select on engagement.event to ct_public, ct_staff, ct_worker;
grant insert, update on engagement.event to ct_staff, ct_worker;
create policy known_is_read on engagement.event for select to ct_public, ct_staff using (known_from <= (select platform.ctx_today()) and removed_at is null);
create policy office_makes on engagement.event for insert to ct_staff with check ((select platform.ctx_has('plan-manager')) and origin = 'staff');
create policy office_changes on engagement.event for update to ct_staff using ((select platform.ctx_has('plan-manager'))) with check ((select platform.ctx_has('plan-manager')) and origin = 'staff');
create policy worker_all on engagement.event to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy owner_all on engagement.event to ct_owner using (true) with check (true);
