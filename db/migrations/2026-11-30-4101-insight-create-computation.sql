-- How figures come out of datasets: a computation is data, in versions; a run computes it over a version of a dataset, protects every number and waits
-- until somebody releases it. True counts are never stored. What is released says for good how it was made.
create table insight.computation (
  slug text constraint computation_pkey primary key,
  series_slug text not null constraint computation_series check (series_slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  version integer not null constraint computation_version check (version > 0),
  dataset_slug text not null constraint computation_dataset_fkey references insight.dataset (slug),
  recipe jsonb not null,
  name platform.bilingual not null,
  label platform.bilingual not null,
  text platform.bilingual not null,
  unit text not null,
  domain_slug text,
  geography_kind text not null constraint computation_geography_kind check (geography_kind in ('residence', 'occurrence', 'service', 'not-stated')),
  -- What is counted decides from how many on a count may be told; all others are rounded to multiples of 5.
  kind text not null constraint computation_kind check (kind in ('service', 'health', 'small-area', 'overdose-area', 'sexual-violence', 'identity')),
  change_reason platform.bilingual,
  made_by uuid not null,
  made_at timestamptz not null,
  constraint computation_series_key unique (series_slug, version),
  constraint computation_slug check (slug = series_slug || '/' || version),
  constraint computation_change check ((version = 1) = (change_reason is null))
);
create table insight.computation_run (
  id uuid constraint computation_run_pkey primary key,
  computation_slug text not null constraint computation_run_computation_fkey references insight.computation (slug),
  version_id uuid not null constraint computation_run_version_fkey references insight.dataset_version,
  state text not null default 'asked' constraint computation_run_state check (state in ('asked', 'computed', 'failed', 'release-asked', 'waiting', 'blocked', 'released', 'discarded')),
  asked_by uuid not null,
  asked_at timestamptz not null,
  -- Protected numbers alone: what a release would publish.
  cells jsonb,
  rows_used integer,
  -- HMAC-SHA-256 of the rows used, under a key of the installation: whoever could guess small counts cannot try them against it.
  fingerprint text constraint computation_run_fingerprint check (fingerprint ~ '^[0-9a-f]{64}$'),
  inputs jsonb,
  problem jsonb,
  -- The lines of the ledger of releases that must be filed before the figures are written.
  releases uuid[] not null default '{}',
  decided_by uuid,
  ended_at timestamptz,
  constraint computation_run_done check (state in ('asked', 'failed', 'discarded') or (cells is not null and fingerprint is not null))
);
create index computation_run_of on insight.computation_run (computation_slug, asked_at);
create index computation_run_waiting on insight.computation_run (state) where state in ('asked', 'release-asked', 'waiting');
-- How a released figure was made, for everybody; frozen with it.
create table insight.figure_made (
  figure_slug text constraint figure_made_pkey primary key constraint figure_made_figure_fkey references insight.figure (slug),
  run_id uuid not null constraint figure_made_run_fkey references insight.computation_run,
  computation text not null,
  dataset_slug text not null,
  dataset_name platform.bilingual not null,
  dataset_version integer not null,
  schema_version integer not null,
  as_of date not null,
  fingerprint text not null constraint figure_made_fingerprint check (fingerprint ~ '^[0-9a-f]{64}$'),
  inputs jsonb not null,
  -- The computation in words.
  said platform.bilingual not null,
  made_on date not null,
  -- The role of whoever ran it; the name stands in the run, for staff.
  by_role text not null,
  known_from date not null
);
create index figure_made_run on insight.figure_made (run_id);
do $$ declare t text; begin
  foreach t in array array['computation', 'computation_run', 'figure_made'] loop
    execute format('alter table insight.%I enable row level security, force row level security', t);
  end loop;
end $$;
create trigger figure_made_content_changed after insert or update or delete on insight.figure_made for each statement execute function platform.content_changed();

-- Under what everybody may use the open data; one licence for all of it.
create table insight.open_data_terms (
  slug text constraint open_data_terms_pkey primary key,
  name platform.bilingual not null,
  url text not null,
  contact text not null,
  origin text not null constraint open_data_terms_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz
);
alter table insight.open_data_terms enable row level security, force row level security;
create trigger open_data_terms_content_changed after insert or update or delete on insight.open_data_terms for each statement execute function platform.content_changed();
