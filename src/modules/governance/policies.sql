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
create policy public_is_read on governance.decision for select to ct_public, ct_staff using (is_public and known_from <= (select platform.ctx_today()) and not (title ? 'untranslated') and not (reason ? 'untranslated')
    and (matter_id is null or not matter_id = any ((select governance.withheld_matters())::uuid[])));
create policy closed_is_read on governance.decision for select to ct_staff
  using (known_from <= (select platform.ctx_today()) and ((select platform.ctx_has('plan-manager')) or body_slug = any ((select platform.ctx_bodies())::text[])));
create policy worker_reads on governance.decision for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy office_records on governance.decision for insert to ct_staff
  with check (known_from <= (select platform.ctx_today()) and recorded_by = (select platform.ctx_account())
    and ((select platform.ctx_has('plan-manager')) or (meeting_id is not null and body_slug = any ((select platform.ctx_bodies_as('table-chair'))::text[]))));
create policy worker_records on governance.decision for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');

-- The plan office forms, renames and ends bodies; what staff wrote is theirs, and nothing is deleted.
grant insert on governance.body, governance.body_name, governance.body_state to ct_staff;
create policy office_forms on governance.body for insert to ct_staff with check (origin = 'staff' and known_from <= (select platform.ctx_today()) and (select platform.ctx_has('plan-manager')));
create policy office_names on governance.body_name for insert to ct_staff with check (origin = 'staff' and known_from <= (select platform.ctx_today()) and (select platform.ctx_has('plan-manager')));
create policy office_states on governance.body_state for insert to ct_staff with check (origin = 'staff' and known_from <= (select platform.ctx_today()) and (select platform.ctx_has('plan-manager')));
grant update (minutes) on governance.body to ct_staff;
create policy office_sets on governance.body for update to ct_staff using ((select platform.ctx_has('plan-manager')));

-- Members by office are public facts; who keeps them is the plan office and the chair. Addresses are read by the worker alone.
grant insert, update on governance.member to ct_staff, ct_worker;
create policy known_is_read on governance.member for select to ct_public, ct_staff using (from_date <= (select platform.ctx_today()));
create policy office_or_chair_adds on governance.member for insert to ct_staff
  with check ((select platform.ctx_has('plan-manager')) or body_slug = any ((select platform.ctx_bodies_as('table-chair'))::text[]));
create policy office_or_chair_changes on governance.member for update to ct_staff
  using ((select platform.ctx_has('plan-manager')) or body_slug = any ((select platform.ctx_bodies_as('table-chair'))::text[]));
create policy worker_all on governance.member to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy owner_joins on governance.member to ct_owner using (true) with check (true);
create policy owner_all on governance.member_address to ct_owner using (true) with check (true);
create policy worker_reads on governance.member_address for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
grant execute on function governance.set_member_address(uuid, text, text) to ct_staff, ct_worker;
revoke select on governance.member_address from ct_public, ct_staff;

-- Seats of the law come with the content; who holds them is kept by the plan office.
grant insert, update on governance.seat to ct_worker;
create policy known_is_read on governance.seat for select to ct_public, ct_staff using (known_from <= (select platform.ctx_today()) and removed_at is null);
create policy worker_all on governance.seat to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
grant insert, update on governance.seat_holding to ct_staff, ct_worker;
create policy known_is_read on governance.seat_holding for select to ct_public, ct_staff using (from_date <= (select platform.ctx_today()));
create policy office_adds on governance.seat_holding for insert to ct_staff with check ((select platform.ctx_has('plan-manager')));
create policy office_ends on governance.seat_holding for update to ct_staff using ((select platform.ctx_has('plan-manager')));
create policy worker_all on governance.seat_holding to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');

-- Meetings: the members of a body and the plan office read, the chair and the plan office keep; approved minutes of a body that publishes are public.
grant execute on function governance.closed_matters(), governance.closed_subjects(), governance.list_left(text) to ct_staff;
grant execute on function governance.withheld_matters() to ct_public, ct_staff, ct_worker;
grant execute on function governance.published_matters() to ct_public, ct_staff;
create policy owner_reads on governance.agenda_item for select to ct_owner using (true);
create policy owner_reads on governance.body for select to ct_owner using (true);
grant execute on function governance.declare_conflict(uuid, uuid, uuid) to ct_staff;
grant execute on function governance.translate_decision(uuid, jsonb, jsonb), governance.translate_matter(uuid, jsonb) to ct_staff;
create policy owner_translates on governance.decision to ct_owner using (true) with check (true);
create policy owner_reads on governance.meeting for select to ct_owner using (true);
create policy owner_all on governance.recusal to ct_owner using (true) with check (true);
create policy owner_all on governance.matter to ct_owner using (true) with check (true);
create policy owner_all on governance.action_link to ct_owner using (true) with check (true);
create policy owner_adds on governance.action_report for insert to ct_owner with check (true);
revoke select on governance.recusal, governance.action_link from ct_public, ct_worker;
revoke select on governance.action_link from ct_staff;

