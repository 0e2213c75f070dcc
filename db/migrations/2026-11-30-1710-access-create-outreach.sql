-- Outreach to older adults who are at risk of isolation. About somebody who was not told nothing is stored: there is no row for her in any table.
create table access.outreach_setting (
  agency_id uuid constraint outreach_setting_pkey primary key,
  takes_referrals boolean not null,
  minimum_age integer not null default 55 constraint outreach_setting_age check (minimum_age between 18 and 120),
  missed_limit integer not null default 3 constraint outreach_setting_missed check (missed_limit between 1 and 20),
  changed_by uuid,
  changed_at timestamptz not null
);
-- What stays countable: no name, no telephone number.
create table access.outreach (
  id uuid constraint outreach_pkey primary key,
  agency_id uuid not null,
  person_id uuid constraint outreach_person_fkey references access.person,
  consent text not null constraint outreach_consent check (consent in ('agrees', 'unsure')),
  referred_by text not null constraint outreach_referred_by check (referred_by in ('neighbour', 'family', 'paramedic', 'pharmacist', 'other')),
  state text not null default 'new' constraint outreach_state check (state in ('new', 'joined', 'declined', 'unreachable', 'left')),
  received_on date not null,
  joined_on date,
  ended_on date,
  left_reason text constraint outreach_left_reason check (left_reason in ('connected', 'no-wish', 'moved', 'care-home', 'health', 'died', 'lost')),
  received_at timestamptz not null,
  constraint outreach_ended check ((state in ('declined', 'unreachable', 'left')) = (ended_on is not null)),
  constraint outreach_left check ((state = 'left') = (left_reason is not null)),
  constraint outreach_joined check (state not in ('joined', 'left') or joined_on is not null)
);
create index outreach_agency on access.outreach (agency_id, state);
create index outreach_person on access.outreach (person_id);
-- Deleted when she declines, cannot be reached or leaves.
create table access.outreach_contact (
  outreach_id uuid constraint outreach_contact_pkey primary key constraint outreach_contact_outreach_fkey references access.outreach,
  first_name text,
  telephone text not null,
  good_times text,
  language text not null constraint outreach_contact_language check (language in ('en', 'fr'))
);
-- Who calls, on which weekday (1 is Monday) and when.
create table access.outreach_slot (
  id uuid constraint outreach_slot_pkey primary key,
  outreach_id uuid not null constraint outreach_slot_outreach_fkey references access.outreach,
  account_id uuid not null,
  weekday integer not null constraint outreach_slot_weekday check (weekday between 1 and 7),
  at_time time not null,
  from_date date not null,
  to_date date,
  entered_by uuid
);
create index outreach_slot_outreach on access.outreach_slot (outreach_id);
create index outreach_slot_account on access.outreach_slot (account_id);
create table access.outreach_attempt (
  id uuid constraint outreach_attempt_pkey primary key,
  outreach_id uuid not null constraint outreach_attempt_outreach_fkey references access.outreach,
  account_id uuid not null,
  outcome text not null constraint outreach_attempt_outcome check (outcome in ('talked', 'missed', 'declined')),
  on_date date not null,
  recorded_at timestamptz not null
);
create index outreach_attempt_outreach on access.outreach_attempt (outreach_id, recorded_at);
create table access.outreach_note (
  id uuid constraint outreach_note_pkey primary key,
  outreach_id uuid not null constraint outreach_note_outreach_fkey references access.outreach,
  account_id uuid not null,
  body text not null,
  written_at timestamptz not null
);
create index outreach_note_outreach on access.outreach_note (outreach_id);
create table access.outreach_score (
  id uuid constraint outreach_score_pkey primary key,
  outreach_id uuid not null constraint outreach_score_outreach_fkey references access.outreach,
  measure text not null constraint outreach_score_measure check (measure in ('own', 'lsns-6', 'ucla-3')),
  score numeric(4, 1) not null,
  on_date date not null,
  entered_by uuid not null,
  constraint outreach_score_range check (case measure when 'own' then score between 0 and 10 when 'lsns-6' then score between 0 and 30 else score between 3 and 9 end)
);
create unique index outreach_score_once on access.outreach_score (outreach_id, measure, on_date);
do $$ declare t text; begin
  foreach t in array array['outreach_setting', 'outreach', 'outreach_contact', 'outreach_slot', 'outreach_attempt', 'outreach_note', 'outreach_score'] loop
    execute format('alter table access.%I enable row level security, force row level security', t);
  end loop;
end $$;

-- Organisations that take referrals from everybody: a public fact.
create function access.outreach_agencies() returns table (agency_id uuid, minimum_age integer) language sql stable security definer set search_path = '' as $$
  select s.agency_id, s.minimum_age from access.outreach_setting s where s.takes_referrals
