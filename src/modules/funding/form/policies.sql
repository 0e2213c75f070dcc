-- form: everybody reads what reports of a published call will ask; the office writes versions until the call opens, and nobody changes one.
grant select on funding.form to ct_public, ct_staff, ct_worker;
grant insert on funding.form to ct_staff;
create policy owner_reads on funding.form for select to ct_owner using (true);
create policy with_its_call on funding.form for select to ct_public, ct_staff, ct_worker using (exists (select from funding.call c where c.id = call_id));
create policy unopened_is_written on funding.form for insert to ct_staff
  with check ((select funding.is_office()) and exists (select from funding.call c where c.id = call_id and (c.published_at is null or c.opens_at > (select platform.ctx_now()))));
