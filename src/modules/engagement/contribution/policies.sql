-- contribution: read by whoever codes; what an issue said is closed to whoever left its matter.
grant select, insert on engagement.contribution to ct_staff, ct_worker;
create policy coders_read on engagement.contribution for select to ct_staff using ((select engagement.codes_voice()));
create policy coders_add on engagement.contribution for insert to ct_staff with check ((select engagement.codes_voice()));
create policy left_is_closed on engagement.contribution as restrictive for select to ct_staff
  using (source_kind <> 'issue' or not 'issue:' || source_id = any ((select governance.closed_subjects())::text[]));
create policy worker_all on engagement.contribution to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy owner_reads on engagement.contribution for select to ct_owner using (true);
