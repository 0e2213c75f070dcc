-- coding: a coder sees that a piece was coded, and by whom; what others gave it only after her own codes. Nobody changes codes, and takes her own back
-- only while nobody else has coded the piece.
grant select, insert, delete on engagement.coded to ct_staff;
grant select, insert on engagement.coding to ct_staff;
grant select, insert on engagement.coded, engagement.coding to ct_worker;
create policy coders_read on engagement.coded for select to ct_staff using ((select engagement.codes_voice()));
create policy own_made on engagement.coded for insert to ct_staff with check ((select engagement.codes_voice()) and account_id = (select platform.ctx_account()));
create policy own_taken_back on engagement.coded for delete to ct_staff using (account_id = (select platform.ctx_account()) and not engagement.coded_by_others(contribution_id));
create policy blind on engagement.coding for select to ct_staff
  using ((select engagement.codes_voice()) and (account_id = (select platform.ctx_account()) or contribution_id in (select engagement.coded_by_me())));
create policy own_made on engagement.coding for insert to ct_staff with check ((select engagement.codes_voice()) and account_id = (select platform.ctx_account()));
create policy worker_all on engagement.coded to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy worker_all on engagement.coding to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy owner_reads on engagement.coded for select to ct_owner using (true);
create policy owner_all on engagement.coding to ct_owner using (true) with check (true);

grant select, insert, update on engagement.settlement to ct_staff;
create policy blind on engagement.settlement for select to ct_staff using (contribution_id in (select engagement.coded_by_me()) and (select engagement.codes_voice()));
create policy own_settled on engagement.settlement for insert to ct_staff
  with check (contribution_id in (select engagement.coded_by_me()) and account_id = (select platform.ctx_account()) and (select engagement.codes_voice()));
create policy own_changed on engagement.settlement for update to ct_staff
  using (contribution_id in (select engagement.coded_by_me()) and (select engagement.codes_voice())) with check (account_id = (select platform.ctx_account()));
create policy owner_reads on engagement.settlement for select to ct_owner using (true);
