-- consultation: public from the day that it is known; the pack comes as the worker.
grant select on engagement.consultation, engagement.census_margin to ct_public, ct_staff, ct_worker;
grant insert, update on engagement.consultation, engagement.census_margin, engagement.heard_count to ct_worker;
grant select on engagement.heard_count to ct_staff, ct_worker;
create policy known_is_read on engagement.consultation for select to ct_public, ct_staff using (known_from <= (select platform.ctx_today()) and removed_at is null);
create policy known_is_read on engagement.census_margin for select to ct_public, ct_staff using (known_from <= (select platform.ctx_today()) and removed_at is null);
create policy coders_read on engagement.heard_count for select to ct_staff using (known_from <= (select platform.ctx_today()) and removed_at is null and (select engagement.codes_voice()));
create policy worker_all on engagement.consultation to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy worker_all on engagement.census_margin to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy worker_all on engagement.heard_count to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy owner_reads on engagement.consultation for select to ct_owner using (true);
create policy owner_reads on engagement.heard_count for select to ct_owner using (removed_at is null and known_from <= (select platform.ctx_today()));

-- Who was heard: one row for a count of people within an occasion. A person counts once in an occasion where one_each holds; between occasions nobody
-- knows. Read through engagement.count_heard alone. What a later feature counts (a survey's responses, a meeting's attendance) joins as one more line.
create or replace view engagement.heard with (security_invoker = true) as
  select distinct on (c.source_kind, c.source_id) c.consultation_slug, c.channel, case c.source_kind when 'survey-answer' then 'survey' else c.source_id::text end as occasion, 1 as people, true as one_each,
    c.municipality, c.age_band, c.home_language from engagement.contribution c where c.source_kind in ('survey-answer', 'telephone', 'letter')
  union all select h.consultation_slug, h.channel, h.slug, h.people, h.one_each, null, null, null from engagement.heard_count h;
grant execute on function engagement.codes_voice() to ct_public, ct_staff, ct_worker;
grant execute on function engagement.coded_by_me(), engagement.coded_by_others(uuid) to ct_staff;
grant execute on function engagement.code_pairs(text), engagement.coded_voices(text), engagement.count_heard(text, text) to ct_staff, ct_worker;