$$;
-- The public form, by whoever fills it in. The same form sent twice is one referral; false where the organisation takes none.
create function access.refer_to_outreach(new_id uuid, to_agency uuid, given_consent text, referrer text, first_name text, telephone text, good_times text, given_language text) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from access.outreach_agencies() a where a.agency_id = to_agency) then return false; end if;
  insert into access.outreach (id, agency_id, consent, referred_by, received_on, received_at) values (new_id, to_agency, given_consent, referrer, platform.ctx_today(), platform.ctx_now()) on conflict (id) do nothing;
  if not found then return true; end if;
  insert into access.outreach_contact (outreach_id, first_name, telephone, good_times, language) values (new_id, first_name, telephone, good_times, given_language);
  perform platform.write_audit('access.refer-outreach', 'outreach', new_id::text, 'permit', '{}');
  return true;
end $$;

-- What the actor's agency accompanies, for its connectors (coordinators), intake and supervisors; a linked record that she is barred from closes it.
create function access.outreach_team() returns setof uuid language sql stable security definer set search_path = '' as $$
  select o.id from access.outreach o where o.agency_id = platform.ctx_agency()
    and (platform.ctx_has('coordinator') or platform.ctx_has('intake-worker') or platform.ctx_has('access-supervisor'))
    and (o.person_id is null or o.person_id not in (select access.barred_persons()))
$$;
-- What she has calls for.
create function access.outreach_called() returns setof uuid language sql stable security definer set search_path = '' as $$
  select s.outreach_id from access.outreach_slot s join access.outreach o on o.id = s.outreach_id
  where s.account_id = platform.ctx_account() and (platform.ctx_has('volunteer') or platform.ctx_has('coordinator')) and o.agency_id = platform.ctx_agency() and o.state in ('new', 'joined')
    and s.from_date <= platform.ctx_today() and (s.to_date is null or s.to_date >= platform.ctx_today()) and (o.person_id is null or o.person_id not in (select access.barred_persons()))
$$;
-- Her calls: first name and telephone of the people she calls, and when. Nothing else, and a line of the audit trail for each.
create function access.my_calls() returns table (outreach_id uuid, first_name text, telephone text, weekday integer, at_time time, done_today boolean) language plpgsql security definer set search_path = '' as $$
begin
  if platform.ctx_actor() is distinct from 'staff' then return; end if;
  perform platform.write_audit('access.read-call', 'outreach', c.id::text, 'permit', '{}') from (select distinct access.outreach_called() as id) c;
  return query select s.outreach_id, c.first_name, c.telephone, s.weekday, s.at_time,
      exists (select from access.outreach_attempt t where t.outreach_id = s.outreach_id and t.account_id = platform.ctx_account() and t.on_date = platform.ctx_today())
    from access.outreach_slot s join access.outreach_contact c on c.outreach_id = s.outreach_id
    where s.account_id = platform.ctx_account() and s.outreach_id in (select access.outreach_called()) and s.from_date <= platform.ctx_today() and (s.to_date is null or s.to_date >= platform.ctx_today())
    order by s.weekday, s.at_time, s.id;
end $$;
-- The list with first names, for the team; the route writes its line.
create function access.list_outreach() returns table (id uuid, first_name text, consent text, referred_by text, state text, received_on date, joined_on date, ended_on date, left_reason text, attempts integer) language sql stable security definer set search_path = '' as $$
  select o.id, c.first_name, o.consent, o.referred_by, o.state, o.received_on, o.joined_on, o.ended_on, o.left_reason, (select count(*)::integer from access.outreach_attempt t where t.outreach_id = o.id)
  from access.outreach o left join access.outreach_contact c on c.outreach_id = o.id where o.id in (select access.outreach_team())
  order by o.state in ('declined', 'unreachable', 'left'), o.state = 'joined', o.received_at desc limit 500
$$;
-- Everything about one, for the team: writes the audit line first.
create function access.read_outreach(of_outreach uuid) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  permitted boolean := of_outreach in (select access.outreach_team());
begin
  perform platform.write_audit('access.read-outreach', 'outreach', of_outreach::text, case when permitted then 'permit' else 'refuse' end, '{}');
  if not permitted then return null; end if;
  return (select jsonb_build_object('id', o.id, 'person', o.person_id, 'consent', o.consent, 'referredBy', o.referred_by, 'state', o.state, 'receivedOn', o.received_on, 'joinedOn', o.joined_on, 'endedOn', o.ended_on, 'leftReason', o.left_reason,
    'contact', (select jsonb_build_object('firstName', c.first_name, 'telephone', c.telephone, 'goodTimes', c.good_times, 'language', c.language) from access.outreach_contact c where c.outreach_id = o.id),
    'slots', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'account', s.account_id, 'name', (select a.name from identity.account a where a.id = s.account_id), 'weekday', s.weekday, 'at', to_char(s.at_time, 'HH24:MI')) order by s.weekday, s.at_time)
      from access.outreach_slot s where s.outreach_id = o.id and (s.to_date is null or s.to_date >= platform.ctx_today())), '[]'),
    'attempts', coalesce((select jsonb_agg(jsonb_build_object('outcome', t.outcome, 'on', t.on_date) order by t.recorded_at desc, t.id desc) from access.outreach_attempt t where t.outreach_id = o.id), '[]'),
    'notes', coalesce((select jsonb_agg(jsonb_build_object('body', n.body, 'writtenAt', n.written_at) order by n.written_at desc, n.id desc) from access.outreach_note n where n.outreach_id = o.id), '[]'),
    'scores', coalesce((select jsonb_agg(jsonb_build_object('measure', x.measure, 'score', x.score, 'on', x.on_date) order by x.measure, x.on_date) from access.outreach_score x where x.outreach_id = o.id), '[]'))
    from access.outreach o where o.id = of_outreach);