create policy published_is_read on governance.meeting for select to ct_public, ct_staff
  using (minutes_state = 'approved' and exists (select from governance.body b where b.slug = body_slug and b.minutes = 'public'));
create policy members_read on governance.meeting for select to ct_staff using ((select platform.ctx_has('plan-manager')) or body_slug = any ((select platform.ctx_bodies())::text[]));
create policy published_is_read on governance.matter for select to ct_public, ct_staff using (id = any ((select governance.published_matters())::uuid[]));
create policy members_read on governance.matter for select to ct_staff using ((select platform.ctx_has('plan-manager')) or body_slug = any ((select platform.ctx_bodies())::text[]));
-- A matter about a decision of another body is there for whoever may read that decision: its title is the decision's.
create policy with_its_decision on governance.matter as restrictive for select to ct_public, ct_staff
  using (kind <> 'decision' or exists (select from governance.decision d where d.id::text = matter.subject_id));
create policy with_its_meeting on governance.agenda_item for select to ct_public, ct_staff
  using (exists (select from governance.meeting m where m.id = meeting_id) and exists (select from governance.matter m where m.id = matter_id));
create policy with_its_meeting on governance.attendance for select to ct_public, ct_staff using (exists (select from governance.meeting m where m.id = meeting_id));
create policy members_read on governance.paper for select to ct_staff
  using (exists (select from governance.matter m where m.id = matter_id and ((select platform.ctx_has('plan-manager')) or m.body_slug = any ((select platform.ctx_bodies())::text[]))));
create policy chair_sees on governance.recusal for select to ct_staff
  using (exists (select from governance.matter m where m.id = matter_id and ((select platform.ctx_has('plan-manager')) or m.body_slug = any ((select platform.ctx_bodies_as('table-chair'))::text[]))));
create policy published_is_read on governance.action for select to ct_public, ct_staff
  using (exists (select from governance.matter m where m.id = matter_id) and exists (select from governance.meeting m where m.id = meeting_id));
-- Whoever owes an action reads it and what was reported, though her account may not sit in the body.
create policy own_is_read on governance.action for select to ct_staff using (exists (select from governance.member p where p.id = member_id and p.account_id = (select platform.ctx_account())));
create policy linked_is_read on governance.action for select to ct_public, ct_staff using (id = (select governance.linked_action()));
create policy members_read on governance.action_report for select to ct_staff
  using (exists (select from governance.action a where a.id = action_id and ((select platform.ctx_has('plan-manager')) or a.body_slug = any ((select platform.ctx_bodies())::text[])
    or exists (select from governance.member p where p.id = a.member_id and p.account_id = (select platform.ctx_account())))));
grant execute on function governance.linked_action(), governance.report_by_link(uuid, text, text) to ct_public, ct_staff;
grant execute on function governance.new_action_link(uuid, uuid, timestamptz), governance.has_left(uuid, uuid), governance.things_closed_to(uuid) to ct_worker;
create policy owner_reads on governance.action for select to ct_owner using (true);

-- Keeping a meeting: the chair of its body and the plan office, until its minutes are approved.
grant insert, update on governance.meeting, governance.matter, governance.agenda_item, governance.attendance to ct_staff;
grant delete on governance.agenda_item to ct_staff;
grant insert on governance.paper, governance.action, governance.action_report to ct_staff;
grant update (what) on governance.action to ct_staff;
create policy worded on governance.action for update to ct_staff using (exists (select from governance.meeting m where m.id = meeting_id and m.minutes_state <> 'approved'
  and ((select platform.ctx_has('plan-manager')) or m.body_slug = any ((select platform.ctx_bodies_as('table-chair'))::text[]))));
create policy kept on governance.meeting for insert to ct_staff with check ((select platform.ctx_has('plan-manager')) or body_slug = any ((select platform.ctx_bodies_as('table-chair'))::text[]));
create policy kept_on on governance.meeting for update to ct_staff
  using (minutes_state <> 'approved' and ((select platform.ctx_has('plan-manager')) or body_slug = any ((select platform.ctx_bodies_as('table-chair'))::text[])))
  with check ((select platform.ctx_has('plan-manager')) or body_slug = any ((select platform.ctx_bodies_as('table-chair'))::text[]));
