-- Answers that call for somebody to act today: raised with the save, told to those who may act, answered by a person.
create function access.raise_alert(new_id uuid, of_id uuid, of_link text, of_answer jsonb) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  found integer;
begin
  if not coalesce(access.keeps_assessment(of_id), false) then return false; end if;
  insert into access.safety_alert (id, assessment_id, person_id, agency_id, section, link_id, answer, raised_by, raised_at)
  select new_id, a.id, a.person_id, a.agency_id, a.section, of_link, of_answer, platform.ctx_account(), platform.ctx_now() from access.assessment a where a.id = of_id
  on conflict do nothing;
  get diagnostics found = row_count;
  return found > 0;
end $$;

-- Who is told: those of the agency who are assigned and whose role opens the section, and its supervisors. Nobody barred; nobody whom an instruction shuts out,
-- except that supervisors are told that there is something to do where nobody else is left. Whoever raised it is told as well.
create function access.alert_owners(of_alert uuid) returns setof uuid language sql stable security definer set search_path = '' as $$
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
      and not exists (select from access.bar b where b.person_id = alert.person_id and b.account_id = c.id)
    group by c.id, alert.person_id, alert.section, alert.agency_id
  )
  select s.account from staff s where not s.locked or (s.supervises and not exists (select from staff o where not o.locked))
  union select alert.raised_by from alert where alert.raised_by is not null
$$;

-- One alert. Where the person withholds the section, a supervisor of the agency still learns that there is something to do, and nothing of the answer.
create function access.read_alert(of_id uuid) returns table (id uuid, person_id uuid, assessment_id uuid, hash text, link_id text, answer jsonb, by_person boolean, raised_at timestamptz,
  answered_at timestamptz, answered_by text, outcome text, note text, shown boolean, answers boolean)
language plpgsql security definer set search_path = '' as $$
declare
  kept access.safety_alert;
  decision text;
  supervises boolean;
begin
  select * into kept from access.safety_alert s where s.id = of_id;
  if kept.id is null then return; end if;
  decision := access.decide(kept.person_id, kept.section);
  supervises := kept.agency_id = platform.ctx_agency() and platform.ctx_has('access-supervisor') and kept.person_id not in (select access.barred_persons());
  perform platform.write_audit('access.read-alert', 'person', kept.person_id::text, case when decision = 'permit' then 'permit' when decision = 'mask' or supervises then 'mask' else 'refuse' end,
    jsonb_build_object('section', kept.section, 'alert', kept.id));
  if decision <> 'permit' and not supervises then return; end if;
  return query select kept.id, kept.person_id, case when decision = 'permit' then kept.assessment_id end, case when decision = 'permit' then a.hash end, case when decision = 'permit' then kept.link_id end,
    case when decision = 'permit' then kept.answer end, a.filled_by = 'person', kept.raised_at, kept.answered_at,
    case when kept.agency_id = platform.ctx_agency() then (select c.name from identity.account c where c.id = kept.answered_by) end, kept.outcome, case when decision = 'permit' then kept.note end,
    decision = 'permit', kept.agency_id = platform.ctx_agency()
  from access.assessment a where a.id = kept.assessment_id;
end $$;

-- A person says what was done; only once, with a code and words. Staff of the agency that raised it, also by break-glass where the person withholds the section.
create function access.answer_alert(of_id uuid, of_outcome text, of_note text) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  found integer;
begin
  update access.safety_alert s set answered_at = platform.ctx_now(), answered_by = platform.ctx_account(), outcome = of_outcome, note = of_note
  where s.id = of_id and s.answered_at is null and platform.ctx_actor() = 'staff' and s.agency_id = platform.ctx_agency() and s.person_id not in (select access.barred_persons())
    and (platform.ctx_has('access-supervisor') or access.decide(s.person_id, s.section) = 'permit');
  get diagnostics found = row_count;
  return found > 0;
end $$;

-- Which of these alerts have been answered, for the job that ends their tasks.
create function access.answered_alerts(of_ids uuid[]) returns setof uuid language sql stable security definer set search_path = '' as $$
  select s.id from access.safety_alert s where platform.ctx_actor() = 'worker' and s.id = any (of_ids) and s.answered_at is not null
$$;
