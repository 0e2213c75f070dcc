-- Registration for a public meeting: places are given under a lock on the meeting, so that two people cannot take the last one.
create function engagement.registration_key(registration uuid) returns text language sql stable security definer set search_path = '' as $$
  select translate(encode(substr(platform.context_mac('registration ' || registration), 1, 16), 'base64'), '+/=', '-_')
$$;

-- How many places a meeting has left; null where it has no limit.
create function engagement.places_left(meeting uuid) returns integer language sql stable security definer set search_path = '' as $$
  select e.capacity - coalesce((select sum(r.people) from engagement.registration r where r.event_id = e.id and r.state = 'registered'), 0)::integer
  from engagement.event e where e.id = meeting
$$;

-- Locks the meeting; true where it takes registrations now.
create function engagement.open_for_registration(meeting uuid) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  perform from engagement.event e where e.id = meeting for update;
  return exists (select from engagement.event e where e.id = meeting and e.state = 'planned' and e.removed_at is null
    and e.known_from <= platform.ctx_today() and e.starts_at > platform.ctx_now());
end $$;

-- Gives free places to the waiting list, in its order, to whoever fits; says who got one. Nothing happens for a meeting that is over or called off.
create function engagement.settle_event(meeting uuid) returns uuid[] language plpgsql security definer set search_path = '' as $$
declare
  waiting record;
  given uuid[] := '{}';
begin
  if not engagement.open_for_registration(meeting) then return given; end if;
  for waiting in select r.id, r.people from engagement.registration r where r.event_id = meeting and r.state = 'waiting' order by r.registered_at, r.id loop
    if coalesce(engagement.places_left(meeting) >= waiting.people, true) then
      update engagement.registration set state = 'registered', changed_at = platform.ctx_now() where id = waiting.id;
      given := given || waiting.id;
    end if;
  end loop;
  -- The trigger of a public page fires for each statement, so none is run where nothing changes.
  if exists (select from engagement.event e where e.id = meeting and e.is_full <> coalesce(engagement.places_left(meeting) <= 0, false)) then
    update engagement.event set is_full = not is_full where id = meeting;
  end if;
  return given;
end $$;

create function engagement.write_needs(registration uuid, needs jsonb) returns void language plpgsql security definer set search_path = '' as $$
begin
  delete from engagement.registration_need n where n.registration_id = write_needs.registration;
  insert into engagement.registration_need (registration_id, need, amount, note)
  select write_needs.registration, one ->> 'need', (one ->> 'amount')::integer, nullif(one ->> 'note', '') from jsonb_array_elements(write_needs.needs) one;
end $$;

-- Registers for a meeting, or says again what the same form got; null where the meeting takes no registrations.
create function engagement.register(meeting uuid, new_id uuid, seed text, given jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  own engagement.registration;
  mark bytea := sha256(convert_to(seed, 'UTF8'));
begin
  if not engagement.open_for_registration(meeting) then return null; end if;
  select * into own from engagement.registration r where r.seed_hash = mark and r.event_id = meeting;
  if own.id is not null then
    return jsonb_build_object('id', own.id, 'state', own.state, 'key', engagement.registration_key(own.id), 'again', true, 'promoted', '[]'::jsonb);
  end if;
  insert into engagement.registration (id, event_id, key_hash, seed_hash, state, people, language, spoken, registered_at, changed_at)
  values (new_id, meeting, sha256(convert_to(engagement.registration_key(new_id), 'UTF8')), mark,
    case when coalesce(engagement.places_left(meeting) >= (given ->> 'people')::integer, true) then 'registered' else 'waiting' end,
    (given ->> 'people')::integer, given ->> 'language', given ->> 'spoken', platform.ctx_now(), platform.ctx_now())
  returning * into own;
  if coalesce(given ->> 'name', '') <> '' or coalesce(given ->> 'email', '') <> '' then
    insert into engagement.registrant (registration_id, name, email) values (new_id, nullif(given ->> 'name', ''), nullif(given ->> 'email', ''));
  end if;
  perform engagement.write_needs(new_id, given -> 'needs');
  return jsonb_build_object('id', new_id, 'state', own.state, 'key', engagement.registration_key(new_id), 'again', false, 'promoted', to_jsonb(engagement.settle_event(meeting)));
end $$;

-- The registration whose key was shown, with all that was said with it.
create function engagement.own_registration() returns jsonb language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', r.id, 'eventId', r.event_id, 'state', r.state, 'people', r.people, 'language', r.language, 'spoken', r.spoken,
    'name', coalesce(p.name, ''), 'email', coalesce(p.email, ''),
    'needs', (select coalesce(jsonb_agg(jsonb_build_object('need', n.need, 'amount', n.amount, 'note', n.note) order by n.need), '[]') from engagement.registration_need n where n.registration_id = r.id))
  from engagement.registration r left join engagement.registrant p on p.registration_id = r.id where r.key_hash = platform.ctx_capability()
