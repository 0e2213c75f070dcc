-- contribution: read by whoever codes; what an issue said is closed to whoever left its matter, and to everybody once it is withdrawn.
grant select, insert on engagement.contribution to ct_staff, ct_worker;
create policy coders_read on engagement.contribution for select to ct_staff using ((select engagement.codes_voice()));
create policy coders_add on engagement.contribution for insert to ct_staff with check ((select engagement.codes_voice()));
create policy left_is_closed on engagement.contribution as restrictive for select to ct_staff using (id not in (select engagement.closed_pieces()));
grant execute on function engagement.withdrawn_pieces() to ct_public, ct_staff, ct_worker;
grant execute on function engagement.closed_pieces() to ct_staff;
create policy withdrawn_is_closed on engagement.contribution as restrictive for select to ct_staff, ct_worker using (id not in (select engagement.withdrawn_pieces()));
-- A note that is removed takes its piece with it.
grant delete on engagement.contribution to ct_staff;
create policy notes_removed on engagement.contribution for delete to ct_staff using (source_kind = 'meeting-note' and (select engagement.codes_voice()));
create policy worker_all on engagement.contribution to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy owner_reads on engagement.contribution for select to ct_owner using (true);
