-- A run of the alcohol method over versions of datasets: what went in (versions, fingerprint, seed, settings), and what came out. No true count is kept.
create table insight.alcohol_run (
  id uuid constraint alcohol_run_pkey primary key,
  population_version uuid not null constraint alcohol_run_population_fkey references insight.dataset_version,
  risk_version uuid not null constraint alcohol_run_risk_fkey references insight.dataset_version,
  count_version uuid constraint alcohol_run_count_fkey references insight.dataset_version,
  region text not null,
  year integer not null constraint alcohol_run_year check (year between 1900 and 2200),
  scenario text not null constraint alcohol_run_scenario check (scenario in ('none', 'consumption', 'minimum-price')),
  -- By how many percent consumption, or the lowest price, changes.
  change numeric not null constraint alcohol_run_change check (change > -100 and change <= 200),
  seed integer not null constraint alcohol_run_seed check (seed > 0),
  draws integer not null constraint alcohol_run_draws check (draws between 40 and 1000),
  survey_size integer not null constraint alcohol_run_survey_size check (survey_size between 30 and 10000000),
  consumption_error numeric not null constraint alcohol_run_consumption_error check (consumption_error >= 0 and consumption_error <= 1),
  method text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  state text not null default 'asked' constraint alcohol_run_state check (state in ('asked', 'done', 'failed', 'release-asked', 'released', 'discarded')),
  problem jsonb,
  fingerprint text constraint alcohol_run_fingerprint check (fingerprint ~ '^[0-9a-f]{64}$'),
  cells jsonb,
  -- Which conditions become figures, of deaths or of illness, and who said so: never who asked.
  wanted jsonb,
  decided_by uuid,
  ended_at timestamptz,
  constraint alcohol_run_other_eyes check (decided_by <> asked_by),
  constraint alcohol_run_decided check ((state in ('release-asked', 'released')) = (decided_by is not null) and (decided_by is null) = (wanted is null)),
  constraint alcohol_run_done check ((state in ('asked', 'failed')) or (cells is not null and fingerprint is not null))
);
create index alcohol_run_open on insight.alcohol_run (asked_at) where state in ('asked', 'release-asked');
alter table insight.alcohol_run enable row level security, force row level security;
