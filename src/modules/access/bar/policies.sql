-- Whoever put a bar on somebody else, the supervisor of the agency and the privacy officer, sees it and can end it; nobody ends her own, and it is never deleted.
grant update (ended_at, ended_by) on access.bar to ct_staff;
create policy supervisor_reads on access.bar for select to ct_staff using ((select platform.ctx_has('access-supervisor')) and account_id <> (select platform.ctx_account())
  and exists (select from access.person p where p.id = person_id and p.agency_id = (select platform.ctx_agency())));
create policy officer_ends on access.bar for update to ct_staff using ((select platform.ctx_has('privacy-officer')) and account_id <> (select platform.ctx_account()) and ended_at is null)
  with check (ended_by = (select platform.ctx_account()) and ended_at is not null);
create policy supervisor_ends on access.bar for update to ct_staff using ((select platform.ctx_has('access-supervisor')) and account_id <> (select platform.ctx_account()) and ended_at is null
  and exists (select from access.person p where p.id = person_id and p.agency_id = (select platform.ctx_agency()))) with check (ended_by = (select platform.ctx_account()) and ended_at is not null);
grant execute on function access.list_barrable(uuid) to ct_staff;
