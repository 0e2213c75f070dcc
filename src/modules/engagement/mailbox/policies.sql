-- mailbox: the worker takes mails in; the plan office sees what became of them, never the sender.
grant select, insert on engagement.mailbox_message to ct_worker;
grant select on engagement.mailbox_message to ct_staff;
create policy worker_all on engagement.mailbox_message to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy office_reads on engagement.mailbox_message for select to ct_staff using ((select platform.ctx_has('plan-manager')));
grant select, insert on engagement.issue_attachment to ct_worker;
grant select on engagement.issue_attachment to ct_staff;
create policy worker_all on engagement.issue_attachment to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy office_reads on engagement.issue_attachment for select to ct_staff using ((select platform.ctx_has('plan-manager')));
