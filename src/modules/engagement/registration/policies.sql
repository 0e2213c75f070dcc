-- registration: made, read, changed and given back through functions alone; the office sees counts, never who or what she needs.
create policy owner_all on engagement.registration to ct_owner using (true) with check (true);
create policy owner_all on engagement.registrant to ct_owner using (true) with check (true);
create policy owner_all on engagement.registration_need to ct_owner using (true) with check (true);
create policy owner_reads on engagement.need_total for select to ct_owner using (true);
grant execute on function engagement.register(uuid, uuid, text, jsonb), engagement.own_registration(), engagement.change_registration(jsonb), engagement.cancel_registration(),
  engagement.places_left(uuid) to ct_public, ct_staff;
grant execute on function engagement.event_needs(uuid), engagement.read_door_list(uuid), engagement.settle_event(uuid) to ct_staff;
grant execute on function engagement.registration_key(uuid), engagement.erase_mails(uuid[]) to ct_worker;
grant select on engagement.registration to ct_staff;
create policy office_counts on engagement.registration for select to ct_staff using ((select platform.ctx_has('plan-manager')));
grant select, update (reminded_for, erased_at, key_hash, seed_hash) on engagement.registration to ct_worker;
grant select, delete on engagement.registrant, engagement.registration_need to ct_worker;
grant insert on engagement.need_total to ct_worker;
create policy worker_reads on engagement.registration for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_marks on engagement.registration for update to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_reads on engagement.registrant for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_erases on engagement.registrant for delete to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_reads on engagement.registration_need for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_erases on engagement.registration_need for delete to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_sums on engagement.need_total for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
