-- Row policies of schema identity; re-applied as a whole when this file changes.
grant usage on schema identity to ct_public, ct_staff, ct_worker, ct_auditor;

-- The look-up of a session and the functions of the sign-in run in the rights of the owner.
create policy owner_all on identity.session to ct_owner using (true) with check (true);
create policy owner_reads on identity.account for select to ct_owner using (true);
create policy owner_reads on identity.membership for select to ct_owner using (true);
create policy owner_all on identity.password to ct_owner using (true) with check (true);
create policy owner_all on identity.totp to ct_owner using (true) with check (true);
create policy owner_all on identity.invitation to ct_owner using (true) with check (true);
create policy owner_all on identity.attempt to ct_owner using (true) with check (true);
create policy owner_all on identity.known_device to ct_owner using (true) with check (true);
grant execute on function identity.begin_sign_in(text, bytea, timestamptz) to ct_public;
grant execute on function identity.complete_sign_in(uuid, text, bytea, bytea, uuid, bytea, text, boolean, bigint, timestamptz) to ct_public;
grant execute on function identity.use_invitation(text), identity.invitation_holds() to ct_public, ct_staff;
grant execute on function identity.revoke_session(uuid, boolean), identity.own_password(), identity.set_own_password(text), identity.own_totp(),
  identity.set_own_totp(text, boolean, bigint), identity.drop_own_totp() to ct_staff;

-- Agencies are public facts.
grant select on identity.agency to ct_public, ct_staff, ct_worker;
grant insert, update on identity.agency to ct_worker;
create policy owner_reads on identity.agency for select to ct_owner using (true);
create policy known_is_read on identity.agency for select to ct_public, ct_staff using (from_date is null or from_date <= (select platform.ctx_today()));
create policy worker_reads on identity.agency for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_inserts on identity.agency for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_updates on identity.agency for update to ct_worker using ((select platform.ctx_actor()) = 'worker');

-- People read their own account and sessions; the administrator reads and keeps accounts and memberships; nobody deletes one.
grant select, update (name, language, closed_at) on identity.account to ct_staff;
grant select on identity.session to ct_staff;
grant select on identity.membership to ct_staff;
grant insert on identity.account, identity.membership, identity.invitation to ct_staff;
grant update on identity.membership to ct_staff;
create policy own_or_administrator on identity.account for select to ct_staff using (id = (select platform.ctx_account()) or (select platform.ctx_has('administrator')));
create policy own_or_administrator_updates on identity.account for update to ct_staff using (id = (select platform.ctx_account()) or (select platform.ctx_has('administrator')));
create policy administrator_adds on identity.account for insert to ct_staff with check ((select platform.ctx_has('administrator')));
create policy own_reads on identity.session for select to ct_staff using (account_id = (select platform.ctx_account()));
create policy own_or_administrator on identity.membership for select to ct_staff using (account_id = (select platform.ctx_account()) or (select platform.ctx_has('administrator')));
create policy administrator_adds on identity.membership for insert to ct_staff with check ((select platform.ctx_has('administrator')));
create policy administrator_ends on identity.membership for update to ct_staff using ((select platform.ctx_has('administrator')));
create policy administrator_invites on identity.invitation for insert to ct_staff with check ((select platform.ctx_has('administrator')));

-- The worker makes demonstration accounts and first invitations.
grant select, insert on identity.account, identity.membership to ct_worker;
grant insert on identity.password, identity.invitation to ct_worker;
create policy worker_reads on identity.account for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_inserts on identity.account for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_reads on identity.membership for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_inserts on identity.membership for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_inserts on identity.password for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_inserts on identity.invitation for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
-- The sign-in page of a demonstration names its accounts.
grant execute on function identity.demonstration_accounts() to ct_public;

-- Passkeys: their owner lists, adds and drops them; a sign-in finds one by the credential that was shown.
create policy owner_all on identity.passkey to ct_owner using (true) with check (true);
create policy owner_all on identity.challenge to ct_owner using (true) with check (true);
grant execute on function identity.new_challenge(bytea), identity.take_challenge(bytea) to ct_public, ct_staff;
grant execute on function identity.find_passkey(text), identity.complete_passkey(text, bigint, uuid, bytea) to ct_public;
grant select, insert, delete on identity.passkey to ct_staff;
create policy own_reads on identity.passkey for select to ct_staff using (account_id = (select platform.ctx_account()));
create policy own_adds on identity.passkey for insert to ct_staff with check (account_id = (select platform.ctx_account()));
create policy own_drops on identity.passkey for delete to ct_staff using (account_id = (select platform.ctx_account()));

-- OpenID Connect: names of providers are shown at the sign-in; their secrets and the requests under way are reached by functions alone.
create policy owner_all on identity.oidc_provider to ct_owner using (true) with check (true);
create policy owner_all on identity.oidc_request to ct_owner using (true) with check (true);
create policy owner_all on identity.oidc_link to ct_owner using (true) with check (true);
grant execute on function identity.find_oidc_provider(text), identity.new_oidc_request(bytea, text, text, text, text), identity.take_oidc_request(bytea),
  identity.complete_oidc(text, text, text, uuid, bytea) to ct_public;
grant select (id, name, active) on identity.oidc_provider to ct_public;
create policy names_are_shown on identity.oidc_provider for select to ct_public using (active and (select platform.ctx_actor()) is not null);
grant insert on identity.oidc_provider to ct_worker;
create policy worker_adds on identity.oidc_provider for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
grant execute on function identity.purge_spent(timestamptz), identity.add_api_key(uuid, text, bytea, timestamptz, timestamptz) to ct_worker;
