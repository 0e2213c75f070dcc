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

-- What other modules may build on: the themes of standing reports with the priorities that answer them, and their approved quotes. `insight` puts them into reports.
create or replace view engagement.published_theme with (security_invoker = true) as
  select r.consultation_slug, (t.value ->> 'id')::uuid as theme_id, (t.value -> 'name')::platform.bilingual as name, r.published_on,
    array(select a.target from engagement.theme_answer a where a.theme_id = (t.value ->> 'id')::uuid and a.kind = 'priority' and a.removed_at is null order by a.target) as priorities
  from engagement.voice_report r cross join lateral jsonb_array_elements(r.content -> 'themes') t where r.withdrawn_at is null;
create or replace view engagement.published_quote with (security_invoker = true) as
  select q.id, q.theme_id, q.language, q.body, q.demonstration from engagement.quote q
  where q.approved_at is not null and q.withdrawn_at is null and exists (select from engagement.voice_report r where r.withdrawn_at is null and q.id = any (r.quotes));
grant select on engagement.published_theme, engagement.published_quote to ct_public, ct_staff, ct_worker;
