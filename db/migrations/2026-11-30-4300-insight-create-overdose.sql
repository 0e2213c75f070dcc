-- Early warning of overdoses: what responders enter, what is counted elsewhere, the rules that watch the counts, alerts and the public level.
-- Two roles more. The list is read from the catalogue, so that a role that another migration brought stays.
do $$ declare known text; begin
  select pg_get_constraintdef(oid) into known from pg_constraint where conname = 'membership_role';
  execute 'alter table identity.membership drop constraint membership_role, add constraint membership_role ' || replace(known, '''plan-manager''::text', '''plan-manager''::text, ''responder''::text, ''alert-keeper''::text');
end $$;

-- The areas by which overdoses are counted: the municipalities of the community.
create table insight.alert_area (
  slug text constraint alert_area_pkey primary key,
  name platform.bilingual not null,
  position integer not null,
  origin text not null default 'staff' constraint alert_area_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz
);

-- A suspected overdose, one row a person, without anything that says who it was: no name, no text, no address. `same_place` is how many the responder saw
-- at the place within two days, this one included.
create table insight.overdose (
  id uuid constraint overdose_pkey primary key,
  agency_id uuid not null constraint overdose_agency_fkey references identity.agency,
  entered_by uuid not null,
  entered_at timestamptz not null,
  occurred_at timestamptz not null,
  area_slug text not null constraint overdose_area_fkey references insight.alert_area,
  outcome text not null constraint overdose_outcome check (outcome in ('survived', 'died', 'unknown')),
  naloxone text not null constraint overdose_naloxone check (naloxone in ('none', 'one', 'two', 'more', 'unknown')),
  contaminated boolean not null default false,
  substances text[] not null default '{}' constraint overdose_substances check (substances <@ array['fentanyl', 'heroin', 'opioid-pills', 'benzodiazepine', 'xylazine', 'cocaine', 'methamphetamine', 'unknown']),
  same_place integer not null default 1 constraint overdose_same_place check (same_place between 1 and 4),
  form_key bytea not null constraint overdose_form_key check (length(form_key) = 32),
  corrected_at timestamptz,
  withdrawn_at timestamptz,
  demonstration boolean not null default false,
  constraint overdose_order check (occurred_at <= entered_at and occurred_at > entered_at - interval '8 days')
);
-- A form that is sent twice counts once; the key is a random number of the form.
create unique index overdose_form on insight.overdose (entered_by, form_key);
create index overdose_time on insight.overdose (occurred_at);
create index overdose_agency on insight.overdose (agency_id, entered_at desc);
-- Where, when, who entered and by which form do not change after; a withdrawn entry stays withdrawn.
create function insight.keep_overdose() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.withdrawn_at is not null or (new.id, new.agency_id, new.entered_by, new.entered_at, new.form_key, new.demonstration) is distinct from (old.id, old.agency_id, old.entered_by, old.entered_at, old.form_key, old.demonstration)
    then raise exception 'an entry keeps who made it and when' using errcode = '42501'; end if;
  return new;
end $$;
create trigger overdose_kept before update on insight.overdose for each row execute function insight.keep_overdose();

-- Counts that are kept elsewhere (calls, visits), as they were reported: a day can be reported again, each time with its day of report.
create table insight.overdose_report (
  id uuid constraint overdose_report_pkey primary key,
  series_slug text not null,
  day date not null,
  area_slug text not null constraint overdose_report_area_fkey references insight.alert_area,
  n integer not null constraint overdose_report_n check (n between 0 and 100000),
  reported_on date not null,
  entered_by uuid,
  entered_at timestamptz not null,
  demonstration boolean not null default false,
  constraint overdose_report_once unique (series_slug, day, area_slug, reported_on),
  constraint overdose_report_order check (day <= reported_on)
);

-- What is watched: its basis says by what a place counts. Calls and entries by where the person was picked up, visits by where she lives; never added up.
create table insight.alert_series (
  slug text constraint alert_series_pkey primary key,
  position integer not null,
  name platform.bilingual not null,
  text platform.bilingual not null,
  basis text not null constraint alert_series_basis check (basis in ('pickup', 'residence')),
  source text not null constraint alert_series_source check (source in ('events', 'reports')),
  delay_weeks integer not null constraint alert_series_delay check (delay_weeks between 1 and 26),
  origin text not null default 'staff' constraint alert_series_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz
);

-- A version of a rule; the newest that is valid is in force. Never changed: a change is a new version with its reason.
create table insight.alert_rule (
  slug text constraint alert_rule_slug unique not null,
  id uuid constraint alert_rule_pkey primary key,
  rule text not null,
  version integer not null constraint alert_rule_version check (version > 0),
  position integer not null,
  series_slug text not null,
  name platform.bilingual not null,
  method text not null constraint alert_rule_method check (method in ('cluster', 'ears-c1', 'ears-c2', 'ears-c3', 'farrington-flexible', 'cusum', 'exact', 'daily', 'rolling-window')),
  unit text not null constraint alert_rule_unit check (unit in ('hour', 'day', 'week')),
  each_area boolean not null default false,
  options jsonb not null constraint alert_rule_options check (jsonb_typeof(options) = 'object'),
  active boolean not null default true,
  valid_from date not null,
  reason platform.bilingual,
  made_by uuid,
  origin text not null default 'staff' constraint alert_rule_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz,
  constraint alert_rule_number unique (rule, version),
  constraint alert_rule_reason check (version = 1 or reason is not null),
  constraint alert_rule_clusters check ((method = 'cluster') = (unit = 'hour'))
);

-- How often chance alone gives an alarm: found by simulation on the baseline, with seed and date, and checked on the year after it.
create table insight.alert_rate (
  id uuid constraint alert_rate_pkey primary key,
  rule_id uuid not null constraint alert_rate_rule_fkey references insight.alert_rule,
  area_slug text constraint alert_rate_area_fkey references insight.alert_area,
  per_year double precision not null,
  low double precision not null,
  high double precision not null,
  formula double precision,
  baseline_from date not null,
  baseline_to date not null,
  baseline_total integer not null,
  mean double precision not null,
  size double precision,
  seed integer not null,
  years integer not null,
  checked_from date not null,
  checked_to date not null,
  checked_onsets integer not null,
  computed_at timestamptz not null
);
create index alert_rate_rule on insight.alert_rate (rule_id, computed_at desc);

-- An alert is drafted by a rule and then in the hands of people; what they do stands in its steps and is never changed.
create table insight.alert (
  id uuid constraint alert_pkey primary key,
  rule_id uuid not null constraint alert_rule_fkey references insight.alert_rule,
  area_slug text constraint alert_area_fkey references insight.alert_area,
  kind text not null constraint alert_kind check (kind in ('count', 'window', 'place', 'contamination')),
  onset timestamptz not null,
  from_day date not null,
  to_day date not null,
  observed integer not null,
  bound double precision,
  expected double precision,
  per_year double precision,
  drafted_at timestamptz not null,
  demonstration boolean not null default false
);
create unique index alert_once on insight.alert (rule_id, coalesce(area_slug, ''), kind, onset);
create table insight.alert_step (
  id uuid constraint alert_step_pkey primary key,
  place bigint generated always as identity,
  alert_id uuid not null constraint alert_step_alert_fkey references insight.alert,
  step text not null constraint alert_step_step check (step in ('confirmed', 'dismissed', 'judged', 'closed', 'review-due')),
  verdict text constraint alert_step_verdict check (verdict in ('true', 'false', 'unknown')),
  reason text constraint alert_step_reason check (length(reason) between 3 and 2000),
  by_account uuid,
  at timestamptz not null,
  constraint alert_step_judged check ((step = 'judged') = (verdict is not null)),
  constraint alert_step_why check (step = 'review-due' or reason is not null),
  constraint alert_step_by check ((step = 'review-due') = (by_account is null))
);
create index alert_step_alert on insight.alert_step (alert_id, place);
create unique index alert_step_decided on insight.alert_step (alert_id) where step in ('confirmed', 'dismissed');
create unique index alert_step_due on insight.alert_step (alert_id) where step = 'review-due';
create unique index alert_step_closed on insight.alert_step (alert_id) where step = 'closed';

-- What the public reads: the newest row is the level. A level does not end by itself: past its day it is due for review.
create table insight.alert_level (
  id uuid constraint alert_level_pkey primary key,
  place bigint generated always as identity,
  level text not null constraint alert_level_level check (level in ('normal', 'elevated', 'high')),
  areas text[] not null default '{}',
  reason platform.bilingual not null,
  alert_id uuid constraint alert_level_alert_fkey references insight.alert,
  review_on date,
  set_by uuid,
  set_at timestamptz not null,
  demonstration boolean not null default false,
  constraint alert_level_review check ((level = 'normal') = (review_on is null))
);
create trigger alert_level_content_changed after insert on insight.alert_level for each statement execute function platform.content_changed();

-- What is owed once an alert is confirmed, by whom and within how many hours.
create table insight.alert_protocol (
  slug text constraint alert_protocol_pkey primary key,
  position integer not null,
  what platform.bilingual not null,
  owed_by text not null,
  hours integer not null constraint alert_protocol_hours check (hours between 1 and 2160),
  origin text not null default 'staff' constraint alert_protocol_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz
);

-- Who is told: desks of organisations, each confirmed by whoever reads its mail. The key of the link is kept as a hash.
create table insight.alert_contact (
  id uuid constraint alert_contact_pkey primary key,
  name text not null constraint alert_contact_name check (length(name) between 2 and 120),
  email text not null constraint alert_contact_email check (length(email) between 3 and 254),
  language text not null constraint alert_contact_language check (language in ('en', 'fr')),
  key_hash bytea not null constraint alert_contact_key unique,
  added_by uuid,
  added_at timestamptz not null,
  confirmed_at timestamptz,
  stopped_at timestamptz,
  demonstration boolean not null default false
);
create table insight.alert_told (
  alert_id uuid not null constraint alert_told_alert_fkey references insight.alert,
  contact_id uuid not null constraint alert_told_contact_fkey references insight.alert_contact,
  told_at timestamptz not null,
  constraint alert_told_pkey primary key (alert_id, contact_id)
);

-- Protected counts of a whole month, the only numbers that leave: what stands here was rounded or withheld before it was written.
create table insight.overdose_release (
  month date not null constraint overdose_release_month check (extract(day from month) = 1),
  series_slug text not null,
  measure text not null constraint overdose_release_measure check (measure in ('overdoses', 'naloxone')),
  area_slug text not null,
  published jsonb not null,
  k integer not null,
  demonstration boolean not null default false,
  released_at timestamptz not null,
  constraint overdose_release_pkey primary key (month, series_slug, measure, area_slug)
);
create trigger overdose_release_content_changed after insert on insight.overdose_release for each statement execute function platform.content_changed();

-- The secret under which counts are rounded; only the worker reads it.
create table insight.overdose_key (only_one boolean constraint overdose_key_pkey primary key default true constraint overdose_key_one check (only_one), secret text not null);
insert into insight.overdose_key (secret) values (gen_random_uuid()::text || gen_random_uuid()::text);

-- The contact whose link is shown confirms or stops it, and sees nothing else.
create function insight.own_contact() returns table (name text, language text, confirmed boolean, stopped boolean) language sql stable security definer set search_path = '' as $$
  select c.name, c.language, c.confirmed_at is not null, c.stopped_at is not null from insight.alert_contact c where c.key_hash = platform.ctx_capability()
$$;
create function insight.answer_contact(wanted boolean) returns boolean language plpgsql security definer set search_path = '' as $$
declare own uuid;
begin
  update insight.alert_contact c set confirmed_at = case when wanted then coalesce(c.confirmed_at, platform.ctx_now()) else c.confirmed_at end, stopped_at = case when wanted then null else platform.ctx_now() end
  where c.key_hash = platform.ctx_capability() returning c.id into own;
  if own is null then return false; end if;
  perform platform.write_audit(case when wanted then 'insight.confirm-contact' else 'insight.stop-contact' end, 'alert-contact', own::text, 'permit', '{}');
  return true;
end $$;

do $$ declare t text; begin
  foreach t in array array['alert_area', 'overdose', 'overdose_report', 'alert_series', 'alert_rule', 'alert_rate', 'alert', 'alert_step', 'alert_level', 'alert_protocol', 'alert_contact', 'alert_told', 'overdose_release', 'overdose_key'] loop
    execute format('alter table insight.%I enable row level security, force row level security', t);
  end loop;
end $$;
