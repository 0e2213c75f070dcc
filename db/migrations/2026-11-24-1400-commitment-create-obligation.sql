-- Who owes whom what by when: one kind of thing for replies, milestones, actions and duties.
create schema commitment;
create table commitment.obligation (
  id uuid constraint obligation_pkey primary key,
  kind text not null,
  subject_kind text not null,
  subject_id text not null,
  what platform.bilingual not null,
  owed_to platform.bilingual not null,
  owed_by_role text,
  owed_by_account uuid,
  owed_by_body text,
  due date not null,
  path text not null,
  made_at timestamptz not null,
  kept_at timestamptz,
  released_at timestamptz,
  constraint obligation_owed_by check (num_nonnulls(owed_by_role, owed_by_account, owed_by_body) >= 1)
);
create unique index obligation_open on commitment.obligation (kind, subject_kind, subject_id) where kept_at is null and released_at is null;
create index obligation_due on commitment.obligation (due) where kept_at is null and released_at is null;
alter table commitment.obligation enable row level security, force row level security;
