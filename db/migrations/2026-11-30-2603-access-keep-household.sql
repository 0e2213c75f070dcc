-- Households: who stays together is as telling as an address. Members are read through one function that writes its line and shows only people whom the
-- reader may know; whoever left sees, and is seen, only for the days that were shared.
create index household_member_now on access.household_member (person_id) where to_date is null;

create function access.read_household(of_person uuid) returns table (
  household uuid, member uuid, person uuid, relation text, from_date date, to_date date, given_name text, family_name text, birth_date date, writes boolean)
language plpgsql security definer set search_path = '' as $$
declare
  decision text := access.decide(of_person, 'housing');
begin
  perform platform.write_audit('access.read-section', 'person', of_person::text, case decision when 'permit' then 'permit' when 'mask' then 'mask' else 'refuse' end, '{"section": "housing", "part": "household"}');
  if decision <> 'permit' then return; end if;
  return query
    select o.household_id, o.id, o.person_id, o.relation, o.from_date, o.to_date, i.given_name, i.family_name, i.birth_date, access.writes_section(o.person_id, 'housing')
    from access.household_member m join access.household_member o on o.household_id = m.household_id
      and o.from_date <= coalesce(m.to_date, platform.ctx_today()) and m.from_date <= coalesce(o.to_date, platform.ctx_today())
      left join access.person_identity i on i.person_id = o.person_id
    where m.person_id = of_person and (o.person_id = of_person or (access.decide(o.person_id, 'identity') = 'permit' and access.decide(o.person_id, 'housing') = 'permit'))
    group by o.household_id, o.id, o.person_id, o.relation, o.from_date, o.to_date, i.given_name, i.family_name, i.birth_date
    order by o.household_id desc, (o.to_date is not null), case o.relation when 'head' then 0 when 'partner' then 1 when 'parent' then 2 when 'child' then 3 else 4 end, i.birth_date, o.id;
end $$;

-- Puts a person into a household: 'done', or why not: 'member' (in one already), 'head' (it has one), 'day', 'refused'. The household is begun with its first member.
create function access.join_household(new_id uuid, of_household uuid, of_person uuid, given_relation text, from_day date) returns text
language plpgsql security definer set search_path = '' as $$
begin
  if not access.writes_section(of_person, 'housing') then return 'refused'; end if;
  if from_day > platform.ctx_today() then return 'day'; end if;
  if exists (select from access.household h where h.id = of_household) then
    if not exists (select from access.household h join access.household_member m on m.household_id = h.id
      where h.id = of_household and h.agency_id = platform.ctx_agency() and m.to_date is null and access.writes_section(m.person_id, 'housing')) then return 'refused'; end if;
    -- Two requests at once would each find no head.
    perform 1 from access.household h where h.id = of_household for update;
  else
    insert into access.household (id, agency_id, entered_by, entered_at) values (of_household, platform.ctx_agency(), platform.ctx_account(), platform.ctx_now());
  end if;
  perform pg_advisory_xact_lock(hashtextextended(of_person::text, 0));
  if exists (select from access.household_member m where m.person_id = of_person and (m.to_date is null or m.to_date >= from_day)) then return 'member'; end if;
  if given_relation = 'head' and exists (select from access.household_member m where m.household_id = of_household and m.to_date is null and m.relation = 'head') then return 'head'; end if;
  insert into access.household_member (id, household_id, person_id, relation, from_date, entered_by, entered_at)
    values (new_id, of_household, of_person, given_relation, from_day, platform.ctx_account(), platform.ctx_now());
  return 'done';
end $$;

create function access.leave_household(of_member uuid, last_day date) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  update access.household_member m set to_date = last_day
    where m.id = of_member and m.to_date is null and m.from_date <= last_day and last_day <= platform.ctx_today() and access.writes_section(m.person_id, 'housing');
  return found;
end $$;

-- The households of a list, for those who keep it: only people who stand on it by their own consent and are not barred or withheld from the reader.
create function access.list_households(of_list uuid, on_day date) returns table (person_id uuid, household_id uuid, relation text)
language sql stable security definer set search_path = '' as $$
  select m.person_id, m.household_id, m.relation
  from access.list_standing(of_list, on_day, platform.ctx_now()) t join access.household_member m on m.person_id = t.person_id
  where of_list in (select access.kept_lists()) and t.consented and t.recorded and m.from_date <= on_day and (m.to_date is null or m.to_date > on_day)
    and t.person_id not in (select access.barred_persons()) and t.person_id not in (select access.locked_persons('identity')) and t.person_id not in (select access.locked_persons('housing'))
$$;
