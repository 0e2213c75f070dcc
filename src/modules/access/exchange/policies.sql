-- Row policies of the exchange of files. Staged cells and the ids of the source have no grant to read; what the functions do they do in the rights of the owner.
create policy owner_keeps on access.exchange_import to ct_owner using (true) with check (true);
create policy owner_keeps on access.exchange_row to ct_owner using (true) with check (true);
create policy owner_keeps on access.exchange_client to ct_owner using (true) with check (true);
create policy owner_keeps on access.exchange_stay to ct_owner using (true) with check (true);
create policy owner_keeps on access.exchange_consent to ct_owner using (true) with check (true);
create policy exchange_enters on access.person for insert to ct_owner with check ((select platform.ctx_actor()) = 'worker');
create policy exchange_keeps on access.person for update to ct_owner using ((select platform.ctx_actor()) = 'worker');
create policy exchange_enters on access.person_identity for insert to ct_owner with check ((select platform.ctx_actor()) = 'worker');
create policy exchange_keeps on access.person_identity for update to ct_owner using ((select platform.ctx_actor()) = 'worker');
create policy exchange_enters on access.person_alias for insert to ct_owner with check ((select platform.ctx_actor()) = 'worker');
create policy exchange_enters on access.consent for insert to ct_owner with check ((select platform.ctx_actor()) = 'worker');
create policy exchange_ends on access.consent for update to ct_owner using ((select platform.ctx_actor()) = 'worker') with check (withdrawn_at is not null);

-- exchange_mapping: the supervisors' of the agency. It names columns and words of files, nobody.
grant select, insert, update (mapping, saved_by, saved_at) on access.exchange_mapping to ct_staff;
create policy read on access.exchange_mapping for select to ct_staff using (agency_id = (select platform.ctx_agency()) and (select platform.ctx_has('access-supervisor')));
create policy saved on access.exchange_mapping for insert to ct_staff with check (agency_id = (select platform.ctx_agency()) and saved_by = (select platform.ctx_account()) and (select platform.ctx_has('access-supervisor')));
create policy kept on access.exchange_mapping for update to ct_staff using (agency_id = (select platform.ctx_agency()) and (select platform.ctx_has('access-supervisor'))) with check (saved_by = (select platform.ctx_account()));

-- exchange_import: counts and days, read by those who see to the agency; staged and mapped by its supervisors. exchange_row: written with it, read by nobody.
grant select, insert on access.exchange_import to ct_staff;
grant update (mapping) on access.exchange_import to ct_staff;
grant select on access.exchange_import to ct_worker;
grant insert on access.exchange_row to ct_staff;
create policy read on access.exchange_import for select to ct_staff using (agency_id = (select platform.ctx_agency()) and ((select platform.ctx_has('access-supervisor')) or (select platform.ctx_has('coordinator'))));
create policy staged on access.exchange_import for insert to ct_staff with check (agency_id = (select platform.ctx_agency()) and uploaded_by = (select platform.ctx_account()) and (select platform.ctx_has('access-supervisor'))
  and state = 'staged' and ended_at is null and erased_at is null);
create policy mapped on access.exchange_import for update to ct_staff using (agency_id = (select platform.ctx_agency()) and (select platform.ctx_has('access-supervisor')) and state = 'staged');
create policy worker_reads on access.exchange_import for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy staged on access.exchange_row for insert to ct_staff with check (state = 'waiting' and client is null
  and import_id in (select i.id from access.exchange_import i where i.state = 'staged' and i.uploaded_by = (select platform.ctx_account()) and (select platform.ctx_has('access-supervisor'))));

grant execute on function access.exchanged_imports(), access.read_exchange_rows(uuid), access.read_exchange_refusals(uuid), access.start_exchange(uuid, integer, integer), access.turn_exchange(uuid, text),
  access.export_clients(uuid, text), access.export_stays(uuid, text) to ct_staff;
grant execute on function access.take_exchange_batch(uuid, integer), access.apply_exchange(uuid, jsonb), access.fail_exchange(uuid), access.erase_exchanges(timestamptz) to ct_worker;
