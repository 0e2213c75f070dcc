-- Files of counts or of events without a name, against a schema kept as data. A version is read in piece by piece and becomes current all at once, by
-- its number; an older one stays. Rows have no grant to read for staff: the ways in are functions that write the audit line first.
create table insight.dataset (
  slug text constraint dataset_pkey primary key constraint dataset_slug check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  position integer not null,
  name platform.bilingual not null,
  text platform.bilingual not null,
  origin text not null constraint dataset_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz
);
create table insight.dataset_schema (
  slug text constraint dataset_schema_pkey primary key,
  dataset_slug text not null constraint dataset_schema_dataset_fkey references insight.dataset (slug),
  version integer not null constraint dataset_schema_version check (version > 0),
  -- What one row is.
  row_text platform.bilingual not null,
  columns jsonb not null constraint dataset_schema_columns check (jsonb_typeof(columns) = 'array' and jsonb_array_length(columns) > 0),
  -- The columns that tell rows apart; none where each row is an event.
  key text[] not null,
  change_reason platform.bilingual,
  made_by uuid,
  origin text not null constraint dataset_schema_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz,
  constraint dataset_schema_of unique (dataset_slug, version),
  constraint dataset_schema_slug check (slug = dataset_slug || '/' || version),
  constraint dataset_schema_change check ((version = 1) = (change_reason is null))
);
create table insight.dataset_version (
  id uuid constraint dataset_version_pkey primary key,
  dataset_slug text not null,
  schema_version integer not null,
  state text not null default 'staged' constraint dataset_version_state check (state in ('staged', 'running', 'kept', 'stopped', 'dropped')),
  -- Given when all rows are in; the highest is the current one.
  number integer,
  file_hash text not null constraint dataset_version_file_hash check (file_hash ~ '^[0-9a-f]{64}$'),
  file_kind text not null constraint dataset_version_file_kind check (file_kind in ('csv', 'xlsx')),
  encoding text not null constraint dataset_version_encoding check (encoding in ('utf-8', 'utf-16le', 'windows-1252')),
  headers jsonb not null,
  mapping jsonb not null,
  note text not null default '',
  -- The day on which the data stood so, and whether whoever collected them may still change them.
  as_of date not null,
  provisional boolean not null,
  uploaded_by uuid,
  uploaded_at timestamptz not null,
  ended_at timestamptz,
  rows integer not null,
  accepted integer not null default 0,
  refused integer not null default 0,
  constraint dataset_version_schema_fkey foreign key (dataset_slug, schema_version) references insight.dataset_schema (dataset_slug, version),
  constraint dataset_version_number_key unique (dataset_slug, number),
  constraint dataset_version_number check ((state = 'kept') = (number is not null) and (state in ('kept', 'stopped', 'dropped')) = (ended_at is not null))
);
create index dataset_version_running on insight.dataset_version (id) where state = 'running';
-- Cells as they came, until they are judged: each piece of the import takes its rows away.
create table insight.dataset_staged (
  version_id uuid not null constraint dataset_staged_version_fkey references insight.dataset_version,
  line integer not null,
  cells jsonb not null constraint dataset_staged_cells check (jsonb_typeof(cells) = 'array'),
  constraint dataset_staged_pkey primary key (version_id, line)
);
create table insight.dataset_row (
  version_id uuid not null constraint dataset_row_version_fkey references insight.dataset_version,
  line integer not null,
  key text not null,
  -- Values by column, as the schema types them; a column without a value is left out.
  "values" jsonb not null constraint dataset_row_values check (jsonb_typeof("values") = 'object'),
  constraint dataset_row_pkey primary key (version_id, line),
  constraint dataset_row_key unique (version_id, key)
);
-- Why a row did not come in: its line and column, never its text.
create table insight.dataset_refusal (
  version_id uuid not null constraint dataset_refusal_version_fkey references insight.dataset_version,
  line integer not null,
  column_name text,
  reason text not null,
  constraint dataset_refusal_pkey primary key (version_id, line)
);
do $$ declare t text; begin
  foreach t in array array['dataset', 'dataset_schema', 'dataset_version', 'dataset_staged', 'dataset_row', 'dataset_refusal'] loop
    execute format('alter table insight.%I enable row level security, force row level security', t);
  end loop;
