-- Row policies of the by-name list and the stays it counts. Names and stays open through functions that write their line first.
create policy owner_keeps on access.stay to ct_owner using (true) with check (true);
create policy owner_reads on access.activity for select to ct_owner using (true);
create policy owner_reads on access.list for select to ct_owner using (true);
create policy owner_keeps on access.list_change to ct_owner using (true) with check (true);
grant execute on function access.read_stays(uuid), access.close_stay(uuid, date, boolean), access.kept_lists(), access.read_list(uuid, date), access.list_stays(uuid, date),
  access.why_listed(uuid), access.change_list(uuid, uuid, uuid, text, text, date, text), access.read_listed(uuid, uuid), access.list_events(uuid), access.reconcile_list(uuid, date, timestamptz) to ct_staff;
grant execute on function access.settle_list(uuid), access.list_events(uuid), access.release_stays(uuid, date) to ct_worker;

-- stay, activity: written by whoever works with the person; read through functions alone.
grant insert on access.stay, access.activity to ct_staff;
create policy written on access.stay for insert to ct_staff with check (agency_id = (select platform.ctx_agency()) and entered_by = (select platform.ctx_account()) and voided_at is null and person_id not in (select access.barred_persons())
  and person_id not in (select access.locked_persons('housing')) and (select access.role_opens('housing')) and exists (select from access.person p where p.id = person_id and p.agency_id = (select platform.ctx_agency()))
  and ((select platform.ctx_has('access-supervisor')) or person_id in (select access.assigned_persons())));
create policy written on access.activity for insert to ct_staff with check (agency_id = (select platform.ctx_agency()) and entered_by = (select platform.ctx_account()) and person_id not in (select access.locked_persons('identity'))
  and (select access.role_opens('identity')) and exists (select from access.person p where p.id = person_id and p.agency_id = (select platform.ctx_agency()))
  and ((select platform.ctx_has('access-supervisor')) or person_id in (select access.assigned_persons())));

-- list: that a list exists is no secret among those who work with people. Entered with a pack.
grant select on access.list to ct_staff;
grant select, insert, update on access.list to ct_worker;
create policy read on access.list for select to ct_staff using ((select access.role_opens('identity')) or (select platform.ctx_has('plan-manager')));
create policy counted_with on access.list for select to ct_staff using ((select platform.ctx_has('analyst')) or (select platform.ctx_has('leadership-member')));
create policy worker_reads on access.list for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_enters on access.list for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_keeps on access.list for update to ct_worker using ((select platform.ctx_actor()) = 'worker');

-- list_change: read by nobody as rows (list_events gives them to the keepers). list_refusal: counted by those of the agency that keeps the list who work
-- with people, so that no other agency can swell or thin what its list states; read by the keepers.
grant select, insert, update (to_month) on access.list_refusal to ct_staff;
create policy read on access.list_refusal for select to ct_staff using (list_id in (select access.kept_lists()));
create policy counted on access.list_refusal for insert to ct_staff with check ((select access.role_opens('identity')) and exists (select from access.list l where l.id = list_id and l.agency_id = (select platform.ctx_agency())));
create policy ended on access.list_refusal for update to ct_staff using (list_id in (select access.kept_lists()));

-- list_snapshot: frozen by the nightly job, read by the keepers, changed by nobody.
grant select on access.list_snapshot to ct_staff;
grant select, insert on access.list_snapshot to ct_worker;
grant select on access.list_refusal to ct_worker;
create policy read on access.list_snapshot for select to ct_staff using (list_id in (select access.kept_lists()));
create policy worker_reads on access.list_snapshot for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_freezes on access.list_snapshot for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_counts on access.list_refusal for select to ct_worker using ((select platform.ctx_actor()) = 'worker');

-- list_block: which month was held back, for those who read what was released; written by the job that releases, changed by nobody.
grant select on access.list_block to ct_staff, ct_worker;
grant insert on access.list_block to ct_worker;
create policy planned_with on access.list_block for select to ct_staff using ((select platform.ctx_has('plan-manager')) or (select platform.ctx_has('analyst')) or (select platform.ctx_has('leadership-member')) or list_id in (select access.kept_lists()));
create policy worker_reads on access.list_block for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_blocks on access.list_block for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
