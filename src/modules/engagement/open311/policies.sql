-- open311: the catalogue is public; requests are read through one function that shows place-related ones alone.
grant select on engagement.open311_service to ct_public, ct_staff, ct_worker;
create policy everyone_reads on engagement.open311_service for select to ct_public, ct_staff, ct_worker using ((select platform.ctx_actor()) is not null);
create policy owner_reads on engagement.open311_service for select to ct_owner using (true);
create policy owner_reads on engagement.open311_key for select to ct_owner using (true);
create policy owner_reads on engagement.issue for select to ct_owner using (true);
grant execute on function engagement.list_open311(text[], text[], timestamptz, timestamptz, text), engagement.open311_key_holds() to ct_public, ct_staff;
grant insert on engagement.open311_key to ct_worker;
create policy worker_adds on engagement.open311_key for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
