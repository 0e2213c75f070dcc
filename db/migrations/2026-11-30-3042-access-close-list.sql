-- What those who keep a list read of it, once more held against who is closed to whom.

-- People whose place on a list is closed to the actor: a bar, or an instruction about who she is or where she stays.
create function access.closed_persons() returns setof uuid language sql stable set search_path = '' as $$
  select access.barred_persons() union select access.locked_persons('identity') union select access.locked_persons('housing')
$$;

-- As before, but for whoever withholds her housing from the reader: where she is, and when and how she was heard of, belong to that section.
create or replace function access.read_list(of_list uuid, on_day date) returns table (
  person_id uuid, given_name text, family_name text, birth_date date, demonstration boolean, whereabouts text, last_activity date, last_kind text, active boolean, state text, since date, on_list boolean, changed_at timestamptz)
language plpgsql security definer set search_path = '' as $$
begin
  if of_list not in (select access.kept_lists()) then
    perform platform.write_audit('access.read-list', 'list', of_list::text, 'refuse', '{}');
    return;
  end if;
  perform platform.write_audit('access.read-list', 'list', of_list::text, 'permit', '{}');
  return query
    select t.person_id, i.given_name, i.family_name, i.birth_date, p.demonstration, t.whereabouts, t.last_activity, t.last_kind, t.active, t.state, t.since, t.on_list, p.changed_at
    from access.list_standing(of_list, on_day, platform.ctx_now()) t join access.person p on p.id = t.person_id left join access.person_identity i on i.person_id = t.person_id
    where t.consented and t.recorded and t.person_id not in (select access.closed_persons())
    order by i.search_key nulls last, t.person_id;
end $$;

-- The name of one person who agreed to a list, for those who keep it: the line stands at her record, and nobody else's name is read for it.
create function access.read_listed(of_list uuid, of_person uuid) returns table (given_name text, family_name text) language plpgsql security definer set search_path = '' as $$
declare
  permitted boolean := of_list in (select access.kept_lists()) and of_person not in (select access.closed_persons())
    and exists (select from access.list_standing(of_list, platform.ctx_today(), platform.ctx_now()) t where t.person_id = of_person and t.consented and t.recorded);
begin
  perform platform.write_audit('access.read-section', 'person', of_person::text, case when permitted then 'permit' else 'refuse' end, '{"section": "identity", "part": "list"}');
  if not permitted then return; end if;
  return query select i.given_name, i.family_name from access.person p left join access.person_identity i on i.person_id = p.id where p.id = of_person;
end $$;

-- As before, but staff get, in the place of whoever is closed to them, a number that is good for this one answer: the counts stay whole and nobody is told.
create or replace function access.list_events(of_list uuid) returns table (person_id uuid, effective date, recorded_at timestamptz, from_state text, to_state text, reason text)
language sql volatile security definer set search_path = '' as $$
  with closed as materialized (select c.id, gen_random_uuid() as instead from access.closed_persons() c(id) where platform.ctx_actor() = 'staff')
  select coalesce(c.instead, h.person_id), h.effective, h.recorded_at, h.from_state, h.to_state, h.reason from access.list_change h left join closed c on c.id = h.person_id
  where h.list_id = of_list and (of_list in (select access.kept_lists()) or platform.ctx_actor() = 'worker') order by h.place
$$;
