-- Applications to the fund: begun, saved and sent by code, without an account.
create table funding.application (
  id uuid constraint application_pkey primary key,
  call_id uuid not null constraint application_call_fkey references funding.call,
  category_id uuid not null constraint application_category_fkey references funding.category,
  state text not null default 'draft' constraint application_state check (state in ('draft', 'submitted', 'withdrawn')),
  receipt text constraint application_receipt_key unique,
  submitted_at timestamptz,
  language text not null constraint application_language check (language in ('en', 'fr')),
  organisation text not null default '',
  registration text not null default '',
  legal_kind text constraint application_legal_kind check (legal_kind in ('charity', 'non-profit', 'sponsored')),
  sponsor text not null default '',
  board_unrelated integer,
  statements text constraint application_statements check (statements in ('none', 'compiled', 'reviewed', 'audited')),
  revenue_latest numeric(14, 2),
  revenue_before numeric(14, 2),
  title text not null default '',
  summary text not null default '',
  starts_on date,
  ends_on date,
  priorities text[] not null default '{}',
  indicators text[] not null default '{}',
  municipalities text[] not null default '{}',
  population text,
  partners jsonb not null default '[]',
  answers jsonb not null default '{"resourceType": "QuestionnaireResponse", "status": "in-progress"}',
  demonstration boolean not null default false,
  begun_at timestamptz not null,
  constraint application_sent check ((state = 'draft') = (submitted_at is null) and (receipt is null) = (submitted_at is null))
);
create index application_call on funding.application (call_id, state);

create table funding.budget_line (
  id uuid constraint budget_line_pkey primary key,
  application_id uuid not null constraint budget_line_application_fkey references funding.application,
  position integer not null,
  label text not null,
  cost numeric(14, 2) not null constraint budget_line_cost check (cost >= 0),
  from_fund numeric(14, 2) not null constraint budget_line_from_fund check (from_fund >= 0 and from_fund <= cost),
  constraint budget_line_position_key unique (application_id, position)
);

create table funding.application_file (
  id uuid constraint application_file_pkey primary key,
  application_id uuid not null constraint application_file_application_fkey references funding.application,
  kind text not null constraint application_file_kind check (kind in ('statements', 'letter', 'other')),
  name text not null,
  media_type text not null,
  size integer not null,
  content bytea not null,
  added_at timestamptz not null
);
create index application_file_application on funding.application_file (application_id);

-- Who works on an application, each with a code of her own. Personal: the way in is a function.
create table funding.applicant (
  id uuid constraint applicant_pkey primary key,
  application_id uuid not null constraint applicant_application_fkey references funding.application,
  code_hash bytea not null constraint applicant_code_key unique,
  name text not null,
  email text,
  added_at timestamptz not null
);
create index applicant_application on funding.applicant (application_id);

alter table funding.application enable row level security, force row level security;
alter table funding.budget_line enable row level security, force row level security;
alter table funding.application_file enable row level security, force row level security;
alter table funding.applicant enable row level security, force row level security;

-- The applications that the code shown opens.
create function funding.own_applications() returns setof uuid language sql stable security definer set search_path = '' as $$
  select p.application_id from funding.applicant p where p.code_hash = platform.ctx_capability()
$$;
-- Those of them that can still be written in: a draft of a call that is open at this moment.
create function funding.open_applications() returns setof uuid language sql stable security definer set search_path = '' as $$
  select a.id from funding.application a join funding.call c on c.id = a.call_id
  where a.id in (select funding.own_applications()) and a.state = 'draft' and c.opens_at <= platform.ctx_now() and c.closes_at >= platform.ctx_now()
$$;

-- Begins an application to a category of a call that is open; false where it is not.
create function funding.begin_application(new_id uuid, category uuid, person uuid, code bytea, who text, mail text, spoken text) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  its record;
begin
  select c.id, c.demonstration into its from funding.category k join funding.call c on c.id = k.call_id
    where k.id = category and c.published_at <= platform.ctx_now() and c.opens_at <= platform.ctx_now() and c.closes_at >= platform.ctx_now();
  if its.id is null then return false; end if;
  insert into funding.application (id, call_id, category_id, language, demonstration, begun_at) values (new_id, its.id, category, spoken, its.demonstration, platform.ctx_now());
  insert into funding.applicant (id, application_id, code_hash, name, email, added_at) values (person, new_id, code, who, nullif(mail, ''), platform.ctx_now());
  return true;
end $$;

-- Gives somebody else of the organisation a code; at most ten. False where the application is not the own one or can no longer be written in.
create function funding.add_applicant(person uuid, code bytea, who text, mail text) returns boolean language plpgsql security definer set search_path = '' as $$
declare
  own uuid := (select funding.open_applications());
begin
  if own is null or (select count(*) from funding.applicant p where p.application_id = own) >= 10 then return false; end if;
  insert into funding.applicant (id, application_id, code_hash, name, email, added_at) values (person, own, code, who, nullif(mail, ''), platform.ctx_now());
  return true;
end $$;

-- Takes a code away from somebody of the own application; never the one that is shown.
create function funding.remove_applicant(person uuid) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  delete from funding.applicant p where p.id = person and p.application_id in (select funding.open_applications()) and p.code_hash <> platform.ctx_capability();
  return found;
end $$;

-- The people of the own application.
create function funding.own_people() returns table (id uuid, name text, email text, self boolean) language sql stable security definer set search_path = '' as $$
  select p.id, p.name, p.email, p.code_hash = platform.ctx_capability() from funding.applicant p where p.application_id in (select funding.own_applications()) order by p.added_at, p.id
$$;

-- Sends the own application. What counts is when the request reached the program, which the program stamps and the database holds within a minute of its own
-- moment. Sent twice is sent once: the first receipt stands. Null where it is too late or there is none.
create function funding.submit_application(arrived timestamptz, new_receipt text) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  own funding.application;
begin
  if arrived > platform.ctx_now() or arrived < platform.ctx_now() - interval '1 minute' then raise exception 'an arrival lies within the minute before its work'; end if;
  select a.* into own from funding.application a where a.id in (select funding.own_applications()) for update;
  if own.id is null then return null; end if;
  if own.state = 'draft' then
    if not exists (select from funding.call c where c.id = own.call_id and c.opens_at <= arrived and arrived <= c.closes_at) then return null; end if;
    update funding.application set state = 'submitted', submitted_at = arrived, receipt = new_receipt where id = own.id returning * into own;
    return jsonb_build_object('receipt', own.receipt, 'submittedAt', own.submitted_at, 'again', false);
  end if;
  return jsonb_build_object('receipt', own.receipt, 'submittedAt', own.submitted_at, 'again', true);
end $$;
