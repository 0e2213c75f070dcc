-- Row policies of schema platform; re-applied as a whole when this file changes.
create policy owner_all on platform.context_key to ct_owner using (true) with check (true);
create policy owner_all on platform.audit_entry to ct_owner using (true) with check (true);
create policy owner_all on platform.audit_pending to ct_owner using (true) with check (true);
create policy owner_all on platform.audit_seal to ct_owner using (true) with check (true);
create policy owner_all on platform.rate_window to ct_owner using (true) with check (true);

grant usage on schema platform to ct_public, ct_staff, ct_worker, ct_auditor;
grant execute on function platform.ctx(), platform.ctx_actor(), platform.ctx_account(), platform.ctx_agency(), platform.ctx_now(),
  platform.ctx_today(), platform.ctx_request(), platform.ctx_purpose(), platform.ctx_capability(), platform.ctx_has(text), platform.ctx_bodies(), platform.ctx_bodies_as(text),
  platform.transaction_mark(), platform.write_audit(text, text, text, text, jsonb), platform.content_changed()
  to ct_public, ct_staff, ct_worker, ct_auditor;
grant execute on function platform.seal_audit(integer) to ct_worker;
grant execute on function platform.take_rate(text, integer, integer, timestamptz) to ct_public, ct_staff, ct_worker;
grant execute on function platform.audit_body(platform.audit_entry), platform.audit_time(platform.audit_entry),
  platform.audit_hash(bytea, bigint, text, text) to ct_auditor, ct_worker;

grant select on platform.audit_entry, platform.audit_seal, platform.audit_pending to ct_auditor;
create policy auditor_reads on platform.audit_entry for select to ct_auditor using ((select platform.ctx_actor()) = 'auditor');
create policy auditor_reads on platform.audit_seal for select to ct_auditor using ((select platform.ctx_actor()) = 'auditor');
create policy auditor_reads on platform.audit_pending for select to ct_auditor using ((select platform.ctx_actor()) = 'auditor');

-- Anchors: the worker reads the hashes of the chain (never the entries), signs outside, and notes what each party got.
create policy owner_all on platform.audit_anchor to ct_owner using (true) with check (true);
create policy owner_all on platform.audit_anchor_copy to ct_owner using (true) with check (true);
grant select on platform.audit_seal to ct_worker;
create policy worker_reads on platform.audit_seal for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
grant select on platform.audit_anchor, platform.audit_anchor_copy to ct_auditor, ct_worker;
grant insert on platform.audit_anchor, platform.audit_anchor_copy to ct_worker;
grant update (sent_at, attempts, failure) on platform.audit_anchor_copy to ct_worker;
create policy read on platform.audit_anchor for select to ct_auditor, ct_worker using ((select platform.ctx_actor()) in ('auditor', 'worker'));
create policy made on platform.audit_anchor for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy read on platform.audit_anchor_copy for select to ct_auditor, ct_worker using ((select platform.ctx_actor()) in ('auditor', 'worker'));
create policy due on platform.audit_anchor_copy for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy told on platform.audit_anchor_copy for update to ct_worker using ((select platform.ctx_actor()) = 'worker');

-- Events: anybody's work may raise one; only the worker reads and removes them.
grant insert on platform.event to ct_public, ct_staff, ct_worker;
-- Update is for the row locks of the relay alone: no policy lets a row be changed.
grant select, delete, update on platform.event to ct_worker;
create policy raised on platform.event for insert to ct_public, ct_staff, ct_worker with check ((select platform.ctx_actor()) is not null);
create policy relayed_read on platform.event for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy relayed_lock on platform.event for update to ct_worker using ((select platform.ctx_actor()) = 'worker') with check (false);
create policy relayed_delete on platform.event for delete to ct_worker using ((select platform.ctx_actor()) = 'worker');

-- Mail: anybody's work may queue one; the worker sends; the plan office opens the outbox of a demonstration only.
grant insert on platform.mail_message to ct_public, ct_staff, ct_worker;
grant select, update on platform.mail_message to ct_worker;
grant select on platform.mail_message to ct_staff;
create policy queued on platform.mail_message for insert to ct_public, ct_staff, ct_worker
  with check ((select platform.ctx_actor()) is not null and state = 'queued');
create policy worker_reads on platform.mail_message for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_marks on platform.mail_message for update to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy outbox_of_demonstration on platform.mail_message for select to ct_staff
  using ((select platform.ctx_has('plan-manager')) and (select platform.is_demonstration()));

grant insert on platform.stored_file to ct_public, ct_staff, ct_worker;
grant select on platform.stored_file to ct_staff, ct_worker;
create policy stored on platform.stored_file for insert to ct_public, ct_staff, ct_worker with check ((select platform.ctx_actor()) is not null);
create policy office_reads on platform.stored_file for select to ct_staff using ((select platform.ctx_has('plan-manager')));
create policy worker_reads on platform.stored_file for select to ct_worker using ((select platform.ctx_actor()) = 'worker');

grant select on platform.setting to ct_public, ct_staff, ct_worker, ct_auditor;
grant insert, update on platform.setting to ct_worker;
create policy everyone_reads on platform.setting for select to ct_public, ct_staff, ct_worker, ct_auditor using ((select platform.ctx_actor()) is not null);
create policy worker_inserts on platform.setting for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_updates on platform.setting for update to ct_worker using ((select platform.ctx_actor()) = 'worker');

grant execute on function platform.is_demonstration() to ct_public, ct_staff, ct_worker, ct_auditor;
-- An unsubscription withholds what is queued, in the rights of the owner.
create policy owner_withholds on platform.mail_message to ct_owner using (true) with check (true);
