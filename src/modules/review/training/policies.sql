-- Training: courses, and that a session was held, are for everybody. Exact counts are entered by the plan office and the police liaison, and read besides by the
-- chair of the case review and by the worker, who hands them to the gate. Nobody's name stands in any of these tables.
grant select (id, title, covers, hours, made_on) on review.training_course to ct_public, ct_staff, ct_worker;
grant select (id, name, made_on) on review.training_unit to ct_public, ct_staff, ct_worker;
grant select (id, course_id, held_on, provider) on review.training_session to ct_public;
grant select (id, course_id, held_on, place, provider, entered_on) on review.training_session to ct_staff, ct_worker;
grant select on review.training_attendance, review.training_strength to ct_staff, ct_worker;
grant insert on review.training_course, review.training_unit, review.training_session, review.training_attendance, review.training_strength to ct_staff;
grant update (title, covers, hours) on review.training_course to ct_staff;
grant update (course_id, held_on, place, provider) on review.training_session to ct_staff;
grant update (attended, first_time) on review.training_attendance to ct_staff;
grant update (officers, entered_by, entered_on) on review.training_strength to ct_staff;

create policy everybody_reads on review.training_course for select to ct_public, ct_staff using (made_on <= (select platform.ctx_today()));
create policy everybody_reads on review.training_unit for select to ct_public, ct_staff using (made_on <= (select platform.ctx_today()));
create policy everybody_reads on review.training_session for select to ct_public, ct_staff using (held_on <= (select platform.ctx_today()));
create policy keeper_reads on review.training_attendance for select to ct_staff
  using ((select platform.ctx_has('plan-manager')) or (select platform.ctx_has('police-liaison')) or (select platform.ctx_has('review-chair')));
create policy keeper_reads on review.training_strength for select to ct_staff
  using ((select platform.ctx_has('plan-manager')) or (select platform.ctx_has('police-liaison')) or (select platform.ctx_has('review-chair')));

create policy keeper_adds on review.training_course for insert to ct_staff
  with check (((select platform.ctx_has('plan-manager')) or (select platform.ctx_has('police-liaison'))) and made_by = (select platform.ctx_account()) and made_on = (select platform.ctx_today()));
create policy keeper_adds on review.training_unit for insert to ct_staff
  with check (((select platform.ctx_has('plan-manager')) or (select platform.ctx_has('police-liaison'))) and made_by = (select platform.ctx_account()) and made_on = (select platform.ctx_today()));
create policy keeper_enters on review.training_session for insert to ct_staff
  with check (((select platform.ctx_has('plan-manager')) or (select platform.ctx_has('police-liaison'))) and entered_by = (select platform.ctx_account()) and held_on <= (select platform.ctx_today()));
create policy keeper_enters on review.training_attendance for insert to ct_staff
  with check ((select platform.ctx_has('plan-manager')) or (select platform.ctx_has('police-liaison')));
create policy keeper_enters on review.training_strength for insert to ct_staff
  with check (((select platform.ctx_has('plan-manager')) or (select platform.ctx_has('police-liaison'))) and entered_by = (select platform.ctx_account()) and counted_on <= (select platform.ctx_today()));
create policy keeper_changes on review.training_course for update to ct_staff using ((select platform.ctx_has('plan-manager')) or (select platform.ctx_has('police-liaison')));
create policy keeper_corrects on review.training_session for update to ct_staff
  using ((select platform.ctx_has('plan-manager')) or (select platform.ctx_has('police-liaison'))) with check (held_on <= (select platform.ctx_today()));
create policy keeper_corrects on review.training_attendance for update to ct_staff using ((select platform.ctx_has('plan-manager')) or (select platform.ctx_has('police-liaison')));
create policy keeper_corrects on review.training_strength for update to ct_staff
  using ((select platform.ctx_has('plan-manager')) or (select platform.ctx_has('police-liaison'))) with check (entered_by = (select platform.ctx_account()));

do $$ declare t text; begin
  foreach t in array array['training_course', 'training_unit', 'training_session', 'training_attendance', 'training_strength'] loop
    execute format('create policy worker_counts on review.%I for select to ct_worker using ((select platform.ctx_actor()) = ''worker'')', t);
  end loop;
end $$;
