-- The one gate for published counts. A cube says beforehand what may be counted; a release is one period of it in the ledger; its cells are protected
-- values and nothing else. True counts are never stored here: the audit attacks what is printed, as an outsider would, and needs no others.
create table insight.release_key (
  only_one boolean constraint release_key_pkey primary key default true constraint release_key_one check (only_one),
  secret text not null constraint release_key_secret check (length(secret) >= 64)
);
insert into insight.release_key (secret) values (gen_random_uuid()::text || gen_random_uuid()::text);

create table insight.release_cube (
  slug text constraint release_cube_pkey primary key constraint release_cube_slug check (slug ~ '^[a-z0-9][a-z0-9/-]{0,119}$'),
  -- Who or what is counted: cubes of one indicator count the same people, and are attacked together.
  indicator text not null constraint release_cube_indicator check (indicator ~ '^[a-z0-9][a-z0-9/-]{0,119}$'),
  title platform.bilingual not null,
  owner text not null constraint release_cube_owner check (owner ~ '^[a-z]{2,20}$'),
  kind text not null constraint release_cube_kind check (kind in ('service', 'health', 'small-area', 'overdose-area', 'sexual-violence', 'identity')),
  k integer not null,
  base integer not null constraint release_cube_base check (base between 1 and 1000),
  form text not null constraint release_cube_form check (form in ('rounded', 'exact')),
  measure text not null constraint release_cube_measure check (measure in ('count', 'statistic')),
  geography text[] not null,
  breakdowns text[] not null,
  totals text[] not null,
  labels jsonb not null,
  readers text not null constraint release_cube_readers check (readers in ('public', 'planners')),
  review text not null constraint release_cube_review check (review in ('person', 'rule')),
  -- Where a figure of it stands, for the public list; none where it has no page of its own.
  page text,
  declared_at timestamptz not null,
  -- A cube may ask for more than its kind does, never for less; exact counts are for partners alone.
  constraint release_cube_k check (k >= case kind when 'service' then 5 when 'health' then 6 when 'small-area' then 11 else 20 end),
  constraint release_cube_exact check (form = 'rounded' and base >= 5 or form = 'exact' and base = 1 and readers = 'planners'),
  constraint release_cube_totals check (totals <@ (geography || breakdowns))
);

create table insight.release (
  id uuid constraint release_pkey primary key,
  cube_slug text not null constraint release_cube_fkey references insight.release_cube (slug),
  period text not null,
  state text not null constraint release_state check (state in ('asked', 'checking', 'waiting', 'filed', 'returned', 'blocked', 'withdrawn')),
  k integer,
  base integer,
  form text,
  table_hash text constraint release_table_hash check (table_hash ~ '^[0-9a-f]{64}$'),
  -- Keyed with the secret of the installation, so that nobody finds small numbers by trying.
  inputs_hash text constraint release_inputs_hash check (inputs_hash ~ '^[0-9a-f]{64}$'),
  -- How many earlier tables it was attacked together with, and how many numbers had to be left out.
  compared integer,
  withheld integer,
  as_of date not null,
  prepared_by uuid,
  prepared_at timestamptz not null,
  reviewed_by uuid,
  reviewer_name text,
  reviewed_at timestamptz,
  reason text,
  filed_at timestamptz,
  replaces uuid constraint release_replaces_fkey references insight.release (id),
  replaced_at timestamptz,
  constraint release_other_eyes check (reviewed_by <> prepared_by),
  constraint release_filed check ((filed_at is not null) = (state in ('filed', 'withdrawn'))),
  constraint release_hashed check (state not in ('waiting', 'filed', 'withdrawn') or (table_hash is not null and inputs_hash is not null and k is not null and base is not null and form is not null))
);
create index release_of_cube on insight.release (cube_slug, period);
create unique index release_one_stands on insight.release (cube_slug, period) where state = 'filed' and replaced_at is null;

create table insight.release_cell (
  release_id uuid not null constraint release_cell_release_fkey references insight.release (id),
  position integer not null,
  keys jsonb not null,
  -- A number, "fewer than k", or nothing where a number was left out.
  published text constraint release_cell_published check (published ~ '^([0-9]+|fewer than [0-9]+)$'),
  -- A median or the like of the group; only where its number of people may be told.
  value numeric,
  constraint release_cell_pkey primary key (release_id, position),
  constraint release_cell_value check (value is null or published ~ '^[0-9]+$')
);

create table insight.release_block (
  release_id uuid not null constraint release_block_release_fkey references insight.release (id),
  position integer not null,
  kind text not null constraint release_block_kind check (kind in ('narrow', 'changed', 'rest', 'differs', 'contradicts', 'period', 'rule')),
  keys jsonb,
  part jsonb,
  constraint release_block_pkey primary key (release_id, position)
);

-- The course of a release, and that what was checked does not change afterwards, hold whoever asks.
create function insight.check_release() returns trigger language plpgsql set search_path = '' as $$
begin
  if (old.table_hash is not null and (new.table_hash, new.inputs_hash, new.cube_slug, new.period, new.k, new.base, new.form, new.prepared_by, new.as_of) is distinct from
      (old.table_hash, old.inputs_hash, old.cube_slug, old.period, old.k, old.base, old.form, old.prepared_by, old.as_of))
    or (new.state <> old.state and not (case old.state
      when 'asked' then new.state in ('checking', 'waiting', 'filed', 'blocked', 'returned')
      when 'checking' then new.state in ('waiting', 'filed', 'blocked', 'returned')
      when 'waiting' then new.state in ('filed', 'returned')
      when 'filed' then new.state = 'withdrawn'
      else false end))
    or (old.replaced_at is not null and new.replaced_at is distinct from old.replaced_at) then
    raise exception 'the step does not follow' using errcode = '23514', constraint = 'release_order';
  end if;
  if new.state = 'filed' and old.state = 'waiting' and new.reviewed_by is null then
    raise exception 'nobody has looked at it' using errcode = '23514', constraint = 'release_reviewed';
  end if;
  return new;
end $$;
create trigger release_check before update on insight.release for each row execute function insight.check_release();

do $$ declare t text; begin
  foreach t in array array['release_key', 'release_cube', 'release', 'release_cell', 'release_block'] loop
    execute format('alter table insight.%I enable row level security, force row level security', t);
  end loop;
end $$;
create trigger release_content_changed after insert or update on insight.release for each statement execute function platform.content_changed();
create trigger release_cube_content_changed after insert or update on insight.release_cube for each statement execute function platform.content_changed();
