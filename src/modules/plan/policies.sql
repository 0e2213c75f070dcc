-- Row policies of schema plan; re-applied as a whole when this file changes.
-- Everybody reads what is known by today; the worker loads the content pack; staff add rows and never change or remove one.
grant usage on schema plan to ct_public, ct_staff, ct_worker;
grant select on all tables in schema plan to ct_public, ct_staff, ct_worker;
grant insert, update on all tables in schema plan to ct_worker;

-- What has no date.
create policy everyone_reads on plan.community for select to ct_public, ct_staff using ((select platform.ctx_actor()) is not null and removed_at is null);
create policy everyone_reads on plan.plan for select to ct_public, ct_staff using ((select platform.ctx_actor()) is not null and removed_at is null);
create policy everyone_reads on plan.domain for select to ct_public, ct_staff using ((select platform.ctx_actor()) is not null and removed_at is null);
create policy everyone_reads on plan.area for select to ct_public, ct_staff using ((select platform.ctx_actor()) is not null and removed_at is null);
create policy everyone_reads on plan.topic for select to ct_public, ct_staff using ((select platform.ctx_actor()) is not null and removed_at is null);

-- Facts: those that are later than the clock do not exist.
create policy known_is_read on plan.source for select to ct_public, ct_staff using (known_from <= (select platform.ctx_today()) and removed_at is null);
create policy known_is_read on plan.history_entry for select to ct_public, ct_staff using (known_from <= (select platform.ctx_today()) and removed_at is null);
create policy known_is_read on plan.priority for select to ct_public, ct_staff using (known_from <= (select platform.ctx_today()) and removed_at is null);
create policy known_is_read on plan.priority_fact for select to ct_public, ct_staff using (known_from <= (select platform.ctx_today()) and removed_at is null);
create policy known_is_read on plan.document for select to ct_public, ct_staff using (known_from <= (select platform.ctx_today()) and removed_at is null);
create policy known_is_read on plan.event for select to ct_public, ct_staff using (known_from <= (select platform.ctx_today()) and removed_at is null);
create policy known_is_read on plan.news for select to ct_public, ct_staff using (known_from <= (select platform.ctx_today()) and removed_at is null);
create policy known_is_read on plan.milestone for select to ct_public, ct_staff using (known_from <= (select platform.ctx_today()) and removed_at is null);
create policy known_is_read on plan.milestone_due for select to ct_public, ct_staff using (known_from <= (select platform.ctx_today()) and removed_at is null);
create policy known_is_read on plan.milestone_withdrawal for select to ct_public, ct_staff using (known_from <= (select platform.ctx_today()) and removed_at is null);
create policy known_is_read on plan.milestone_evidence for select to ct_public, ct_staff using (known_from <= (select platform.ctx_today()) and removed_at is null);
create policy known_is_read on plan.milestone_confirmation for select to ct_public, ct_staff using (known_from <= (select platform.ctx_today()) and removed_at is null);

-- The pack and the jobs.
create policy worker_reads on plan.community for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_inserts on plan.community for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_updates on plan.community for update to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_reads on plan.plan for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_inserts on plan.plan for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_updates on plan.plan for update to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_reads on plan.domain for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_inserts on plan.domain for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_updates on plan.domain for update to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_reads on plan.area for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_inserts on plan.area for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_updates on plan.area for update to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_reads on plan.topic for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_inserts on plan.topic for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_updates on plan.topic for update to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_reads on plan.source for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_inserts on plan.source for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_updates on plan.source for update to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_reads on plan.history_entry for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_inserts on plan.history_entry for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_updates on plan.history_entry for update to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_reads on plan.priority for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_inserts on plan.priority for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_updates on plan.priority for update to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_reads on plan.priority_fact for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_inserts on plan.priority_fact for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_updates on plan.priority_fact for update to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_reads on plan.document for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_inserts on plan.document for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_updates on plan.document for update to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_reads on plan.event for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_inserts on plan.event for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_updates on plan.event for update to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_reads on plan.news for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_inserts on plan.news for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_updates on plan.news for update to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_reads on plan.milestone for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_inserts on plan.milestone for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_updates on plan.milestone for update to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_reads on plan.milestone_due for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_inserts on plan.milestone_due for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_updates on plan.milestone_due for update to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_reads on plan.milestone_withdrawal for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_inserts on plan.milestone_withdrawal for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_updates on plan.milestone_withdrawal for update to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_reads on plan.milestone_evidence for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_inserts on plan.milestone_evidence for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_updates on plan.milestone_evidence for update to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_reads on plan.milestone_confirmation for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_inserts on plan.milestone_confirmation for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_updates on plan.milestone_confirmation for update to ct_worker using ((select platform.ctx_actor()) = 'worker');

