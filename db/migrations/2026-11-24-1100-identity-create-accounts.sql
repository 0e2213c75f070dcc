-- Who may act: agencies with dated successors, accounts, sessions, and roles by membership in an agency or a body.
create schema identity;

create table identity.agency (
  id uuid constraint agency_pkey primary key,
  slug text not null constraint agency_slug_key unique,
  name platform.bilingual not null,
  kind text not null,
  from_date date,
  to_date date,
  successor_slug text,
  demonstration boolean not null default false,
  sources text[] not null default '{}'
);

create table identity.account (
  id uuid constraint account_pkey primary key,
  email text not null,
  name text not null,
  language text not null default 'en' constraint account_language check (language in ('en', 'fr')),
  demonstration boolean not null default false,
  created_at timestamptz not null,
  closed_at timestamptz
);
create unique index account_email_key on identity.account (lower(email));

create table identity.membership (
  id uuid constraint membership_pkey primary key,
  account_id uuid not null constraint membership_account_fkey references identity.account,
  agency_id uuid constraint membership_agency_fkey references identity.agency,
  body_slug text,
  role text not null constraint membership_role check (role in ('plan-manager', 'operator-311', 'leadership-member', 'table-chair', 'table-member',
    'partner', 'analyst', 'auditor', 'privacy-officer', 'administrator')),
  from_date date not null,
  to_date date
);
create index membership_account on identity.membership (account_id);

create table identity.session (
  id uuid constraint session_pkey primary key,
  token_hash bytea not null constraint session_token_key unique,
  account_id uuid not null constraint session_account_fkey references identity.account,
  method text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  second_factor_at timestamptz,
  device text
);
create index session_account on identity.session (account_id) where revoked_at is null;

alter table identity.agency enable row level security, force row level security;
alter table identity.account enable row level security, force row level security;
alter table identity.membership enable row level security, force row level security;
alter table identity.session enable row level security, force row level security;

-- Looks the hashed token up and opens a context with the roles of this day; without a live session the context is that of the public.
create function identity.open_session_context(session_hash bytea, request uuid, purpose text, moment timestamptz, time_zone text, capability bytea)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  facts jsonb;
  today date := (moment at time zone time_zone)::date;
begin
  select jsonb_build_object('account', a.id, 'session', s.id, 'name', a.name, 'language', a.language, 'secondFactor', s.second_factor_at,
      'agency', (select m.agency_id from identity.membership m where m.account_id = a.id and m.agency_id is not null
        and m.from_date <= today and (m.to_date is null or m.to_date >= today) order by m.from_date limit 1),
      'roles', coalesce((select jsonb_agg(distinct m.role) from identity.membership m where m.account_id = a.id
        and m.from_date <= today and (m.to_date is null or m.to_date >= today)), '[]'),
      'bodies', coalesce((select jsonb_agg(distinct m.body_slug) from identity.membership m where m.account_id = a.id and m.body_slug is not null
        and m.from_date <= today and (m.to_date is null or m.to_date >= today)), '[]'))
    into facts
    from identity.session s join identity.account a on a.id = s.account_id
    where s.token_hash = session_hash and s.revoked_at is null and s.expires_at > moment and s.seen_at > moment - interval '2 hours' and a.closed_at is null;
  if facts is null then
    perform platform.open_context('public', '{}', request, purpose, moment, time_zone, capability);
    return null;
  end if;
  -- Idle time is kept to five minutes, so that reading pages does not write a row each time.
  update identity.session set seen_at = moment where id = (facts ->> 'session')::uuid and seen_at < moment - interval '5 minutes';
  perform platform.open_context('staff', facts, request, purpose, moment, time_zone, capability);
  return facts;
end $$;

create function identity.enter_session(session_hash bytea, request uuid, purpose text, moment timestamptz, time_zone text, capability bytea)
returns jsonb language plpgsql set search_path = '' as $$
declare
  facts jsonb := identity.open_session_context(session_hash, request, purpose, moment, time_zone, capability);
begin
  perform set_config('role', case when facts is null then 'ct_public' else 'ct_staff' end, true);
  return facts;
end $$;
