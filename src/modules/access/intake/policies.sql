-- A request is made through access.receive_intake alone, by whichever door; it is read and kept by the agency that runs the point.
create policy owner_all on access.intake to ct_owner using (true) with check (true);
create policy owner_all on access.intake_detail to ct_owner using (true) with check (true);
create policy owner_all on access.intake_event to ct_owner using (true) with check (true);
grant execute on function access.receive_intake(jsonb, jsonb), access.followed_intake(), access.withdraw_intake() to ct_public, ct_staff;
grant execute on function access.worked_intakes(), access.read_intake(uuid), access.withdraw_intake_for(uuid), access.seek_intakes(text), access.count_intakes() to ct_staff;
grant execute on function access.purge_intakes(), access.receive_intake(jsonb, jsonb) to ct_worker;

-- Neither the form's secret nor the code's hash is read by anybody.
grant select (id, agency_id, point_slug, door, language, anonymous, do_not_contact, message_ok, may_share, knows, age_band, state, received_at, entered_by, taken_by, taken_at, level, triaged_at, reached_at,
  due_for, due_on, due_at, person_id, closed_at, close_reason, erased_at) on access.intake to ct_staff, ct_worker;
grant update (taken_by, taken_at, level, triaged_at, reached_at, due_for, due_on, due_at, person_id, state, closed_at, close_reason) on access.intake to ct_staff;
-- Once a record is linked, the rules of that record decide; access.own_intakes says the same for the functions.
create policy read on access.intake for select to ct_staff using (agency_id = (select platform.ctx_agency()) and ((select platform.ctx_has('intake-worker')) or (select platform.ctx_has('access-supervisor')) or ((select platform.ctx_has('clinician')) and person_id is not null))
    and (person_id is null or (person_id not in (select access.barred_persons()) and (person_id in (select access.opened_persons()) or (person_id not in (select access.locked_persons('identity'))
      and ((select platform.ctx_has('access-supervisor')) or person_id in (select access.assigned_persons()) or person_id in (select access.shared_persons('identity'))))))));
create policy worker_reads on access.intake for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
-- What was withdrawn stays so; a record that the actor may not read is not linked. Broken glass reads a request and changes none (access.worked_intakes).
create policy kept on access.intake for update to ct_staff
  using (state <> 'withdrawn' and agency_id = (select platform.ctx_agency()) and ((select platform.ctx_has('intake-worker')) or (select platform.ctx_has('access-supervisor')))
    and (person_id is null or id in (select access.worked_intakes())))
  with check (state <> 'withdrawn' and agency_id = (select platform.ctx_agency()) and (person_id is null or (person_id not in (select access.locked_persons('identity')) and exists (select from access.person p where p.id = person_id))));

-- intake_detail: no grant at all; access.read_intake is the only way in and writes the audit line first. It still needs a policy for the role that asks nothing of it.
grant select (id, intake_id, kind, at, on_date, account_id, level, channel, outcome), insert on access.intake_event to ct_staff;
create policy read on access.intake_event for select to ct_staff using (exists (select from access.intake i where i.id = intake_id));
create policy written on access.intake_event for insert to ct_staff with check (exists (select from access.intake i where i.id = intake_id and (i.person_id is null or i.id in (select access.worked_intakes()))) and account_id = (select platform.ctx_account())
  and ((select platform.ctx_has('intake-worker')) or (select platform.ctx_has('access-supervisor'))));

-- What is owed to those who asked is seen by those of the agency that runs the point who read the request and can do what is owed.
create policy about_requests on commitment.obligation as restrictive for select to ct_staff using (case when kind = 'intake'
  then owed_by_agency = (select platform.ctx_agency()) and ((select platform.ctx_has('intake-worker')) or (select platform.ctx_has('access-supervisor')))
    and exists (select from access.intake i where i.id = split_part(subject_id, '/', 1)::uuid) else true end);
create policy about_requests_kept on commitment.obligation as restrictive for update to ct_staff using (kind <> 'intake');
