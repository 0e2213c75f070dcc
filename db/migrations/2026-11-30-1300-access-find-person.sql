-- Finding people by how a name sounds, and records that may be of one person, by keys that an index holds: the work does not grow with the register.
-- How a name sounds in English or French, roughly: like consonants in one letter, vowels dropped but for a first one, at most six letters.
create function access.sound_of(name_key text) returns text language sql immutable as $$
  select left(regexp_replace(regexp_replace(regexp_replace(translate(replace(regexp_replace(regexp_replace(regexp_replace(replace(name_key, 'ph', 'f'), 'sch|tch|ch|sh', 's', 'g'), 'c(?=[eiy])', 's', 'g'),
    'g(?=[eiy])', 'j', 'g'), 'x', 'ks'), 'cqgzwvdb', 'kkksfftp'), '^[aeiouhy]', 'a'), '\Y[aeiouhy]', '', 'g'), '(.)\1+', '\1', 'g'), 6)
$$;
-- "f:" how the family name sounds, "g:" the given name; of a key "family given".
create function access.sounds_of(search_key text) returns text[] language plpgsql immutable as $$
declare
  f text := access.sound_of(split_part(search_key, ' ', 1));
  g text := access.sound_of(split_part(search_key, ' ', 2));
begin
  return case when f <> '' then array['f:' || f] else '{}' end || case when g <> '' then array['g:' || g] else '{}' end;
end $$;
-- Two records are compared only where they share one of these: the day of birth, both names in either order, one name with a part of the date.
create function access.blocks_of(search_key text, birth date) returns text[] language plpgsql immutable as $$
declare
  f text := nullif(access.sound_of(split_part(search_key, ' ', 1)), '');
  g text := nullif(access.sound_of(split_part(search_key, ' ', 2)), '');
  y text := extract(year from birth)::integer::text;
  m text := extract(month from birth)::integer::text;
  d text := extract(day from birth)::integer::text;
begin
  return array_remove(array['day:' || y || '-' || m || '-' || d, 'both:' || case when f < g then f || ' ' || g else g || ' ' || f end, 'f-year:' || f || ' ' || y, 'f-day:' || f || ' ' || m || '-' || d,
    'g-day:' || g || ' ' || m || '-' || d, 'g-month:' || g || ' ' || y || '-' || m], null);
end $$;
create function access.contact_blocks_of(phone text, email text) returns text[] language sql immutable as $$
  select array(select part from (values ('phone:' || case when length(regexp_replace(phone, '\D', '', 'g')) >= 7 then right(regexp_replace(phone, '\D', '', 'g'), 10) end), ('email:' || nullif(lower(email), ''))) t(part)
    where part is not null)
$$;
alter table access.person_identity add column sounds text[] not null generated always as (access.sounds_of(search_key)) stored,
  add column blocks text[] not null generated always as (access.blocks_of(search_key, birth_date)) stored;
alter table access.person_alias add column sounds text[] not null generated always as (access.sounds_of(search_key)) stored,
  add column blocks text[] not null generated always as (access.blocks_of(search_key, null)) stored;
alter table access.person_contact add column blocks text[] not null generated always as (access.contact_blocks_of(phone, email)) stored;
create index person_identity_sounds on access.person_identity using gin (sounds) with (fastupdate = off);
create index person_identity_blocks on access.person_identity using gin (blocks) with (fastupdate = off);
create index person_identity_given on access.person_identity (split_part(search_key, ' ', 2) text_pattern_ops);
create index person_identity_agency on access.person_identity (agency_id, search_key, person_id);
create index person_alias_sounds on access.person_alias using gin (sounds) with (fastupdate = off);
create index person_alias_blocks on access.person_alias using gin (blocks) with (fastupdate = off);
create index person_alias_given on access.person_alias (split_part(search_key, ' ', 2) text_pattern_ops);
create index person_contact_blocks on access.person_contact using gin (blocks) with (fastupdate = off);
create index person_anonymous on access.person (agency_id) where anonymous;

-- Whom the asker may find: her own, those shared with her agency, those that she opened; a supervisor reaches her whole agency besides. The policies
-- decide once more over what these three answer with; here it keeps them from telling more than the policies would.
create function access.reached_persons() returns setof uuid language sql stable security definer set search_path = '' rows 200 as $$
  select p.id from access.person p where (select platform.ctx_actor()) = 'staff' and p.id not in (select access.barred_persons()) and (p.id in (select access.opened_persons())
    or ((select access.role_opens('identity')) and p.id not in (select access.locked_persons('identity'))
      and ((p.agency_id = (select platform.ctx_agency()) and p.id in (select access.assigned_persons())) or p.id in (select access.shared_persons('identity')))))
    and p.id = any (array(select access.assigned_persons() union select access.shared_persons('identity') union select access.opened_persons()))
$$;
-- By the beginnings of names or by how they sound (a key of each as `search_key` has it), and the day of birth; first who is spelt so. At most 100.
create function access.find_persons(family text, given text, birth date) returns setof uuid language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan rows 100 as $$
declare
  -- Behind every letter.
  last constant text := chr(1114111);
  own uuid := case when platform.ctx_has('access-supervisor') then platform.ctx_agency() end;
  reach uuid[] := array(select access.reached_persons());
  closed uuid[] := case when own is null then '{}' else array(select access.barred_persons() union select access.locked_persons('identity')) end;
  sought text[] := access.sounds_of(family || ' ' || given);
