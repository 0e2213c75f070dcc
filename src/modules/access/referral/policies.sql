-- Row policies of referrals. An agency sees the ones that it sends or receives; nobody writes one but through the functions that hold to the table of transitions.
create policy owner_keeps on access.referral to ct_owner using (true) with check (true);
create policy owner_keeps on access.referral_event to ct_owner using (true) with check (true);
create policy owner_keeps on access.referral_note to ct_owner using (true) with check (true);
create policy owner_keeps on access.referral_link to ct_owner using (true) with check (true);
create policy owner_keeps on access.referral_code to ct_owner using (true) with check (true);
create policy owner_reads on access.referral_transition for select to ct_owner using (true);
create policy owner_reads on access.referral_reason for select to ct_owner using (true);
create policy owner_reads on access.referral_term for select to ct_owner using (true);
-- What the definer functions of a referral read beside it.
create policy owner_reads_for_referral on access.service for select to ct_owner using (true);
create policy owner_reads_for_referral on access.organization for select to ct_owner using (true);
create policy owner_reads_for_referral on access.phone for select to ct_owner using (true);
create policy owner_reads_for_referral on access.person_contact for select to ct_owner using (true);
create policy owner_reads_for_referral on identity.agency for select to ct_owner using (true);

grant select on access.referral to ct_staff;
create policy read on access.referral for select to ct_staff using (person_id not in (select access.barred_persons()) and person_id not in (select access.locked_persons('identity')) and (
  (from_agency = (select platform.ctx_agency()) and ((select platform.ctx_has('access-supervisor')) or (select platform.ctx_has('coordinator'))
    or (((select platform.ctx_has('intake-worker')) or (select platform.ctx_has('clinician'))) and (sent_by = (select platform.ctx_account()) or person_id in (select access.assigned_persons())))))
  or (to_agency = (select platform.ctx_agency()) and sent_at is not null and ((select platform.ctx_has('access-supervisor')) or (select platform.ctx_has('coordinator')) or (select platform.ctx_has('intake-worker'))
    or ((select platform.ctx_has('clinician')) and handled_by = (select platform.ctx_account()))))));
grant select (id, referral_id, at, actor, step, from_state, to_state, reason, note_kind) on access.referral_event to ct_staff;
create policy read on access.referral_event for select to ct_staff using (exists (select from access.referral r where r.id = referral_id));
grant select on access.referral_transition, access.referral_reason, access.referral_term to ct_staff, ct_worker;
create policy read on access.referral_transition for select to ct_staff using ((select access.role_opens('identity')));
create policy worker_reads on access.referral_transition for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy read on access.referral_reason for select to ct_staff using ((select access.role_opens('identity')));
create policy worker_reads on access.referral_reason for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy read on access.referral_term for select to ct_staff using ((select access.role_opens('identity')));
create policy worker_reads on access.referral_term for select to ct_worker using ((select platform.ctx_actor()) = 'worker');

grant execute on function access.may_refer(uuid), access.service_barriers(uuid, uuid[]), access.draft_referral(uuid, uuid, uuid, jsonb), access.read_referral(uuid), access.read_referral_words(uuid),
  access.referral_standing(uuid), access.set_referral_code(uuid, bytea), access.agency_answers(uuid), access.referred_to(uuid) to ct_staff;
grant execute on function access.take_referral_step(uuid, text, text, text, jsonb) to ct_staff, ct_public, ct_worker;
grant execute on function access.linked_referral(), access.followed_referral() to ct_staff, ct_public;
grant execute on function access.count_waits(text) to ct_worker;
grant execute on function access.new_referral_link(uuid, uuid), access.referral_facts(uuid), access.uncovered_referrals(uuid) to ct_worker;

-- What is owed about a referral is seen in the agency that owes it by whoever reads the referral, and kept by the job that reads it.
create policy about_referrals on commitment.obligation as restrictive for select to ct_staff using (case when kind like 'referral-%'
  then owed_by_agency = (select platform.ctx_agency()) and exists (select from access.referral r where r.id = subject_id::uuid) else true end);
create policy about_referrals_kept on commitment.obligation as restrictive for update to ct_staff using (kind not like 'referral-%');
