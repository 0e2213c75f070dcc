-- theme: made, renamed and merged by whoever codes; the public reads names and numbers in the published report alone.
grant select, insert on engagement.theme, engagement.theme_name to ct_staff, ct_worker;
grant update (merged_into) on engagement.theme to ct_staff;
create policy coders_read on engagement.theme for select to ct_staff using ((select engagement.codes_voice()));
create policy coders_make on engagement.theme for insert to ct_staff with check ((select engagement.codes_voice()));
create policy coders_merge on engagement.theme for update to ct_staff using ((select engagement.codes_voice()));
create policy coders_read on engagement.theme_name for select to ct_staff using ((select engagement.codes_voice()));
create policy coders_name on engagement.theme_name for insert to ct_staff with check ((select engagement.codes_voice()) and account_id = (select platform.ctx_account()));
create policy worker_all on engagement.theme to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy worker_all on engagement.theme_name to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy owner_reads on engagement.theme for select to ct_owner using (true);

-- theme_answer: what was done; public with a standing report of its consultation, which names its theme.
grant select (id, theme_id, kind, target, words, at, removed_at) on engagement.theme_answer to ct_public;
grant select, insert on engagement.theme_answer to ct_staff, ct_worker;
grant update (removed_at) on engagement.theme_answer to ct_staff;
create policy published_is_read on engagement.theme_answer for select to ct_public, ct_staff
  using (removed_at is null and exists (select from engagement.voice_report r where r.withdrawn_at is null and r.content @> jsonb_build_object('themes', jsonb_build_array(jsonb_build_object('id', theme_id)))));
create policy coders_read on engagement.theme_answer for select to ct_staff using ((select engagement.codes_voice()));
create policy coders_answer on engagement.theme_answer for insert to ct_staff with check ((select engagement.codes_voice()) and account_id = (select platform.ctx_account()));
create policy coders_remove on engagement.theme_answer for update to ct_staff using ((select engagement.codes_voice()));
create policy worker_all on engagement.theme_answer to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
