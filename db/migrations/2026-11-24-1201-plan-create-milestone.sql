-- What was promised. A milestone's state is never stored: it follows from its dates, its evidence and its confirmations, each a dated row of its own.
create table plan.milestone (
  id uuid constraint milestone_pkey primary key,
  slug text not null constraint milestone_slug_key unique,
  priority_slug text not null constraint milestone_priority_fkey references plan.priority (slug),
  body_slug text,
  title platform.bilingual not null,
  due date not null,
  approximate boolean not null default false,
  demonstration boolean not null default false,
  from_issue uuid,
  sources text[] not null default '{}',
  known_from date not null,
  entered_by uuid,
  entered_at timestamptz,
  origin text not null constraint milestone_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz
);
create index milestone_priority on plan.milestone (priority_slug);
create index milestone_body on plan.milestone (body_slug);

-- The first due date stays on the milestone; each later one stands here with its reason.
create table plan.milestone_due (
  slug text constraint milestone_due_pkey primary key,
  milestone_slug text not null constraint milestone_due_milestone_fkey references plan.milestone (slug),
  due date not null,
  reason platform.bilingual not null,
  known_from date not null,
  entered_by uuid,
  entered_at timestamptz,
  origin text not null constraint milestone_due_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz
);
create index milestone_due_milestone on plan.milestone_due (milestone_slug);

create table plan.milestone_withdrawal (
  slug text constraint milestone_withdrawal_pkey primary key,
  milestone_slug text not null constraint milestone_withdrawal_milestone_fkey references plan.milestone (slug),
  on_date date not null,
  reason platform.bilingual not null,
  known_from date not null,
  entered_by uuid,
  entered_at timestamptz,
  origin text not null constraint milestone_withdrawal_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz
);
create index milestone_withdrawal_milestone on plan.milestone_withdrawal (milestone_slug);

create table plan.milestone_evidence (
  slug text constraint milestone_evidence_pkey primary key,
  milestone_slug text not null constraint milestone_evidence_milestone_fkey references plan.milestone (slug),
  kind text not null constraint milestone_evidence_kind check (kind in ('document', 'decision', 'figure', 'event')),
  title platform.bilingual not null,
  on_date date not null,
  url text,
  sources text[] not null default '{}',
  known_from date not null,
  entered_by uuid,
  entered_at timestamptz,
  origin text not null constraint milestone_evidence_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz
);
create index milestone_evidence_milestone on plan.milestone_evidence (milestone_slug);

create table plan.milestone_confirmation (
  slug text constraint milestone_confirmation_pkey primary key,
  milestone_slug text not null constraint milestone_confirmation_milestone_fkey references plan.milestone (slug),
  body_slug text not null,
  on_date date not null,
  known_from date not null,
  entered_by uuid,
  entered_at timestamptz,
  origin text not null constraint milestone_confirmation_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz
);
create index milestone_confirmation_milestone on plan.milestone_confirmation (milestone_slug);

do $$ declare t text; begin
  foreach t in array array['milestone', 'milestone_due', 'milestone_withdrawal', 'milestone_evidence', 'milestone_confirmation'] loop
    execute format('alter table plan.%I enable row level security, force row level security', t);
    execute format('create trigger %I after insert or update or delete on plan.%I for each statement execute function platform.content_changed()', t || '_content_changed', t);
  end loop;
end $$;
