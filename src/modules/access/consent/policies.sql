-- Scans of signed consents: added by who records consents, read through the function that writes its audit line.
grant insert on access.consent_scan to ct_staff;
create policy added on access.consent_scan for insert to ct_staff with check (added_by = (select platform.ctx_account()) and person_id not in (select access.locked_persons('identity'))
  and exists (select from access.consent c where c.id = consent_scan.consent_id and c.person_id = consent_scan.person_id)
  and exists (select from access.person p where p.id = consent_scan.person_id and p.agency_id = (select platform.ctx_agency()))
  and (select access.role_opens('identity')) and ((select platform.ctx_has('access-supervisor')) or person_id in (select access.assigned_persons())));
create policy owner_reads on access.consent_scan for select to ct_owner using (true);
grant execute on function access.list_scans(uuid), access.read_scan(uuid, uuid) to ct_staff;

-- An instruction that closes a record to the whole agency that holds it hides the record, and itself, from everybody there: the privacy officer sees it and lifts it.
create policy officer_lifts on access.instruction for update to ct_staff using ((select platform.ctx_has('privacy-officer')) and lifted_at is null and account_id is distinct from (select platform.ctx_account())
  and person_id not in (select access.barred_persons())) with check (lifted_at is not null);
create policy barred_from on access.instruction as restrictive for select to ct_staff using (person_id not in (select access.barred_persons()));
-- A review is not for somebody who is named in the record.
create policy barred_from on access.break_glass as restrictive for select to ct_staff using (person_id not in (select access.barred_persons()));
