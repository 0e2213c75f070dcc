-- The end of a bar, scans of signed consents, a consent that renews another, and whom obligations and reviews stay hidden from.
alter table access.bar add column ended_at timestamptz, add column ended_by uuid, add constraint bar_ended check ((ended_at is null) = (ended_by is null));
create or replace function access.barred_persons() returns setof uuid language sql stable security definer set search_path = '' as $$
  select b.person_id from access.bar b where b.account_id = (select platform.ctx_account()) and b.ended_at is null
$$;
-- Whom a bar can be put on: the colleagues of the supervisor of the agency that holds the record; for a privacy officer the people of that agency and of those that read by consent.
create function access.list_barrable(of_person uuid) returns table (account_id uuid, name text, agency_id uuid) language sql stable security definer set search_path = '' as $$
  select distinct a.id, a.name, m.agency_id from access.person p join identity.membership m on m.agency_id = p.agency_id
      or (platform.ctx_has('privacy-officer') and exists (select from access.consent c where c.person_id = p.id and c.withdrawn_at is null and m.agency_id = any (c.to_agencies)))
    join identity.account a on a.id = m.account_id and a.closed_at is null
  where p.id = of_person and platform.ctx_actor() = 'staff' and p.id not in (select access.barred_persons())
    and (platform.ctx_has('privacy-officer') or (platform.ctx_has('access-supervisor') and p.agency_id = platform.ctx_agency() and p.id not in (select access.locked_persons('identity'))))
    and m.from_date <= platform.ctx_today() and (m.to_date is null or m.to_date >= platform.ctx_today())
  order by a.name
$$;

-- What was signed on paper. Nobody has the right to read the table; the function writes its audit line first.
create table access.consent_scan (
  id uuid constraint consent_scan_pkey primary key,
  consent_id uuid not null constraint consent_scan_consent_fkey references access.consent,
  person_id uuid not null constraint consent_scan_person_fkey references access.person,
  name text not null,
  type text not null constraint consent_scan_type check (type in ('application/pdf', 'image/jpeg', 'image/png')),
  content bytea not null constraint consent_scan_size check (length(content) <= 8 * 1024 * 1024),
  added_by uuid not null,
  added_at timestamptz not null
);
create index consent_scan_person on access.consent_scan (person_id);
alter table access.consent_scan enable row level security, force row level security;
-- Who reads a person's consents, for the functions below: the policy of access.consent, said of one person.
create function access.reads_consents(of_person uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select coalesce((select platform.ctx_actor() = 'staff' and p.agency_id = platform.ctx_agency() and access.decide(p.id, 'identity') = 'permit' from access.person p where p.id = of_person), false)
$$;
create function access.list_scans(of_person uuid) returns table (id uuid, consent_id uuid, added_at timestamptz) language sql stable security definer set search_path = '' as $$
  select s.id, s.consent_id, s.added_at from access.consent_scan s where s.person_id = of_person and access.reads_consents(of_person) order by s.added_at
$$;
create function access.read_scan(of_person uuid, scan uuid) returns table (type text, content bytea) language plpgsql security definer set search_path = '' as $$
declare
  permitted boolean := access.reads_consents(of_person);
begin
  perform platform.write_audit('access.read-scan', 'person', of_person::text, case when permitted then 'permit' else 'refuse' end, jsonb_build_object('scan', scan));
  if not permitted then return; end if;
  return query select s.type, s.content from access.consent_scan s where s.id = scan and s.person_id = of_person;
end $$;

alter table access.consent add column renews uuid constraint consent_renews_fkey references access.consent;
create index consent_renews on access.consent (renews) where renews is not null;
-- As before, but for those that were renewed.
create or replace function access.ending_consents() returns table (id uuid, person_id uuid, agency_id uuid, expires_on date) language sql stable security definer set search_path = '' as $$
  select c.id, c.person_id, p.agency_id, c.expires_on from access.consent c join access.person p on p.id = c.person_id
  where platform.ctx_actor() = 'worker' and c.withdrawn_at is null and p.state = 'active' and c.expires_on between platform.ctx_today() and platform.ctx_today() + 30
    and not exists (select from access.consent r where r.renews = c.id and r.withdrawn_at is null)
  order by c.expires_on, c.id
$$;

-- Consents and break-glass about people from whom the asker is barred, or who are locked away from her: what is owed about them is hidden from her too.
create function access.closed_consents() returns setof text language sql stable security definer set search_path = '' as $$
  select c.id::text from access.consent c where c.person_id in (select access.barred_persons() union select access.locked_persons('identity'))
$$;
create function access.closed_glasses() returns setof text language sql stable security definer set search_path = '' as $$
  select g.id::text from access.break_glass g where g.person_id in (select access.barred_persons())
$$;
