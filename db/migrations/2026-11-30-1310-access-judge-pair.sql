-- Suggesting and judging pairs of records that may be of one person. "Same" keeps both records and shows one as the main one; it can be undone.
alter table access.person_pair add column main_id uuid constraint person_pair_main_fkey references access.person,
  -- What the other record was before, for the undoing.
  add column state_before text constraint person_pair_state_before check (state_before in ('active', 'inactive')),
  add constraint person_pair_main check ((state = 'same') = (main_id is not null) and (main_id is null or main_id in (left_id, right_id)));
create index person_merged_into on access.person (merged_into) where merged_into is not null;
create index person_changed on access.person (agency_id, changed_at);
-- Up to when the records of an agency were compared.
create table access.pair_search (
  agency_id uuid constraint pair_search_pkey primary key constraint pair_search_agency_fkey references identity.agency,
  searched_until timestamptz not null
);
alter table access.pair_search enable row level security, force row level security;

-- Records that may be suggested: kept, named, and not withheld from the whole agency that holds them.
create function access.comparable(of_agency uuid) returns setof uuid language sql stable security definer set search_path = '' as $$
  select p.id from access.person p where platform.ctx_actor() = 'worker' and p.agency_id = of_agency and p.state in ('active', 'inactive') and p.id not in (
    select i.person_id from access.instruction i where i.lifted_at is null and (i.category is null or i.category = 'identity') and i.account_id is null and (i.agency_id is null or i.agency_id = of_agency))
$$;
-- Agencies in which something changed since their records were last compared, or in the hour before: what was being entered then may have come later.
create function access.agencies_to_compare() returns setof uuid language sql stable security definer set search_path = '' as $$
  select distinct p.agency_id from access.person p left join access.pair_search s on s.agency_id = p.agency_id where platform.ctx_actor() = 'worker'
    and (s.searched_until is null or p.changed_at > s.searched_until - interval '1 hour' or exists (select from access.instruction i where i.person_id = p.id and greatest(i.recorded_at, i.lifted_at) > s.searched_until - interval '1 hour'))
$$;
create function access.changed_persons(of_agency uuid) returns setof uuid language sql stable security definer set search_path = '' as $$
  select p.id from access.person p left join access.pair_search s on s.agency_id = p.agency_id where platform.ctx_actor() = 'worker' and p.agency_id = of_agency
    and (s.searched_until is null or p.changed_at > s.searched_until - interval '1 hour' or exists (select from access.instruction i where i.person_id = p.id and greatest(i.recorded_at, i.lifted_at) > s.searched_until - interval '1 hour'))
$$;
-- Pairs of one agency that share a block and of which one record changed; a pair that was judged is never among them again.
create function access.candidate_pairs(of_agency uuid) returns table (left_id uuid, right_id uuid) language plpgsql stable security definer set search_path = '' as $$
begin
  if platform.ctx_actor() is distinct from 'worker' then return; end if;
  return query
    with allowed as materialized (select access.comparable(of_agency) as id), changed as materialized (select access.changed_persons(of_agency) as id),
    blocked as (
      select least(i.person_id, o.person_id) as l, greatest(i.person_id, o.person_id) as r from changed c join access.person_identity i on i.person_id = c.id
        join access.person_identity o on o.blocks && i.blocks and o.agency_id = of_agency and o.person_id <> i.person_id
      union select least(a.person_id, o.person_id), greatest(a.person_id, o.person_id) from changed c join access.person_alias a on a.person_id = c.id
        join access.person_identity o on o.blocks && a.blocks and o.agency_id = of_agency and o.person_id <> a.person_id
      union select least(i.person_id, o.person_id), greatest(i.person_id, o.person_id) from changed c join access.person_contact i on i.person_id = c.id
        join access.person_contact o on o.blocks && i.blocks and o.agency_id = of_agency and o.person_id <> i.person_id)
    select b.l, b.r from blocked b where b.l in (select id from allowed) and b.r in (select id from allowed)
      and not exists (select from access.person_pair p where p.left_id = b.l and p.right_id = b.r and p.state <> 'suggested') order by b.l, b.r limit 100000;
end $$;
-- What is compared, of the records named and of up to 500 more of the agency, from which is learned how common a name is. Contact is left out where it is withheld.
create function access.read_compared(of_agency uuid, ids uuid[]) returns table (id uuid, given_name text, family_name text, birth_date date, municipality text, postcode text, phone text, email text)
language plpgsql security definer set search_path = '' as $$
begin
  if platform.ctx_actor() is distinct from 'worker' then return; end if;
  perform platform.write_audit('access.compare-persons', 'agency', of_agency::text, 'permit', jsonb_build_object('records', cardinality(ids)));
  return query
    with allowed as materialized (select access.comparable(of_agency) as person)
    select i.person_id, i.given_name, i.family_name, i.birth_date, i.municipality, c.postcode, c.phone, c.email from access.person_identity i
    left join access.person_contact c on c.person_id = i.person_id and not exists (select from access.instruction x where x.person_id = i.person_id and x.lifted_at is null and x.category = 'contact'
      and x.account_id is null and (x.agency_id is null or x.agency_id = of_agency))
    where i.person_id in (select person from allowed) and (i.person_id = any (ids)
      or i.person_id in (select s.person_id from access.person_identity s where s.agency_id = of_agency order by s.person_id limit 500));
end $$;