begin
  if platform.ctx_actor() is distinct from 'staff' then return; end if;
  return query
    select f.id from (
      select i.person_id as id, i.agency_id as agency, 0 as place, i.search_key as key from access.person_identity i
        where family <> '' and i.search_key ~>=~ family and i.search_key ~<~ (family || last) and starts_with(split_part(i.search_key, ' ', 2), given)
      union all select i.person_id, i.agency_id, 0, i.search_key from access.person_identity i
        where family = '' and given <> '' and split_part(i.search_key, ' ', 2) ~>=~ given and split_part(i.search_key, ' ', 2) ~<~ (given || last)
      union all select i.person_id, i.agency_id, 1, i.search_key from access.person_identity i where sought <> '{}' and i.sounds @> sought
      union all select i.person_id, i.agency_id, 0, i.search_key from access.person_identity i where family = '' and given = '' and i.birth_date = birth
      union all select a.person_id, a.agency_id, 0, a.search_key from access.person_alias a
        where family <> '' and a.search_key ~>=~ family and a.search_key ~<~ (family || last) and starts_with(split_part(a.search_key, ' ', 2), given)
      union all select a.person_id, a.agency_id, 0, a.search_key from access.person_alias a
        where family = '' and given <> '' and split_part(a.search_key, ' ', 2) ~>=~ given and split_part(a.search_key, ' ', 2) ~<~ (given || last)
      union all select a.person_id, a.agency_id, 1, a.search_key from access.person_alias a where sought <> '{}' and a.sounds @> sought) f
    where (birth is null or exists (select from access.person_identity b where b.person_id = f.id and b.birth_date = birth))
      and (f.id = any (reach) or (f.agency = own and f.id <> all (closed)))
    group by f.id order by min(f.place), min(f.key), f.id limit 100;
end $$;
-- The asker's people, by name, those without one last. Of a large agency the supervisor is given the beginning; the search finds the others.
create function access.own_persons() returns setof uuid language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan rows 200 as $$
declare
  own uuid := case when platform.ctx_has('access-supervisor') then platform.ctx_agency() end;
begin
  if platform.ctx_actor() is distinct from 'staff' then return; end if;
  return query
    select access.reached_persons()
    union (select i.person_id from access.person_identity i where i.agency_id = own and i.person_id not in (select access.barred_persons()) and i.person_id not in (select access.locked_persons('identity'))
      order by i.search_key, i.person_id limit 100)
    union (select p.id from access.person p where p.agency_id = own and p.anonymous and p.id not in (select access.barred_persons()) and p.id not in (select access.locked_persons('identity')) limit 100);
end $$;
-- Who shares a block with a name and a day of birth, among those whom the asker may find.
create function access.near_persons(wanted_key text, birth date) returns setof uuid language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan rows 100 as $$
declare
  own uuid := case when platform.ctx_has('access-supervisor') then platform.ctx_agency() end;
  reach uuid[] := array(select access.reached_persons());
  sought text[] := access.blocks_of(wanted_key, birth);
begin
  if platform.ctx_actor() is distinct from 'staff' then return; end if;
  return query
    select f.id from (select i.person_id as id, i.agency_id as agency from access.person_identity i where i.blocks && sought
      union select a.person_id, a.agency_id from access.person_alias a where a.blocks && sought) f
    where f.id = any (reach) or (f.agency = own and f.id not in (select access.barred_persons()) and f.id not in (select access.locked_persons('identity'))) limit 200;
end $$;

-- As before, and names that sound like it too, and fast in a large register: names first, by index, the day of birth among them.
create or replace function access.search_elsewhere(wanted_key text, wanted_birth date) returns table (person_id uuid, initials text, birth_year integer, agency_id uuid)
language plpgsql security definer set search_path = '' as $$
begin
  if platform.ctx_actor() is distinct from 'staff' or not access.role_opens('identity') or wanted_birth is null or wanted_key !~ '^[^ ]+ [^ ]+$' then return; end if;
  for person_id, initials, birth_year, agency_id in
    select p.id, upper(left(i.given_name, 1)) || '. ' || upper(left(i.family_name, 1)) || '.', extract(year from i.birth_date)::integer, p.agency_id
    from (select n.person_id as id from access.person_identity n where n.search_key = wanted_key
      union select a.person_id from access.person_alias a where a.search_key = wanted_key
      union select n.person_id from access.person_identity n where n.blocks && access.blocks_of(wanted_key, null) and n.birth_date = wanted_birth) found
    join access.person p on p.id = found.id join access.person_identity i on i.person_id = p.id
    where p.state in ('active', 'inactive')
      and (i.birth_date = wanted_birth or (i.birth_estimated and i.birth_date between wanted_birth - 730 and wanted_birth + 730))
      and p.id not in (select access.barred_persons()) and p.id not in (select access.locked_persons('identity'))
      and access.decide(p.id, 'identity') <> 'permit'
    order by p.id limit 10
  loop
    perform platform.write_audit('access.search-elsewhere', 'person', person_id::text, 'mask', '{"section": "search"}');
    return next;
  end loop;
end $$;
