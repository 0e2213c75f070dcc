-- A person counts as not to be reached only after attempts on several days, and once she had time to answer since the first of them: the terms 'attempts'
-- (on how many days) and 'reply' (days since the first). Attempts before an appointment or a service do not count: then she was reached.
alter table access.referral_event add column on_day date;
create policy fill on access.referral_term for insert to ct_owner with check (true);
insert into access.referral_term (name, unit, count) values ('attempts', 'days', 3), ('reply', 'days', 10);
drop policy fill on access.referral_term;

-- Somebody can be lost after a first appointment and in the middle of a service too: attempts are recorded there as well.
alter table access.referral_transition disable trigger referral_transition_fixed;
create policy fill on access.referral_transition for insert to ct_owner with check (true);
insert into access.referral_transition (step, from_state, to_state, actor) values ('try-contact', 'attended', 'attended', 'receiver'), ('try-contact', 'in-progress', 'in-progress', 'receiver');
drop policy fill on access.referral_transition;
alter table access.referral_transition enable trigger referral_transition_fixed;

create function access.tried_to_reach(of_referral uuid) returns boolean language sql stable set search_path = '' as $$
  with tried as (
    select coalesce(e.on_day, e.at::date) as day from access.referral_event e where e.referral_id = of_referral and e.step = 'try-contact'
      and e.at > coalesce((select max(b.at) from access.referral_event b where b.referral_id = of_referral and b.step in ('schedule', 'attend', 'start')), '-infinity')
  )
  select count(distinct t.day) >= (select x.count from access.referral_term x where x.name = 'attempts')
    and min(t.day) + (select x.count from access.referral_term x where x.name = 'reply') <= platform.ctx_today()
  from tried t
$$;

-- As before, with that rule ('not-tried'), and the day of the community on every line.
create or replace function access.take_referral_step(of_referral uuid, expected text, wanted text, side text, given jsonb) returns text language plpgsql security definer set search_path = '' as $$
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
  if wanted = 'fail' and given ->> 'reason' = 'unable-to-contact' and not access.tried_to_reach(r.id) then return 'not-tried'; end if;
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
  insert into access.referral_event (id, referral_id, at, on_day, actor, account_id, step, from_state, to_state, reason, note_kind)
  values (gen_random_uuid(), r.id, moment, platform.ctx_today(), side, platform.ctx_account(), wanted, r.state, n.state, given ->> 'reason', case when words = '' then null when wanted = 'answer-info' then 'answer' else 'own' end);
  if words <> '' then
    insert into access.referral_note (id, referral_id, side, kind, body, at) values (gen_random_uuid(), r.id, side, case when wanted = 'answer-info' then 'answer' else 'own' end, words, moment);
  end if;
  -- Whatever has ended, or may not be shared any more, is opened by no link.
  if n.ended_at is not null or wanted = 'stop-sharing' then update access.referral_link l set revoked_at = moment where l.referral_id = r.id and l.revoked_at is null; end if;
  perform platform.write_audit('access.referral-step', 'referral', r.id::text, 'permit', jsonb_build_object('step', wanted, 'side', side));
  return 'done';
end $$;
