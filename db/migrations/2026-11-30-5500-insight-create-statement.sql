-- A statement of a report: one sentence in both languages, where it is known from, and how strong the evidence for it is.
create table insight.statement (
  slug text constraint statement_pkey primary key constraint statement_slug check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  -- The kind of report and the section in which it stands.
  report text not null,
  section text not null,
  position integer not null,
  text platform.bilingual not null,
  -- Slugs of sources of the content pack, or a source in words; a made-up statement has neither.
  sources text[] not null default '{}',
  source_text platform.bilingual,
  source_url text constraint statement_source_url check (source_url ~ '^https?://'),
  strength text not null constraint statement_strength check (strength in ('strong', 'moderate', 'limited', 'opinion')),
  -- The guidance on drinking that its numbers rest on: values by one are never set beside values by the other as one series.
  guidance text constraint statement_guidance check (guidance in ('lradg-2011', 'cgah-2023')),
  demonstration boolean not null default false,
  known_from date not null,
  written_by uuid,
  origin text not null constraint statement_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz,
  constraint statement_sourced check (demonstration or sources <> '{}' or source_text is not null),
  constraint statement_written check ((origin = 'staff') = (written_by is not null))
);
create index statement_of on insight.statement (report, section, position);
alter table insight.statement enable row level security, force row level security;
create trigger statement_content_changed after insert or update or delete on insight.statement for each statement execute function platform.content_changed();
