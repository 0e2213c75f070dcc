-- subscription: the address stands apart and no staff role can read it; its owner opens the rest by the key in her mails.
create policy owner_all on engagement.subscriber to ct_owner using (true) with check (true);
create policy owner_all on engagement.subscriber_address to ct_owner using (true) with check (true);
create policy owner_all on engagement.delivery to ct_owner using (true) with check (true);
grant execute on function engagement.sign_up(uuid, text, text, text, text[], jsonb) to ct_public, ct_staff;
grant execute on function engagement.unsubscribe() to ct_public, ct_staff;
grant execute on function engagement.subscriber_key(uuid) to ct_worker;
grant select, update (state, language, frequency, topics, confirmed_at) on engagement.subscriber to ct_public, ct_staff;
create policy own_reads on engagement.subscriber for select to ct_public, ct_staff using (key_hash = (select platform.ctx_capability()));
create policy own_changes on engagement.subscriber for update to ct_public, ct_staff using (key_hash = (select platform.ctx_capability())) with check (key_hash = (select platform.ctx_capability()));
create policy office_counts on engagement.subscriber for select to ct_staff using ((select platform.ctx_has('plan-manager')));
grant select on engagement.subscriber, engagement.subscriber_address to ct_worker;
create policy worker_reads on engagement.subscriber for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_reads on engagement.subscriber_address for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
