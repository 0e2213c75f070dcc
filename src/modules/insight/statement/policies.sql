-- Statements of reports: everybody reads what is known, the pack's come as the worker, analysts and the plan manager write their own and withdraw them.
grant select (slug, report, section, position, text, sources, source_text, source_url, strength, guidance, demonstration, known_from, origin, removed_at) on insight.statement to ct_public;
grant select, insert on insight.statement to ct_staff;
grant update (removed_at) on insight.statement to ct_staff;
grant select, insert, update on insight.statement to ct_worker;
create policy known_is_read on insight.statement for select to ct_public, ct_staff using (known_from <= (select platform.ctx_today()) and removed_at is null and (select platform.ctx_actor()) is not null);
create policy writers_read on insight.statement for select to ct_staff using ((select platform.ctx_has('analyst')) or (select platform.ctx_has('plan-manager')));
create policy writers_write on insight.statement for insert to ct_staff
  with check (((select platform.ctx_has('analyst')) or (select platform.ctx_has('plan-manager'))) and origin = 'staff' and written_by = (select platform.ctx_account()) and removed_at is null);
create policy writers_withdraw on insight.statement for update to ct_staff
  using (((select platform.ctx_has('analyst')) or (select platform.ctx_has('plan-manager'))) and origin = 'staff') with check (origin = 'staff' and removed_at is not null);
create policy worker_all on insight.statement to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