-- The plan office writes priorities; for milestones the chair of the table that does the work may too. Nobody writes what is known only tomorrow.
grant insert on plan.priority, plan.milestone, plan.milestone_due, plan.milestone_withdrawal, plan.milestone_evidence, plan.milestone_confirmation, plan.news to ct_staff;
create policy office_inserts on plan.priority for insert to ct_staff
  with check (origin = 'staff' and known_from <= (select platform.ctx_today()) and (select platform.ctx_has('plan-manager')));
create policy office_inserts on plan.milestone for insert to ct_staff
  with check (origin = 'staff' and known_from <= (select platform.ctx_today()) and ((select platform.ctx_has('plan-manager'))
    or (select platform.ctx_bodies_as('table-chair')) @> array[body_slug]));
create policy office_inserts on plan.news for insert to ct_staff
  with check (origin = 'staff' and known_from <= (select platform.ctx_today()) and ((select platform.ctx_has('plan-manager'))
    or (select platform.ctx_bodies_as('table-chair')) @> array[body_slug]));
create policy office_inserts on plan.milestone_due for insert to ct_staff
  with check (origin = 'staff' and known_from <= (select platform.ctx_today()) and ((select platform.ctx_has('plan-manager'))
    or exists (select from plan.milestone m
      where m.slug = milestone_slug and (select platform.ctx_bodies_as('table-chair')) @> array[m.body_slug])));
create policy office_inserts on plan.milestone_withdrawal for insert to ct_staff
  with check (origin = 'staff' and known_from <= (select platform.ctx_today()) and ((select platform.ctx_has('plan-manager'))
    or exists (select from plan.milestone m
      where m.slug = milestone_slug and (select platform.ctx_bodies_as('table-chair')) @> array[m.body_slug])));
create policy office_inserts on plan.milestone_evidence for insert to ct_staff
  with check (origin = 'staff' and known_from <= (select platform.ctx_today()) and ((select platform.ctx_has('plan-manager'))
    or exists (select from plan.milestone m
      where m.slug = milestone_slug and (select platform.ctx_bodies_as('table-chair')) @> array[m.body_slug])));
create policy office_inserts on plan.milestone_confirmation for insert to ct_staff
  with check (origin = 'staff' and known_from <= (select platform.ctx_today()) and ((select platform.ctx_has('plan-manager'))
    or exists (select from plan.milestone m
      where m.slug = milestone_slug and (select platform.ctx_bodies_as('table-chair')) @> array[m.body_slug])));

-- Legal duties. The law comes with the pack; the plan office records adoptions and evidence, and takes a mistaken record back.
create policy known_is_read on plan.duty for select to ct_public, ct_staff using (known_from <= (select platform.ctx_today()) and removed_at is null);
create policy worker_reads on plan.duty for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_inserts on plan.duty for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_updates on plan.duty for update to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy known_is_read on plan.duty_rule for select to ct_public, ct_staff using (known_from <= (select platform.ctx_today()) and removed_at is null);
create policy worker_reads on plan.duty_rule for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_inserts on plan.duty_rule for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_updates on plan.duty_rule for update to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy known_is_read on plan.duty_group for select to ct_public, ct_staff using (known_from <= (select platform.ctx_today()) and removed_at is null);
create policy worker_reads on plan.duty_group for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_inserts on plan.duty_group for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_updates on plan.duty_group for update to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy known_is_read on plan.duty_evidence for select to ct_public, ct_staff using (known_from <= (select platform.ctx_today()) and removed_at is null);
create policy worker_reads on plan.duty_evidence for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_inserts on plan.duty_evidence for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_updates on plan.duty_evidence for update to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy known_is_read on plan.adoption for select to ct_public, ct_staff using (known_from <= (select platform.ctx_today()) and removed_at is null);
create policy worker_reads on plan.adoption for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_inserts on plan.adoption for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_updates on plan.adoption for update to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy known_is_read on plan.duty_withdrawal for select to ct_public, ct_staff using (known_from <= (select platform.ctx_today()) and removed_at is null);
create policy worker_reads on plan.duty_withdrawal for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_inserts on plan.duty_withdrawal for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_updates on plan.duty_withdrawal for update to ct_worker using ((select platform.ctx_actor()) = 'worker');
grant insert on plan.adoption, plan.duty_evidence, plan.duty_withdrawal to ct_staff;
create policy office_inserts on plan.adoption for insert to ct_staff
  with check (origin = 'staff' and known_from <= (select platform.ctx_today()) and on_date <= (select platform.ctx_today()) and (select platform.ctx_has('plan-manager')));
create policy office_inserts on plan.duty_evidence for insert to ct_staff
  with check (origin = 'staff' and known_from <= (select platform.ctx_today()) and on_date <= (select platform.ctx_today()) and (select platform.ctx_has('plan-manager')));
create policy office_inserts on plan.duty_withdrawal for insert to ct_staff
  with check (origin = 'staff' and known_from <= (select platform.ctx_today()) and (select platform.ctx_has('plan-manager')));