create policy kept on governance.matter for insert to ct_staff with check ((select platform.ctx_has('plan-manager')) or body_slug = any ((select platform.ctx_bodies_as('table-chair'))::text[]));
create policy kept_on on governance.matter for update to ct_staff
  using (ended_at is null and ((select platform.ctx_has('plan-manager')) or body_slug = any ((select platform.ctx_bodies_as('table-chair'))::text[])))
  with check ((select platform.ctx_has('plan-manager')) or body_slug = any ((select platform.ctx_bodies_as('table-chair'))::text[]));
create policy kept on governance.agenda_item for insert to ct_staff with check (exists (select from governance.meeting m where m.id = meeting_id and m.minutes_state <> 'approved'
  and ((select platform.ctx_has('plan-manager')) or m.body_slug = any ((select platform.ctx_bodies_as('table-chair'))::text[]))));
create policy kept_on on governance.agenda_item for update to ct_staff using (exists (select from governance.meeting m where m.id = meeting_id and m.minutes_state <> 'approved'
  and ((select platform.ctx_has('plan-manager')) or m.body_slug = any ((select platform.ctx_bodies_as('table-chair'))::text[]))));
create policy taken_off on governance.agenda_item for delete to ct_staff using (exists (select from governance.meeting m where m.id = meeting_id and m.state in ('planned', 'called')
  and ((select platform.ctx_has('plan-manager')) or m.body_slug = any ((select platform.ctx_bodies_as('table-chair'))::text[]))));
create policy kept on governance.attendance for insert to ct_staff with check (exists (select from governance.meeting m where m.id = meeting_id and m.minutes_state <> 'approved'
  and ((select platform.ctx_has('plan-manager')) or m.body_slug = any ((select platform.ctx_bodies_as('table-chair'))::text[]))));
create policy kept_on on governance.attendance for update to ct_staff using (exists (select from governance.meeting m where m.id = meeting_id and m.minutes_state <> 'approved'
  and ((select platform.ctx_has('plan-manager')) or m.body_slug = any ((select platform.ctx_bodies_as('table-chair'))::text[]))));
create policy kept on governance.paper for insert to ct_staff with check (exists (select from governance.matter m where m.id = matter_id and m.ended_at is null
  and ((select platform.ctx_has('plan-manager')) or m.body_slug = any ((select platform.ctx_bodies_as('table-chair'))::text[]))));
create policy agreed on governance.action for insert to ct_staff with check (exists (select from governance.meeting m where m.id = meeting_id and m.body_slug = action.body_slug
  and m.state = 'open' and ((select platform.ctx_has('plan-manager')) or m.body_slug = any ((select platform.ctx_bodies_as('table-chair'))::text[]))));
create policy reported on governance.action_report for insert to ct_staff with check (not by_link and account_id = (select platform.ctx_account())
  and exists (select from governance.action a where a.id = action_id and ((select platform.ctx_has('plan-manager')) or a.body_slug = any ((select platform.ctx_bodies_as('table-chair'))::text[])
    or exists (select from governance.member p where p.id = a.member_id and p.account_id = (select platform.ctx_account())))));

-- Conflict of interest: a matter that the person has left does not exist for her, nor what belongs to it, whatever else her roles open.
create policy left_is_closed on governance.matter as restrictive for all to ct_staff using (not id = any ((select governance.closed_matters())::uuid[]));
create policy left_is_closed on governance.agenda_item as restrictive for all to ct_staff using (not matter_id = any ((select governance.closed_matters())::uuid[]));
create policy left_is_closed on governance.paper as restrictive for all to ct_staff using (not matter_id = any ((select governance.closed_matters())::uuid[]));
create policy left_is_closed on governance.action as restrictive for all to ct_staff using (not matter_id = any ((select governance.closed_matters())::uuid[]));
create policy left_is_closed on governance.recusal as restrictive for select to ct_staff using (not matter_id = any ((select governance.closed_matters())::uuid[]));
create policy left_is_closed on governance.decision as restrictive for select to ct_staff
  using ((matter_id is null or not matter_id = any ((select governance.closed_matters())::uuid[])) and not (subject_kind || ':' || subject_id) = any ((select governance.closed_subjects())::text[]));
create policy left_is_closed on commitment.obligation as restrictive for all to ct_staff
  using ((matter_id is null or not matter_id = any ((select governance.closed_matters())::uuid[])) and not (subject_kind || ':' || subject_id) = any ((select governance.closed_subjects())::text[]));

-- The worker: invitations, links, reminders, the content of a demonstration.
create policy worker_all on governance.meeting to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy worker_reads on governance.matter for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_reads on governance.agenda_item for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_reads on governance.action for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_reads on governance.action_report for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
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
