-- The request context: who acts, for what, at which moment; made in this transaction, checked by every policy.
create schema platform;

-- A text in both languages; a page can never meet a missing one.
create domain platform.bilingual as jsonb
  constraint bilingual_has_both check (
    jsonb_typeof(value -> 'en') = 'string' and jsonb_typeof(value -> 'fr') = 'string'
    and length(value ->> 'en') > 0 and length(value ->> 'fr') > 0
  );

create table platform.context_key (
  single boolean constraint context_key_pkey primary key default true constraint context_key_single check (single),
  first bytea not null,
  second bytea not null
);
alter table platform.context_key enable row level security, force row level security;
create policy owner_all on platform.context_key to ct_owner using (true) with check (true);
insert into platform.context_key (first, second)
select string_agg(uuid_send(gen_random_uuid()), ''::bytea), string_agg(uuid_send(gen_random_uuid()), ''::bytea)
from generate_series(1, 4);

create function platform.context_mac(payload text) returns bytea
language sql stable security definer set search_path = '' as $$
  select sha256(k.second || sha256(k.first || convert_to(payload, 'UTF8'))) from platform.context_key k
$$;

-- The same connection in the same transaction; a context that survives its transaction is worth nothing.
create function platform.transaction_mark() returns text
language sql stable set search_path = '' as $$
  select pg_backend_pid() || '.' || extract(epoch from transaction_timestamp())
$$;

create function platform.open_context(actor text, facts jsonb, request uuid, purpose text, moment timestamptz, time_zone text, capability bytea)
returns void language plpgsql security definer set search_path = '' as $$
declare
  payload text := (facts || jsonb_build_object(
    'actor', actor, 'mark', platform.transaction_mark(), 'request', request, 'purpose', purpose,
    'now', moment, 'today', (moment at time zone time_zone)::date, 'capability', encode(capability, 'hex')))::text;
begin
  perform set_config('ct.context', encode(platform.context_mac(payload), 'hex') || payload, true);
end $$;

create function platform.ctx() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  raw text := nullif(current_setting('ct.context', true), '');
  payload text;
begin
  if raw is null or length(raw) < 66 then return null; end if;
  payload := substr(raw, 65);
  if encode(platform.context_mac(payload), 'hex') <> left(raw, 64) then return null; end if;
  if payload::jsonb ->> 'mark' <> platform.transaction_mark() then return null; end if;
  return payload::jsonb;
end $$;

create function platform.ctx_actor() returns text language sql stable set search_path = '' as $$ select platform.ctx() ->> 'actor' $$;
create function platform.ctx_account() returns uuid language sql stable set search_path = '' as $$ select (platform.ctx() ->> 'account')::uuid $$;
create function platform.ctx_agency() returns uuid language sql stable set search_path = '' as $$ select (platform.ctx() ->> 'agency')::uuid $$;
create function platform.ctx_now() returns timestamptz language sql stable set search_path = '' as $$ select (platform.ctx() ->> 'now')::timestamptz $$;
create function platform.ctx_today() returns date language sql stable set search_path = '' as $$ select (platform.ctx() ->> 'today')::date $$;
create function platform.ctx_request() returns uuid language sql stable set search_path = '' as $$ select (platform.ctx() ->> 'request')::uuid $$;
create function platform.ctx_purpose() returns text language sql stable set search_path = '' as $$ select platform.ctx() ->> 'purpose' $$;
create function platform.ctx_capability() returns bytea language sql stable set search_path = '' as $$ select decode(platform.ctx() ->> 'capability', 'hex') $$;
create function platform.ctx_has(role_name text) returns boolean language sql stable set search_path = '' as $$
  select coalesce(platform.ctx() -> 'roles' ? role_name, false)
$$;
create function platform.ctx_bodies() returns text[] language sql stable set search_path = '' as $$
  select coalesce(array(select jsonb_array_elements_text(platform.ctx() -> 'bodies')), '{}')
$$;

-- Entered by the login of the program; the role is taken on in the caller's rights, because a definer function may not change roles.
create function platform.enter_public(request uuid, purpose text, moment timestamptz, time_zone text, capability bytea)
returns void language plpgsql set search_path = '' as $$
begin
  perform platform.open_context('public', '{}', request, purpose, moment, time_zone, capability);
  perform set_config('role', 'ct_public', true);
end $$;
create function platform.enter_worker(request uuid, purpose text, moment timestamptz, time_zone text)
returns void language plpgsql set search_path = '' as $$
begin
  perform platform.open_context('worker', '{}', request, purpose, moment, time_zone, null);
  perform set_config('role', 'ct_worker', true);
end $$;
create function platform.enter_auditor(request uuid, purpose text, moment timestamptz, time_zone text)
returns void language plpgsql set search_path = '' as $$
begin
  perform platform.open_context('auditor', '{}', request, purpose, moment, time_zone, null);
  perform set_config('role', 'ct_auditor', true);
end $$;
