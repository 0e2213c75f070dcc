-- Row policies of datasets: whoever works with data sees schemas, versions and counts; rows come by functions alone. The worker reads files in.
create policy owner_keeps on insight.dataset_schema to ct_owner using (true) with check (true);
create policy owner_keeps on insight.dataset_version to ct_owner using (true) with check (true);
create policy owner_keeps on insight.dataset_staged to ct_owner using (true) with check (true);
create policy owner_keeps on insight.dataset_row to ct_owner using (true) with check (true);

grant select, insert on insight.dataset, insight.dataset_schema to ct_staff;
grant select, insert, update on insight.dataset, insight.dataset_schema to ct_worker;
create policy analyst_reads on insight.dataset for select to ct_staff using ((select platform.ctx_has('analyst')) and removed_at is null);
create policy analyst_makes on insight.dataset for insert to ct_staff with check ((select platform.ctx_has('analyst')) and origin = 'staff');
create policy analyst_reads on insight.dataset_schema for select to ct_staff using ((select platform.ctx_has('analyst')) and removed_at is null);
create policy analyst_makes on insight.dataset_schema for insert to ct_staff with check ((select platform.ctx_has('analyst')) and origin = 'staff' and made_by = (select platform.ctx_account()));
create policy worker_reads on insight.dataset for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_inserts on insight.dataset for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_updates on insight.dataset for update to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_reads on insight.dataset_schema for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_inserts on insight.dataset_schema for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_updates on insight.dataset_schema for update to ct_worker using ((select platform.ctx_actor()) = 'worker');

grant select, insert on insight.dataset_version to ct_staff;
grant update (mapping, note, as_of, provisional, state) on insight.dataset_version to ct_staff;
grant select, insert, update on insight.dataset_version to ct_worker;
create policy analyst_reads on insight.dataset_version for select to ct_staff using ((select platform.ctx_has('analyst')));
create policy analyst_stages on insight.dataset_version for insert to ct_staff
  with check ((select platform.ctx_has('analyst')) and uploaded_by = (select platform.ctx_account()) and state = 'staged' and accepted = 0 and refused = 0);
create policy analyst_starts on insight.dataset_version for update to ct_staff using ((select platform.ctx_has('analyst')) and state = 'staged') with check (state in ('staged', 'running'));
create policy worker_reads on insight.dataset_version for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_stages on insight.dataset_version for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_keeps on insight.dataset_version for update to ct_worker using ((select platform.ctx_actor()) = 'worker');

-- Cells and rows: written by whoever stages, read by the worker; nobody of the staff reads them as rows.
grant insert on insight.dataset_staged to ct_staff;
grant select, insert, delete on insight.dataset_staged to ct_worker;
create policy analyst_stages on insight.dataset_staged for insert to ct_staff
  with check (version_id in (select v.id from insight.dataset_version v where v.state = 'staged' and v.uploaded_by = (select platform.ctx_account()) and (select platform.ctx_has('analyst'))));
create policy worker_reads on insight.dataset_staged for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_stages on insight.dataset_staged for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_takes on insight.dataset_staged for delete to ct_worker using ((select platform.ctx_actor()) = 'worker');
grant select, insert on insight.dataset_row to ct_worker;
create policy worker_reads on insight.dataset_row for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_enters on insight.dataset_row for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
grant select on insight.dataset_refusal to ct_staff;
grant select, insert on insight.dataset_refusal to ct_worker;
create policy analyst_reads on insight.dataset_refusal for select to ct_staff using ((select platform.ctx_has('analyst')));
create policy worker_reads on insight.dataset_refusal for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_enters on insight.dataset_refusal for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');

grant execute on function insight.read_staged_rows(uuid), insight.read_dataset_rows(uuid, integer, integer), insight.compare_dataset_versions(uuid, uuid), insight.drop_dataset_version(uuid) to ct_staff;
grant execute on function insight.drop_dataset_version(uuid) to ct_worker;
