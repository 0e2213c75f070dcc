-- Row policies of released replays: counts that are protected before they are written, never a person.
create policy owner_reads on access.replay for select to ct_owner using (true);
grant select, insert (id, list_id, first_id, second_id, last_month, asked_by, asked_at) on access.replay to ct_staff;
grant select, update (state, cells, blocked, ended_at) on access.replay to ct_worker;
grant execute on function access.replayed_decisions(uuid, text) to ct_worker;
create policy planned_with on access.replay for select to ct_staff using (state = 'released' and ((select platform.ctx_has('plan-manager')) or (select platform.ctx_has('analyst')) or (select platform.ctx_has('leadership-member'))));
create policy kept on access.replay for select to ct_staff using (list_id in (select access.kept_lists()));
create policy asked on access.replay for insert to ct_staff with check (list_id in (select access.kept_lists()) and asked_by = (select platform.ctx_account()) and last_month < date_trunc('month', (select platform.ctx_today()))::date);
create policy worker_reads on access.replay for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_ends on access.replay for update to ct_worker using ((select platform.ctx_actor()) = 'worker');
