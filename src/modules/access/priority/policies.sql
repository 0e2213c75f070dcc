-- Row policies of the rules of priority and what is said for them. Answers, overrides and decisions are read through functions that write their line first.
create policy owner_reads on access.priority for select to ct_owner using (true);
create policy owner_keeps on access.priority_answer to ct_owner using (true) with check (true);
create policy owner_keeps on access.priority_override to ct_owner using (true) with check (true);
grant execute on function access.priority_in_force(uuid, date), access.read_ranked(uuid, date), access.count_closed(uuid, date), access.answer_priority(uuid, uuid, uuid, text, boolean),
  access.set_override(uuid, uuid, uuid, integer, text), access.read_replay(uuid, date, date, text) to ct_staff;

-- priority: the rules are no secret among those who work with people, nor for the plan office. Proposed by those who keep the list, approved by its supervisor, who names the decision of the body.
grant select, insert, update (approved_by, approved_at, body, decision, decided_on, reference, url, from_date) on access.priority to ct_staff;
create policy read on access.priority for select to ct_staff using ((select access.role_opens('identity')) or (select platform.ctx_has('plan-manager')));
create policy proposed on access.priority for insert to ct_staff with check (list_id in (select access.kept_lists()) and proposed_by = (select platform.ctx_account()) and approved_at is null);
create policy approved on access.priority for update to ct_staff using (approved_at is null and list_id in (select access.kept_lists()) and (select platform.ctx_has('access-supervisor')))
  with check (approved_by = (select platform.ctx_account()) and decided_on <= (select platform.ctx_today()) and from_date >= decided_on);
-- Whoever plans with a released replay reads the rules that it compares; the job and the command line make decisions again under them.
grant select on access.priority to ct_worker;
create policy planned_with on access.priority for select to ct_staff using ((select platform.ctx_has('analyst')) or (select platform.ctx_has('leadership-member')));
create policy worker_reads on access.priority for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
