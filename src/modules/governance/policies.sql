-- Row policies of schema governance; re-applied as a whole when this file changes.
grant usage on schema governance to ct_public, ct_staff, ct_worker;
grant select on all tables in schema governance to ct_public, ct_staff, ct_worker;
grant insert, update on governance.body, governance.body_name, governance.body_state, governance.body_member to ct_worker;

-- Facts: those that are later than the clock do not exist.
create policy known_is_read on governance.body for select to ct_public, ct_staff using (known_from <= (select platform.ctx_today()) and removed_at is null);
create policy known_is_read on governance.body_name for select to ct_public, ct_staff using (known_from <= (select platform.ctx_today()) and removed_at is null);
create policy known_is_read on governance.body_state for select to ct_public, ct_staff using (known_from <= (select platform.ctx_today()) and removed_at is null);
create policy known_is_read on governance.body_member for select to ct_public, ct_staff using (known_from <= (select platform.ctx_today()) and removed_at is null);

-- The pack and the jobs.
create policy worker_reads on governance.body for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_inserts on governance.body for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_updates on governance.body for update to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_reads on governance.body_name for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_inserts on governance.body_name for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_updates on governance.body_name for update to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_reads on governance.body_state for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_inserts on governance.body_state for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_updates on governance.body_state for update to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_reads on governance.body_member for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_inserts on governance.body_member for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_updates on governance.body_member for update to ct_worker using ((select platform.ctx_actor()) = 'worker');

-- A decision is written once and stands; one that would point to a person is read only by those who took or prepared it.
grant insert on governance.decision to ct_staff, ct_worker;
create policy public_is_read on governance.decision for select to ct_public, ct_staff using (is_public and known_from <= (select platform.ctx_today()));
create policy closed_is_read on governance.decision for select to ct_staff
  using (known_from <= (select platform.ctx_today()) and ((select platform.ctx_has('plan-manager')) or (select platform.ctx_bodies()) @> array[body_slug]));
create policy worker_reads on governance.decision for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy office_records on governance.decision for insert to ct_staff
  with check (known_from <= (select platform.ctx_today()) and recorded_by = (select platform.ctx_account()) and (select platform.ctx_has('plan-manager')));
create policy worker_records on governance.decision for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');

-- What other modules may build on: bodies with today's name, and the decisions that are public, for whoever asks.
drop view if exists governance.published_body, governance.published_decision;
create view governance.published_body with (security_invoker = true) as
  select b.slug, b.kind, b.position, n.name from governance.body b
    join lateral (select x.name from governance.body_name x where x.body_slug = b.slug and x.removed_at is null and x.known_from <= (select platform.ctx_today())
      order by x.from_date desc limit 1) n on true
  where b.removed_at is null and b.known_from <= (select platform.ctx_today());
create view governance.published_decision with (security_invoker = true) as
  select id, body_slug, title, outcome, reason, decided_on from governance.decision where is_public and known_from <= (select platform.ctx_today());
grant select on governance.published_body, governance.published_decision to ct_public, ct_staff, ct_worker;
