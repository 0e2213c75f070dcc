-- award: what was given is public with its decision; the office keeps it; what a conflict closed stays closed to that account on staff pages.
grant select on funding.award to ct_public, ct_staff, ct_worker;
grant insert, update (amount, ends_on, signed_on) on funding.award to ct_staff;
grant select, insert, update, delete on funding.instalment to ct_staff;
grant select on funding.instalment to ct_public, ct_worker;
grant select, insert on funding.award_change, funding.payment_file to ct_staff;
grant execute on function funding.is_released(funding.instalment), funding.own_awards() to ct_public, ct_staff, ct_worker;
create policy owner_reads on funding.award for select to ct_owner using (true);
create policy owner_reads on funding.instalment for select to ct_owner using (true);
create policy public_reads on funding.award for select to ct_public, ct_staff using (awarded_on <= (select platform.ctx_today()));
create policy worker_reads on funding.award for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy office_gives on funding.award for insert to ct_staff with check ((select funding.is_office()));
create policy office_changes on funding.award for update to ct_staff using ((select funding.is_office()));
create policy closed_to_conflict_insert on funding.award as restrictive for insert to ct_staff with check (application_id is null or application_id not in (select funding.closed_applications()));
create policy closed_to_conflict_update on funding.award as restrictive for update to ct_staff using (application_id is null or application_id not in (select funding.closed_applications()));
create policy office_all on funding.instalment to ct_staff using ((select funding.is_office()) and award_id in (select funding.reached_awards())) with check ((select funding.is_office()) and award_id in (select funding.reached_awards()));
-- What went to the finance system is public, so that what was paid adds up for everybody.
create policy handed_is_read on funding.instalment for select to ct_public, ct_staff using (payment_file_id is not null);
create policy own_is_read on funding.instalment for select to ct_public, ct_staff using (award_id in (select funding.own_awards()));
create policy worker_reads on funding.instalment for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy office_reads on funding.award_change for select to ct_staff using ((select funding.is_office()) and award_id in (select funding.reached_awards()));
create policy office_writes on funding.award_change for insert to ct_staff with check ((select funding.is_office()) and award_id in (select funding.reached_awards()));
create policy office_reads on funding.payment_file for select to ct_staff using ((select funding.is_office()));
create policy office_makes on funding.payment_file for insert to ct_staff with check ((select funding.is_office()));
grant execute on function funding.reached_awards() to ct_staff;
