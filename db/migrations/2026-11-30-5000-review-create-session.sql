-- Review of how reports of sexual assault were classified. No name, no story, no address and no number of an occurrence stands here: a file is a pseudonym
-- of one session and a clearance code. Which paper file it is stands on a sheet that the police liaison fills in by hand and keeps.
create schema review;

-- Clearance codes as dated lists (Uniform Crime Reporting): a session takes the list of the last day of its period.
create table review.clearance_code (
  slug text constraint clearance_code_pkey primary key,
  code text not null,
  from_date date not null,
  to_date date constraint clearance_code_dates check (to_date >= from_date),
  unfounded boolean not null,
  position integer not null,
  label platform.bilingual not null,
  sources jsonb not null default '[]',
  origin text not null constraint clearance_code_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz
);
alter table review.clearance_code enable row level security, force row level security;

-- Who may sit: known by the account, with a background check, a training, and an oath of her own that ends.
create table review.reviewer (
  id uuid constraint reviewer_pkey primary key,
  account_id uuid not null constraint reviewer_account_fkey references identity.account constraint reviewer_account_key unique,
  background_check_on date,
  trained_on date,
  left_on date,
  added_by uuid not null constraint reviewer_added_by_fkey references identity.account,
  added_at timestamptz not null
);
alter table review.reviewer enable row level security, force row level security;
-- An oath is signed by the reviewer herself and never changed.
create table review.oath (
  id uuid constraint oath_pkey primary key,
  reviewer_id uuid not null constraint oath_reviewer_fkey references review.reviewer,
  wording text not null,
  signed_at timestamptz not null,
  expires_on date not null
);
alter table review.oath enable row level security, force row level security;
create index oath_reviewer on review.oath (reviewer_id);

create table review.session (
  id uuid constraint session_pkey primary key,
  period_from date not null,
  period_until date not null constraint session_period check (period_until >= period_from),
  place text not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null constraint session_hours check (closes_at > opens_at and closes_at <= opens_at + interval '14 hours'),
  -- How many files of all other codes together are drawn, beside every unfounded one.
  sample_size integer not null constraint session_sample_size check (sample_size between 0 and 500),
  -- Made when the session is planned, before anybody gives counts; with the counts it says which files are drawn.
  seed text not null constraint session_seed check (seed ~ '^[0-9a-f]{32}$'),
  drawn_at timestamptz,
  planned_by uuid not null constraint session_planned_by_fkey references identity.account,
  planned_at timestamptz not null,
  demonstration boolean not null default false
);
alter table review.session enable row level security, force row level security;
create table review.session_reviewer (
  session_id uuid not null constraint session_reviewer_session_fkey references review.session,
  reviewer_id uuid not null constraint session_reviewer_reviewer_fkey references review.reviewer,
  constraint session_reviewer_pkey primary key (session_id, reviewer_id)
);
alter table review.session_reviewer enable row level security, force row level security;
create index session_reviewer_reviewer on review.session_reviewer (reviewer_id);

-- How many files of the period hold which code, and how many of them were drawn. Reviewers never see it: with the list of their files it would tell the code of
-- one from which they are recused.
create table review.stratum (
  session_id uuid not null constraint stratum_session_fkey references review.session,
  code text not null,
  files integer not null constraint stratum_files check (files between 0 and 100000),
  drawn integer not null constraint stratum_drawn check (drawn between 0 and files),
  constraint stratum_pkey primary key (session_id, code)
);
alter table review.stratum enable row level security, force row level security;
create table review.file (
  id uuid constraint file_pkey primary key,
  session_id uuid not null constraint file_session_fkey references review.session,
  code text not null,
  -- Drawn at random, not from the seed: nobody can work out which one is missing from her list.
  pseudonym text not null constraint file_pseudonym check (pseudonym ~ '^[B-Z]{2}-[B-Z]{2}$'),
  constraint file_pseudonym_key unique (session_id, pseudonym)
);
alter table review.file enable row level security, force row level security;
-- Which of the police's own list of a code a file is (the first, the second …): for the sheet of the liaison alone.
create table review.file_place (
  file_id uuid constraint file_place_pkey primary key constraint file_place_file_fkey references review.file,
  position integer not null constraint file_place_position check (position > 0)
);
alter table review.file_place enable row level security, force row level security;

-- Who has left which file. What she had begun there is void; she never sees the file again.
create table review.recusal (
  id uuid constraint recusal_pkey primary key,
  file_id uuid not null constraint recusal_file_fkey references review.file,
  account_id uuid not null constraint recusal_account_fkey references identity.account,
  declared_by uuid not null constraint recusal_declared_by_fkey references identity.account,
  declared_at timestamptz not null,
  constraint recusal_key unique (file_id, account_id)
);
alter table review.recusal enable row level security, force row level security;
create index recusal_account on review.recusal (account_id);

-- The files that whoever asks has left, and the sessions that they belong to.
create function review.recused_files() returns setof uuid language sql stable security definer set search_path = '' as $$
  select r.file_id from review.recusal r where r.account_id = platform.ctx_account()
$$;
create function review.recused_sessions() returns setof uuid language sql stable security definer set search_path = '' as $$
  select f.session_id from review.recusal r join review.file f on f.id = r.file_id where r.account_id = platform.ctx_account()
$$;
-- The seat of whoever asks, where everything that a seat asks for holds today. Police staff have none.
create function review.own_seat() returns uuid language sql stable security definer set search_path = '' as $$
  select r.id from review.reviewer r where r.account_id = platform.ctx_account() and platform.ctx_has('case-reviewer') and not platform.ctx_has('police-liaison')
    and r.left_on is null and r.background_check_on <= platform.ctx_today() and r.trained_on <= platform.ctx_today()
    and exists (select from review.oath o where o.reviewer_id = r.id and o.signed_at <= platform.ctx_now() and o.expires_on >= platform.ctx_today())
$$;
-- The sessions that whoever asks sits in, and those of them that are in their hours now.
create function review.seated_sessions() returns setof uuid language sql stable security definer set search_path = '' as $$
  select s.session_id from review.session_reviewer s join review.reviewer r on r.id = s.reviewer_id where r.account_id = platform.ctx_account() and platform.ctx_has('case-reviewer') and r.left_on is null
$$;
create function review.open_sessions() returns setof uuid language sql stable security definer set search_path = '' as $$
  select s.session_id from review.session_reviewer s join review.session x on x.id = s.session_id
  where s.reviewer_id = review.own_seat() and x.opens_at <= platform.ctx_now() and platform.ctx_now() < x.closes_at
$$;
-- Whom the chair can give a seat: accounts that hold the role today, by name; and who sits already.
create function review.list_candidates() returns table (account_id uuid, name text, agency jsonb) language sql stable security definer set search_path = '' as $$
  select a.id, a.name, (select g.name from identity.agency g where g.id = m.agency_id)
  from identity.account a join identity.membership m on m.account_id = a.id
  where platform.ctx_has('review-chair') and m.role = 'case-reviewer' and m.from_date <= platform.ctx_today() and (m.to_date is null or m.to_date >= platform.ctx_today()) and a.closed_at is null
  order by a.name
$$;

-- The roles of this module, beside those that are known.
do $$
declare known text;
begin
  select pg_get_constraintdef(oid) into known from pg_constraint where conname = 'membership_role';
  execute 'alter table identity.membership drop constraint membership_role, add constraint membership_role ' || replace(known, '''plan-manager''::text', '''plan-manager''::text, ''case-reviewer''::text, ''police-liaison''::text, ''review-chair''::text');
end $$;
