-- Anchors: how long the audit trail was at a moment and the root over it, signed outside the database and told to others.
create table platform.audit_anchor (
  size bigint constraint audit_anchor_pkey primary key constraint audit_anchor_size check (size > 0),
  made_at timestamptz not null,
  -- The roots of the complete subtrees, largest first, 32 bytes each: the next anchor goes on from them.
  peaks bytea not null,
  note text not null
);
create table platform.audit_anchor_copy (
  size bigint not null constraint audit_anchor_copy_size_fkey references platform.audit_anchor,
  party text not null,
  sent_at timestamptz,
  attempts integer not null default 0,
  failure text,
  constraint audit_anchor_copy_pkey primary key (size, party)
);
create index audit_anchor_copy_waiting on platform.audit_anchor_copy (size) where sent_at is null;
create trigger audit_anchor_append_only before update or delete or truncate on platform.audit_anchor
  for each statement execute function platform.refuse_change();
alter table platform.audit_anchor enable row level security, force row level security;
alter table platform.audit_anchor_copy enable row level security, force row level security;
