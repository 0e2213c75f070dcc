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

-- The screening questions are open to everybody.
grant select on engagement.criterion to ct_public, ct_staff;
create policy everyone_reads on engagement.criterion for select to ct_public, ct_staff using ((select platform.ctx_actor()) is not null);
grant execute on function engagement.find_origin(uuid) to ct_public, ct_staff;
grant select, insert, update on engagement.screening_answer to ct_staff;
create policy office_all on engagement.screening_answer to ct_staff using ((select platform.ctx_has('plan-manager'))) with check ((select platform.ctx_has('plan-manager')));
create policy leadership_reads on engagement.screening_answer for select to ct_staff
  using ((select platform.ctx_has('leadership-member')) and exists (select from engagement.issue i where i.id = issue_id and i.to_leadership_at is not null));

grant select on engagement.call_outcome to ct_staff;
grant execute on function engagement.count_call(text) to ct_staff;
create policy owner_all on engagement.call_outcome to ct_owner using (true) with check (true);
create policy counts_read on engagement.call_outcome for select to ct_staff using ((select platform.ctx_has('plan-manager')) or (select platform.ctx_has('operator-311')));

-- Conflict of interest: an issue that is a matter which the person has left does not exist for her, nor what was written about it.
create policy left_is_closed on engagement.issue as restrictive for all to ct_staff using (not 'issue:' || id = any ((select governance.closed_subjects())::text[]));
create policy left_is_closed on engagement.issue_event as restrictive for all to ct_staff using (not 'issue:' || issue_id = any ((select governance.closed_subjects())::text[]));
create policy left_is_closed on engagement.issue_message as restrictive for all to ct_staff using (not 'issue:' || issue_id = any ((select governance.closed_subjects())::text[]));
create policy left_is_closed on engagement.screening_answer as restrictive for all to ct_staff using (not 'issue:' || issue_id = any ((select governance.closed_subjects())::text[]));
create policy left_is_closed on engagement.issue_attachment as restrictive for select to ct_staff using (not 'issue:' || issue_id = any ((select governance.closed_subjects())::text[]));
grant execute on function engagement.closed_files() to ct_staff;
create policy owner_reads on engagement.issue_attachment for select to ct_owner using (true);
create policy left_is_closed on platform.stored_file as restrictive for select to ct_staff using (not id = any ((select engagement.closed_files())::uuid[]));
