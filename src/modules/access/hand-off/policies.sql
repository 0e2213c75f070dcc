-- A warm hand-over is read by who may open the request and by the agency that takes over; what was agreed is read with the request alone.
create policy owner_all on access.hand_off to ct_owner using (true) with check (true);
grant select (id, intake_id, from_agency, from_account, to_agency, to_name, to_person, how, on_date, recorded_at, confirmed_at, confirmed_by, confirmed_how), insert, update (confirmed_at, confirmed_by, confirmed_how)
  on access.hand_off to ct_staff;
create policy read on access.hand_off for select to ct_staff using (exists (select from access.intake i where i.id = intake_id)
  or (to_agency = (select platform.ctx_agency()) and ((select platform.ctx_has('intake-worker')) or (select platform.ctx_has('clinician')) or (select platform.ctx_has('access-supervisor')))));
create policy recorded on access.hand_off for insert to ct_staff with check (exists (select from access.intake i where i.id = intake_id and (i.person_id is null or i.id in (select access.worked_intakes()))) and from_agency = (select platform.ctx_agency()) and from_account = (select platform.ctx_account())
  and confirmed_at is null and ((select platform.ctx_has('intake-worker')) or (select platform.ctx_has('access-supervisor'))));
-- The receiving side confirms in its own name; the side that handed over notes that it was told.
create policy confirmed on access.hand_off for update to ct_staff using (confirmed_at is null)
  with check (confirmed_by = (select platform.ctx_account()) and (
    (confirmed_how = 'receiver' and to_agency = (select platform.ctx_agency()) and ((select platform.ctx_has('intake-worker')) or (select platform.ctx_has('clinician')) or (select platform.ctx_has('access-supervisor'))))
    or (confirmed_how = 'told' and from_agency = (select platform.ctx_agency()) and exists (select from access.intake i where i.id = intake_id) and ((select platform.ctx_has('intake-worker')) or (select platform.ctx_has('access-supervisor'))))));
