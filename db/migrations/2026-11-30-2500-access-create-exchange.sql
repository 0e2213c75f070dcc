-- Exchange with the system of record that a community must use (HIFIS): files are staged row by row, taken in by a job client by client, and given out
-- in the same shape. Staged cells hold personal data: no grant to read, the ways in are functions.
create table access.exchange_mapping (
  agency_id uuid constraint exchange_mapping_pkey primary key constraint exchange_mapping_agency_fkey references identity.agency,
  -- Columns of the files by our fields, and words of the files by ours.
  mapping jsonb not null,
  saved_by uuid not null,
  saved_at timestamptz not null
);
create table access.exchange_import (
  id uuid constraint exchange_import_pkey primary key,
  agency_id uuid not null constraint exchange_import_agency_fkey references identity.agency,
  state text not null default 'staged' constraint exchange_import_state check (state in ('staged', 'running', 'done', 'stopped', 'dropped')),
  -- The SHA-256 of both files together: the same files are not staged twice.
  content_hash bytea not null,
  headers jsonb not null default '{}',
  mapping jsonb not null default '{}',
  encoding text not null constraint exchange_import_encoding check (encoding in ('utf-8', 'utf-16le', 'windows-1252')),
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  ended_at timestamptz,
  clients integer not null,
  stays integer not null,
  entered integer not null default 0,
  updated integer not null default 0,
  unchanged integer not null default 0,
  skipped integer not null default 0,
  refused integer not null default 0,
  erased_at timestamptz
);
create index exchange_import_agency on access.exchange_import (agency_id, uploaded_at);
create index exchange_import_running on access.exchange_import (id) where state = 'running';
create table access.exchange_row (
  import_id uuid not null constraint exchange_row_import_fkey references access.exchange_import,
  kind text not null constraint exchange_row_kind check (kind in ('client', 'stay')),
  -- The row as a spreadsheet numbers it: the heading is 1.
  row integer not null,
  cells jsonb not null constraint exchange_row_cells check (jsonb_typeof(cells) = 'array'),
  -- The id of the client in the source; known when the mapping is.
  client text,
  state text not null default 'waiting' constraint exchange_row_state check (state in ('waiting', 'entered', 'updated', 'unchanged', 'skipped', 'refused')),
  reason text,
  field text,
  constraint exchange_row_pkey primary key (import_id, kind, row),
  constraint exchange_row_refused check ((state = 'refused') = (reason is not null))
);
create index exchange_row_waiting on access.exchange_row (import_id, client) where state = 'waiting';

-- Which of ours is which of theirs, agency by agency. No grant: only the functions below read and write them.
create table access.exchange_client (
  agency_id uuid not null constraint exchange_client_agency_fkey references identity.agency,
  source_id text not null,
  person_id uuid not null constraint exchange_client_person_fkey references access.person,
  constraint exchange_client_pkey primary key (agency_id, source_id)
);
create index exchange_client_person on access.exchange_client (person_id);
create table access.exchange_stay (
  agency_id uuid not null constraint exchange_stay_agency_fkey references identity.agency,
  source_id text not null,
  stay_id uuid not null constraint exchange_stay_stay_fkey references access.stay,
  -- The import that last met it: a second row of one file with the same id is refused.
  import_id uuid,
  constraint exchange_stay_pkey primary key (agency_id, source_id)
);
create index exchange_stay_stay on access.exchange_stay (stay_id);
create table access.exchange_consent (
  agency_id uuid not null constraint exchange_consent_agency_fkey references identity.agency,
  source_id text not null,
  to_agency uuid not null,
  consent_id uuid not null constraint exchange_consent_consent_fkey references access.consent,
  constraint exchange_consent_pkey primary key (agency_id, source_id, to_agency)
);
create index exchange_consent_consent on access.exchange_consent (consent_id);

do $$ declare t text; begin
  foreach t in array array['exchange_mapping', 'exchange_import', 'exchange_row', 'exchange_client', 'exchange_stay', 'exchange_consent'] loop
    execute format('alter table access.%I enable row level security, force row level security', t);
  end loop;
end $$;

-- Who takes files in: supervisors, in whose agency every record is theirs to write.
create function access.exchanged_imports() returns setof uuid language sql stable security definer set search_path = '' as $$
  select i.id from access.exchange_import i where platform.ctx_actor() = 'staff' and platform.ctx_has('access-supervisor') and i.agency_id = platform.ctx_agency()
$$;

-- The staged rows, for the preview: the audit line first.
create function access.read_exchange_rows(of_import uuid) returns table (kind text, "row" integer, cells jsonb)
language plpgsql security definer set search_path = '' as $$
declare
  may boolean := of_import in (select access.exchanged_imports());
