-- What the proof over the whole module found in its sets and functions: each is as before but for what its comment says.

-- Members of households of the actor's agency whose housing she may read: not the agency's alone, not every role's.
create function access.seen_members() returns setof uuid language sql stable security definer set search_path = '' as $$
  select m.id from access.household_member m join access.household h on h.id = m.household_id join access.person p on p.id = m.person_id
  where h.agency_id = (select platform.ctx_agency()) and (select access.role_opens('housing')) and p.state <> 'void' and m.person_id not in (select access.barred_persons())
    and (m.person_id in (select access.opened_persons()) or (m.person_id not in (select access.locked_persons('identity')) and m.person_id not in (select access.locked_persons('housing'))
      and ((p.agency_id = (select platform.ctx_agency()) and ((select platform.ctx_has('access-supervisor')) or m.person_id in (select access.assigned_persons())))
        or m.person_id in (select access.shared_persons('housing')))))
$$;
create function access.seen_households() returns setof uuid language sql stable security definer set search_path = '' as $$
  select m.household_id from access.household_member m where m.id in (select access.seen_members())
  union select h.id from access.household h where h.agency_id = (select platform.ctx_agency()) and (select access.role_opens('housing')) and h.entered_by = (select platform.ctx_account())
    and not exists (select from access.household_member m where m.household_id = h.id)
$$;

-- Requests with a linked record that the actor may change: as she may open them, but not through broken glass, which reads.
create function access.worked_intakes() returns setof uuid language sql stable security definer set search_path = '' as $$
  select i.id from access.intake i
  where (select platform.ctx_actor()) = 'staff' and i.agency_id = (select platform.ctx_agency()) and i.person_id is not null
    and i.person_id not in (select access.barred_persons()) and i.person_id not in (select access.locked_persons('identity'))
    and ((select platform.ctx_has('access-supervisor')) or i.person_id in (select access.assigned_persons()) or i.person_id in (select access.shared_persons('identity')))
$$;
-- Taking a request back erases: broken glass does not.
create or replace function access.withdraw_intake_for(of_intake uuid) returns boolean language plpgsql security definer set search_path = '' as $$
declare
  permitted boolean := (platform.ctx_has('intake-worker') or platform.ctx_has('access-supervisor')) and exists (select from access.own_intakes(array[of_intake]))
    and exists (select from access.intake i where i.id = of_intake and i.state <> 'withdrawn' and (i.person_id is null or i.id in (select access.worked_intakes())));
begin
  perform platform.write_audit('access.withdraw-intake', 'intake', of_intake::text, case when permitted then 'permit' else 'refuse' end, '{}');
  if not permitted then return false; end if;
  update access.intake set state = 'withdrawn', closed_at = coalesce(closed_at, platform.ctx_now()), close_reason = null where id = of_intake;
  perform access.empty_intake(of_intake);
  insert into access.intake_event (id, intake_id, kind, at, on_date, account_id) values (gen_random_uuid(), of_intake, 'withdrawn', platform.ctx_now(), platform.ctx_today(), platform.ctx_account());
  return true;
end $$;

-- A linked record that is withheld from the actor closes the accompaniment to her, as a bar does.
create or replace function access.outreach_team() returns setof uuid language sql stable security definer set search_path = '' as $$
  select o.id from access.outreach o where o.agency_id = (select platform.ctx_agency())
    and ((select platform.ctx_has('coordinator')) or (select platform.ctx_has('intake-worker')) or (select platform.ctx_has('access-supervisor')))
    and (o.person_id is null or (o.person_id not in (select access.barred_persons()) and o.person_id not in (select access.locked_persons('identity'))))
$$;
create or replace function access.outreach_called() returns setof uuid language sql stable security definer set search_path = '' as $$
  select s.outreach_id from access.outreach_slot s join access.outreach o on o.id = s.outreach_id
  where s.account_id = (select platform.ctx_account()) and ((select platform.ctx_has('volunteer')) or (select platform.ctx_has('coordinator'))) and o.agency_id = (select platform.ctx_agency()) and o.state in ('new', 'joined')
    and s.from_date <= (select platform.ctx_today()) and (s.to_date is null or s.to_date >= (select platform.ctx_today()))
    and (o.person_id is null or (o.person_id not in (select access.barred_persons()) and o.person_id not in (select access.locked_persons('identity'))))
