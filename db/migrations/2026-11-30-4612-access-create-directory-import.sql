-- A file of HSDS that a coordinator hands in for the directory: checked first by a run that is undone, then taken in whole or not at all. It holds services, nobody's
-- personal data. The feed is the agency's own name for the source with the id of the agency: nobody withdraws what another agency or the installation brought in.
create table access.directory_import (
  id uuid constraint directory_import_pkey primary key,
  agency_id uuid not null constraint directory_import_agency_fkey references identity.agency,
  name text not null constraint directory_import_name check (length(name) between 1 and 60),
  state text not null default 'checking' constraint directory_import_state check (state in ('checking', 'checked', 'running', 'done', 'stopped', 'dropped')),
  -- Full services as HSDS gives them; emptied when it has ended.
  content jsonb,
  -- Rows that belonged to nothing when the tables of a package were put together.
  refused jsonb not null default '[]',
  -- That most of what the source gave before is to be withdrawn is meant.
  withdraws boolean not null default false,
  outcome jsonb,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  ended_at timestamptz,
  constraint directory_import_ended check ((state in ('done', 'stopped', 'dropped')) = (ended_at is not null) and (ended_at is null) = (content is not null))
);
create index directory_import_agency on access.directory_import (agency_id, uploaded_at);
alter table access.directory_import enable row level security;
alter table access.directory_import force row level security;
