-- voice_report: published numbers; public once they have passed the gate, until withdrawn. Staff publish, the worker sends them through.
grant select (consultation_slug, version, content, quotes, published_on, withdrawn_at) on engagement.voice_report to ct_public;
grant select, insert on engagement.voice_report to ct_staff, ct_worker;
grant update (withdrawn_at) on engagement.voice_report to ct_staff;
grant update (withdrawn_at, content, quotes, gated_at) on engagement.voice_report to ct_worker;
create policy standing_is_public on engagement.voice_report for select to ct_public, ct_staff
  using (withdrawn_at is null and gated_at is not null and published_on <= (select platform.ctx_today()) and (select platform.ctx_actor()) is not null);
create policy coders_read on engagement.voice_report for select to ct_staff using ((select engagement.codes_voice()));
create policy coders_publish on engagement.voice_report for insert to ct_staff with check ((select engagement.codes_voice()) and account_id = (select platform.ctx_account()) and gated_at is null);
create policy coders_withdraw on engagement.voice_report for update to ct_staff using ((select engagement.codes_voice()));
create policy worker_all on engagement.voice_report to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
