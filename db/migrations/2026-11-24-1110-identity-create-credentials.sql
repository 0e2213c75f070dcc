-- How an account proves itself. Secrets stand apart from accounts and are reached only by the functions below, never by a staff role.
create table identity.password (
  account_id uuid constraint password_pkey primary key constraint password_account_fkey references identity.account,
  hash text not null,
  set_at timestamptz not null
);
create table identity.totp (
  account_id uuid constraint totp_pkey primary key constraint totp_account_fkey references identity.account,
  secret text not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0
);
create table identity.invitation (
  key_hash bytea constraint invitation_pkey primary key,
  account_id uuid not null constraint invitation_account_fkey references identity.account,
  expires_at timestamptz not null,
  used_at timestamptz
);
-- Failed attempts by account and device; a device that has signed in before is counted apart, so that nobody can lock its owner out.
create table identity.attempt (
  key bytea constraint attempt_pkey primary key,
  opened_at timestamptz not null,
  failures integer not null
);
create table identity.known_device (
  key_hash bytea constraint known_device_pkey primary key,
  account_id uuid not null constraint known_device_account_fkey references identity.account,
  known_since timestamptz not null
);
alter table identity.password enable row level security, force row level security;
alter table identity.totp enable row level security, force row level security;
alter table identity.invitation enable row level security, force row level security;
alter table identity.attempt enable row level security, force row level security;
alter table identity.known_device enable row level security, force row level security;

-- What a sign-in needs to know of an address: nothing that could be listed, one account at a time, and only within the limit of attempts.
create function identity.begin_sign_in(given_email text, device bytea, moment timestamptz) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  found identity.account;
  device_key bytea;
  is_known boolean;
  attempts integer;
begin
  select * into found from identity.account where lower(email) = lower(given_email) and closed_at is null;
  is_known := found.id is not null and exists (select from identity.known_device d where d.key_hash = device and d.account_id = found.id);
  device_key := platform.context_mac('sign-in ' || lower(given_email) || case when is_known then encode(device, 'hex') else '' end);
  insert into identity.attempt as a (key, opened_at, failures) values (device_key, moment, 1)
  on conflict (key) do update set
    opened_at = case when a.opened_at < moment - interval '15 minutes' then moment else a.opened_at end,
    failures = case when a.opened_at < moment - interval '15 minutes' then 1 else a.failures + 1 end
  returning failures into attempts;
  if attempts > 10 then return jsonb_build_object('limited', true); end if;
  return jsonb_build_object('limited', false, 'account', found.id,
    'hash', (select p.hash from identity.password p where p.account_id = found.id),
    'totp', (select jsonb_build_object('secret', t.secret, 'lastStep', t.last_step) from identity.totp t where t.account_id = found.id and t.confirmed_at is not null));
end $$;

create function identity.complete_sign_in(account uuid, given_email text, device bytea, new_device bytea, session_id uuid, session_hash bytea, how text, with_second boolean, totp_step bigint, moment timestamptz)
returns boolean language plpgsql security definer set search_path = '' as $$
begin
  if totp_step is not null then
    update identity.totp set last_step = totp_step where account_id = account and last_step < totp_step;
    if not found then return false; end if;
  end if;
  delete from identity.attempt where key in (platform.context_mac('sign-in ' || lower(given_email)), platform.context_mac('sign-in ' || lower(given_email) || encode(device, 'hex')));
  insert into identity.known_device (key_hash, account_id, known_since) values (new_device, account, moment) on conflict do nothing;
  insert into identity.session (id, token_hash, account_id, method, created_at, seen_at, expires_at, second_factor_at)
  values (session_id, session_hash, account, how, moment, moment, moment + interval '12 hours', case when with_second then moment end);
  return true;
end $$;

-- Ends the session that asks, another one of its own, or all but this one.
create function identity.revoke_session(which uuid, all_others boolean) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  ended integer;
begin
  update identity.session s set revoked_at = platform.ctx_now()
  where s.account_id = platform.ctx_account() and s.revoked_at is null
    and (s.id = which or (all_others and s.id <> (platform.ctx() ->> 'session')::uuid));
  get diagnostics ended = row_count;
  return ended;
end $$;

create function identity.own_password() returns text language sql stable security definer set search_path = '' as $$
  select hash from identity.password where account_id = platform.ctx_account()
$$;
create function identity.set_own_password(new_hash text) returns void language sql security definer set search_path = '' as $$
  insert into identity.password (account_id, hash, set_at) select platform.ctx_account(), new_hash, platform.ctx_now() where platform.ctx_account() is not null
  on conflict (account_id) do update set hash = excluded.hash, set_at = excluded.set_at
$$;
create function identity.own_totp() returns jsonb language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('secret', secret, 'confirmed', confirmed_at is not null, 'lastStep', last_step) from identity.totp where account_id = platform.ctx_account()
$$;
create function identity.set_own_totp(new_secret text, confirmed boolean, step bigint) returns void language sql security definer set search_path = '' as $$
  insert into identity.totp (account_id, secret, confirmed_at, last_step) select platform.ctx_account(), new_secret, case when confirmed then platform.ctx_now() end, step where platform.ctx_account() is not null
  on conflict (account_id) do update set secret = excluded.secret, confirmed_at = excluded.confirmed_at, last_step = excluded.last_step
$$;
create function identity.drop_own_totp() returns void language sql security definer set search_path = '' as $$
  delete from identity.totp where account_id = platform.ctx_account()
$$;
-- The link of an invitation or of a forgotten password sets it once.
create function identity.use_invitation(new_hash text) returns boolean language plpgsql security definer set search_path = '' as $$
declare
  invited uuid;
begin
  update identity.invitation set used_at = platform.ctx_now()
  where key_hash = platform.ctx_capability() and used_at is null and expires_at > platform.ctx_now() returning account_id into invited;
  if invited is null then return false; end if;
  insert into identity.password (account_id, hash, set_at) values (invited, new_hash, platform.ctx_now())
  on conflict (account_id) do update set hash = excluded.hash, set_at = excluded.set_at;
  update identity.session set revoked_at = platform.ctx_now() where account_id = invited and revoked_at is null;
  return true;
end $$;
create function identity.invitation_holds() returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from identity.invitation where key_hash = platform.ctx_capability() and used_at is null and expires_at > platform.ctx_now())
$$;
