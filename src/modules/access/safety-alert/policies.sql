-- Row policies of safety alerts: no right to read or write but through the functions.
create policy owner_all on access.safety_alert to ct_owner using (true) with check (true);
grant execute on function access.raise_alert(uuid, uuid, text, jsonb) to ct_staff, ct_public;
grant execute on function access.alert_owners(uuid) to ct_staff, ct_public, ct_worker;
grant execute on function access.read_alert(uuid), access.answer_alert(uuid, text, text) to ct_staff;
grant execute on function access.answered_alerts(uuid[]) to ct_worker;

-- The task of an alert is seen by whoever owes it and by the supervisors of the agency, and ends only when a person has said what was done.
create policy safety_tasks on commitment.obligation as restrictive for select to ct_staff
  using (kind <> 'safety-check' or owed_by_account = (select platform.ctx_account()) or (owed_by_agency = (select platform.ctx_agency()) and (select platform.ctx_has('access-supervisor'))));
create policy safety_tasks_stay on commitment.obligation as restrictive for update to ct_staff using (kind <> 'safety-check');
