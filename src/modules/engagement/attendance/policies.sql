-- attendance: numbers of a public meeting, for staff; everybody reads how many came as it passed the gate. The view has one row for each meeting that was counted.
grant select on engagement.attendance_count to ct_staff, ct_worker;
grant insert, update on engagement.attendance_count to ct_staff;
create policy staff_reads on engagement.attendance_count for select to ct_staff, ct_worker using ((select platform.ctx_actor()) is not null);
create policy owner_reads on engagement.attendance_count for select to ct_owner using (true);
create policy office_takes on engagement.attendance_count for insert to ct_staff with check ((select platform.ctx_has('plan-manager')));
create policy office_corrects on engagement.attendance_count for update to ct_staff using ((select platform.ctx_has('plan-manager')));
create or replace view engagement.event_attendance with (security_invoker = true) as
  select e.id as event_id, e.slug, e.title, e.on_date, e.municipality, e.demonstration, sum(a.adults + a.youth)::integer as people, sum(a.adults)::integer as adults,
    sum(a.youth)::integer as youth, sum(a.walk_ins)::integer as walk_ins, coalesce(sum(a.adults + a.youth) filter (where a.language = 'en'), 0)::integer as people_en,
    coalesce(sum(a.adults + a.youth) filter (where a.language = 'fr'), 0)::integer as people_fr, coalesce(sum(a.adults + a.youth) filter (where a.language = 'other'), 0)::integer as people_other
  from engagement.event e join engagement.attendance_count a on a.event_id = e.id group by e.id, e.slug, e.title, e.on_date, e.municipality, e.demonstration;
grant select on engagement.event_attendance to ct_staff, ct_worker;
