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
-- What other modules may build on: the plan as it is known today, each milestone with its state. `insight` compiles reports of these views.
drop view if exists plan.published_community, plan.published_plan, plan.published_priority, plan.published_fact, plan.published_milestone, plan.published_number, plan.published_domain, plan.published_area,
  plan.published_source;
create view plan.published_community with (security_invoker = true) as
  select slug, name, place, not_service_of, adopted, coalesce(settings -> 'departments', '[]'::jsonb) as departments, settings -> 'mail' ->> 'contact' as contact,
    coalesce(settings -> 'municipalities', '[]'::jsonb) as municipalities
  from plan.community where removed_at is null;
create view plan.published_plan with (security_invoker = true) as
  select title, lead from plan.plan where removed_at is null;
create view plan.published_domain with (security_invoker = true) as select slug, position, name from plan.domain where removed_at is null;
create view plan.published_area with (security_invoker = true) as select slug, position, name from plan.area where removed_at is null;
create view plan.published_source with (security_invoker = true) as
  select slug, title, publisher, url from plan.source where removed_at is null and known_from <= (select platform.ctx_today());
create view plan.published_priority with (security_invoker = true) as
  select id, slug, position, title, summary, body_slug, known_from from plan.priority where removed_at is null and known_from <= (select platform.ctx_today());
create view plan.published_fact with (security_invoker = true) as
  select slug, priority_slug, position, kind, text, known_from from plan.priority_fact
  where removed_at is null and known_from <= (select platform.ctx_today()) and (until is null or until >= (select platform.ctx_today()));
-- The state follows the rules of milestone/rules.ts; published.test.ts holds the two together.
create view plan.published_milestone with (security_invoker = true) as
  select m.id, m.slug, m.priority_slug, m.body_slug, m.title, m.demonstration, m.known_from, coalesce(d.due, m.due) as due, m.approximate and d.due is null as approximate,
    coalesce(e.evidence, '[]'::jsonb) as evidence, c.on_date as confirmed_on,
    case when w.on_date is not null then 'withdrawn'
      when e.evidence is not null then 'done'
      when coalesce(d.due, m.due) < (select platform.ctx_today()) then 'late'
      when (select platform.ctx_today()) - coalesce(c.on_date, m.known_from) > 60 then 'stalled'
      else 'on-time' end as state,
    greatest(0, (select platform.ctx_today()) - coalesce(d.due, m.due)) as days_past_due
  from plan.milestone m
    left join lateral (select x.due from plan.milestone_due x where x.milestone_slug = m.slug and x.removed_at is null and x.known_from <= (select platform.ctx_today())
      order by x.known_from desc, x.entered_at desc nulls last limit 1) d on true
    left join lateral (select min(x.on_date) as on_date from plan.milestone_withdrawal x where x.milestone_slug = m.slug and x.removed_at is null
      and x.known_from <= (select platform.ctx_today()) and x.on_date <= (select platform.ctx_today())) w on true
    left join lateral (select jsonb_agg(jsonb_build_object('title', x.title, 'date', x.on_date) order by x.on_date, x.slug) as evidence from plan.milestone_evidence x
      where x.milestone_slug = m.slug and x.removed_at is null and x.known_from <= (select platform.ctx_today()) and x.on_date <= (select platform.ctx_today())) e on true
    left join lateral (select max(x.on_date) as on_date from plan.milestone_confirmation x where x.milestone_slug = m.slug and x.removed_at is null
      and x.known_from <= (select platform.ctx_today()) and x.on_date <= (select platform.ctx_today())) c on true
  where m.removed_at is null and m.known_from <= (select platform.ctx_today());
-- Numbers of reports that were made elsewhere: a department goes on counting from them.
create view plan.published_number with (security_invoker = true) as
  select number from plan.document where number is not null and removed_at is null and known_from <= (select platform.ctx_today());
grant select on plan.published_community, plan.published_plan, plan.published_priority, plan.published_fact, plan.published_milestone, plan.published_number,
  plan.published_domain, plan.published_area, plan.published_source to ct_public, ct_staff, ct_worker;
