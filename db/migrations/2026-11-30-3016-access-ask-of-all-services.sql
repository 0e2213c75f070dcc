-- The page that chooses a service asks what stands against each of up to sixty: one question for all of them, so that what is the same for every service
-- (whether the asker may, what was refused before, what an organisation is told) is read once. Nothing for whoever may not ask. A service that nobody
-- checked for a year (src/modules/access/directory/freshness.ts) is not offered by any way in, be it an old draft or a program's key.
create function access.service_barriers(of_person uuid, services uuid[]) returns table (service_id uuid, barriers text[]) language sql stable security definer set search_path = '' as $$
  with before as materialized (
    select r.service_id, bool_or(r.state in ('declined', 'failed') and r.ended_at > (select platform.ctx_now() - make_interval(days => t.count) from access.referral_term t where t.name = 'struck-out')) as refused,
      bool_or(r.ended_at is null and r.sent_at is not null) as open
    from access.referral r where r.person_id = of_person group by r.service_id
  ), receiver as materialized (
    select o.id, o.email, o.withdrawn_at is null as stands, access.agency_answers(o.agency_id) as answers, cardinality(access.referral_sections(of_person, o.agency_id, o.id)) = 0 as untold
    from access.organization o where o.id in (select s.organization_id from access.service s where s.id = any (services))
  )
  select s.id, array_remove(array[
    case when s.status <> 'active' or not s.takes_referrals or s.withdrawn_at is not null or s.known_from > (select platform.ctx_today()) or not o.stands
      or coalesce(s.assured_date < (select platform.ctx_today()) - 365, true)
      or coalesce((select a.demonstration from identity.agency a join access.person p on p.agency_id = a.id where p.id = of_person), false) <> s.demonstration then 'not-offered' end,
    case when b.refused then 'struck-out' end,
    case when b.open then 'open-already' end,
    case when not o.answers and coalesce(s.email, o.email) is null then 'no-address' end,
    case when o.untold then 'no-consent' end], null)
  from access.service s join receiver o on o.id = s.organization_id left join before b on b.service_id = s.id
  where s.id = any (services) and (select access.may_refer(of_person))
$$;
create or replace function access.referral_barriers(of_person uuid, of_service uuid) returns text[] language sql stable security definer set search_path = '' as $$
  select b.barriers from access.service_barriers(of_person, array[of_service]) b
$$;

-- A consent that is withdrawn stops the referrals of its person: the others are gone through in the morning alone (null).
drop function access.uncovered_referrals();
create function access.uncovered_referrals(of_consent uuid) returns table (id uuid, state text) language sql stable security definer set search_path = '' as $$
  select r.id, r.state from access.referral r where platform.ctx_actor() = 'worker' and r.ended_at is null and r.sent_at is not null
    and (of_consent is null or r.person_id = (select c.person_id from access.consent c where c.id = of_consent))
    and (r.stopped_at is null or exists (select from access.consent c where c.person_id = r.person_id and c.recorded_at > r.stopped_at and (c.to_agencies @> array[r.to_agency] or c.to_organizations @> array[r.organization_id])))
    and cardinality(access.referral_sections(r.person_id, r.to_agency, r.organization_id)) = 0 order by r.id
$$;

-- Whether a referral is answered through a link is settled when it is sent: a draft can wait, and until then people can come to an agency or leave it.
create or replace function access.guard_referral() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'DELETE' then raise exception 'referrals are never deleted' using errcode = '42501'; end if;
  if tg_op = 'INSERT' then
    if new.state <> 'draft' then raise exception 'a referral begins as a draft' using errcode = '42501'; end if;
    return new;
  end if;
  if row(new.id, new.person_id, new.service_id, new.organization_id, new.from_agency, new.to_agency, new.previous_id, new.made_at)
    is distinct from row(old.id, old.person_id, old.service_id, old.organization_id, old.from_agency, old.to_agency, old.previous_id, old.made_at)
    or (old.sent_at is not null and new.sent_at is distinct from old.sent_at) then
    raise exception 'what a referral is about never changes' using errcode = '42501';
  end if;
  if new.state <> old.state and not exists (select from access.referral_transition t
    where t.from_state = old.state and t.to_state = new.state and t.actor = any (access.referral_sides(old))) then
    raise exception 'a referral does not go from % to %', old.state, new.state using errcode = '42501';
  end if;
  if old.sent_at is null and new.sent_at is not null then new.by_link := not access.agency_answers(new.to_agency); end if;
  return new;
end $$;
