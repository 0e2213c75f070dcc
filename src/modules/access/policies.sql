-- Row policies of schema access; re-applied as a whole when this file changes. First match wins: barred, break-glass, role, own agency or share; a lock-box withholds of what is left.
grant usage on schema access to ct_public, ct_staff, ct_worker;

-- The functions that answer with sets of people run in the rights of the owner.
create policy owner_reads on access.person for select to ct_owner using (true);
create policy owner_reads on access.person_health for select to ct_owner using (true);
create policy owner_reads on access.person_housing for select to ct_owner using (true);
create policy owner_reads on access.person_note for select to ct_owner using (true);
create policy owner_reads on access.assignment for select to ct_owner using (true);
create policy owner_reads on access.bar for select to ct_owner using (true);
create policy owner_reads on access.consent for select to ct_owner using (true);
create policy owner_reads on access.instruction for select to ct_owner using (true);
create policy owner_reads on access.break_glass for select to ct_owner using (true);
grant execute on function access.role_opens(text), access.barred_persons(), access.assigned_persons(), access.locked_persons(text), access.shared_persons(text), access.opened_persons(),
  access.decide(uuid, text), access.read_section(uuid, text), access.entered_persons(), access.open_glass(uuid, uuid, text, text, integer) to ct_staff;

-- person: that somebody is known at all is an identity of its own; who may read any section knows that the record is there.
grant select, insert, update on access.person to ct_staff;
create policy read on access.person for select to ct_staff using (id not in (select access.barred_persons()) and (id in (select access.opened_persons())
  or (id not in (select access.locked_persons('identity')) and (select access.role_opens('identity'))
    and ((agency_id = (select platform.ctx_agency()) and ((select platform.ctx_has('access-supervisor')) or id in (select access.assigned_persons()))) or id in (select access.shared_persons('identity'))))));
create policy entered on access.person for insert to ct_staff with check (agency_id = (select platform.ctx_agency()) and entered_by = (select platform.ctx_account())
  and ((select platform.ctx_has('intake-worker')) or (select platform.ctx_has('clinician')) or (select platform.ctx_has('access-supervisor'))));
create policy kept on access.person for update to ct_staff using (agency_id = (select platform.ctx_agency()) and id not in (select access.barred_persons()) and id not in (select access.locked_persons('identity'))
  and (select access.role_opens('identity')) and ((select platform.ctx_has('access-supervisor')) or id in (select access.assigned_persons())));

-- identity, aliases, contact: readable rows; the page that shows them writes its audit line. A row is written about people of the asker's agency alone, whatever agency it names.
grant select, insert, update on access.person_identity, access.person_alias, access.person_contact to ct_staff;
create policy read on access.person_identity for select to ct_staff using (person_id not in (select access.barred_persons()) and (person_id in (select access.opened_persons())
  or (person_id not in (select access.locked_persons('identity')) and (select access.role_opens('identity'))
    and ((agency_id = (select platform.ctx_agency()) and ((select platform.ctx_has('access-supervisor')) or person_id in (select access.assigned_persons()))) or person_id in (select access.shared_persons('identity'))))));
create policy read on access.person_alias for select to ct_staff using (person_id not in (select access.barred_persons()) and (person_id in (select access.opened_persons())
  or (person_id not in (select access.locked_persons('identity')) and (select access.role_opens('identity'))
    and ((agency_id = (select platform.ctx_agency()) and ((select platform.ctx_has('access-supervisor')) or person_id in (select access.assigned_persons()))) or person_id in (select access.shared_persons('identity'))))));
create policy read on access.person_contact for select to ct_staff using (person_id not in (select access.barred_persons()) and (person_id in (select access.opened_persons())
  or (person_id not in (select access.locked_persons('contact')) and (select access.role_opens('contact'))
    and ((agency_id = (select platform.ctx_agency()) and ((select platform.ctx_has('access-supervisor')) or person_id in (select access.assigned_persons()))) or person_id in (select access.shared_persons('contact'))))));
