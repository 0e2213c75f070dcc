-- A session is planned by the chair, filled with counts by the police liaison, and open to its reviewers for its hours. A recusal closes a file, and what would
-- tell of it, to that person for good, whatever roles she holds.
grant select on review.session, review.session_reviewer, review.stratum, review.file, review.file_place, review.recusal to ct_staff;
grant insert on review.session, review.session_reviewer, review.stratum, review.file, review.file_place to ct_staff;
grant update (place, opens_at, closes_at, drawn_at) on review.session to ct_staff;
grant delete on review.session_reviewer to ct_staff;

create policy seat_reads on review.session for select to ct_staff
  using ((select platform.ctx_has('review-chair')) or (select platform.ctx_has('police-liaison')) or id in (select review.seated_sessions()));
create policy chair_plans on review.session for insert to ct_staff
  with check ((select platform.ctx_has('review-chair')) and planned_by = (select platform.ctx_account()) and drawn_at is null and opens_at > (select platform.ctx_now()));
-- Place and hours can move until the session opens; the draw is marked once.
create policy chair_moves on review.session for update to ct_staff
  using ((select platform.ctx_has('review-chair')) and opens_at > (select platform.ctx_now())) with check ((select platform.ctx_has('review-chair')) and opens_at > (select platform.ctx_now()));
create policy liaison_draws on review.session for update to ct_staff
  using ((select platform.ctx_has('police-liaison')) and drawn_at is null) with check ((select platform.ctx_has('police-liaison')) and drawn_at = (select platform.ctx_now()));

create policy seat_reads on review.session_reviewer for select to ct_staff
  using ((select platform.ctx_has('review-chair')) or exists (select from review.reviewer r where r.id = reviewer_id and r.account_id = (select platform.ctx_account())));
create policy chair_seats on review.session_reviewer for insert to ct_staff
  with check ((select platform.ctx_has('review-chair')) and exists (select from review.session s where s.id = session_id and s.closes_at > (select platform.ctx_now())));
create policy chair_unseats on review.session_reviewer for delete to ct_staff
  using ((select platform.ctx_has('review-chair')) and exists (select from review.session s where s.id = session_id and s.opens_at > (select platform.ctx_now())));

create policy seat_reads on review.stratum for select to ct_staff using ((select platform.ctx_has('review-chair')) or (select platform.ctx_has('police-liaison')));
create policy liaison_counts on review.stratum for insert to ct_staff
  with check ((select platform.ctx_has('police-liaison')) and exists (select from review.session s where s.id = session_id and s.drawn_at is null and s.closes_at > (select platform.ctx_now())));
create policy not_recused on review.stratum as restrictive for select to ct_staff using (session_id not in (select review.recused_sessions()));

create policy seat_reads on review.file for select to ct_staff
  using ((select platform.ctx_has('review-chair')) or (select platform.ctx_has('police-liaison')) or session_id in (select review.open_sessions()));
create policy liaison_draws on review.file for insert to ct_staff
  with check ((select platform.ctx_has('police-liaison')) and exists (select from review.session s where s.id = session_id and s.drawn_at is null and s.closes_at > (select platform.ctx_now())));
create policy not_recused on review.file as restrictive for select to ct_staff using (id not in (select review.recused_files()));

create policy liaison_reads on review.file_place for select to ct_staff using ((select platform.ctx_has('police-liaison')) and exists (select from review.file f where f.id = file_id));
create policy liaison_draws on review.file_place for insert to ct_staff
  with check ((select platform.ctx_has('police-liaison')) and exists (select from review.file f join review.session s on s.id = f.session_id where f.id = file_id and s.drawn_at is null));

-- Who left which file is read by the chair, unless she left it too; it is written by a function alone.
create policy chair_reads on review.recusal for select to ct_staff using ((select platform.ctx_has('review-chair')) and exists (select from review.file f where f.id = file_id));
