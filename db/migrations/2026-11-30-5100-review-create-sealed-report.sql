-- Sealed reports: cipher text that the server cannot open. Ids are random (version 4): one that holds a time would tell when somebody wrote. No column holds
-- a time, an address, a browser or the id of a request; a day is the closest that is kept.
-- A mailbox belongs to whoever shows its id; the database keeps the SHA-256 of it. Without one: a file that came already sealed, by a browser without scripts.
create table review.sealed_mailbox (
  id uuid constraint sealed_mailbox_pkey primary key constraint sealed_mailbox_random check (uuid_extract_version(id) = 4),
  id_hash bytea constraint sealed_mailbox_hash check (length(id_hash) = 32) constraint sealed_mailbox_hash_key unique,
  received_on date not null,
  -- False while somebody wrote for herself alone: the committee has no key to it and does not see that it is there.
  for_members boolean not null,
  state text not null default 'open' constraint sealed_mailbox_state check (state in ('open', 'in-touch', 'closed'))
);
alter table review.sealed_mailbox enable row level security, force row level security;

create table review.sealed_message (
  id uuid constraint sealed_message_pkey primary key constraint sealed_message_random check (uuid_extract_version(id) = 4),
  mailbox_id uuid not null constraint sealed_message_mailbox_fkey references review.sealed_mailbox,
  direction text not null constraint sealed_message_direction check (direction in ('in', 'out')),
  sequence integer not null constraint sealed_message_sequence check (sequence between 1 and 500),
  received_on date not null,
  for_members boolean not null,
  -- The size of the padded plain text; a file that came already sealed counts as the bucket that holds it.
  bucket integer not null constraint sealed_message_bucket check (bucket in (4096, 16384, 65536, 262144, 1048576, 4194304, 16777216)),
  -- The recipient list whose members can open it; 0 where only the writer can.
  list_version integer not null constraint sealed_message_list check (list_version >= 0 and (list_version > 0) = for_members),
  cipher bytea not null constraint sealed_message_size check (length(cipher) between 200 and 17500000),
  constraint sealed_message_key unique (mailbox_id, direction, sequence)
);
alter table review.sealed_message alter column cipher set storage external;
alter table review.sealed_message enable row level security, force row level security;