create policy kept on access.person_identity for insert to ct_staff with check (agency_id = (select platform.ctx_agency()) and exists (select from access.person p where p.id = person_id and p.agency_id = (select platform.ctx_agency())) and person_id not in (select access.barred_persons()) and person_id not in (select access.locked_persons('identity'))
  and (select access.role_opens('identity')) and ((select platform.ctx_has('access-supervisor')) or person_id in (select access.assigned_persons())));
create policy kept_on on access.person_identity for update to ct_staff using (agency_id = (select platform.ctx_agency()) and exists (select from access.person p where p.id = person_id and p.agency_id = (select platform.ctx_agency())) and person_id not in (select access.barred_persons()) and person_id not in (select access.locked_persons('identity'))
  and (select access.role_opens('identity')) and ((select platform.ctx_has('access-supervisor')) or person_id in (select access.assigned_persons())));
create policy kept on access.person_alias for insert to ct_staff with check (agency_id = (select platform.ctx_agency()) and exists (select from access.person p where p.id = person_id and p.agency_id = (select platform.ctx_agency())) and person_id not in (select access.barred_persons()) and person_id not in (select access.locked_persons('identity'))
  and (select access.role_opens('identity')) and ((select platform.ctx_has('access-supervisor')) or person_id in (select access.assigned_persons())));
create policy kept_on on access.person_alias for update to ct_staff using (agency_id = (select platform.ctx_agency()) and exists (select from access.person p where p.id = person_id and p.agency_id = (select platform.ctx_agency())) and person_id not in (select access.barred_persons()) and person_id not in (select access.locked_persons('identity'))
  and (select access.role_opens('identity')) and ((select platform.ctx_has('access-supervisor')) or person_id in (select access.assigned_persons())));
create policy kept on access.person_contact for insert to ct_staff with check (agency_id = (select platform.ctx_agency()) and exists (select from access.person p where p.id = person_id and p.agency_id = (select platform.ctx_agency())) and person_id not in (select access.barred_persons()) and person_id not in (select access.locked_persons('contact'))
  and (select access.role_opens('contact')) and ((select platform.ctx_has('access-supervisor')) or person_id in (select access.assigned_persons())));
create policy kept_on on access.person_contact for update to ct_staff using (agency_id = (select platform.ctx_agency()) and exists (select from access.person p where p.id = person_id and p.agency_id = (select platform.ctx_agency())) and person_id not in (select access.barred_persons()) and person_id not in (select access.locked_persons('contact'))
  and (select access.role_opens('contact')) and ((select platform.ctx_has('access-supervisor')) or person_id in (select access.assigned_persons())));

-- health, housing, notes: no grant to read; access.read_section is the only way in and writes the audit line first.
grant insert on access.person_health, access.person_housing, access.person_note to ct_staff;
create policy written on access.person_health for insert to ct_staff with check (agency_id = (select platform.ctx_agency()) and exists (select from access.person p where p.id = person_id and p.agency_id = (select platform.ctx_agency())) and written_by = (select platform.ctx_account()) and person_id not in (select access.barred_persons())
  and person_id not in (select access.locked_persons('health')) and (select access.role_opens('health')) and ((select platform.ctx_has('access-supervisor')) or person_id in (select access.assigned_persons())));
create policy written on access.person_housing for insert to ct_staff with check (agency_id = (select platform.ctx_agency()) and exists (select from access.person p where p.id = person_id and p.agency_id = (select platform.ctx_agency())) and written_by = (select platform.ctx_account()) and person_id not in (select access.barred_persons())
  and person_id not in (select access.locked_persons('housing')) and (select access.role_opens('housing')) and ((select platform.ctx_has('access-supervisor')) or person_id in (select access.assigned_persons())));
create policy written on access.person_note for insert to ct_staff with check (agency_id = (select platform.ctx_agency()) and exists (select from access.person p where p.id = person_id and p.agency_id = (select platform.ctx_agency())) and written_by = (select platform.ctx_account()) and person_id not in (select access.barred_persons())
  and person_id not in (select access.locked_persons('note')) and (select access.role_opens('note')) and ((select platform.ctx_has('access-supervisor')) or person_id in (select access.assigned_persons())));

