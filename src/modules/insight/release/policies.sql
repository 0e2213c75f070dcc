-- The gate. Everybody reads what was filed for everybody; planners (of the plan, of access) also what was filed for them; the plan office and analysts also
-- what waits, and why something was blocked. The cells of what was returned or blocked are read by nobody. Only the worker protects and files.
grant select on insight.release_cube to ct_public, ct_staff, ct_worker;
grant insert, update on insight.release_cube to ct_worker;
create policy open_is_read on insight.release_cube for select to ct_public, ct_staff using (readers = 'public' and (select platform.ctx_actor()) is not null);
create policy planners_read on insight.release_cube for select to ct_staff using ((select platform.ctx_has('plan-manager')) or (select platform.ctx_has('analyst')) or (select platform.ctx_has('leadership-member'))
  or (select platform.ctx_has('access-supervisor')) or (select platform.ctx_has('coordinator')));
create policy worker_all on insight.release_cube to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');

-- The secret of the cell keys and of the hashes: the worker alone, or rounding could be undone and small numbers be tried.
grant select on insight.release_key to ct_worker;
create policy worker_reads on insight.release_key for select to ct_worker using ((select platform.ctx_actor()) = 'worker');

grant select (id, cube_slug, period, state, k, base, form, table_hash, withheld, as_of, filed_at, replaced_at, withdrawn_at, withdrawal) on insight.release to ct_public;
grant select (id, cube_slug, period, state, k, base, form, table_hash, compared, withheld, as_of, prepared_by, prepared_at, reviewed_by, reviewer_name, reviewed_at, reason, filed_at, replaces, replaced_at, withdrawn_at, withdrawn_by, withdrawer_name, withdrawal) on insight.release to ct_staff;
grant insert (id, cube_slug, period, state, as_of, prepared_by, prepared_at) on insight.release to ct_staff;
grant update (state, reviewed_by, reviewer_name, reviewed_at, reason, filed_at, replaced_at, withdrawn_at, withdrawn_by, withdrawer_name, withdrawal) on insight.release to ct_staff;
grant select, insert, update on insight.release to ct_worker;
create policy filed_is_read on insight.release for select to ct_public, ct_staff
  using (state in ('filed', 'withdrawn') and filed_at <= (select platform.ctx_now()) and exists (select from insight.release_cube c where c.slug = cube_slug));
create policy office_reads on insight.release for select to ct_staff using ((select platform.ctx_has('plan-manager')) or (select platform.ctx_has('analyst')));
create policy office_asks on insight.release for insert to ct_staff
  with check (((select platform.ctx_has('plan-manager')) or (select platform.ctx_has('analyst'))) and state = 'asked' and prepared_by = (select platform.ctx_account()));
create policy office_reviews on insight.release for update to ct_staff
  using (((select platform.ctx_has('plan-manager')) or (select platform.ctx_has('analyst'))) and state in ('waiting', 'filed'))
  with check (((select platform.ctx_has('plan-manager')) or (select platform.ctx_has('analyst'))) and state in ('filed', 'returned', 'withdrawn')
    and (state <> 'withdrawn' and reviewed_by = (select platform.ctx_account()) or state = 'withdrawn' and withdrawn_by = (select platform.ctx_account()) or replaced_at = (select platform.ctx_now())));
create policy worker_all on insight.release to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');

grant select on insight.release_cell to ct_public, ct_staff, ct_worker;
grant insert on insight.release_cell to ct_worker;
create policy with_its_release on insight.release_cell for select to ct_public, ct_staff
  using (exists (select from insight.release r where r.id = release_id and r.state in ('waiting', 'filed')));
create policy worker_reads on insight.release_cell for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_files on insight.release_cell for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');

grant select on insight.release_block to ct_staff, ct_worker;
grant insert on insight.release_block to ct_worker;
create policy office_reads on insight.release_block for select to ct_staff using ((select platform.ctx_has('plan-manager')) or (select platform.ctx_has('analyst')));
create policy worker_reads on insight.release_block for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_files on insight.release_block for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');

-- What stands published, for queries of other modules. A reader sees what the policies above let her see.
create or replace view insight.published_count with (security_invoker = true) as
  select r.cube_slug as cube, r.period, c.keys, c.published, c.value from insight.release r join insight.release_cell c on c.release_id = r.id where r.state = 'filed' and r.replaced_at is null;
grant select on insight.published_count to ct_public, ct_staff, ct_worker;
