-- Row policies of care plans. The sets ask once a query; the words of a plan are read through access.read_care_plan alone.
create policy owner_all on access.care_plan to ct_owner using (true) with check (true);
create policy owner_reads on access.care_step for select to ct_owner using (true);
create policy owner_reads on access.care_strength for select to ct_owner using (true);
create policy owner_reads on access.care_goal for select to ct_owner using (true);
create policy owner_reads on access.care_provider for select to ct_owner using (true);
create policy owner_reads on access.care_review for select to ct_owner using (true);
create policy owner_reads on access.care_age for select to ct_owner using (true);
create policy owner_reads on access.care_age_done for select to ct_owner using (true);
grant execute on function access.coordinated_persons(), access.led_plans(), access.kept_plans(), access.open_plans(), access.read_care_plan(uuid) to ct_staff;
grant execute on function access.care_dues(uuid), access.care_traces() to ct_worker;

-- Configuration: what has begun, read by staff and the worker, kept from the pack by the worker.
grant select on access.care_pathway, access.care_age, access.care_amount to ct_staff;
grant select, insert, update on access.care_pathway, access.care_age, access.care_amount to ct_worker;
create policy known on access.care_pathway for select to ct_staff using (removed_at is null and from_date <= (select platform.ctx_today()));
create policy known on access.care_age for select to ct_staff using (removed_at is null and from_date <= (select platform.ctx_today()));
create policy known on access.care_amount for select to ct_staff using (removed_at is null and from_date <= (select platform.ctx_today()));
create policy pack on access.care_pathway to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy pack on access.care_age to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy pack on access.care_amount to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');

-- The plan itself: opened by who works with the person in the agency that holds the record; moved by its steps alone.
grant select, insert on access.care_plan to ct_staff;
create policy read on access.care_plan for select to ct_staff using (id in (select access.open_plans()));
create policy opened on access.care_plan for insert to ct_staff with check (agency_id = (select platform.ctx_agency()) and opened_by = (select platform.ctx_account())
  and step = 'referral' and standing = 'active' and coordinator_id is null and round = 1
  and ((select platform.ctx_has('intake-worker')) or (select platform.ctx_has('clinician')) or (select platform.ctx_has('access-supervisor')))
  and exists (select from access.person p where p.id = person_id and p.agency_id = (select platform.ctx_agency()))
  and person_id not in (select access.locked_persons('identity')) and person_id not in (select access.locked_persons('note'))
  and ((select platform.ctx_has('access-supervisor')) or person_id in (select access.assigned_persons())));

-- Who takes which step: intake and refusal those who take people in, the coordinator is named by a supervisor, the rest is the coordinator's.
grant insert on access.care_step to ct_staff;
create policy taken on access.care_step for insert to ct_staff with check (taken_by = (select platform.ctx_account()) and case
  when kind = 'refused' or step in ('referral', 'intake', 'strengths') then plan_id in (select access.led_plans())
    and ((select platform.ctx_has('intake-worker')) or (select platform.ctx_has('clinician')) or (select platform.ctx_has('access-supervisor')))
  when step = 'coordinator' then plan_id in (select access.led_plans()) and (select platform.ctx_has('access-supervisor'))
    and exists (select from access.list_colleagues() k where k.account_id = coordinator_id)
  else plan_id in (select access.kept_plans()) end);

grant insert on access.care_strength, access.care_goal, access.care_provider, access.care_review, access.care_age_done to ct_staff;
create policy written on access.care_strength for insert to ct_staff with check (written_by = (select platform.ctx_account()) and plan_id in (select access.led_plans()));
create policy kept on access.care_goal for insert to ct_staff with check (plan_id in (select access.kept_plans()));
create policy kept on access.care_review for insert to ct_staff with check (plan_id in (select access.kept_plans()));
create policy kept on access.care_age_done for insert to ct_staff with check (plan_id in (select access.kept_plans()));
-- Another agency joins with the person's live consent to it alone.
create policy joins on access.care_provider for insert to ct_staff with check (plan_id in (select access.kept_plans()) and left_on is null and (agency_id = (select platform.ctx_agency())
  or exists (select from access.consent k join access.care_plan c on c.person_id = k.person_id where c.id = plan_id and k.to_agencies @> array[care_provider.agency_id] and 'coordination' = any (k.purposes)
    and k.withdrawn_at is null and k.starts_on <= (select platform.ctx_today()) and (k.expires_on is null or k.expires_on >= (select platform.ctx_today())))));

-- To change a row its keys are read, never its words.
grant select (id, plan_id), update (rank, owner, review_on, state, state_on) on access.care_goal to ct_staff;
grant select (id, plan_id, left_on), update (left_on) on access.care_provider to ct_staff;
grant select (id, plan_id, held_on), update (held_on, found) on access.care_review to ct_staff;
create policy read on access.care_goal for select to ct_staff using (plan_id in (select access.kept_plans()));
create policy read on access.care_provider for select to ct_staff using (plan_id in (select access.kept_plans()));
create policy read on access.care_review for select to ct_staff using (plan_id in (select access.kept_plans()));
create policy changed on access.care_goal for update to ct_staff using (plan_id in (select access.kept_plans()));
create policy leaves on access.care_provider for update to ct_staff using (plan_id in (select access.kept_plans()) and left_on is null) with check (left_on is not null);
create policy held on access.care_review for update to ct_staff using (plan_id in (select access.kept_plans()) and held_on is null) with check (held_on is not null);
-- The days and kinds of steps, for the pathway of many plans; reasons are read with the plan.
grant select (id, plan_id, kind, step, round, on_date, recorded_at) on access.care_step to ct_staff;
create policy read on access.care_step for select to ct_staff using (plan_id in (select access.open_plans()));

-- What is owed on a plan is seen by whoever works on it, nobody else; the job alone keeps and releases it.
create policy about_plans on commitment.obligation as restrictive for select to ct_staff using (kind not in ('care-review', 'care-goal', 'care-age')
  or split_part(subject_id, '/', 1) in (select id::text from access.led_plans() id));
create policy about_plans_kept on commitment.obligation as restrictive for update to ct_staff using (kind not in ('care-review', 'care-goal', 'care-age'));

-- Protected counts: written by the worker, read by whoever plans.
grant select on access.release_key to ct_worker;
create policy worker_reads on access.release_key for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
grant insert on access.release_count to ct_worker;
grant select on access.release_count to ct_worker, ct_staff;
create policy released on access.release_count for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_reads on access.release_count for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy planned_with on access.release_count for select to ct_staff using ((select platform.ctx_has('plan-manager')) or (select platform.ctx_has('analyst')) or (select platform.ctx_has('leadership-member'))
  or (select platform.ctx_has('access-supervisor')) or (select platform.ctx_has('coordinator')));
