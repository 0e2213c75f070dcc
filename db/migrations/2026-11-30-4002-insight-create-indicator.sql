-- What the plan measures itself by: the eight columns of the province's template, in versions. A version is a row; the newest one known today counts.
create table insight.indicator (
  slug text constraint indicator_pkey primary key,
  indicator_slug text not null constraint indicator_slug_form check (indicator_slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  version integer not null constraint indicator_version check (version > 0),
  position integer not null,
  name platform.bilingual not null,
  outcome platform.bilingual not null,
  baseline platform.bilingual not null,
  target platform.bilingual,
  target_value numeric,
  target_direction text constraint indicator_target_direction check (target_direction in ('at-most', 'at-least')),
  target_by date,
  source platform.bilingual not null,
  method platform.bilingual not null,
  frequency_months integer not null constraint indicator_frequency check (frequency_months between 1 and 120),
  frequency_note platform.bilingual,
  responsibility platform.bilingual not null,
  level text not null constraint indicator_level check (level in ('output', 'immediate', 'intermediate', 'long-term')),
  -- Whether it tells of everybody who lives here or of the people whom programmes reach. The two are never added up or compared.
  accountability text not null constraint indicator_accountability check (accountability in ('population', 'programme')),
  domain_slug text not null,
  area_slugs text[] not null,
  priority_slugs text[] not null,
  series_slug text not null,
  place_slug text not null,
  breakdown_slug text,
  -- Values are expected from the period that begins on this day, each at the latest so many days after its period ended.
  expected_from date not null,
  lag_days integer not null constraint indicator_lag check (lag_days between 0 and 1500),
  sources text[] not null default '{}',
  -- The columns that were made up for a demonstration.
  made_up text[] not null default '{}' constraint indicator_made_up check (made_up <@ array['outcome', 'name', 'baseline', 'target', 'source', 'method', 'frequency', 'responsibility']),
  change_reason platform.bilingual,
  known_from date not null,
  origin text not null constraint indicator_origin check (origin in ('pack', 'staff')),
  entered_by uuid,
  entered_at timestamptz,
  removed_at timestamptz,
  constraint indicator_versions unique (indicator_slug, version),
  constraint indicator_slug_of_version check (slug = indicator_slug || '/' || version),
  constraint indicator_change check (version = 1 or change_reason is not null),
  constraint indicator_target_whole check ((target_value is null) = (target_direction is null) and (target_value is null or target is not null) and (target_by is null or target_value is not null)),
  constraint indicator_entered check ((origin = 'staff') = (entered_by is not null) and (origin = 'staff') = (entered_at is not null))
);
alter table insight.indicator enable row level security, force row level security;
create trigger indicator_content_changed after insert or update or delete on insight.indicator for each statement execute function platform.content_changed();

-- Taken out of the framework; what it measured stays readable with the reason.
create table insight.indicator_retirement (
  slug text constraint indicator_retirement_pkey primary key,
  indicator_slug text not null,
  reason platform.bilingual not null,
  known_from date not null,
  origin text not null constraint indicator_retirement_origin check (origin in ('pack', 'staff')),
  entered_by uuid,
  entered_at timestamptz,
  removed_at timestamptz,
  constraint indicator_retirement_entered check ((origin = 'staff') = (entered_by is not null) and (origin = 'staff') = (entered_at is not null))
);
create unique index indicator_retired_once on insight.indicator_retirement (indicator_slug) where removed_at is null;
alter table insight.indicator_retirement enable row level security, force row level security;
create trigger indicator_retirement_content_changed after insert or update or delete on insight.indicator_retirement for each statement execute function platform.content_changed();

-- Somebody has held the columns and the values against their source. The public reads in which role, not who.
create table insight.indicator_check (
  id uuid constraint indicator_check_pkey primary key,
  indicator_slug text not null,
  on_date date not null,
  as_role text not null constraint indicator_check_role check (as_role in ('analyst', 'plan-manager')),
  by_account uuid not null,
  by_name text not null,
  note text constraint indicator_check_note check (length(note) between 1 and 500),
  entered_at timestamptz not null default now()
);
create index indicator_check_of on insight.indicator_check (indicator_slug, on_date);
alter table insight.indicator_check enable row level security, force row level security;
create trigger indicator_check_content_changed after insert or update or delete on insight.indicator_check for each statement execute function platform.content_changed();

-- A version follows the one before it, an indicator that was retired gets none, and only an indicator that exists is retired or checked.
create function insight.indicator_follows() returns trigger language plpgsql as $$
begin
  if new.origin = 'staff' and new.version > 1 and not exists (select from insight.indicator i where i.indicator_slug = new.indicator_slug and i.version = new.version - 1 and i.removed_at is null) then
    raise exception 'a version follows the one before it' using errcode = '23514', constraint = 'indicator_follows';
  end if;
  if new.origin = 'staff' and exists (select from insight.indicator_retirement r where r.indicator_slug = new.indicator_slug and r.removed_at is null) then
    raise exception 'a retired indicator is not changed' using errcode = '23514', constraint = 'indicator_follows';
  end if;
  return new;
end $$;
create trigger indicator_follows before insert on insight.indicator for each row execute function insight.indicator_follows();
create function insight.indicator_exists() returns trigger language plpgsql as $$
begin
  if not exists (select from insight.indicator i where i.indicator_slug = new.indicator_slug) then
    raise exception 'there is no such indicator' using errcode = '23503', constraint = 'indicator_exists';
  end if;
  return new;
end $$;
create trigger indicator_exists before insert on insight.indicator_check for each row execute function insight.indicator_exists();
create trigger indicator_exists before insert on insight.indicator_retirement for each row execute function insight.indicator_exists();
