-- Row policies of the youth pilot. The words of a plan, contacts and outcomes are read through funding.read_enrolment alone, which writes its audit line.
create policy owner_all on funding.enrolment to ct_owner using (true) with check (true);
create policy owner_all on funding.enrolment_code to ct_owner using (true) with check (true);
create policy owner_all on funding.plan_goal to ct_owner using (true) with check (true);
create policy owner_all on funding.plan_step to ct_owner using (true) with check (true);
create policy owner_all on funding.plan_word to ct_owner using (true) with check (true);
create policy owner_all on funding.readiness_done to ct_owner using (true) with check (true);
create policy owner_reads on funding.mentor_contact for select to ct_owner using (true);
create policy owner_reads on funding.pilot_outcome for select to ct_owner using (true);
create policy owner_reads on funding.readiness_item for select to ct_owner using (true);
create policy owner_reads on funding.pilot for select to ct_owner using (true);
grant execute on function funding.piloted_persons(), funding.open_enrolments(), funding.read_enrolment(uuid), funding.set_enrolment_code(uuid, bytea) to ct_staff;
grant execute on function funding.own_plan(), funding.keep_goal(uuid, uuid, text, text, text), funding.add_step(uuid, uuid, uuid, text, date), funding.tick_step(uuid, uuid, boolean, text),
  funding.add_word(uuid, uuid, uuid, text), funding.set_ready(uuid, text[]) to ct_public, ct_staff;
grant execute on function funding.counted_enrolments(), funding.owed_outcomes(uuid) to ct_worker;

-- Rules of support, the basics and pilots are no secret; each is there from the day on which it was known.
grant select on funding.support_scheme, funding.readiness_item, funding.pilot to ct_public, ct_staff;
grant select, insert, update on funding.support_scheme, funding.readiness_item, funding.pilot to ct_worker;
create policy known on funding.support_scheme for select to ct_public, ct_staff using (removed_at is null and from_date <= (select platform.ctx_today()));
create policy known on funding.readiness_item for select to ct_public, ct_staff using (removed_at is null and from_date <= (select platform.ctx_today()));
create policy known on funding.pilot for select to ct_public, ct_staff using (removed_at is null and known_from <= (select platform.ctx_today()));
create policy pack on funding.support_scheme to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy pack on funding.readiness_item to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy pack on funding.pilot to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');

-- Who takes part: people of the asker's agency with whom she works, in a pilot that her agency runs.
grant select, insert, update (joined_on, mentor_id, counted, studies, left_on, left_reason) on funding.enrolment to ct_staff;
create policy read on funding.enrolment for select to ct_staff using (id in (select funding.open_enrolments()));
create policy entered on funding.enrolment for insert to ct_staff with check (agency_id = (select platform.ctx_agency()) and entered_by = (select platform.ctx_account()) and left_on is null and mentor_id is null
  and person_id in (select funding.piloted_persons()) and agreed_on <= (select platform.ctx_today())
  and exists (select from funding.pilot p join identity.agency a on a.slug = p.agency_slug where p.slug = pilot_slug and a.id = (select platform.ctx_agency())));
create policy changed on funding.enrolment for update to ct_staff using (id in (select funding.open_enrolments()));
grant insert on funding.mentor_contact, funding.pilot_outcome to ct_staff;
create policy recorded on funding.mentor_contact for insert to ct_staff with check (recorded_by = (select platform.ctx_account()) and on_date <= (select platform.ctx_today()) and enrolment_id in (select funding.open_enrolments()));
create policy recorded on funding.pilot_outcome for insert to ct_staff with check (recorded_by = (select platform.ctx_account()) and enrolment_id in (select funding.open_enrolments()));

-- What is owed about somebody who takes part is seen by whoever can open her enrolment, nobody else; the job alone keeps and releases it.
create policy about_pilots on commitment.obligation as restrictive for select to ct_staff using (kind <> 'pilot-outcome'
  or split_part(subject_id, '/', 1) in (select id::text from funding.open_enrolments() id));
create policy about_pilots_kept on commitment.obligation as restrictive for update to ct_staff using (kind <> 'pilot-outcome');
