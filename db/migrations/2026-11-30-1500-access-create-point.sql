-- Points of access: where people ask for help. They are configuration, from the content of the community; what they promise is no law.
create table access.access_point (
  slug text constraint access_point_pkey primary key,
  name platform.bilingual not null,
  about platform.bilingual not null,
  -- By its slug: content can be loaded before the agency is known. A point whose agency is not there is not open.
  agency_slug text not null,
  telephone text not null,
  place platform.bilingual,
  -- {"from", "to", "toInSchool"}: whole years, each may be absent.
  ages jsonb not null default '{}',
  condition platform.bilingual,
  doors text[] not null constraint access_point_doors check (cardinality(doors) > 0 and doors <@ array['telephone', 'web', 'professional', 'walk-in', 'printed']),
  -- [{"id", "name", "toAge", "note", "sources": [{"title", "url"}]}]: who may send somebody by the form for professionals.
  professions jsonb not null default '[]',
  -- {"unit", "count"}: by when somebody looks at a request.
  triage jsonb not null,
  -- [{"id", "name", "hint", "within": {"unit", "count"}}], the most urgent first: by when somebody gets in touch.
  levels jsonb not null,
  priority_slug text,
  position integer not null,
  demonstration boolean not null default false,
  known_from date not null,
  origin text not null constraint access_point_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz
);
alter table access.access_point enable row level security, force row level security;
create trigger access_point_content_changed after insert or update or delete on access.access_point for each statement execute function platform.content_changed();
