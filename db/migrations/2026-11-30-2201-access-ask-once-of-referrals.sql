-- The list of services asks these functions once a service: each reads the context once and not once a row. What they answer stays the same.
create or replace function access.may_refer(of_person uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select platform.ctx_actor() = 'staff' and (platform.ctx_has('intake-worker') or platform.ctx_has('clinician') or platform.ctx_has('access-supervisor'))
    and exists (select from access.person p where p.id = of_person and p.state = 'active' and p.agency_id = (select platform.ctx_agency()))
    and of_person not in (select access.barred_persons()) and of_person not in (select access.locked_persons('identity'))
    and (platform.ctx_has('access-supervisor') or of_person in (select access.assigned_persons()))
$$;

create or replace function access.referral_sections(of_person uuid, receiver uuid, organization uuid) returns text[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(s.section order by s.section), '{}') from unnest(array['identity', 'contact', 'housing', 'health', 'note']) s(section)
  where (exists (select from access.person p where p.id = of_person and p.agency_id = receiver)
      or exists (select from access.consent c where c.person_id = of_person and s.section = any (c.categories) and c.purposes && array['care', 'referral'] and c.withdrawn_at is null
        and c.starts_on <= (select platform.ctx_today()) and (c.expires_on is null or c.expires_on >= (select platform.ctx_today()))
        and (c.to_agencies @> array[receiver] or c.to_organizations @> array[organization])))
    and not exists (select from access.instruction i where i.person_id = of_person and i.lifted_at is null and i.account_id is null
      and (i.category is null or i.category = s.section) and (i.agency_id is null or i.agency_id = receiver))
$$;

create or replace function access.agency_answers(of_agency uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from identity.membership m where m.agency_id = of_agency and m.role in ('intake-worker', 'access-supervisor')
    and m.from_date <= (select platform.ctx_today()) and (m.to_date is null or m.to_date >= (select platform.ctx_today())))
$$;

create or replace function access.referral_barriers(of_person uuid, of_service uuid) returns text[] language sql stable security definer set search_path = '' as $$
  select case when access.may_refer(of_person) then array_remove(array[
      case when s.status <> 'active' or not s.takes_referrals or s.withdrawn_at is not null or s.known_from > (select platform.ctx_today()) or o.withdrawn_at is not null
        or coalesce((select a.demonstration from identity.agency a where a.id = p.agency_id), false) <> s.demonstration then 'not-offered' end,
      case when exists (select from access.referral r where r.person_id = of_person and r.service_id = of_service and r.state in ('declined', 'failed')
        and r.ended_at > (select platform.ctx_now() - make_interval(days => t.count) from access.referral_term t where t.name = 'struck-out')) then 'struck-out' end,
      case when exists (select from access.referral r where r.person_id = of_person and r.service_id = of_service and r.ended_at is null and r.sent_at is not null) then 'open-already' end,
      case when not coalesce(access.agency_answers(o.agency_id), false) and coalesce(s.email, o.email) is null then 'no-address' end,
      case when cardinality(access.referral_sections(of_person, o.agency_id, o.id)) = 0 then 'no-consent' end], null) end
  from access.service s join access.organization o on o.id = s.organization_id join access.person p on p.id = of_person where s.id = of_service
$$;
