-- Row policies of instruments: a supervisor decides for her agency, whoever works with records there reads.
create policy owner_reads on access.instrument for select to ct_owner using (true);
grant select, insert, update (months, licence, changed_by, changed_at) on access.instrument to ct_staff;
create policy read on access.instrument for select to ct_staff using (agency_id = (select platform.ctx_agency())
  and ((select platform.ctx_has('intake-worker')) or (select platform.ctx_has('clinician')) or (select platform.ctx_has('access-supervisor'))));
create policy decided on access.instrument for insert to ct_staff with check (agency_id = (select platform.ctx_agency()) and changed_by = (select platform.ctx_account()) and (select platform.ctx_has('access-supervisor')));
create policy decided_anew on access.instrument for update to ct_staff using (agency_id = (select platform.ctx_agency()) and (select platform.ctx_has('access-supervisor')))
  with check (changed_by = (select platform.ctx_account()));
