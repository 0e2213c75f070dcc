-- Indicators. Everybody reads what is known today. The plan manager adds, changes (a version) and retires; she and the analyst confirm checks.
-- Nobody changes or removes a row; the worker keeps those of the content pack. Who checked is for staff, the public reads in which role.
grant select on insight.indicator, insight.indicator_retirement to ct_public, ct_staff, ct_worker;
grant select (id, indicator_slug, on_date, as_role) on insight.indicator_check to ct_public;
grant select on insight.indicator_check to ct_staff, ct_worker;
grant insert on insight.indicator, insight.indicator_retirement to ct_staff, ct_worker;
grant update on insight.indicator, insight.indicator_retirement to ct_worker;
grant insert on insight.indicator_check to ct_staff;

create policy known_is_read on insight.indicator for select to ct_public, ct_staff using (known_from <= (select platform.ctx_today()) and removed_at is null);
create policy known_is_read on insight.indicator_retirement for select to ct_public, ct_staff using (known_from <= (select platform.ctx_today()) and removed_at is null);
create policy known_is_read on insight.indicator_check for select to ct_public, ct_staff using (on_date <= (select platform.ctx_today()));

create policy office_inserts on insight.indicator for insert to ct_staff
  with check (origin = 'staff' and entered_by = (select platform.ctx_account()) and known_from = (select platform.ctx_today()) and removed_at is null and (select platform.ctx_has('plan-manager')));
create policy office_inserts on insight.indicator_retirement for insert to ct_staff
  with check (origin = 'staff' and entered_by = (select platform.ctx_account()) and known_from = (select platform.ctx_today()) and removed_at is null and (select platform.ctx_has('plan-manager')));
create policy checkers_insert on insight.indicator_check for insert to ct_staff
  with check (by_account = (select platform.ctx_account()) and on_date = (select platform.ctx_today())
    and case as_role when 'analyst' then (select platform.ctx_has('analyst')) else (select platform.ctx_has('plan-manager')) end);

create policy worker_reads on insight.indicator for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_inserts on insight.indicator for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_updates on insight.indicator for update to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_reads on insight.indicator_retirement for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_inserts on insight.indicator_retirement for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_updates on insight.indicator_retirement for update to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_reads on insight.indicator_check for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