-- assignment: the supervisor of the agency assigns; whoever enters a person is assigned by it. bar: entered by anybody about herself, by supervisors and the privacy officer.
grant select, insert, update on access.assignment to ct_staff;
create policy read on access.assignment for select to ct_staff using (account_id = (select platform.ctx_account()) or ((select platform.ctx_has('access-supervisor')) and exists (select from access.person p where p.id = person_id)));
create policy assigned on access.assignment for insert to ct_staff with check (person_id not in (select access.barred_persons()) and person_id not in (select access.locked_persons('identity'))
  and (((select platform.ctx_has('access-supervisor')) and exists (select from access.person p where p.id = person_id and p.agency_id = (select platform.ctx_agency())))
    or (account_id = (select platform.ctx_account()) and person_id in (select access.entered_persons()))));
create policy ended on access.assignment for update to ct_staff using ((select platform.ctx_has('access-supervisor')) and person_id not in (select access.locked_persons('identity')) and exists (select from access.person p where p.id = person_id and p.agency_id = (select platform.ctx_agency())));
grant insert on access.bar to ct_staff;
grant select on access.bar to ct_staff;
create policy entered on access.bar for insert to ct_staff with check (entered_by = (select platform.ctx_account()) and (account_id = (select platform.ctx_account()) or (select platform.ctx_has('privacy-officer'))
  or ((select platform.ctx_has('access-supervisor')) and exists (select from access.person p where p.id = person_id and p.agency_id = (select platform.ctx_agency())))));
create policy officer_reads on access.bar for select to ct_staff using ((select platform.ctx_has('privacy-officer')));

-- consent and instructions: recorded by who works with the person; read by them and the privacy officer. Withdrawn, never deleted.
grant select, insert on access.consent, access.instruction to ct_staff;
grant update (withdrawn_at, withdrawn_how) on access.consent to ct_staff;
grant update (lifted_at) on access.instruction to ct_staff;
create policy read on access.consent for select to ct_staff using ((select platform.ctx_has('privacy-officer')) or exists (select from access.person p where p.id = person_id and p.agency_id = (select platform.ctx_agency())));
create policy recorded on access.consent for insert to ct_staff with check (recorded_by = (select platform.ctx_account()) and exists (select from access.person p where p.id = person_id and p.agency_id = (select platform.ctx_agency()))
  and (select access.role_opens('identity')) and person_id not in (select access.locked_persons('identity')) and ((select platform.ctx_has('access-supervisor')) or person_id in (select access.assigned_persons())));
create policy withdrawn on access.consent for update to ct_staff using (withdrawn_at is null and exists (select from access.person p where p.id = person_id and p.agency_id = (select platform.ctx_agency()))
  and (select access.role_opens('identity')) and person_id not in (select access.locked_persons('identity')) and ((select platform.ctx_has('access-supervisor')) or person_id in (select access.assigned_persons())))
  with check (withdrawn_at is not null);
-- Whoever an instruction names neither reads nor lifts it. Broken glass reads: it withdraws no consent and lifts no instruction.
create policy read on access.instruction for select to ct_staff using ((select platform.ctx_has('privacy-officer'))
  or (account_id is distinct from (select platform.ctx_account()) and exists (select from access.person p where p.id = person_id and p.agency_id = (select platform.ctx_agency()))));
create policy recorded on access.instruction for insert to ct_staff with check (recorded_by = (select platform.ctx_account()) and exists (select from access.person p where p.id = person_id and p.agency_id = (select platform.ctx_agency()))
  and (select access.role_opens('identity')) and person_id not in (select access.locked_persons('identity')) and ((select platform.ctx_has('access-supervisor')) or person_id in (select access.assigned_persons())));
create policy lifted on access.instruction for update to ct_staff using (lifted_at is null and account_id is distinct from (select platform.ctx_account()) and exists (select from access.person p where p.id = person_id and p.agency_id = (select platform.ctx_agency()))
  and (select access.role_opens('identity')) and person_id not in (select access.locked_persons('identity')) and ((select platform.ctx_has('access-supervisor')) or person_id in (select access.assigned_persons()))) with check (lifted_at is not null);

