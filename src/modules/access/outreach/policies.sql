-- Row policies of outreach. Volunteers have no right to read any of these tables: access.my_calls is all they see.
create policy owner_reads on access.outreach_setting for select to ct_owner using (true);
create policy owner_all on access.outreach to ct_owner using (true) with check (true);
create policy owner_all on access.outreach_contact to ct_owner using (true) with check (true);
create policy owner_all on access.outreach_slot to ct_owner using (true) with check (true);
create policy owner_reads on access.outreach_attempt for select to ct_owner using (true);
create policy owner_all on access.outreach_note to ct_owner using (true) with check (true);
create policy owner_reads on access.outreach_score for select to ct_owner using (true);
grant execute on function access.outreach_agencies(), access.refer_to_outreach(uuid, uuid, text, text, text, text, text, text) to ct_public, ct_staff;
grant execute on function access.outreach_team(), access.outreach_called(), access.my_calls(), access.list_outreach(), access.read_outreach(uuid), access.missed_in_a_row(uuid), access.outreach_results() to ct_staff;
grant execute on function access.calls_today(uuid), access.answered_referrals(uuid), access.outreach_results() to ct_worker;

grant select, insert, update on access.outreach_setting to ct_staff;
create policy read on access.outreach_setting for select to ct_staff using (agency_id = (select platform.ctx_agency()) and ((select platform.ctx_has('access-supervisor')) or (select platform.ctx_has('coordinator')) or (select platform.ctx_has('intake-worker'))));
create policy kept on access.outreach_setting for insert to ct_staff with check (agency_id = (select platform.ctx_agency()) and (select platform.ctx_has('access-supervisor')));
create policy kept_on on access.outreach_setting for update to ct_staff using (agency_id = (select platform.ctx_agency()) and (select platform.ctx_has('access-supervisor')));

grant insert on access.outreach_setting to ct_worker;
create policy demonstration_enters on access.outreach_setting for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker' and (select platform.is_demonstration()));

-- Referrals come in by the public form's function alone.
grant select, update (state, joined_on, ended_on, left_reason, person_id) on access.outreach to ct_staff;
create policy read on access.outreach for select to ct_staff using (id in (select access.outreach_team()));
create policy moved on access.outreach for update to ct_staff using (id in (select access.outreach_team()) and ended_on is null)
  with check (agency_id = (select platform.ctx_agency()) and (person_id is null or (person_id not in (select access.locked_persons('identity'))
    and exists (select from access.person p where p.id = person_id and p.agency_id = (select platform.ctx_agency())))));

grant insert on access.outreach_slot to ct_staff;
grant select (id, outreach_id, to_date), update (to_date) on access.outreach_slot to ct_staff;
create policy read on access.outreach_slot for select to ct_staff using (outreach_id in (select access.outreach_team()));
create policy planned on access.outreach_slot for insert to ct_staff with check (outreach_id in (select access.outreach_team()) and ((select platform.ctx_has('access-supervisor')) or (select platform.ctx_has('coordinator')))
  and entered_by = (select platform.ctx_account()) and exists (select from access.list_colleagues() k where k.account_id = outreach_slot.account_id));
create policy ended on access.outreach_slot for update to ct_staff using (outreach_id in (select access.outreach_team()) and ((select platform.ctx_has('access-supervisor')) or (select platform.ctx_has('coordinator'))))
  with check (to_date is not null);

-- Attempts and notes: by whoever calls and by the team; read by the team.
grant insert on access.outreach_attempt, access.outreach_note to ct_staff;
create policy made on access.outreach_attempt for insert to ct_staff with check (account_id = (select platform.ctx_account()) and (outreach_id in (select access.outreach_called()) or outreach_id in (select access.outreach_team())));
create policy written on access.outreach_note for insert to ct_staff with check (account_id = (select platform.ctx_account()) and (outreach_id in (select access.outreach_called()) or outreach_id in (select access.outreach_team())));
grant insert on access.outreach_score to ct_staff;
create policy entered on access.outreach_score for insert to ct_staff with check (entered_by = (select platform.ctx_account()) and outreach_id in (select access.outreach_team()));

-- What is owed: a call by the one who makes it, first contacts and missed calls inside the agency.
create policy about_outreach on commitment.obligation as restrictive for select to ct_staff using (case
  when kind = 'outreach-call' then owed_by_account = (select platform.ctx_account())
  when kind in ('outreach-new', 'outreach-check') then owed_by_agency = (select platform.ctx_agency())
    and ((select platform.ctx_has('coordinator')) or (select platform.ctx_has('access-supervisor')))
  else true end);
create policy about_outreach_kept on commitment.obligation as restrictive for update to ct_staff using (case
  when kind in ('outreach-call', 'outreach-new') then false
  when kind = 'outreach-check' then owed_by_agency = (select platform.ctx_agency()) and (select platform.ctx_has('access-supervisor'))
  else true end);
