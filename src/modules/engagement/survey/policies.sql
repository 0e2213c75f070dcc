-- survey: everybody reads what is or was open; the plan office makes them; a version that was answered stands.
create policy owner_reads on engagement.survey for select to ct_owner using (true);
create policy owner_reads on engagement.survey_version for select to ct_owner using (true);
grant select on engagement.survey, engagement.survey_version to ct_public, ct_staff, ct_worker;
grant insert, update on engagement.survey, engagement.survey_version to ct_staff;
grant insert on engagement.survey, engagement.survey_version to ct_worker;
create policy opened_is_read on engagement.survey for select to ct_public, ct_staff using (withdrawn_at is null and opens_on <= (select platform.ctx_today()));
create policy office_reads on engagement.survey for select to ct_staff using ((select platform.ctx_has('plan-manager')) or (select platform.ctx_has('analyst')));
create policy office_makes on engagement.survey for insert to ct_staff with check ((select platform.ctx_has('plan-manager')));
create policy office_changes on engagement.survey for update to ct_staff using ((select platform.ctx_has('plan-manager')));
create policy worker_all on engagement.survey to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy with_its_survey on engagement.survey_version for select to ct_public, ct_staff using (exists (select from engagement.survey s where s.slug = survey_slug));
create policy office_makes on engagement.survey_version for insert to ct_staff with check ((select platform.ctx_has('plan-manager')));
create policy unanswered_changes on engagement.survey_version for update to ct_staff
  using ((select platform.ctx_has('plan-manager')) and not exists (select from engagement.response r where r.version_id = survey_version.id));
create policy worker_all on engagement.survey_version to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');

-- survey_result: protected numbers that passed the gate, kept by the jobs alone; everybody reads those of a closed survey that shows them.
grant select (version_id, results) on engagement.survey_result to ct_public;
grant select, insert on engagement.survey_result to ct_worker;
grant select, delete on engagement.survey_result to ct_staff;
create policy shown_is_read on engagement.survey_result for select to ct_public, ct_staff using (exists (select from engagement.survey_version v join engagement.survey s on s.slug = v.survey_slug
  where v.id = version_id and s.results_public and s.closes_on < (select platform.ctx_today())));
create policy office_reads on engagement.survey_result for select to ct_staff using ((select platform.ctx_has('plan-manager')));
create policy office_drops on engagement.survey_result for delete to ct_staff using ((select platform.ctx_has('plan-manager')));
create policy worker_reads on engagement.survey_result for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_counts on engagement.survey_result for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
