-- Audit: entries are written with the work they tell of; the chain is sealed right after the commit, so that writers never queue for it.
create table platform.audit_entry (
  id bigint generated always as identity constraint audit_entry_pkey primary key,
  recorded_at timestamptz not null default clock_timestamp(),
  moment timestamptz not null,
  actor text not null,
  account_id uuid,
  action text not null,
  subject_kind text,
  subject_id text,
  purpose text,
  decision text not null constraint audit_entry_decision check (decision in ('permit', 'mask', 'refuse')),
  request_id uuid,
  detail jsonb not null default '{}'
);
create index audit_entry_subject on platform.audit_entry (subject_kind, subject_id);

create table platform.audit_pending (
  entry_id bigint constraint audit_pending_pkey primary key
);

create table platform.audit_seal (
  position bigint constraint audit_seal_pkey primary key,
  entry_id bigint not null constraint audit_seal_entry_key unique,
  previous bytea not null,
  hash bytea not null
);

create function platform.refuse_change() returns trigger language plpgsql set search_path = '' as $$
begin
  raise exception 'audit rows are never changed' using errcode = '42501';
end $$;
create trigger audit_entry_append_only before update or delete or truncate on platform.audit_entry
  for each statement execute function platform.refuse_change();
create trigger audit_seal_append_only before update or delete or truncate on platform.audit_seal
  for each statement execute function platform.refuse_change();

-- What is hashed, as text, so that an export can be checked without knowing PostgreSQL.
create function platform.audit_body(e platform.audit_entry) returns text
language sql stable set search_path = '' as $$
  select jsonb_build_array(e.id, to_char(e.moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.actor, e.account_id, e.action,
    e.subject_kind, e.subject_id, e.purpose, e.decision, e.request_id, e.detail)::text
$$;
create function platform.audit_time(e platform.audit_entry) returns text
language sql stable set search_path = '' as $$
  select to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;
create function platform.audit_hash(previous bytea, seal_position bigint, at_time text, body text) returns bytea
language sql immutable set search_path = '' as $$
  select sha256(previous || int8send(seal_position) || convert_to(at_time, 'UTF8') || convert_to(body, 'UTF8'))
$$;

create function platform.write_audit(action text, subject_kind text, subject_id text, decision text, detail jsonb)
returns void language plpgsql security definer set search_path = '' as $$
declare
  context jsonb := platform.ctx();
  entry bigint;
begin
  if context is null then raise exception 'no context' using errcode = '42501'; end if;
  insert into platform.audit_entry (moment, actor, account_id, action, subject_kind, subject_id, purpose, decision, request_id, detail)
  values ((context ->> 'now')::timestamptz, context ->> 'actor', (context ->> 'account')::uuid, action, subject_kind, subject_id,
    context ->> 'purpose', decision, (context ->> 'request')::uuid, coalesce(detail, '{}'))
  returning id into entry;
  insert into platform.audit_pending (entry_id) values (entry);
end $$;

create function platform.seal_audit(batch integer) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  last platform.audit_seal;
  entry platform.audit_entry;
  sealed integer := 0;
begin
  perform pg_advisory_xact_lock(hashtext('platform.audit_seal'));
  select * into last from platform.audit_seal order by position desc limit 1;
  for entry in
    with due as (delete from platform.audit_pending where entry_id in
      (select entry_id from platform.audit_pending order by entry_id limit batch) returning entry_id)
    select e.* from platform.audit_entry e join due on due.entry_id = e.id order by e.id
  loop
    last := row(coalesce(last.position, 0) + 1, entry.id, coalesce(last.hash, sha256('')),
      platform.audit_hash(coalesce(last.hash, sha256('')), coalesce(last.position, 0) + 1, platform.audit_time(entry), platform.audit_body(entry)));
    insert into platform.audit_seal select last.*;
    sealed := sealed + 1;
  end loop;
  return sealed;
end $$;

alter table platform.audit_entry enable row level security, force row level security;
alter table platform.audit_pending enable row level security, force row level security;
alter table platform.audit_seal enable row level security, force row level security;