-- break-glass: opened by the function that asks for ground, reason and a fresh second factor; reviewed by the privacy officer.
grant select, update (reviewed_at, reviewed_by, outcome) on access.break_glass to ct_staff;
create policy owner_opens on access.break_glass for insert to ct_owner with check (true);
create policy read on access.break_glass for select to ct_staff using ((select platform.ctx_has('privacy-officer')) or account_id = (select platform.ctx_account()));
create policy reviewed on access.break_glass for update to ct_staff using ((select platform.ctx_has('privacy-officer')) and account_id <> (select platform.ctx_account()) and reviewed_at is null)
  with check (reviewed_by = (select platform.ctx_account()) and outcome is not null);

-- What is owed about people who are helped is seen and kept by those who work with records alone; the plan office sees what it owes elsewhere.
create policy about_people on commitment.obligation as restrictive for select to ct_staff using (case when kind = 'consent'
  then owed_by_agency = (select platform.ctx_agency()) and ((select platform.ctx_has('intake-worker')) or (select platform.ctx_has('clinician')) or (select platform.ctx_has('access-supervisor')))
    and exists (select from access.consent c where c.id = split_part(subject_id, '/', 1)::uuid) else true end);
create policy about_people_kept on commitment.obligation as restrictive for update to ct_staff using (kind <> 'consent');
create policy reviews on commitment.obligation as restrictive for select to ct_staff using (case when kind = 'glass-review'
  then (select platform.ctx_has('privacy-officer')) and exists (select from access.break_glass g where g.id = subject_id::uuid) else true end);
create policy reviews_kept on commitment.obligation as restrictive for update to ct_staff using (kind <> 'glass-review' or (select platform.ctx_has('privacy-officer')));

-- What the pages need of the owner's rights.
create policy owner_reads on access.person_identity for select to ct_owner using (true);
create policy owner_reads on access.person_alias for select to ct_owner using (true);
grant execute on function access.search_elsewhere(text, date), access.decision_facts(uuid, text), access.list_looks(uuid), access.list_colleagues() to ct_staff;
grant execute on function access.ending_consents() to ct_worker;

-- person_pair: judged by a supervisor who may read both records, both of her agency, and not through broken glass.
grant select, insert, update (state, decided_by, decided_at) on access.person_pair to ct_staff;
create policy read on access.person_pair for select to ct_staff using ((select platform.ctx_has('access-supervisor'))
  and exists (select from access.person p where p.id = left_id and p.agency_id = (select platform.ctx_agency())) and exists (select from access.person p where p.id = right_id and p.agency_id = (select platform.ctx_agency())));
create policy entered on access.person_pair for insert to ct_staff with check (entered_by = (select platform.ctx_account()) and state = 'suggested' and (select platform.ctx_has('access-supervisor')) and left_id not in (select access.locked_persons('identity')) and right_id not in (select access.locked_persons('identity'))
  and exists (select from access.person p where p.id = left_id and p.agency_id = (select platform.ctx_agency())) and exists (select from access.person p where p.id = right_id and p.agency_id = (select platform.ctx_agency())));
create policy judged on access.person_pair for update to ct_staff using ((select platform.ctx_has('access-supervisor')) and left_id not in (select access.locked_persons('identity')) and right_id not in (select access.locked_persons('identity'))
  and exists (select from access.person p where p.id = left_id and p.agency_id = (select platform.ctx_agency())) and exists (select from access.person p where p.id = right_id and p.agency_id = (select platform.ctx_agency())))
  with check (decided_by is null or decided_by = (select platform.ctx_account()));

-- The invented people of a demonstration, entered with its first start and never elsewhere.
grant insert on access.person, access.person_identity, access.person_contact, access.assignment to ct_worker;
create policy demonstration_enters on access.person for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker' and demonstration and (select platform.is_demonstration()));
create policy demonstration_enters on access.person_identity for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker' and (select platform.is_demonstration()));
create policy demonstration_enters on access.person_contact for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker' and (select platform.is_demonstration()));
create policy demonstration_enters on access.assignment for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker' and (select platform.is_demonstration()));
