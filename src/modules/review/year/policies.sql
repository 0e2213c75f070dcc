-- The police give a year's counts; the chair reads them. Everybody else reads what the gate has filed (insight.release), which the worker counts.
grant select, insert on review.year to ct_staff;
grant update (reported, unfounded, entered_by, entered_on) on review.year to ct_staff;
grant select on review.year to ct_worker;
create policy seat_reads on review.year for select to ct_staff using ((select platform.ctx_has('review-chair')) or (select platform.ctx_has('police-liaison')));
create policy liaison_enters on review.year for insert to ct_staff
  with check ((select platform.ctx_has('police-liaison')) and entered_by = (select platform.ctx_account()) and year < extract(year from (select platform.ctx_today())));
create policy liaison_corrects on review.year for update to ct_staff
  using ((select platform.ctx_has('police-liaison'))) with check (entered_by = (select platform.ctx_account()));
create policy worker_counts on review.year for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
grant execute on function review.count_reviewed(integer) to ct_worker;
