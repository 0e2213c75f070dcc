-- Who decides and who acts: bodies with dated names, states and members, and the decisions they took with reasons.
create schema governance;

create table governance.body (
  slug text constraint body_pkey primary key,
  kind text not null constraint body_kind check (kind in ('leadership-group', 'action-table', 'committee', 'situation-table', 'council', 'board')),
  position integer not null,
  text platform.bilingual,
  known_from date not null,
  origin text not null constraint body_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz
);

create table governance.body_name (
  slug text constraint body_name_pkey primary key,
  body_slug text not null constraint body_name_body_fkey references governance.body (slug),
  name platform.bilingual not null,
  from_date date not null,
  known_from date not null,
  origin text not null constraint body_name_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz
);
create index body_name_body on governance.body_name (body_slug);

create table governance.body_state (
  slug text constraint body_state_pkey primary key,
  body_slug text not null constraint body_state_body_fkey references governance.body (slug),
  state text not null constraint body_state_state check (state in ('proposed', 'forming', 'active', 'paused', 'completed', 'merged', 're-activated')),
  from_date date not null,
  approximate boolean not null default false,
  reason platform.bilingual not null,
  merged_into text constraint body_state_merged_into_fkey references governance.body (slug),
  sources text[] not null default '{}',
  known_from date not null,
  origin text not null constraint body_state_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz
);
create index body_state_body on governance.body_state (body_slug);

create table governance.body_member (
  slug text constraint body_member_pkey primary key,
  body_slug text not null constraint body_member_body_fkey references governance.body (slug),
  agency_slug text not null,
  from_date date not null,
  to_date date,
  sources text[] not null default '{}',
  known_from date not null,
  origin text not null constraint body_member_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz
);
create index body_member_body on governance.body_member (body_slug);

create table governance.decision (
  id uuid constraint decision_pkey primary key,
  body_slug text not null constraint decision_body_fkey references governance.body (slug),
  title platform.bilingual not null,
  outcome text not null,
  reason platform.bilingual not null,
  decided_on date not null,
  subject_kind text not null,
  subject_id text not null,
  is_public boolean not null default true,
  known_from date not null,
  recorded_by uuid,
  recorded_at timestamptz not null
);
create index decision_body on governance.decision (body_slug);
create index decision_subject on governance.decision (subject_kind, subject_id);

do $$ declare t text; begin
  foreach t in array array['body', 'body_name', 'body_state', 'body_member', 'decision'] loop
    execute format('alter table governance.%I enable row level security, force row level security', t);
    execute format('create trigger %I after insert or update or delete on governance.%I for each statement execute function platform.content_changed()', t || '_content_changed', t);
  end loop;
end $$;
