-- Row policies of the early warning. Areas, series, rules and their stated rates are no secret; alerts are read by those who watch; the public reads the level.
grant select on insight.alert_area, insight.alert_series, insight.alert_rule to ct_public, ct_staff, ct_worker;
grant insert, update on insight.alert_area, insight.alert_series, insight.alert_rule, insight.alert_protocol to ct_worker;
create policy everybody_reads on insight.alert_area for select to ct_public, ct_staff using ((select platform.ctx_actor()) is not null and removed_at is null);
create policy everybody_reads on insight.alert_series for select to ct_public, ct_staff using ((select platform.ctx_actor()) is not null and removed_at is null);
create policy valid_is_read on insight.alert_rule for select to ct_public, ct_staff using (valid_from <= (select platform.ctx_today()) and removed_at is null);
create policy worker_all on insight.alert_area to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy worker_all on insight.alert_series to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy worker_all on insight.alert_rule to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
grant insert on insight.alert_rule to ct_staff;
create policy keeper_changes on insight.alert_rule for insert to ct_staff
  with check ((select platform.ctx_has('alert-keeper')) and made_by = (select platform.ctx_account()) and origin = 'staff' and version > 1 and valid_from = (select platform.ctx_today()));

grant select on insight.alert_rate to ct_staff, ct_worker;
-- Whoever has no account reads the stated rate, not the counts that it rests on.
grant select (rule_id, area_slug, per_year, computed_at) on insight.alert_rate to ct_public;
grant insert on insight.alert_rate to ct_worker;
-- The rate of the whole community is public; that of one area rests on a small baseline and stays with those who watch.
create policy whole_is_read on insight.alert_rate for select to ct_public, ct_staff using ((select platform.ctx_actor()) is not null and area_slug is null);
create policy watch_reads on insight.alert_rate for select to ct_staff using ((select platform.ctx_has('alert-keeper')) or (select platform.ctx_has('analyst')));
create policy worker_reads on insight.alert_rate for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_states on insight.alert_rate for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');

grant select on insight.alert, insight.alert_step, insight.alert_told, insight.alert_protocol to ct_staff, ct_worker;
create policy watch_reads on insight.alert for select to ct_staff using ((select platform.ctx_has('alert-keeper')) or (select platform.ctx_has('analyst')));
create policy watch_reads on insight.alert_step for select to ct_staff using ((select platform.ctx_has('alert-keeper')) or (select platform.ctx_has('analyst')));
create policy watch_reads on insight.alert_told for select to ct_staff using ((select platform.ctx_has('alert-keeper')) or (select platform.ctx_has('analyst')));
create policy watch_reads on insight.alert_protocol for select to ct_staff using (((select platform.ctx_has('alert-keeper')) or (select platform.ctx_has('analyst'))) and removed_at is null);
create policy worker_all on insight.alert_protocol to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
-- Only a rule drafts, only a keeper confirms, dismisses, judges and closes.
grant insert on insight.alert, insight.alert_told to ct_worker;
create policy worker_reads on insight.alert for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_drafts on insight.alert for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_reads on insight.alert_told for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_tells on insight.alert_told for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
grant insert on insight.alert_step to ct_staff, ct_worker;
create policy keeper_steps on insight.alert_step for insert to ct_staff
  with check ((select platform.ctx_has('alert-keeper')) and by_account = (select platform.ctx_account()) and step <> 'review-due' and at = (select platform.ctx_now()));
create policy worker_reads on insight.alert_step for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_marks on insight.alert_step for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker' and step = 'review-due');

-- The level without who set it.
grant select (id, place, level, areas, reason, review_on, set_at, demonstration) on insight.alert_level to ct_public;
grant select on insight.alert_level to ct_staff, ct_worker;
grant insert on insight.alert_level to ct_staff, ct_worker;
create policy everybody_reads on insight.alert_level for select to ct_public, ct_staff using (set_at <= (select platform.ctx_now()));
create policy keeper_sets on insight.alert_level for insert to ct_staff
  with check ((select platform.ctx_has('alert-keeper')) and set_by = (select platform.ctx_account()) and set_at = (select platform.ctx_now()) and not demonstration);
create policy worker_reads on insight.alert_level for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_begins on insight.alert_level for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker' and level = 'normal' and demonstration);

-- Contacts: kept by the keeper; a contact confirms or stops by the key of its link, through functions alone.
grant select on insight.alert_contact to ct_staff, ct_worker;
grant insert on insight.alert_contact to ct_staff, ct_worker;
grant update (stopped_at) on insight.alert_contact to ct_staff;
create policy keeper_reads on insight.alert_contact for select to ct_staff using ((select platform.ctx_has('alert-keeper')));
create policy keeper_adds on insight.alert_contact for insert to ct_staff
  with check ((select platform.ctx_has('alert-keeper')) and added_by = (select platform.ctx_account()) and confirmed_at is null and not demonstration);
create policy keeper_stops on insight.alert_contact for update to ct_staff using ((select platform.ctx_has('alert-keeper'))) with check (stopped_at is not null);
create policy worker_reads on insight.alert_contact for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_adds on insight.alert_contact for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker' and demonstration);
create policy owner_answers on insight.alert_contact to ct_owner using (true) with check (true);
grant execute on function insight.own_contact(), insight.answer_contact(boolean) to ct_public, ct_staff;
