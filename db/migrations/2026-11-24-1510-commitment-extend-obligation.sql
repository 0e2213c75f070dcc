-- One kind of thing for replies, milestones, actions and duties: terms, pauses, reminders, escalation, and every change with its day and reason.
alter table commitment.obligation
  add column unit text not null default 'date' constraint obligation_unit check (unit in ('date', 'hours', 'days', 'working-days', 'months')),
  add column due_at timestamptz,
  add column first_due date,
  add column rule platform.bilingual,
  add column owed_by_agency uuid,
  add column owed_by_member uuid,
  -- The name that the overdue view shows for a member without an account.
  add column owed_by_name text,
  -- The matter of a meeting that this comes from: who is recused from the matter does not see what it led to.
  add column matter_id uuid,
  add column paused_at timestamptz,
  add column stage text constraint obligation_stage check (stage in ('soon', 'today', 'late', 'escalated')),
  add column stage_on date;
create policy fill on commitment.obligation to ct_owner using (true) with check (true);
update commitment.obligation set first_due = due, due_at = ((due + 1)::timestamp at time zone
  coalesce((select value ->> 'timeZone' from platform.setting where name = 'installation'), 'America/Toronto'));
drop policy fill on commitment.obligation;
alter table commitment.obligation
  alter column due_at set not null, alter column first_due set not null,
  drop constraint obligation_owed_by,
  add constraint obligation_owed_by check (num_nonnulls(owed_by_role, owed_by_account, owed_by_body, owed_by_agency, owed_by_member) >= 1);
create index obligation_subject on commitment.obligation (subject_kind, subject_id);

create table commitment.obligation_change (
  id uuid constraint obligation_change_pkey primary key,
  obligation_id uuid not null constraint obligation_change_obligation_fkey references commitment.obligation,
  kind text not null constraint obligation_change_kind check (kind in ('promise', 'keep', 'release', 'pause', 'resume', 'extend', 'reopen', 'remind', 'escalate')),
  at timestamptz not null,
  due date not null,
  reason text,
  account_id uuid
);
create index obligation_change_obligation on commitment.obligation_change (obligation_id);
alter table commitment.obligation_change enable row level security, force row level security;