$$;
-- The list with first names writes its line itself, whoever asks.
create or replace function access.list_outreach() returns table (id uuid, first_name text, consent text, referred_by text, state text, received_on date, joined_on date, ended_on date, left_reason text, attempts integer)
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform platform.write_audit('access.list-outreach', 'agency', platform.ctx_agency()::text, case when platform.ctx_has('coordinator') or platform.ctx_has('intake-worker') or platform.ctx_has('access-supervisor') then 'permit' else 'refuse' end, '{}');
  return query select o.id, c.first_name, o.consent, o.referred_by, o.state, o.received_on, o.joined_on, o.ended_on, o.left_reason, (select count(*)::integer from access.outreach_attempt t where t.outreach_id = o.id)
  from access.outreach o left join access.outreach_contact c on c.outreach_id = o.id where o.id in (select access.outreach_team())
  order by o.state in ('declined', 'unreachable', 'left'), o.state = 'joined', o.received_at desc limit 500;
end $$;

-- The stays of a list: its line first, and nobody whose record is withheld from the reader as a whole.
create or replace function access.list_stays(of_list uuid, on_day date) returns table (person_id uuid, agency_id uuid, kind text, start_date date, end_date date, evidence text)
language plpgsql volatile security definer set search_path = '' as $$
declare
  permitted boolean := of_list in (select access.kept_lists());
begin
  perform platform.write_audit('access.list-stays', 'list', of_list::text, case when permitted then 'permit' else 'refuse' end, '{}');
  if not permitted then return; end if;
  return query select s.person_id, s.agency_id, s.kind, s.start_date, s.end_date, s.evidence
  from access.list_standing(of_list, on_day, platform.ctx_now()) t join access.stay s on s.person_id = t.person_id
  where t.consented and s.voided_at is null and s.start_date <= on_day and t.person_id not in (select access.barred_persons())
    and t.person_id not in (select access.locked_persons('identity')) and t.person_id not in (select access.locked_persons('housing'));
end $$;
-- A keeper changes nobody who withholds herself from her.
create or replace function access.change_list(new_id uuid, of_list uuid, of_person uuid, new_state text, given_reason text, from_day date, given_note text) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  may boolean := platform.ctx_actor() = 'staff' and of_person not in (select access.barred_persons()) and of_person not in (select access.locked_persons('identity'))
    and ((of_list in (select access.kept_lists()) and of_person in (select t.person_id from access.list_standing(of_list, platform.ctx_today(), platform.ctx_now()) t))
      or (access.decide(of_person, 'housing') = 'permit' and of_person not in (select access.opened_persons()) and exists (select from access.person p where p.id = of_person and p.agency_id = platform.ctx_agency())));
  earlier text;
begin
  if not may or from_day > platform.ctx_today() then return false; end if;
  select h.to_state into earlier from access.list_change h where h.list_id = of_list and h.person_id = of_person and h.effective <= from_day order by h.effective desc, h.recorded_at desc, h.place desc limit 1;
  insert into access.list_change (id, list_id, person_id, from_state, to_state, reason, effective, recorded_at, recorded_by, note)
    values (new_id, of_list, of_person, earlier, new_state, given_reason, from_day, platform.ctx_now(), platform.ctx_account(), given_note);
  return true;
exception when check_violation then
  return false;
end $$;

-- A bar that was ended keeps nobody from being told of an alert.
create or replace function access.alert_owners(of_alert uuid) returns setof uuid language sql stable security definer set search_path = '' as $$
  with alert as (
    select s.* from access.safety_alert s where s.id = of_alert and (platform.ctx_actor() = 'worker' or (s.raised_at = platform.ctx_now() and s.raised_by is not distinct from platform.ctx_account()))
  ), staff as (
    select c.id as account, bool_or(m.role = 'access-supervisor') as supervises,
      exists (select from access.instruction i where i.person_id = alert.person_id and i.lifted_at is null and (i.category is null or i.category = alert.section)
        and (i.agency_id is null or i.agency_id = alert.agency_id) and (i.account_id is null or i.account_id = c.id)) as locked
    from alert join identity.membership m on m.agency_id = alert.agency_id join identity.account c on c.id = m.account_id
    where c.closed_at is null and m.from_date <= platform.ctx_today() and (m.to_date is null or m.to_date >= platform.ctx_today())
      and (m.role = 'access-supervisor' or ((m.role = 'clinician' or (m.role = 'intake-worker' and alert.section = 'housing'))
        and exists (select from access.assignment g where g.person_id = alert.person_id and g.account_id = c.id and g.from_date <= platform.ctx_today() and (g.to_date is null or g.to_date >= platform.ctx_today()))))
      and not exists (select from access.bar b where b.person_id = alert.person_id and b.account_id = c.id and b.ended_at is null)
    group by c.id, alert.person_id, alert.section, alert.agency_id
  )
  select s.account from staff s where not s.locked or (s.supervises and not exists (select from staff o where not o.locked))
  union select alert.raised_by from alert where alert.raised_by is not null
$$;
