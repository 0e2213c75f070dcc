-- bulletin: the plan office writes it; once sent it is public and stands.
grant select on engagement.bulletin, engagement.bulletin_line to ct_public, ct_staff, ct_worker;
grant insert, update on engagement.bulletin, engagement.bulletin_line to ct_staff;
create policy sent_is_public on engagement.bulletin for select to ct_public, ct_staff using (state = 'sent' and (select platform.ctx_actor()) is not null);
create policy office_reads on engagement.bulletin for select to ct_staff using ((select platform.ctx_has('plan-manager')));
create policy office_makes on engagement.bulletin for insert to ct_staff with check ((select platform.ctx_has('plan-manager')) and state = 'draft');
create policy office_changes on engagement.bulletin for update to ct_staff using ((select platform.ctx_has('plan-manager')) and state = 'draft') with check ((select platform.ctx_has('plan-manager')));
create policy worker_reads on engagement.bulletin for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy sent_is_public on engagement.bulletin_line for select to ct_public, ct_staff
  using (included and exists (select from engagement.bulletin b where b.id = bulletin_id and b.state = 'sent') and (select platform.ctx_actor()) is not null);
create policy office_reads on engagement.bulletin_line for select to ct_staff using ((select platform.ctx_has('plan-manager')));
create policy office_makes on engagement.bulletin_line for insert to ct_staff
  with check ((select platform.ctx_has('plan-manager')) and exists (select from engagement.bulletin b where b.id = bulletin_id and b.state = 'draft'));
create policy office_changes on engagement.bulletin_line for update to ct_staff
  using ((select platform.ctx_has('plan-manager')) and exists (select from engagement.bulletin b where b.id = bulletin_id and b.state = 'draft'));
create policy worker_reads on engagement.bulletin_line for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
grant select, insert, update on engagement.delivery to ct_worker;
create policy worker_all on engagement.delivery to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
