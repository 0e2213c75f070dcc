-- What a number counts is said once, in versions; a figure names the version by which it was counted. Figures of one series share it across
-- periods and places. A withheld figure has no value in the database, whoever wrote it.
create table insight.figure_definition (
  slug text constraint figure_definition_pkey primary key,
  series_slug text not null,
  version integer not null constraint figure_definition_version check (version > 0),
  position integer not null,
  domain_slug text,
  name platform.bilingual not null,
  text platform.bilingual not null,
  unit text not null,
  geography_kind text not null constraint figure_definition_geography_kind check (geography_kind in ('residence', 'occurrence', 'service', 'not-stated')),
  method platform.bilingual,
  formula platform.bilingual,
  disclosure_rule text not null constraint figure_definition_disclosure_rule check (disclosure_rule in ('as-published', 'small-counts')),
  valid_from date not null,
  change_reason platform.bilingual,
  known_from date not null,
  origin text not null constraint figure_definition_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz,
  constraint figure_definition_series_key unique (series_slug, version),
  constraint figure_definition_change check ((version = 1) = (change_reason is null))
);
alter table insight.figure_definition enable row level security, force row level security;
create trigger figure_definition_content_changed after insert or update or delete on insight.figure_definition for each statement execute function platform.content_changed();

-- The owner must see the rows that it moves.
alter table insight.figure no force row level security;
alter table insight.figure_definition no force row level security;
insert into insight.figure_definition (slug, series_slug, version, position, name, text, unit, geography_kind, disclosure_rule, valid_from, known_from, origin, removed_at)
select slug || '/1', slug, 1, position, label, definition, unit, 'not-stated', 'as-published', known_from, known_from, origin, removed_at from insight.figure;

alter table insight.figure
  add column definition_slug text constraint figure_definition_fkey references insight.figure_definition (slug),
  add column period_from date,
  add column period_to date,
  add column place_slug text,
  add column breakdown_slug text,
  add column breakdown platform.bilingual,
  add column approximate boolean not null default false,
  add column as_of date,
  add column fresh_until date,
  add column note platform.bilingual,
  add column releasable boolean not null default true,
  add column withheld_reason platform.bilingual,
  add column inputs text[] not null default '{}',
  add column inputs_hash text constraint figure_inputs_hash check (inputs_hash ~ '^[0-9a-f]{64}$'),
  alter column value drop not null,
  alter column number drop not null;
update insight.figure set definition_slug = slug || '/1', place_slug = 'not-stated', as_of = known_from;
alter table insight.figure
  drop column definition,
  drop column unit,
  alter column definition_slug set not null,
  alter column place_slug set not null,
  alter column as_of set not null,
  add constraint figure_period check (period_from <= period_to),
  add constraint figure_breakdown check ((breakdown_slug is null) = (breakdown is null)),
  add constraint figure_fresh_until check (fresh_until >= as_of),
  -- Nobody can store the value of a withheld figure, nor a hash from which it could be guessed.
  add constraint figure_withheld check (releasable = (value is not null) and releasable = (number is not null) and releasable = (withheld_reason is null)
    and (releasable or inputs_hash is null));
create index figure_definition_of on insight.figure (definition_slug);
alter table insight.figure force row level security;
alter table insight.figure_definition force row level security;
