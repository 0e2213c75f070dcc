-- Sign-in through an organisation's own accounts (OpenID Connect).
create table identity.oidc_provider (
  id text constraint oidc_provider_pkey primary key,
  name platform.bilingual not null,
  issuer text not null,
  client_id text not null,
  client_secret text not null,
  active boolean not null default true
);
create table identity.oidc_request (
  state_hash bytea constraint oidc_request_pkey primary key,
  provider_id text not null constraint oidc_request_provider_fkey references identity.oidc_provider,
  nonce text not null,
  verifier text not null,
  next text not null,
  expires_at timestamptz not null
);
create table identity.oidc_link (
  provider_id text not null constraint oidc_link_provider_fkey references identity.oidc_provider,
  subject text not null,
  account_id uuid not null constraint oidc_link_account_fkey references identity.account,
  constraint oidc_link_pkey primary key (provider_id, subject)
);
alter table identity.oidc_provider enable row level security, force row level security;
alter table identity.oidc_request enable row level security, force row level security;
alter table identity.oidc_link enable row level security, force row level security;

create function identity.find_oidc_provider(wanted text) returns jsonb language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', id, 'issuer', issuer, 'clientId', client_id, 'clientSecret', client_secret) from identity.oidc_provider where id = wanted and active
$$;
create function identity.new_oidc_request(hash bytea, provider text, given_nonce text, given_verifier text, given_next text) returns void language plpgsql security definer set search_path = '' as $$
begin
  delete from identity.oidc_request where expires_at < platform.ctx_now();
  insert into identity.oidc_request values (hash, provider, given_nonce, given_verifier, given_next, platform.ctx_now() + interval '10 minutes');
end $$;
-- The request that a state belongs to; it counts once.
create function identity.take_oidc_request(hash bytea) returns jsonb language sql volatile security definer set search_path = '' as $$
  with taken as (delete from identity.oidc_request where state_hash = hash and expires_at > platform.ctx_now() returning *)
  select jsonb_build_object('provider', provider_id, 'nonce', nonce, 'verifier', verifier, 'next', next) from taken
$$;
-- Opens a session for the account that is linked, or whose address the provider has verified. Nobody new gets an account this way.
create function identity.complete_oidc(provider text, given_subject text, verified_email text, session_id uuid, session_hash bytea) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  found_id uuid;
begin
  select l.account_id into found_id from identity.oidc_link l where l.provider_id = provider and l.subject = given_subject;
  if found_id is null and verified_email is not null then
    select a.id into found_id from identity.account a where lower(a.email) = lower(verified_email);
    if found_id is not null then insert into identity.oidc_link values (provider, given_subject, found_id); end if;
  end if;
  if found_id is null or exists (select from identity.account a where a.id = found_id and a.closed_at is not null) then return false; end if;
  insert into identity.session (id, token_hash, account_id, method, created_at, seen_at, expires_at)
  values (session_id, session_hash, found_id, 'oidc ' || provider, platform.ctx_now(), platform.ctx_now(), platform.ctx_now() + interval '12 hours');
  return true;
end $$;
