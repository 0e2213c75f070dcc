-- What is recommended, and where it stands, is for everybody to read, without who took which step. Evidence is read by the seats.
grant select (id, addressee, addressee_name, title, reason, directive, due, made_on) on review.recommendation to ct_public;
grant select (id, recommendation_id, position, step, taken_on) on review.recommendation_step to ct_public;
grant select (id, addressee, addressee_name, title, reason, directive, question, due, made_on) on review.recommendation to ct_staff;
grant insert on review.recommendation, review.recommendation_step to ct_staff;
grant select on review.recommendation_step to ct_staff;
grant execute on function review.recommendation_standing() to ct_public, ct_staff;
create policy owner_reads on review.recommendation for select to ct_owner using (true);
create policy owner_reads on review.recommendation_step for select to ct_owner using (true);
grant select (recommendation_id, position, step) on review.recommendation_step to ct_worker;
create policy worker_reads on review.recommendation_step for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy everybody_reads on review.recommendation for select to ct_public using (made_on <= (select platform.ctx_today()));
create policy everybody_reads on review.recommendation_step for select to ct_public using (taken_on <= (select platform.ctx_today()));
create policy seat_reads on review.recommendation for select to ct_staff
  using ((select platform.ctx_has('review-chair')) or (select platform.ctx_has('police-liaison')) or (select platform.ctx_has('case-reviewer')) or (select platform.ctx_has('plan-manager')));
-- The plan office sees what is owed to the committee, and so what and where; who and the evidence are for the seats.
create policy seat_reads on review.recommendation_step for select to ct_staff
  using ((select platform.ctx_has('review-chair')) or (select platform.ctx_has('police-liaison')) or (select platform.ctx_has('case-reviewer')));
create policy chair_recommends on review.recommendation for insert to ct_staff
  with check ((select platform.ctx_has('review-chair')) and made_by = (select platform.ctx_account()) and made_on = (select platform.ctx_today()));
-- The police answer what goes to them; what the board and others answer is entered by the chair. The committee verifies.
create policy addressee_answers on review.recommendation_step for insert to ct_staff
  with check (by_account = (select platform.ctx_account()) and taken_on = (select platform.ctx_today()) and step in ('accepted', 'declined', 'reported-done')
    and exists (select from review.recommendation r where r.id = recommendation_id and ((r.addressee = 'police' and (select platform.ctx_has('police-liaison'))) or (r.addressee <> 'police' and (select platform.ctx_has('review-chair'))))));
create policy committee_verifies on review.recommendation_step for insert to ct_staff
  with check (by_account = (select platform.ctx_account()) and taken_on = (select platform.ctx_today()) and step in ('verified', 'not-verified')
    and ((select platform.ctx_has('review-chair')) or (select review.own_seat()) is not null) and not (select platform.ctx_has('police-liaison')));

-- Which course answers which recommendation is for everybody; the chair and the police liaison say it.
grant select (recommendation_id, course_id) on review.recommendation_course to ct_public, ct_staff;
grant insert, delete on review.recommendation_course to ct_staff;
create policy everybody_reads on review.recommendation_course for select to ct_public, ct_staff using (exists (select from review.recommendation r where r.id = recommendation_id));
create policy seat_links on review.recommendation_course for insert to ct_staff
  with check (((select platform.ctx_has('review-chair')) or (select platform.ctx_has('police-liaison'))) and linked_by = (select platform.ctx_account()) and linked_on = (select platform.ctx_today()));
create policy seat_unlinks on review.recommendation_course for delete to ct_staff using ((select platform.ctx_has('review-chair')) or (select platform.ctx_has('police-liaison')));
