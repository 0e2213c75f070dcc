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
-- knows. Read through engagement.count_heard alone. One occasion has one count: where the program counted a survey or a meeting itself, a count of the
-- content pack that bears its name (CONSULTATION/SLUG) and came the same way is left out.
create or replace view engagement.heard with (security_invoker = true) as
  with counted as (
    select s.consultation_slug, case r.channel when 'online' then 'web' else r.channel end as channel, s.slug as occasion, 1 as people, true as one_each, r.municipality, r.age_band, r.home_language
    from engagement.response r join engagement.survey_version v on v.id = r.version_id join engagement.survey s on s.slug = v.survey_slug where s.consultation_slug is not null and s.withdrawn_at is null
    union all select e.consultation_slug, 'meeting', e.slug, a.people, true, null, null, null
    from engagement.event_attendance a join engagement.event e on e.id = a.event_id where e.consultation_slug is not null and e.removed_at is null and a.people > 0
  )
  select distinct on (c.source_kind, c.source_id) c.consultation_slug, c.channel, case c.source_kind when 'survey-answer' then 'survey' else c.source_id::text end as occasion, 1 as people, true as one_each,
    c.municipality, c.age_band, c.home_language from engagement.contribution c
    where c.source_kind in ('telephone', 'letter') or (c.source_kind = 'survey-answer' and not exists (select from engagement.response r where r.id = c.source_id))
  union all select n.consultation_slug, n.channel, n.occasion, n.people, n.one_each, n.municipality, n.age_band, n.home_language from counted n
  union all select h.consultation_slug, h.channel, h.slug, h.people, h.one_each, null, null, null from engagement.heard_count h
    where not exists (select from counted n where n.consultation_slug = h.consultation_slug and n.channel = h.channel and h.slug = n.consultation_slug || '/' || n.occasion);
grant execute on function engagement.codes_voice() to ct_public, ct_staff, ct_worker;
grant execute on function engagement.coded_by_me(), engagement.coded_by_others(uuid) to ct_staff;
grant execute on function engagement.code_pairs(text), engagement.coded_voices(text), engagement.count_heard(text, text) to ct_staff, ct_worker;
