-- The plan as people read it. What the content pack brings has origin 'pack', what staff write has origin 'staff': loading never touches the latter.
-- Nothing is deleted: a row that left the pack gets removed_at and is hidden.
create schema plan;

create table plan.community (
  slug text constraint community_pkey primary key,
  name platform.bilingual not null,
  place platform.bilingual not null,
  not_service_of platform.bilingual not null,
  time_zone text not null,
  adopted boolean not null,
  settings jsonb not null,
  origin text not null constraint community_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz
);

create table plan.plan (
  slug text constraint plan_pkey primary key,
  title platform.bilingual not null,
  lead platform.bilingual not null,
  about jsonb not null,
  origin text not null constraint plan_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz
);

create table plan.domain (
  slug text constraint domain_pkey primary key,
  position integer not null,
  name platform.bilingual not null,
  text platform.bilingual not null,
  origin text not null constraint domain_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz
);

create table plan.area (
  slug text constraint area_pkey primary key,
  position integer not null,
  name platform.bilingual not null,
  text platform.bilingual not null,
  origin text not null constraint area_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz
);

create table plan.topic (
  slug text constraint topic_pkey primary key,
  position integer not null,
  name platform.bilingual not null,
  hint platform.bilingual not null,
  origin text not null constraint topic_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz
);

-- A source is known from the day of the first fact that rests on it.
create table plan.source (
  slug text constraint source_pkey primary key,
  title text not null,
  publisher text not null,
  url text not null,
  known_from date not null,
  origin text not null constraint source_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz
);

create table plan.history_entry (
  slug text constraint history_entry_pkey primary key,
  on_date date not null,
  approximate boolean not null,
  text platform.bilingual not null,
  sources text[] not null default '{}',
  known_from date not null,
  origin text not null constraint history_entry_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz
);

create table plan.priority (
  id uuid constraint priority_pkey primary key,
  slug text not null constraint priority_slug_key unique,
  position integer not null,
  body_slug text,
  title platform.bilingual not null,
  summary platform.bilingual not null,
  areas text[] not null default '{}',
  domains text[] not null default '{}',
  tagging text not null constraint priority_tagging check (tagging in ('sourced', 'proposed')),
  new_from date,
  new_to date,
  from_issue uuid,
  known_from date not null,
  origin text not null constraint priority_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz
);
create index priority_from_issue on plan.priority (from_issue) where from_issue is not null;

create table plan.priority_fact (
  slug text constraint priority_fact_pkey primary key,
  priority_slug text not null constraint priority_fact_priority_fkey references plan.priority (slug),
  position integer not null,
  kind text not null constraint priority_fact_kind check (kind in ('done', 'new', 'next')),
  text platform.bilingual not null,
  until date,
  sources text[] not null default '{}',
  known_from date not null,
  origin text not null constraint priority_fact_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz
);
create index priority_fact_priority on plan.priority_fact (priority_slug);

create table plan.document (
  slug text constraint document_pkey primary key,
  kind text not null constraint document_kind check (kind in ('plan', 'council-report', 'board-report', 'release')),
  number text,
  on_date date not null,
  approximate boolean not null,
  title platform.bilingual not null,
  note platform.bilingual,
  url text,
  sources text[] not null default '{}',
  known_from date not null,
  origin text not null constraint document_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz
);

create table plan.event (
  slug text constraint event_pkey primary key,
  on_date date not null,
  at_time text constraint event_at_time check (at_time ~ '^[0-2][0-9]:[0-5][0-9]$'),
  title platform.bilingual not null,
  demonstration boolean not null,
  known_from date not null,
  origin text not null constraint event_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz
);

-- Dated lines of change. written_at tells a bulletin what is new since the one before; for a line of the pack it is the start of its day.
create table plan.news (
  id uuid constraint news_pkey primary key,
  slug text not null constraint news_slug_key unique,
  topic_slug text not null constraint news_topic_fkey references plan.topic (slug),
  on_date date not null,
  written_at timestamptz not null,
  text platform.bilingual not null,
  priority_slug text,
  body_slug text,
  milestone_id uuid,
  sources text[] not null default '{}',
  known_from date not null,
  origin text not null constraint news_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz
);
create index news_recent on plan.news (written_at desc);

do $$ declare t text; begin
  foreach t in array array['community', 'plan', 'domain', 'area', 'topic', 'source', 'history_entry', 'priority', 'priority_fact', 'document', 'event', 'news'] loop
    execute format('alter table plan.%I enable row level security, force row level security', t);
    execute format('create trigger %I after insert or update or delete on plan.%I for each statement execute function platform.content_changed()', t || '_content_changed', t);
  end loop;
end $$;