begin
  perform platform.write_audit('access.read-exchange', 'exchange', of_import::text, case when may then 'permit' else 'refuse' end, '{}');
  if may then return query select r.kind, r.row, r.cells from access.exchange_row r where r.import_id = of_import order by r.kind, r.row; end if;
end $$;

-- What was refused and why: rows of the file, never their text but the id of the client in the source.
create function access.read_exchange_refusals(of_import uuid) returns table (kind text, "row" integer, client text, field text, reason text)
language plpgsql security definer set search_path = '' as $$
declare
  may boolean := of_import in (select access.exchanged_imports());
begin
  perform platform.write_audit('access.read-exchange-refusals', 'exchange', of_import::text, case when may then 'permit' else 'refuse' end, '{}');
  if may then return query select r.kind, r.row, r.client, r.field, r.reason from access.exchange_row r where r.import_id = of_import and r.state = 'refused' order by r.kind, r.row; end if;
end $$;

-- Starts an import with the mapping that was saved at it, or starts it anew after a change of the mapping. The places of the id of the client are given by the program.
create function access.start_exchange(of_import uuid, client_column integer, stay_column integer) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  if of_import not in (select access.exchanged_imports()) then return false; end if;
  update access.exchange_import i set state = 'running', uploaded_by = platform.ctx_account(), ended_at = null, entered = 0, updated = 0, unchanged = 0, skipped = 0, refused = 0
    where i.id = of_import and i.state = 'staged' and i.erased_at is null;
  if not found then return false; end if;
  update access.exchange_row r set state = 'waiting', reason = null, field = null, client = coalesce(btrim(r.cells ->> case r.kind when 'client' then client_column else stay_column end), '') where r.import_id = of_import;
  update access.exchange_stay s set import_id = null where s.import_id = of_import;
  perform platform.write_audit('access.start-exchange', 'exchange', of_import::text, 'permit', '{}');
  return true;
end $$;

-- Takes an import back to its mapping after it ended, or drops it with everything that was staged.
create function access.turn_exchange(of_import uuid, to_state text) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  if of_import not in (select access.exchanged_imports()) or to_state not in ('staged', 'dropped') then return false; end if;
  update access.exchange_import i set state = to_state, erased_at = case to_state when 'dropped' then platform.ctx_now() end, headers = case to_state when 'dropped' then '{}' else i.headers end,
    mapping = case to_state when 'dropped' then '{}' else i.mapping end
    where i.id = of_import and i.erased_at is null and i.state in ('done', 'stopped', 'staged');
  if not found then return false; end if;
  if to_state = 'dropped' then delete from access.exchange_row r where r.import_id = of_import; end if;
  return true;
end $$;

-- The next clients of an import with all their waiting rows; where nothing waits the import has ended. Nobody else takes them while the transaction stands.
create function access.take_exchange_batch(of_import uuid, clients integer) returns table (client text, kind text, "row" integer, cells jsonb)
language plpgsql security definer set search_path = '' as $$
declare
  i access.exchange_import;
  next text[];
begin
  if platform.ctx_actor() is distinct from 'worker' then raise exception 'only the job takes rows' using errcode = '42501'; end if;
  select * into i from access.exchange_import x where x.id = of_import and x.state = 'running' for update;
  if not found then return; end if;
  -- Whoever started it must still be allowed to: the import writes in her name.
  if not exists (select from identity.membership m join identity.account a on a.id = m.account_id where m.account_id = i.uploaded_by and m.agency_id = i.agency_id and m.role = 'access-supervisor'
      and m.from_date <= platform.ctx_today() and (m.to_date is null or m.to_date >= platform.ctx_today()) and a.closed_at is null) then
    update access.exchange_import x set state = 'stopped', ended_at = platform.ctx_now() where x.id = of_import;
    return;
  end if;
  next := array(select distinct r.client from access.exchange_row r where r.import_id = of_import and r.state = 'waiting' order by r.client limit clients);
  return query select r.client, r.kind, r.row, r.cells from access.exchange_row r where r.import_id = of_import and r.client = any (next) and r.state = 'waiting' order by r.client, r.kind, r.row;
  if not found then update access.exchange_import x set state = 'done', ended_at = platform.ctx_now() where x.id = of_import; end if;
end $$;

-- Whether an instruction of the person withholds a section from the agency or the account.
create function access.exchange_withheld(of_person uuid, section text, agency uuid, account uuid) returns boolean language sql stable set search_path = '' as $$
  select exists (select from access.instruction n where n.person_id = of_person and n.lifted_at is null and (n.category is null or n.category = section)
    and (n.agency_id is null or n.agency_id = agency) and (n.account_id is null or n.account_id = account))
$$;