end $$;
-- How many calls in a row were missed, and from how many on a supervisor looks: for whoever calls.
create function access.missed_in_a_row(of_outreach uuid) returns table (missed integer, missed_limit integer, agency_id uuid) language sql stable security definer set search_path = '' as $$
  select (select count(*)::integer from access.outreach_attempt t where t.outreach_id = o.id and t.outcome = 'missed'
      and not exists (select from access.outreach_attempt u where u.outreach_id = o.id and u.outcome <> 'missed' and (u.recorded_at, u.id) > (t.recorded_at, t.id))),
    coalesce((select s.missed_limit from access.outreach_setting s where s.agency_id = o.agency_id), 3), o.agency_id
  from access.outreach o where o.id = of_outreach and (o.id in (select access.outreach_called()) or o.id in (select access.outreach_team()))
$$;

-- An attempt has its consequences at once: of whoever was unsure one attempt is allowed, and what is known of her goes when it was missed or she declines.
create function access.take_outreach_attempt() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  o access.outreach;
begin
  select * into strict o from access.outreach where id = new.outreach_id for update;
  if o.state not in ('new', 'joined') then raise exception 'nobody is called any more' using errcode = '23514'; end if;
  if new.outcome = 'declined' then
    update access.outreach set state = case when o.state = 'joined' then 'left' else 'declined' end, left_reason = case when o.state = 'joined' then 'no-wish' end, ended_on = new.on_date where id = o.id;
  elsif o.consent = 'unsure' and new.outcome = 'missed' then
    update access.outreach set state = 'unreachable', ended_on = new.on_date where id = o.id;
  elsif o.consent = 'unsure' then
    update access.outreach set consent = 'agrees' where id = o.id;
  end if;
  return new;
end $$;
create trigger outreach_attempt_taken before insert on access.outreach_attempt for each row execute function access.take_outreach_attempt();
-- Whoever is no longer accompanied is no longer known: name, number and schedule go, and of those who never joined the notes.
create function access.end_outreach() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  delete from access.outreach_contact where outreach_id = new.id;
  update access.outreach_slot set to_date = new.ended_on - 1 where outreach_id = new.id and (to_date is null or to_date >= new.ended_on);
  if new.state <> 'left' then delete from access.outreach_note where outreach_id = new.id; end if;
  return null;
end $$;
create trigger outreach_ended after update of state on access.outreach for each row when (new.ended_on is not null and old.ended_on is null) execute function access.end_outreach();

-- For the jobs: calls of today, first contacts that are owed, and scores without a person.
create function access.calls_today() returns table (slot_id uuid, account_id uuid, done_on date) language sql stable security definer set search_path = '' as $$
  select s.id, s.account_id, (select t.on_date from access.outreach_attempt t where t.outreach_id = s.outreach_id and t.account_id = s.account_id and t.on_date = platform.ctx_today() limit 1)
  from access.outreach_slot s join access.outreach o on o.id = s.outreach_id
  where platform.ctx_actor() = 'worker' and o.state in ('new', 'joined') and s.weekday = extract(isodow from platform.ctx_today()) and s.from_date <= platform.ctx_today() and (s.to_date is null or s.to_date >= platform.ctx_today())
$$;
create function access.answered_referrals() returns table (id uuid, answered boolean) language sql stable security definer set search_path = '' as $$
  select o.id, exists (select from access.outreach_attempt t where t.outreach_id = o.id) from access.outreach o
  where platform.ctx_actor() = 'worker' and (o.state <> 'new' or exists (select from access.outreach_attempt t where t.outreach_id = o.id)) and o.received_on > platform.ctx_today() - 400
$$;
create function access.outreach_results() returns table (case_number bigint, state text, left_reason text, measure text, score double precision, on_date date) language sql stable security definer set search_path = '' as $$
  select dense_rank() over (order by o.id), o.state, o.left_reason, x.measure, x.score::double precision, x.on_date from access.outreach o left join access.outreach_score x on x.outreach_id = o.id
  where o.state in ('joined', 'left') and (platform.ctx_actor() = 'worker' or (platform.ctx_has('access-supervisor') and o.id in (select access.outreach_team()))) order by 1, x.on_date
$$;
