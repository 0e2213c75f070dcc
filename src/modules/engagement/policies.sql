-- Row policies of schema engagement; re-applied as a whole when this file changes.
grant usage on schema engagement to ct_public, ct_staff, ct_worker;

-- issue: anybody brings one forward; its proposer opens it by her code; the plan office works on all; the leadership group reads what is put to it.
grant insert, select on engagement.issue to ct_public, ct_staff, ct_worker;
grant update (state, changed_at) on engagement.issue to ct_public;
grant update on engagement.issue to ct_staff, ct_worker;
grant execute on function engagement.next_reference(text, integer) to ct_public, ct_staff, ct_worker;
create policy brought_forward on engagement.issue for insert to ct_public, ct_staff, ct_worker with check ((select platform.ctx_actor()) is not null and state = 'submitted');
create policy proposer_reads on engagement.issue for select to ct_public, ct_staff using (code_hash = (select platform.ctx_capability()));
create policy proposer_changes on engagement.issue for update to ct_public using (code_hash = (select platform.ctx_capability())) with check (state in ('withdrawn', 'screening'));
create policy office_reads on engagement.issue for select to ct_staff using ((select platform.ctx_has('plan-manager')));
create policy office_changes on engagement.issue for update to ct_staff using ((select platform.ctx_has('plan-manager')));
create policy leadership_reads on engagement.issue for select to ct_staff using ((select platform.ctx_has('leadership-member')) and to_leadership_at is not null);
create policy worker_all on engagement.issue to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');

grant insert on engagement.proposer to ct_public, ct_staff, ct_worker;
grant select on engagement.proposer to ct_worker;
grant execute on function engagement.read_proposer(uuid) to ct_staff;
create policy owner_reads on engagement.proposer for select to ct_owner using (true);
create policy given on engagement.proposer for insert to ct_public, ct_staff, ct_worker with check ((select platform.ctx_actor()) is not null);
create policy worker_reads on engagement.proposer for select to ct_worker using ((select platform.ctx_actor()) = 'worker');

grant select, insert on engagement.issue_event to ct_public, ct_staff, ct_worker;
create policy happened on engagement.issue_event for insert to ct_public, ct_staff, ct_worker with check ((select platform.ctx_actor()) is not null);
create policy proposer_reads on engagement.issue_event for select to ct_public
  using (shown and exists (select from engagement.issue i where i.id = issue_id and i.code_hash = (select platform.ctx_capability())));
create policy office_reads on engagement.issue_event for select to ct_staff using ((select platform.ctx_has('plan-manager')));
create policy worker_reads on engagement.issue_event for select to ct_worker using ((select platform.ctx_actor()) = 'worker');

grant select, insert on engagement.issue_message to ct_public, ct_staff, ct_worker;
create policy proposer_reads on engagement.issue_message for select to ct_public
  using (exists (select from engagement.issue i where i.id = issue_id and i.code_hash = (select platform.ctx_capability())));
create policy proposer_writes on engagement.issue_message for insert to ct_public
  with check (direction = 'from-proposer' and exists (select from engagement.issue i where i.id = issue_id and i.code_hash = (select platform.ctx_capability())));
create policy office_reads on engagement.issue_message for select to ct_staff using ((select platform.ctx_has('plan-manager')));
create policy office_writes on engagement.issue_message for insert to ct_staff with check (direction = 'to-proposer' and (select platform.ctx_has('plan-manager')));
create policy worker_all on engagement.issue_message to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');

grant select on engagement.criterion to ct_staff;
create policy staff_reads on engagement.criterion for select to ct_staff using ((select platform.ctx_has('plan-manager')) or (select platform.ctx_has('leadership-member')));
grant select, insert, update on engagement.screening_answer to ct_staff;
create policy office_all on engagement.screening_answer to ct_staff using ((select platform.ctx_has('plan-manager'))) with check ((select platform.ctx_has('plan-manager')));
create policy leadership_reads on engagement.screening_answer for select to ct_staff
  using ((select platform.ctx_has('leadership-member')) and exists (select from engagement.issue i where i.id = issue_id and i.to_leadership_at is not null));

grant select on engagement.call_outcome to ct_staff;
grant execute on function engagement.count_call(text) to ct_staff;
create policy owner_all on engagement.call_outcome to ct_owner using (true) with check (true);
create policy counts_read on engagement.call_outcome for select to ct_staff using ((select platform.ctx_has('plan-manager')) or (select platform.ctx_has('operator-311')));