$$;

-- Changes the registration whose key was shown: 'changed', 'full' where more people do not fit, 'closed' where it is too late.
create function engagement.change_registration(given jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  own engagement.registration;
  more integer;
begin
  select * into own from engagement.registration r where r.key_hash = platform.ctx_capability();
  if own.id is null or not engagement.open_for_registration(own.event_id) then return jsonb_build_object('outcome', 'closed'); end if;
  select * into own from engagement.registration r where r.id = own.id;
  if own.state = 'cancelled' then return jsonb_build_object('outcome', 'closed'); end if;
  more := (given ->> 'people')::integer - own.people;
  if own.state = 'registered' and more > 0 and more > engagement.places_left(own.event_id) then
    return jsonb_build_object('outcome', 'full', 'left', engagement.places_left(own.event_id));
  end if;
  update engagement.registration set people = (given ->> 'people')::integer, spoken = given ->> 'spoken', language = given ->> 'language', changed_at = platform.ctx_now() where id = own.id;
  delete from engagement.registrant p where p.registration_id = own.id;
  if coalesce(given ->> 'name', '') <> '' or coalesce(given ->> 'email', '') <> '' then
    insert into engagement.registrant (registration_id, name, email) values (own.id, nullif(given ->> 'name', ''), nullif(given ->> 'email', ''));
  end if;
  perform engagement.write_needs(own.id, given -> 'needs');
  return jsonb_build_object('outcome', 'changed', 'id', own.id, 'promoted', to_jsonb(engagement.settle_event(own.event_id)));
end $$;

-- Gives the places of the registration whose key was shown back; who it was and what she needed is erased in the same moment. Null where it is too late.
create function engagement.cancel_registration() returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  own engagement.registration;
begin
  select * into own from engagement.registration r where r.key_hash = platform.ctx_capability();
  if own.id is null or not engagement.open_for_registration(own.event_id) then return null; end if;
  update engagement.registration set state = 'cancelled', changed_at = platform.ctx_now() where id = own.id;
  delete from engagement.registrant p where p.registration_id = own.id;
  delete from engagement.registration_need n where n.registration_id = own.id;
  update platform.mail_message set state = 'withheld' where recipient_key = own.id and state = 'queued';
  return jsonb_build_object('id', own.id, 'promoted', to_jsonb(engagement.settle_event(own.event_id)));
end $$;

-- What the people of a meeting need, in totals; words without a name. After the erasure what is left of them.
create function engagement.event_needs(meeting uuid) returns table (need text, amount bigint, notes text[]) language sql stable security definer set search_path = '' as $$
  select n.need, sum(n.amount), coalesce(array_agg(n.note order by n.note) filter (where n.note is not null), '{}')
  from engagement.registration_need n join engagement.registration r on r.id = n.registration_id
  where r.event_id = meeting and r.state = 'registered' and platform.ctx_has('plan-manager') group by n.need
  union all
  select t.need, t.amount, '{}' from engagement.need_total t where t.event_id = meeting and platform.ctx_has('plan-manager')
$$;

-- The names for the door, without addresses and without needs, with the audit row of who looked.
create function engagement.read_door_list(meeting uuid) returns table (name text, people integer, state text)
language plpgsql security definer set search_path = '' as $$
begin
  if not platform.ctx_has('plan-manager') then
    perform platform.write_audit('event.read-door-list', 'event', meeting::text, 'refuse', '{}');
    return;
  end if;
  perform platform.write_audit('event.read-door-list', 'event', meeting::text, 'permit', '{"section": "names"}');
  return query select p.name, r.people, r.state from engagement.registration r left join engagement.registrant p on p.registration_id = r.id
    where r.event_id = meeting and r.state <> 'cancelled' order by r.state, lower(p.name) nulls last, r.registered_at;
end $$;