-- A member's key: public part here, secret part only wrapped (age files that a passkey or a recovery phrase opens). One that ended opens what it could, until re-wrapped.
create table review.member_key (
  id uuid constraint member_key_pkey primary key,
  account_id uuid not null constraint member_key_account_fkey references identity.account,
  recipient text not null constraint member_key_recipient check (recipient ~ '^age1[a-z0-9]{58}$') constraint member_key_recipient_key unique,
  sign_public text not null constraint member_key_sign check (sign_public ~ '^[A-Za-z0-9+/]{43}=$'),
  seat text not null constraint member_key_seat check (length(seat) between 1 and 100),
  made_on date not null,
  ended_on date
);
create unique index member_key_live on review.member_key (account_id) where ended_on is null;
alter table review.member_key enable row level security, force row level security;
create table review.key_wrap (
  id uuid constraint key_wrap_pkey primary key,
  key_id uuid not null constraint key_wrap_key_fkey references review.member_key,
  kind text not null constraint key_wrap_kind check (kind in ('passkey', 'phrase')),
  wrapped bytea not null constraint key_wrap_size check (length(wrapped) between 100 and 4000),
  -- Which passkey opens it (age's name for the credential); '' for a phrase.
  hint text not null default '' constraint key_wrap_hint check (length(hint) <= 4000),
  made_on date not null
);
create index key_wrap_key on review.key_wrap (key_id);
alter table review.key_wrap enable row level security, force row level security;

-- The signed lists of who can open reports: versions 1, 2, 3 …, each for good.
create table review.recipient_list (
  version integer constraint recipient_list_pkey primary key constraint recipient_list_version check (version > 0),
  text text not null constraint recipient_list_text check (length(text) between 2 and 20000),
  signer text not null constraint recipient_list_signer check (signer ~ '^[A-Za-z0-9+/]{43}=$'),
  signature text not null constraint recipient_list_signature check (signature ~ '^[A-Za-z0-9+/]{86}==$'),
  signed_by uuid not null constraint recipient_list_signed_by_fkey references identity.account,
  signed_on date not null
);
alter table review.recipient_list enable row level security, force row level security;
create function review.keep_list() returns trigger language plpgsql set search_path = '' as $$
begin
  raise exception 'a recipient list stays as it was signed' using errcode = '42501';
end $$;
create trigger recipient_list_kept before update or delete on review.recipient_list for each row execute function review.keep_list();

-- Where somebody can turn who does not want to write: from the community's pack.
create table review.centre (
  slug text constraint centre_pkey primary key,
  name platform.bilingual not null,
  phone text,
  address text,
  position integer not null,
  sources jsonb not null default '[]',
  origin text not null constraint centre_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz
);
alter table review.centre enable row level security, force row level security;

-- Nothing of a message changes but its wrapping: the same place, a cipher text for a newer list.
create function review.keep_sealed() returns trigger language plpgsql set search_path = '' as $$
begin
  if (new.id, new.mailbox_id, new.direction, new.sequence, new.received_on, new.for_members, new.bucket) is distinct from (old.id, old.mailbox_id, old.direction, old.sequence, old.received_on, old.for_members, old.bucket)
    or new.list_version <= old.list_version then raise exception 'a sealed message keeps its place and is wrapped for newer lists alone' using errcode = '42501'; end if;
  return new;
end $$;
create trigger sealed_message_kept before update on review.sealed_message for each row execute function review.keep_sealed();

-- Whether whoever asks holds a seat of the committee that reads sealed reports.
create function review.reads_sealed() returns boolean language sql stable set search_path = '' as $$
  select platform.ctx_has('sealed-reader') or platform.ctx_has('sealed-chair')
$$;

-- The cipher texts of a mailbox for a member: the audit row first, then the rows. Empty without a seat, and where it is not for the committee.
create function review.read_sealed(of_mailbox uuid) returns table (id uuid, direction text, sequence integer, received_on date, list_version integer, cipher bytea)
language plpgsql security definer set search_path = '' as $$
begin
  if not review.reads_sealed() or not exists (select from review.sealed_mailbox m where m.id = of_mailbox and m.for_members) then return; end if;
  perform platform.write_audit('review.read-sealed-report', 'sealed-report', of_mailbox::text, 'permit', '{}');
  return query select m.id, m.direction, m.sequence, m.received_on, m.list_version, m.cipher from review.sealed_message m
    where m.mailbox_id = of_mailbox and m.for_members order by m.received_on, m.direction, m.sequence;
end $$;

-- A message wrapped anew for the newest list, by a member who opened it. False where it is hidden, or the list is not the newest.
create function review.rewrap_sealed(of_message uuid, for_version integer, with_cipher bytea) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  if not review.reads_sealed() or for_version is distinct from (select max(l.version) from review.recipient_list l) then return false; end if;
  update review.sealed_message m set cipher = with_cipher, list_version = for_version where m.id = of_message and m.for_members and m.list_version < for_version;
  if not found then return false; end if;
  perform platform.write_audit('review.rewrap-sealed-report', 'sealed-message', of_message::text, 'permit', jsonb_build_object('list', for_version));
  return true;
end $$;

-- Whether a mailbox waits for the one file that came already sealed; its writer has no id to show.
create function review.is_upload(of_mailbox uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from review.sealed_mailbox m where m.id = of_mailbox and m.id_hash is null and not exists (select from review.sealed_message s where s.mailbox_id = m.id))
$$;

do $$
declare known text;
begin
  select pg_get_constraintdef(oid) into known from pg_constraint where conname = 'membership_role';
  execute 'alter table identity.membership drop constraint membership_role, add constraint membership_role ' || replace(known, '''plan-manager''::text', '''plan-manager''::text, ''sealed-reader''::text, ''sealed-chair''::text');
end $$;
