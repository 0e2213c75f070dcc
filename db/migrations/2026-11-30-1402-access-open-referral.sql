-- What the pages, links and codes of a referral read; each read of a person's data writes its audit line first.

-- The person's data that this reader may see through this referral, read live: what a consent covers now, what her role opens, nothing after the end.
create function access.read_referral(of_referral uuid) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  r access.referral;
  sides text[];
  open_sections text[] := '{}';
  answer jsonb;
begin
  select * into r from access.referral where id = of_referral;
  if r.id is null then return null; end if;
  sides := access.referral_sides(r);
  if not ('receiver' = any (sides)) then return null; end if;
  if r.ended_at is null then
    open_sections := access.referral_sections(r.person_id, r.to_agency, r.organization_id);
    -- Through a link, which can be passed on, only who it is and how to reach her; with an account, what the role opens.
    if platform.ctx_actor() is distinct from 'staff' or r.id = access.referral_by_link() then
      open_sections := array(select s from unnest(open_sections) s where s in ('identity', 'contact'));
    else
      open_sections := array(select s from unnest(open_sections) s where access.role_opens(s) and r.person_id not in (select access.locked_persons(s)));
    end if;
  end if;
  perform platform.write_audit('access.read-referral', 'person', r.person_id::text, case when cardinality(open_sections) > 0 then 'permit' else 'mask' end,
    jsonb_build_object('section', array_to_string(open_sections, ', '), 'referral', r.id));
  answer := jsonb_build_object('sections', open_sections,
    'words', case when cardinality(open_sections) > 0 then (select coalesce(jsonb_agg(jsonb_build_object('kind', w.kind, 'body', w.body, 'at', w.at) order by w.at, w.id), '[]') from access.referral_note w
      where w.referral_id = r.id and (w.kind in ('request', 'answer') or w.side = 'receiver')) else '[]'::jsonb end);
  if 'identity' = any (open_sections) then answer := answer || jsonb_build_object('identity', (select jsonb_build_object('givenName', i.given_name, 'familyName', i.family_name, 'birthDate', i.birth_date,
    'birthEstimated', i.birth_estimated, 'languages', i.languages, 'interpreter', i.interpreter) from access.person_identity i where i.person_id = r.person_id)); end if;
  if 'contact' = any (open_sections) then answer := answer || jsonb_build_object('contact', (select jsonb_build_object('phone', c.phone, 'email', c.email, 'safeToLeaveMessage', c.safe_to_leave_message,
    'preference', c.preference, 'doNotContact', p.do_not_contact) from access.person p left join access.person_contact c on c.person_id = p.id where p.id = r.person_id)); end if;
  if 'housing' = any (open_sections) then answer := answer || jsonb_build_object('housing', (select coalesce(jsonb_agg(e.body order by e.written_at), '[]') from access.person_housing e where e.person_id = r.person_id)); end if;
  if 'health' = any (open_sections) then answer := answer || jsonb_build_object('health', (select coalesce(jsonb_agg(e.body order by e.written_at), '[]') from access.person_health e where e.person_id = r.person_id)); end if;
  if 'note' = any (open_sections) then answer := answer || jsonb_build_object('note', (select coalesce(jsonb_agg(e.body order by e.written_at), '[]') from access.person_note e where e.person_id = r.person_id)); end if;
  return answer;
end $$;

-- What the sender wrote, for the sender; what she asked for and answered, and her own words.
create function access.read_referral_words(of_referral uuid) returns table (kind text, body text, at timestamptz) language plpgsql security definer set search_path = '' as $$
declare
  r access.referral;
begin
  select * into r from access.referral x where x.id = of_referral;
  if r.id is null or not ('sender' = any (access.referral_sides(r))) then return; end if;
  perform platform.write_audit('access.read-referral-words', 'person', r.person_id::text, 'permit', jsonb_build_object('referral', r.id));
  return query select w.kind, w.body, w.at from access.referral_note w where w.referral_id = r.id and w.side = 'sender' order by w.at, w.id;
end $$;

-- Which sides the asker stands on, and whether anything is shared with the receiver now.
create function access.referral_standing(of_referral uuid) returns jsonb language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('sides', access.referral_sides(r), 'shared', cardinality(access.referral_sections(r.person_id, r.to_agency, r.organization_id)) > 0,
    'late', r.sent_at is not null and r.sent_at <= platform.ctx_now() - make_interval(days => (select t.count from access.referral_term t where t.name = 'expire')))
  from access.referral r where r.id = of_referral and cardinality(access.referral_sides(r)) > 0
$$;

-- The names of a service and its organisation, also of ones that were withdrawn from the directory: a referral keeps them.
create function access.referred_to(of_service uuid) returns jsonb language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('service', s.name, 'organization', o.name) from access.service s join access.organization o on o.id = s.organization_id where s.id = of_service
$$;

