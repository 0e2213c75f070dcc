-- The fund: calls with their categories, criteria, questions and information sessions, and the grants of earlier years.
create schema funding;

-- Two roles more. The list is read from the catalogue, so that a role that another migration brought stays.
do $$ declare known text; begin
  select pg_get_constraintdef(oid) into known from pg_constraint where conname = 'membership_role';
  execute 'alter table identity.membership drop constraint membership_role, add constraint membership_role ' || replace(known, '''plan-manager''::text', '''plan-manager''::text, ''fund-officer''::text, ''fund-scorer''::text');
end $$;

-- Whoever runs the fund; a policy asks it once.
create function funding.is_office() returns boolean language sql stable set search_path = '' as $$
  select platform.ctx_has('fund-officer') or platform.ctx_has('plan-manager')
$$;

-- One intake of applications. It opens and closes at an instant; an application that arrives at `closes_at` itself is in time.
create table funding.call (
  id uuid constraint call_pkey primary key,
  slug text not null constraint call_slug_key unique,
  fund_year integer not null constraint call_fund_year check (fund_year between 2000 and 2100),
  title platform.bilingual not null,
  lead platform.bilingual not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  envelope numeric(14, 2) not null constraint call_envelope check (envelope > 0),
  reserve numeric(14, 2) not null default 0 constraint call_reserve check (reserve >= 0),
  published_at timestamptz,
  demonstration boolean not null default false,
  created_by uuid,
  created_at timestamptz not null,
  constraint call_order check (closes_at > opens_at)
);

-- What can be asked for, with its rules as data: see `call/rules.ts` for the shape of `rules`.
create table funding.category (
  id uuid constraint category_pkey primary key,
  call_id uuid not null constraint category_call_fkey references funding.call,
  position integer not null,
  name platform.bilingual not null,
  rules jsonb not null,
  questionnaire jsonb not null,
  constraint category_position_key unique (call_id, position)
);

create table funding.criterion (
  id uuid constraint criterion_pkey primary key,
  call_id uuid not null constraint criterion_call_fkey references funding.call,
  position integer not null,
  name platform.bilingual not null,
  weight integer not null constraint criterion_weight check (weight between 1 and 100),
  most integer not null default 5 constraint criterion_most check (most between 1 and 100),
  constraint criterion_position_key unique (call_id, position)
);

create table funding.session (
  id uuid constraint session_pkey primary key,
  call_id uuid not null constraint session_call_fkey references funding.call,
  starts_at timestamptz not null,
  place platform.bilingual not null
);

-- A question about a call. What was asked, as it was typed, is for the office; the public reads the question as the office published it with its answer.
create table funding.question (
  id uuid constraint question_pkey primary key,
  call_id uuid not null constraint question_call_fkey references funding.call,
  asked text not null constraint question_asked check (length(asked) between 1 and 2000),
  language text not null constraint question_language check (language in ('en', 'fr')),
  asked_at timestamptz not null,
  question platform.bilingual,
  answer platform.bilingual,
  answered_at timestamptz,
  constraint question_answered check ((answer is null) = (answered_at is null) and (answer is null) = (question is null))
);

-- Grants of earlier years, from the content pack, each with its source. An amount that no source gives is null.
create table funding.past_grant (
  slug text constraint past_grant_pkey primary key,
  fund_year integer not null,
  recipient text not null,
  purpose platform.bilingual,
  amount numeric(14, 2),
  years integer not null default 1,
  awarded_on date not null,
  approximate boolean not null,
  known_from date not null,
  sources text[] not null,
  origin text not null default 'staff' constraint past_grant_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz
);

create table funding.fund_year (
  slug text constraint fund_year_pkey primary key,
  fund_year integer not null,
  amount numeric(14, 2) not null,
  approximate boolean not null,
  note platform.bilingual not null,
  known_from date not null,
  sources text[] not null,
  origin text not null default 'staff' constraint fund_year_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz
);

alter table funding.call enable row level security, force row level security;
alter table funding.category enable row level security, force row level security;
alter table funding.criterion enable row level security, force row level security;
alter table funding.session enable row level security, force row level security;
alter table funding.question enable row level security, force row level security;
alter table funding.past_grant enable row level security, force row level security;
alter table funding.fund_year enable row level security, force row level security;
