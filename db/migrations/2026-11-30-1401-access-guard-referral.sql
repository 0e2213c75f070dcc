-- Who stands on which side of a referral, and what may happen to it.

-- Whether the asker works with a person in the agency that holds her record, and may therefore send her somewhere.
create function access.may_refer(of_person uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select platform.ctx_actor() = 'staff' and (platform.ctx_has('intake-worker') or platform.ctx_has('clinician') or platform.ctx_has('access-supervisor'))
    and exists (select from access.person p where p.id = of_person and p.state = 'active' and p.agency_id = platform.ctx_agency())
    and of_person not in (select access.barred_persons()) and of_person not in (select access.locked_persons('identity'))
    and (platform.ctx_has('access-supervisor') or of_person in (select access.assigned_persons()))
$$;

-- The referral that a link opens: the link was not revoked, has not expired, and the referral has not ended.
create function access.referral_by_link() returns uuid language sql stable security definer set search_path = '' as $$
  select l.referral_id from access.referral_link l join access.referral r on r.id = l.referral_id
  where l.key_hash = platform.ctx_capability() and l.revoked_at is null and l.expires_at > platform.ctx_now() and r.ended_at is null
$$;
-- The referral whose code the person typed.
create function access.referral_by_code() returns uuid language sql stable security definer set search_path = '' as $$
  select c.referral_id from access.referral_code c where c.code_hash = platform.ctx_capability()
$$;

-- The sides that the asker stands on. A draft has one side alone.
create function access.referral_sides(r access.referral) returns text[] language plpgsql stable security definer set search_path = '' as $$
declare
  sides text[] := '{}';
  actor text := platform.ctx_actor();
  worker boolean := platform.ctx_has('intake-worker') or platform.ctx_has('clinician');
  supervisor boolean := platform.ctx_has('access-supervisor');
begin
  if actor = 'worker' then return array['system']; end if;
  if actor = 'staff' and r.person_id not in (select access.barred_persons()) and r.person_id not in (select access.locked_persons('identity')) then
    if r.to_agency = platform.ctx_agency() and r.sent_at is not null
      and (supervisor or platform.ctx_has('intake-worker') or (worker and r.handled_by = platform.ctx_account())) then sides := sides || 'receiver'::text; end if;
    if r.from_agency = platform.ctx_agency() and (supervisor or (worker and (r.sent_by = platform.ctx_account() or r.person_id in (select access.assigned_persons())))) then
      sides := sides || 'sender'::text; end if;
    if platform.ctx_has('coordinator') and (r.from_agency = platform.ctx_agency() or (r.to_agency = platform.ctx_agency() and r.sent_at is not null)) then sides := sides || 'coordinator'::text; end if;
  end if;
  if platform.ctx_capability() is not null then
    if r.id = access.referral_by_link() then sides := sides || 'receiver'::text; end if;
    if r.id = access.referral_by_code() then sides := sides || 'person'::text; end if;
  end if;
  return sides;
end $$;

create function access.guard_referral() returns trigger language plpgsql set search_path = '' as $$
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
  return new;
end $$;
create trigger referral_guard before insert or update or delete on access.referral for each row execute function access.guard_referral();
create function access.refuse_history() returns trigger language plpgsql set search_path = '' as $$
begin
  raise exception 'the history of a referral is never changed' using errcode = '42501';
end $$;
create trigger referral_event_append_only before update or delete or truncate on access.referral_event for each statement execute function access.refuse_history();
create trigger referral_note_append_only before update or delete or truncate on access.referral_note for each statement execute function access.refuse_history();
create trigger referral_transition_fixed before insert or update or delete or truncate on access.referral_transition for each statement execute function access.refuse_history();

-- Sections that a live consent of the person opens to a receiver, without those that she told everybody or this organisation to leave closed. Within the
-- organisation that holds the record no consent is needed.
create function access.referral_sections(of_person uuid, receiver uuid, organization uuid) returns text[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(s.section order by s.section), '{}') from unnest(array['identity', 'contact', 'housing', 'health', 'note']) s(section)
  where (exists (select from access.person p where p.id = of_person and p.agency_id = receiver)
      or exists (select from access.consent c where c.person_id = of_person and s.section = any (c.categories) and c.purposes && array['care', 'referral'] and c.withdrawn_at is null
        and c.starts_on <= platform.ctx_today() and (c.expires_on is null or c.expires_on >= platform.ctx_today())
        and (c.to_agencies @> array[receiver] or c.to_organizations @> array[organization])))
    and not exists (select from access.instruction i where i.person_id = of_person and i.lifted_at is null and i.account_id is null
      and (i.category is null or i.category = s.section) and (i.agency_id is null or i.agency_id = receiver))
$$;

-- Whether somebody with an account there can answer.
create function access.agency_answers(of_agency uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from identity.membership m where m.agency_id = of_agency and m.role in ('intake-worker', 'access-supervisor')
    and m.from_date <= platform.ctx_today() and (m.to_date is null or m.to_date >= platform.ctx_today()))
$$;

-- What stands against sending a person to a service; empty where nothing does, null for whoever may not ask.
create function access.referral_barriers(of_person uuid, of_service uuid) returns text[] language sql stable security definer set search_path = '' as $$
  select case when access.may_refer(of_person) then array_remove(array[
      case when s.status <> 'active' or not s.takes_referrals or s.withdrawn_at is not null or s.known_from > platform.ctx_today() or o.withdrawn_at is not null
        or coalesce((select a.demonstration from identity.agency a where a.id = p.agency_id), false) <> s.demonstration then 'not-offered' end,
      case when exists (select from access.referral r where r.person_id = of_person and r.service_id = of_service and r.state in ('declined', 'failed')
        and r.ended_at > platform.ctx_now() - make_interval(days => (select t.count from access.referral_term t where t.name = 'struck-out'))) then 'struck-out' end,
      case when exists (select from access.referral r where r.person_id = of_person and r.service_id = of_service and r.ended_at is null and r.sent_at is not null) then 'open-already' end,
      case when not coalesce(access.agency_answers(o.agency_id), false) and coalesce(s.email, o.email) is null then 'no-address' end,
      case when cardinality(access.referral_sections(of_person, o.agency_id, o.id)) = 0 then 'no-consent' end], null) end
  from access.service s join access.organization o on o.id = s.organization_id join access.person p on p.id = of_person where s.id = of_service
$$;

-- Writes a draft; false where the asker does not work with the person, or nothing was declined before under the given number.
create function access.draft_referral(new_id uuid, of_person uuid, of_service uuid, given jsonb) returns boolean language plpgsql security definer set search_path = '' as $$
declare
  before uuid := (given ->> 'previous')::uuid;
begin
  if not access.may_refer(of_person) or (before is not null and not exists (select from access.referral r where r.id = before and r.person_id = of_person
    and r.from_agency = platform.ctx_agency() and r.state in ('declined', 'failed', 'expired'))) then
    perform platform.write_audit('access.draft-referral', 'person', of_person::text, 'refuse', '{}');
    return false;
  end if;
  insert into access.referral (id, person_id, service_id, organization_id, from_agency, to_agency, by_link, previous_id, need, urgency, handoff_at, handoff_with, handoff_by, sent_by, made_at)
  select new_id, of_person, s.id, o.id, platform.ctx_agency(), o.agency_id, not coalesce(access.agency_answers(o.agency_id), false), before, given ->> 'need', given ->> 'urgency',
    (given ->> 'handoffAt')::timestamptz, given ->> 'handoffWith', case when given ->> 'handoffWith' is not null then platform.ctx_account() end, platform.ctx_account(), platform.ctx_now()
  from access.service s join access.organization o on o.id = s.organization_id where s.id = of_service;
  if not found then return false; end if;
  if coalesce(given ->> 'request', '') <> '' then
    insert into access.referral_note (id, referral_id, side, kind, body, at) values (gen_random_uuid(), new_id, 'sender', 'request', given ->> 'request', platform.ctx_now());
  end if;
  return true;
end $$;

-- Takes one step, under a lock: 'done', or why not: 'absent', 'conflict' (somebody was faster), 'refused', 'reason', 'too-early', or a barrier.
create function access.take_referral_step(of_referral uuid, expected text, wanted text, side text, given jsonb) returns text language plpgsql security definer set search_path = '' as $$
declare
  r access.referral;
  n access.referral;
  t access.referral_transition;
  moment timestamptz := platform.ctx_now();
  barrier text;
  words text := coalesce(given ->> 'note', '');
begin
  select * into r from access.referral where id = of_referral for update;
  if r.id is null or not (side = any (access.referral_sides(r))) then
    perform platform.write_audit('access.referral-step', 'referral', of_referral::text, 'refuse', jsonb_build_object('step', wanted));
    return 'absent';
  end if;
  if r.state <> expected then return 'conflict'; end if;
  select * into t from access.referral_transition x where x.step = wanted and x.from_state = r.state and x.actor = side;
  if t.step is null then return 'refused'; end if;
  if exists (select from access.referral_reason x where x.step = wanted) and not exists (select from access.referral_reason x where x.step = wanted and x.reason = given ->> 'reason') then return 'reason'; end if;
  if wanted = 'see' and r.seen_at is not null then return 'done'; end if;
  if wanted = 'ask' and r.asked_at is not null then return 'done'; end if;
  if (wanted = 'request-info' and r.paused_since is not null) or (wanted = 'answer-info' and r.paused_since is null) or (wanted = 'answer-help' and r.help_answer is not null) then return 'refused'; end if;
  if wanted = 'schedule' and coalesce((given ->> 'at')::timestamptz <= moment, true) then return 'refused'; end if;
  if wanted in ('attend', 'start') and coalesce((given ->> 'on')::date > platform.ctx_today(), true) then return 'refused'; end if;
  if wanted = 'expire' and (r.sender_told_at is null or r.sent_at > moment - make_interval(days => (select x.count from access.referral_term x where x.name = 'expire'))) then return 'too-early'; end if;
  if wanted = 'send' then
    barrier := (access.referral_barriers(r.person_id, r.service_id))[1];
    if not access.may_refer(r.person_id) then return 'absent'; end if;
    if barrier is not null then return barrier; end if;
    if r.urgency = 'urgent' and r.handoff_with is null then return 'no-handoff'; end if;
  end if;

  n := r;
  n.state := t.to_state;
  -- The clock runs again with the answer, or as soon as something else is decided.
  if r.paused_since is not null and (wanted = 'answer-info' or n.state <> r.state) then
    n.paused_seconds := r.paused_seconds + extract(epoch from moment - r.paused_since)::integer;
    n.paused_since := null;
  end if;
  if wanted = 'request-info' then n.paused_since := moment; end if;
  if wanted = 'send' then n.sent_at := moment; end if;
  -- Whoever answers has seen it.
  if side = 'receiver' and wanted <> 'withdraw' then n.seen_at := coalesce(r.seen_at, moment); end if;
  if side = 'receiver' and r.handled_by is null and platform.ctx_account() is not null and wanted <> 'see' then n.handled_by := platform.ctx_account(); end if;
  if n.state in ('accepted', 'scheduled', 'in-progress') and r.accepted_at is null then n.accepted_at := moment; n.paused_to_accept := n.paused_seconds; end if;
  if wanted in ('waitlist', 'review-waitlist') then n.waitlisted_at := moment; end if;
  if wanted in ('try-contact', 'schedule', 'attend', 'start') then n.contacted_at := coalesce(r.contacted_at, moment); end if;
  if wanted = 'schedule' then n.appointment_at := (given ->> 'at')::timestamptz; end if;
  if wanted in ('attend', 'start') and r.first_service_on is null then n.first_service_on := (given ->> 'on')::date; n.paused_to_service := n.paused_seconds; end if;
  if wanted = 'miss' then n.no_shows := r.no_shows + 1; end if;
  if wanted = 'tell-sender' then n.sender_told_at := moment; end if;
  if wanted = 'stop-sharing' then n.stopped_at := moment; end if;
  if wanted = 'complete' then n.outcome := given ->> 'reason'; end if;
  if wanted = 'fail' then n.outcome := 'not-met'; end if;
  if n.state <> r.state and n.state in ('completed', 'failed', 'declined', 'cancelled', 'withdrawn', 'expired', 'void') then n.ended_at := moment; n.reason := given ->> 'reason'; end if;
  if wanted in ('ask', 'answer-help') then n.asked_at := coalesce(r.asked_at, moment); end if;
  if wanted = 'answer-help' then n.help_answer := given ->> 'reason'; end if;
  if n.asked_at is not null and n.outcome is not null then n.closed_at := coalesce(r.closed_at, moment); end if;
  update access.referral set state = n.state, sent_at = n.sent_at, seen_at = n.seen_at, handled_by = n.handled_by, accepted_at = n.accepted_at, paused_to_accept = n.paused_to_accept, paused_since = n.paused_since,
    paused_seconds = n.paused_seconds, waitlisted_at = n.waitlisted_at, contacted_at = n.contacted_at, appointment_at = n.appointment_at, first_service_on = n.first_service_on, paused_to_service = n.paused_to_service,
    no_shows = n.no_shows, sender_told_at = n.sender_told_at, stopped_at = n.stopped_at, outcome = n.outcome, ended_at = n.ended_at, reason = n.reason, asked_at = n.asked_at, help_answer = n.help_answer, closed_at = n.closed_at
  where id = r.id;
  insert into access.referral_event (id, referral_id, at, actor, account_id, step, from_state, to_state, reason, note_kind)
  values (gen_random_uuid(), r.id, moment, side, platform.ctx_account(), wanted, r.state, n.state, given ->> 'reason', case when words = '' then null when wanted = 'answer-info' then 'answer' else 'own' end);
  if words <> '' then
    insert into access.referral_note (id, referral_id, side, kind, body, at) values (gen_random_uuid(), r.id, side, case when wanted = 'answer-info' then 'answer' else 'own' end, words, moment);
  end if;
  -- Whatever has ended, or may not be shared any more, is opened by no link.
  if n.ended_at is not null or wanted = 'stop-sharing' then update access.referral_link l set revoked_at = moment where l.referral_id = r.id and l.revoked_at is null; end if;
  perform platform.write_audit('access.referral-step', 'referral', r.id::text, 'permit', jsonb_build_object('step', wanted, 'side', side));
  return 'done';
end $$;