-- What a link shows of its referral: nothing that says where else the person has been.
create function access.linked_referral() returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  r access.referral;
begin
  select * into r from access.referral where id = access.referral_by_link();
  if r.id is null then
    perform platform.write_audit('access.open-referral-link', 'referral', null, 'refuse', '{}');
    return null;
  end if;
  perform platform.write_audit('access.open-referral-link', 'referral', r.id::text, 'permit', '{}');
  return jsonb_build_object('id', r.id, 'service', (select s.name from access.service s where s.id = r.service_id), 'from', (select a.name from identity.agency a where a.id = r.from_agency),
    'need', r.need, 'urgency', r.urgency, 'state', r.state, 'sentAt', r.sent_at, 'seenAt', r.seen_at, 'appointmentAt', r.appointment_at, 'firstServiceOn', r.first_service_on,
    'pausedSince', r.paused_since, 'handoffAt', r.handoff_at, 'handoffWith', r.handoff_with, 'content', access.read_referral(r.id));
end $$;

-- What the person sees of her own referral: who holds it and where it stands; not her record.
create function access.followed_referral() returns jsonb language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', r.id, 'service', s.name, 'organization', o.name, 'phone', (select p.number from access.phone p where p.service_id = s.id or p.organization_id = o.id order by p.service_id nulls last, p.position, p.id limit 1),
    'from', (select a.name from identity.agency a where a.id = r.from_agency), 'state', r.state, 'seenAt', r.seen_at, 'sentAt', r.sent_at, 'pausedSince', r.paused_since, 'shared', cardinality(access.referral_sections(r.person_id, r.to_agency, r.organization_id)) > 0,
    'appointmentAt', r.appointment_at, 'firstServiceOn', r.first_service_on, 'endedAt', r.ended_at, 'helpAnswer', r.help_answer)
  from access.referral r join access.service s on s.id = r.service_id join access.organization o on o.id = r.organization_id where r.id = access.referral_by_code()
$$;

-- Keeps the hash of the code that the person follows it with; an earlier code ends.
create function access.set_referral_code(of_referral uuid, new_hash bytea) returns boolean language plpgsql security definer set search_path = '' as $$
declare
  r access.referral;
begin
  select * into r from access.referral where id = of_referral;
  if r.id is null or r.sent_at is null or not ('sender' = any (access.referral_sides(r))) then return false; end if;
  insert into access.referral_code (referral_id, code_hash, made_at) values (r.id, new_hash, platform.ctx_now())
  on conflict (referral_id) do update set code_hash = new_hash, made_at = platform.ctx_now();
  perform platform.write_audit('access.new-referral-code', 'referral', r.id::text, 'permit', '{}');
  return true;
end $$;

-- Makes a link for a receiver without an account, for the worker that mails it; earlier ones end. Null where none is wanted.
create function access.new_referral_link(link uuid, of_referral uuid) returns jsonb language plpgsql security definer set search_path = '' as $$
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
  return (select jsonb_build_object('key', key, 'email', coalesce(s.email, o.email), 'urgent', r.urgency = 'urgent')
    from access.service s join access.organization o on o.id = s.organization_id where s.id = r.service_id);
end $$;

-- Open referrals for the clock of the program: ids, agencies and moments, nothing of the person.
create function access.referral_facts(of_referral uuid) returns setof access.referral language sql stable security definer set search_path = '' as $$
  select r.* from access.referral r where platform.ctx_actor() = 'worker' and r.id = of_referral
$$;
-- Sent referrals that are open and whose receiver no consent covers any more, unless that was marked since the last consent.
create function access.uncovered_referrals() returns table (id uuid, state text) language sql stable security definer set search_path = '' as $$
  select r.id, r.state from access.referral r where platform.ctx_actor() = 'worker' and r.ended_at is null and r.sent_at is not null 
    and (r.stopped_at is null or exists (select from access.consent c where c.person_id = r.person_id and c.recorded_at > r.stopped_at and (c.to_agencies @> array[r.to_agency] or c.to_organizations @> array[r.organization_id])))
    and cardinality(access.referral_sections(r.person_id, r.to_agency, r.organization_id)) = 0 order by r.id
$$;

-- Services with at least ten loops closed in the last twelve months that had a first service: the median wait in days, pauses left out. Nothing of a smaller number.
create function access.public_waits(time_zone text) returns table (service_id uuid, median_days double precision) language sql stable security definer set search_path = '' as $$
  select r.service_id, percentile_cont(0.5) within group (order by greatest(0, (r.first_service_on - (r.sent_at at time zone time_zone)::date) - r.paused_to_service / 86400))
  from access.referral r where r.closed_at > platform.ctx_now() - interval '12 months' and r.closed_at <= platform.ctx_now() and r.first_service_on is not null
  group by r.service_id having count(*) >= 10
$$;
