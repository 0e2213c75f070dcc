-- Passkeys (WebAuthn): public keys of accounts, and challenges that count once.
create table identity.passkey (
  id text constraint passkey_pkey primary key,
  account_id uuid not null constraint passkey_account_fkey references identity.account,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  added_at timestamptz not null,
  used_at timestamptz
);
create index passkey_account on identity.passkey (account_id);
create table identity.challenge (
  hash bytea constraint challenge_pkey primary key,
  account_id uuid,
  expires_at timestamptz not null
);
alter table identity.passkey enable row level security, force row level security;
alter table identity.challenge enable row level security, force row level security;

create function identity.new_challenge(challenge_hash bytea) returns void language plpgsql security definer set search_path = '' as $$
begin
  delete from identity.challenge where expires_at < platform.ctx_now();
  insert into identity.challenge (hash, account_id, expires_at) values (challenge_hash, platform.ctx_account(), platform.ctx_now() + interval '5 minutes');
end $$;
-- A challenge counts once, for the account that asked for it, within five minutes.
create function identity.take_challenge(challenge_hash bytea) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  delete from identity.challenge where hash = challenge_hash and account_id is not distinct from platform.ctx_account() and expires_at > platform.ctx_now();
  return found;
end $$;
create function identity.find_passkey(credential text) returns jsonb language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('publicKey', encode(p.public_key, 'base64'), 'counter', p.counter, 'transports', p.transports)
  from identity.passkey p join identity.account a on a.id = p.account_id where p.id = credential and a.closed_at is null
$$;
create function identity.complete_passkey(credential text, new_counter bigint, session_id uuid, session_hash bytea) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  owner_id uuid;
begin
  update identity.passkey set counter = new_counter, used_at = platform.ctx_now() where id = credential and (counter = 0 or new_counter > counter) returning account_id into owner_id;
  if owner_id is null then return false; end if;
  insert into identity.session (id, token_hash, account_id, method, created_at, seen_at, expires_at, second_factor_at)
  values (session_id, session_hash, owner_id, 'passkey', platform.ctx_now(), platform.ctx_now(), platform.ctx_now() + interval '12 hours', platform.ctx_now());
  return true;
end $$;
