-- Referral links go to an address that whoever keeps the organization gave: its own staff, or the feed that gave the organization. A service that another feed
-- hung under it brings no address, and an organization that belongs to an agency takes none from a file that another agency handed in.
create function access.referral_address(of_service uuid) returns text language sql stable set search_path = '' as $$
  select coalesce(
      case when s.origin = 'staff' or (s.feed is not distinct from o.feed or substring(s.feed from ' ([0-9a-f-]{36})$') = substring(o.feed from ' ([0-9a-f-]{36})$')) and trusted or s.feed ~ (' ' || o.agency_id || '$') then s.email end,
      case when o.origin = 'staff' or trusted then o.email end)
  from access.service s join access.organization o on o.id = s.organization_id
    cross join lateral (select o.agency_id is null or o.feed is null or o.feed !~ ' [0-9a-f-]{36}$' or o.feed ~ (' ' || o.agency_id || '$') as trusted) t
  where s.id = of_service
$$;

create or replace function access.new_referral_link(link uuid, of_referral uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $$
declare
  r access.referral;
  key text := translate(encode(substr(platform.context_mac('referral link ' || link), 1, 24), 'base64'), '+/=', '-_');
begin
  if platform.ctx_actor() is distinct from 'worker' then return null; end if;
  select * into r from access.referral where id = of_referral for update;
  if r.id is null or not r.by_link or r.sent_at is null or r.ended_at is not null
    or cardinality(access.referral_sections(r.person_id, r.to_agency, r.organization_id)) = 0 then return null; end if;
  if exists (select from access.referral_link l where l.id = link) then return null; end if;
  update access.referral_link l set revoked_at = platform.ctx_now() where l.referral_id = r.id and l.revoked_at is null;
  insert into access.referral_link (id, referral_id, key_hash, made_at, expires_at) values (link, r.id, sha256(convert_to(key, 'UTF8')), platform.ctx_now(),
    platform.ctx_now() + make_interval(days => (select t.count from access.referral_term t where t.name = 'link')));
  return (select jsonb_build_object('key', key, 'email', access.referral_address(s.id), 'urgent', r.urgency = 'urgent')
    from access.service s where s.id = r.service_id);
end $$;

create or replace function access.service_barriers(of_person uuid, services uuid[])
 RETURNS TABLE(service_id uuid, barriers text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $$
  with before as materialized (
    select r.service_id, bool_or(r.state in ('declined', 'failed') and r.ended_at > (select platform.ctx_now() - make_interval(days => t.count) from access.referral_term t where t.name = 'struck-out')) as refused,
      bool_or(r.ended_at is null and r.sent_at is not null) as open
    from access.referral r where r.person_id = of_person group by r.service_id
  ), receiver as materialized (
    select o.id, o.withdrawn_at is null as stands, access.agency_answers(o.agency_id) as answers, cardinality(access.referral_sections(of_person, o.agency_id, o.id)) = 0 as untold
    from access.organization o where o.id in (select s.organization_id from access.service s where s.id = any (services))
  )
  select s.id, array_remove(array[
    case when s.status <> 'active' or not s.takes_referrals or s.withdrawn_at is not null or s.known_from > (select platform.ctx_today()) or not o.stands
      or coalesce(s.assured_date < (select platform.ctx_today()) - 365, true)
      or coalesce((select a.demonstration from identity.agency a join access.person p on p.agency_id = a.id where p.id = of_person), false) <> s.demonstration then 'not-offered' end,
    case when b.refused then 'struck-out' end,
    case when b.open then 'open-already' end,
    case when not o.answers and access.referral_address(s.id) is null then 'no-address' end,
    case when o.untold then 'no-consent' end], null)
  from access.service s join receiver o on o.id = s.organization_id left join before b on b.service_id = s.id
  where s.id = any (services) and (select access.may_refer(of_person))
$$;
