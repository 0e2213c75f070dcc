-- A key for a program: a session without idle time, whose token is hashed under another name, so that it opens no page and a page's token no interface.
create or replace function identity.open_session_context(session_hash bytea, request uuid, purpose text, moment timestamptz, time_zone text, capability bytea)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  facts jsonb;
  today date := (moment at time zone time_zone)::date;
begin
  select jsonb_build_object('account', a.id, 'session', s.id, 'name', a.name, 'language', a.language, 'secondFactor', s.second_factor_at,
      'agency', (select m.agency_id from identity.membership m where m.account_id = a.id and m.agency_id is not null
        and m.from_date <= today and (m.to_date is null or m.to_date >= today) order by m.from_date limit 1),
      'roles', coalesce((select jsonb_agg(distinct m.role) from identity.membership m where m.account_id = a.id
        and m.from_date <= today and (m.to_date is null or m.to_date >= today)), '[]'),
      'bodies', coalesce((select jsonb_agg(distinct m.body_slug) from identity.membership m where m.account_id = a.id and m.body_slug is not null
        and m.from_date <= today and (m.to_date is null or m.to_date >= today)), '[]'),
      'seats', coalesce((select jsonb_object_agg(held.role, held.bodies) from (
        select m.role, jsonb_agg(distinct m.body_slug) as bodies from identity.membership m where m.account_id = a.id and m.body_slug is not null
          and m.from_date <= today and (m.to_date is null or m.to_date >= today) group by m.role) held), '{}'))
    into facts
    from identity.session s join identity.account a on a.id = s.account_id
    where s.token_hash = session_hash and s.revoked_at is null and s.expires_at > moment
      and (s.method = 'api-key' or s.seen_at > moment - interval '2 hours') and a.closed_at is null;
  if facts is null then
    perform platform.open_context('public', '{}', request, purpose, moment, time_zone, capability);
    return null;
  end if;
  -- Idle time is kept to five minutes, so that reading pages does not write a row each time.
  update identity.session set seen_at = moment where id = (facts ->> 'session')::uuid and seen_at < moment - interval '5 minutes';
  perform platform.open_context('staff', facts, request, purpose, moment, time_zone, capability);
  return facts;
end $$;

-- Gives an account a key; false where there is no such open account. The command line's alone.
create function identity.add_api_key(session uuid, address text, hash bytea, until timestamptz, moment timestamptz) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  if platform.ctx_actor() is distinct from 'worker' then raise exception 'only a command gives a key' using errcode = '42501'; end if;
  insert into identity.session (id, token_hash, account_id, method, created_at, seen_at, expires_at, device)
    select session, hash, a.id, 'api-key', moment, moment, until, 'api' from identity.account a where lower(a.email) = lower(address) and a.closed_at is null;
  return found;
end $$;
