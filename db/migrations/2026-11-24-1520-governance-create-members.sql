-- Who sits in a body, by office, and the seats that the law wants filled. Addresses stand apart: no staff role reads them.
alter table governance.body
  add column minutes text not null default 'members' constraint body_minutes check (minutes in ('public', 'members')),
  add column from_issue uuid,
  add column entered_by uuid;

create table governance.member (
  id uuid constraint member_pkey primary key,
  body_slug text not null constraint member_body_fkey references governance.body (slug),
  name text not null constraint member_name check (length(name) between 1 and 200),
  office platform.bilingual not null,
  agency_slug text,
  chairs boolean not null default false,
  account_id uuid,
  from_date date not null,
  to_date date,
  demonstration boolean not null default false,
  entered_at timestamptz not null
);
create index member_body on governance.member (body_slug);
create index member_account on governance.member (account_id);

create table governance.member_address (
  member_id uuid constraint member_address_pkey primary key constraint member_address_member_fkey references governance.member,
  email text not null,
  language text not null constraint member_address_language check (language in ('en', 'fr'))
);

create table governance.seat (
  slug text constraint seat_pkey primary key,
  body_slug text not null constraint seat_body_fkey references governance.body (slug),
  position integer not null,
  name platform.bilingual not null,
  law platform.bilingual not null,
  sources text[] not null default '{}',
  known_from date not null,
  origin text not null constraint seat_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz
);

create table governance.seat_holding (
  id uuid constraint seat_holding_pkey primary key,
  seat_slug text not null constraint seat_holding_seat_fkey references governance.seat (slug),
  member_id uuid not null constraint seat_holding_member_fkey references governance.member,
  from_date date not null,
  to_date date,
  entered_at timestamptz not null,
  constraint seat_holding_dates check (to_date is null or to_date >= from_date)
);
create index seat_holding_seat on governance.seat_holding (seat_slug);

do $$ declare t text; begin
  foreach t in array array['member', 'member_address', 'seat', 'seat_holding'] loop
    execute format('alter table governance.%I enable row level security, force row level security', t);
  end loop;
end $$;

-- Sets the address of a member and joins the account that has it; the plan office and the chair of the body may. True when an account was found.
create function governance.set_member_address(of_member uuid, given_email text, given_language text) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  body text := (select m.body_slug from governance.member m where m.id = of_member);
  found uuid;
begin
  if (body is not null and (platform.ctx_has('plan-manager') or body = any (platform.ctx_bodies_as('table-chair')) or platform.ctx_actor() = 'worker')) is not true then return false; end if;
  perform platform.write_audit('governance.set-member-address', 'member', of_member::text, 'permit', '{}');
  insert into governance.member_address (member_id, email, language) values (of_member, given_email, given_language)
  on conflict (member_id) do update set email = excluded.email, language = excluded.language;
  select a.id into found from identity.account a where lower(a.email) = lower(given_email) and a.closed_at is null;
  update governance.member set account_id = found where id = of_member;
  return found is not null;
end $$;