end $$;

-- A schema by which a file came in says for good what that file held.
create function insight.keep_used_schema() returns trigger language plpgsql set search_path = '' as $$
begin
  if (old.columns, old.key) is distinct from (new.columns, new.key) and exists (select from insight.dataset_version v where v.dataset_slug = old.dataset_slug and v.schema_version = old.version) then
    raise exception 'files came in by schema %; give it a new version', old.slug using errcode = '23514';
  end if;
  return new;
end $$;
create trigger dataset_schema_stays before update on insight.dataset_schema for each row execute function insight.keep_used_schema();

-- The rows of a file that waits, for the preview of whoever works with data.
create function insight.read_staged_rows(of_version uuid) returns table (line integer, cells jsonb) language plpgsql security definer set search_path = '' as $$
declare
  may boolean := platform.ctx_has('analyst');
begin
  perform platform.write_audit('insight.read-staged-rows', 'dataset-version', of_version::text, case when may then 'permit' else 'refuse' end, '{}');
  if may then return query select s.line, s.cells from insight.dataset_staged s where s.version_id = of_version order by s.line; end if;
end $$;
-- Rows of a version that is whole; half of one is seen by nobody.
create function insight.read_dataset_rows(of_version uuid, after_line integer, at_most integer) returns table (line integer, "values" jsonb)
language plpgsql security definer set search_path = '' as $$
declare
  may boolean := platform.ctx_has('analyst');
begin
  perform platform.write_audit('insight.read-dataset-rows', 'dataset-version', of_version::text, case when may then 'permit' else 'refuse' end, jsonb_build_object('after', after_line));
  if may then
    return query select r.line, r."values" from insight.dataset_row r join insight.dataset_version v on v.id = r.version_id and v.state = 'kept'
      where r.version_id = of_version and r.line > after_line order by r.line limit at_most;
  end if;
end $$;
-- How two whole versions differ, in counts: by the key where there is one, else as heaps of equal rows.
create function insight.compare_dataset_versions(older uuid, newer uuid) returns table (added bigint, gone bigint, changed bigint, same bigint)
language plpgsql security definer set search_path = '' as $$
declare
  keyed boolean := exists (select from insight.dataset_version v join insight.dataset_schema s on s.dataset_slug = v.dataset_slug and s.version = v.schema_version where v.id = newer and s.key <> '{}');
begin
  if not platform.ctx_has('analyst') or (select count(*) from insight.dataset_version v where v.id in (older, newer) and v.state = 'kept') < 2 then return; end if;
  if keyed then
    return query select count(*) filter (where a.key is null), count(*) filter (where b.key is null), count(*) filter (where a."values" <> b."values"), count(*) filter (where a."values" = b."values")
      from (select * from insight.dataset_row r where r.version_id = older) a full join (select * from insight.dataset_row r where r.version_id = newer) b on b.key = a.key;
  else
    return query select coalesce(sum(greatest(d.b - d.a, 0)), 0)::bigint, coalesce(sum(greatest(d.a - d.b, 0)), 0)::bigint, 0::bigint, coalesce(sum(least(d.a, d.b)), 0)::bigint
      from (select count(*) filter (where r.version_id = older) as a, count(*) filter (where r.version_id = newer) as b from insight.dataset_row r where r.version_id in (older, newer) group by r."values") d;
  end if;
end $$;
-- Takes a file away that was not read in, with every cell of it.
create function insight.drop_dataset_version(of_version uuid) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  if not platform.ctx_has('analyst') and platform.ctx_actor() is distinct from 'worker' then return false; end if;
  update insight.dataset_version v set state = 'dropped', ended_at = platform.ctx_now(), headers = '[]', mapping = '{}' where v.id = of_version and v.state = 'staged';
  if not found then return false; end if;
  delete from insight.dataset_staged s where s.version_id = of_version;
  return true;
end $$;
