-- Seats of reviewers: the chair keeps them, each reviewer sees her own and signs her own oath.
grant select on review.reviewer, review.oath to ct_staff;
grant insert, update (background_check_on, trained_on, left_on) on review.reviewer to ct_staff;
grant insert on review.oath to ct_staff;
create policy chair_or_own_reads on review.reviewer for select to ct_staff using ((select platform.ctx_has('review-chair')) or account_id = (select platform.ctx_account()));
-- Nobody gives a seat to herself, and nobody sits who does not hold the role.
create policy chair_adds on review.reviewer for insert to ct_staff
  with check ((select platform.ctx_has('review-chair')) and added_by = (select platform.ctx_account()) and account_id <> (select platform.ctx_account())
    and account_id in (select c.account_id from review.list_candidates() c));
create policy chair_changes on review.reviewer for update to ct_staff using ((select platform.ctx_has('review-chair')) and account_id <> (select platform.ctx_account()));
create policy chair_or_own_reads on review.oath for select to ct_staff using (exists (select from review.reviewer r where r.id = reviewer_id));
create policy own_signs on review.oath for insert to ct_staff
  with check (signed_at = (select platform.ctx_now()) and expires_on <= (select platform.ctx_today()) + 366
    and exists (select from review.reviewer r where r.id = reviewer_id and r.account_id = (select platform.ctx_account()) and r.left_on is null));
