-- Rules of priority, vacancies, the draws behind them, what was decided and why, and offers. Whoever stands where is personal: read through functions that write their line first.
alter table access.list add column conference_after integer not null default 3 constraint list_conference_after check (conference_after between 1 and 20);

-- A version of the rules by which a list is ordered. Its rules are written once; the approval names the decision of the body that owns them.
create table access.priority (
  id uuid constraint priority_pkey primary key,
  list_id uuid not null constraint priority_list_fkey references access.list,
  version integer not null constraint priority_number check (version > 0),
  rules jsonb not null constraint priority_rules check (jsonb_typeof(rules) = 'array' and jsonb_array_length(rules) > 0),
  note text not null,
  proposed_by uuid,
  proposed_at timestamptz not null,
  approved_by uuid,
  approved_at timestamptz,
  body text,
  decision text,
  decided_on date,
  reference text,
  url text,
  from_date date,
  constraint priority_version unique (list_id, version),
  constraint priority_approved check (num_nulls(approved_by, approved_at, body, decision, decided_on, reference, from_date) in (0, 7))
);
create function access.keep_priority() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.approved_at is not null then raise exception 'an approved version of the rules is never changed' using errcode = '42501'; end if;
  return new;
end $$;
create trigger priority_kept before update or delete on access.priority for each row execute function access.keep_priority();

-- What a person says of herself and no other record holds. The newest answer counts; without yes or no it is not known. It may put her forward and never back.
create table access.priority_answer (
  id uuid constraint priority_answer_pkey primary key,
  place bigint generated always as identity,
  list_id uuid not null constraint priority_answer_list_fkey references access.list,
  person_id uuid not null constraint priority_answer_person_fkey references access.person,
  field text not null constraint priority_answer_field check (field in ('veteran', 'indigenous')),
  answer boolean,
  recorded_by uuid,
  recorded_at timestamptz not null
);
create index priority_answer_person on access.priority_answer (person_id, field, place desc);

-- Somebody who answers for it sets a person to a place, with a reason. Ended, never deleted.
create table access.priority_override (
  id uuid constraint priority_override_pkey primary key,
  list_id uuid not null constraint priority_override_list_fkey references access.list,
  person_id uuid not null constraint priority_override_person_fkey references access.person,
  place integer not null constraint priority_override_place check (place > 0),
  set_by uuid not null,
  by_name text not null,
  reason text not null constraint priority_override_reason check (length(reason) >= 10),
  set_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid
);
create unique index priority_override_open on access.priority_override (list_id, person_id) where ended_at is null;

create table access.vacancy (
  id uuid constraint vacancy_pkey primary key,
  list_id uuid not null constraint vacancy_list_fkey references access.list,
  agency_id uuid not null constraint vacancy_agency_fkey references identity.agency,
  name text not null constraint vacancy_name check (length(name) between 3 and 120),
  requirements jsonb not null constraint vacancy_requirements check (jsonb_typeof(requirements) = 'array'),
  available_on date not null,
  answer_hours integer not null default 72 constraint vacancy_answer_hours check (answer_hours between 1 and 720),
  state text not null default 'open' constraint vacancy_state check (state in ('open', 'ranked', 'filled', 'withdrawn')),
  entered_by uuid,
  entered_at timestamptz not null,
  ranked_at timestamptz,
  ended_at timestamptz,
  constraint vacancy_ended check ((state in ('filled', 'withdrawn')) = (ended_at is not null))
);
create index vacancy_list on access.vacancy (list_id, entered_at desc);

-- The draw of a vacancy. The hash of the seed is public from the moment the vacancy is entered; the seed stands alone in a table that nobody may read,
-- until the list is closed. The tokens are made of the random number of a record and of the draw, so that nobody can choose them.
create table access.draw (
  id uuid constraint draw_pkey primary key constraint draw_vacancy_fkey references access.vacancy,
  list_id uuid not null constraint draw_list_fkey references access.list,
  commitment text not null constraint draw_commitment check (commitment ~ '^[0-9a-f]{64}$'),
  committed_at timestamptz not null,
  beacon text,
  seed text,
  lots jsonb,
  opened_at timestamptz,
  constraint draw_opened check (num_nulls(beacon, seed, opened_at) in (0, 3))
);
create table access.draw_seed (
  draw_id uuid constraint draw_seed_pkey primary key constraint draw_seed_draw_fkey references access.draw,
  seed text not null
);

-- What a ranking rested on, kept as it was: facts by token, rules, draw, overrides, fingerprints. Who stands behind a token is apart.
create table access.decision (
  vacancy_id uuid constraint decision_pkey primary key constraint decision_vacancy_fkey references access.vacancy,
  priority_id uuid not null constraint decision_priority_fkey references access.priority,
  inputs jsonb not null,
  ordering text[] not null,
  offered text,
  fingerprints jsonb not null,
  made_by uuid,
  made_at timestamptz not null
);
create table access.decision_person (
  vacancy_id uuid not null constraint decision_person_vacancy_fkey references access.vacancy,
  token text not null,
  person_id uuid not null constraint decision_person_person_fkey references access.person,
  constraint decision_person_pkey primary key (vacancy_id, token)
);

create table access.offer (
  id uuid constraint offer_pkey primary key,
  vacancy_id uuid not null constraint offer_vacancy_fkey references access.vacancy,
  person_id uuid not null constraint offer_person_fkey references access.person,
  token text not null,
  state text not null default 'offered' constraint offer_state check (state in ('offered', 'declining', 'accepted', 'declined', 'withdrawn')),
  offered_by uuid,
  offered_at timestamptz not null,
  answer_by timestamptz not null,
  declined_by text constraint offer_declined_by check (declined_by in ('provider', 'person')),
  reason text constraint offer_reason check (reason in ('user-error', 'intake-not-completed', 'ineligible', 'not-interested', 'no-longer-homeless', 'vacancy-withdrawn', 'refused-data-entry', 'needs-reassessment')),
  -- Refusals of the person up to this one, counted when it was approved.
  refusals integer,
  conference_held_on date,
  ended_at timestamptz,
  constraint offer_once unique (vacancy_id, token),
  constraint offer_declined check (state not in ('declining', 'declined') or (declined_by is not null and reason is not null)),
  constraint offer_ended check ((state in ('accepted', 'declined', 'withdrawn')) = (ended_at is not null))
);
create unique index offer_live on access.offer (vacancy_id) where state in ('offered', 'declining', 'accepted');
create index offer_person on access.offer (person_id);
create table access.offer_event (
  id uuid constraint offer_event_pkey primary key,
  place bigint generated always as identity,
  offer_id uuid not null constraint offer_event_offer_fkey references access.offer,
  at timestamptz not null,
  account_id uuid,
  step text not null constraint offer_event_step check (step in ('offer', 'accept', 'decline', 'approve', 'return', 'withdraw', 'conference')),
  declined_by text,
  reason text,
  note text
);
create index offer_event_offer on access.offer_event (offer_id, place);

do $$ declare t text; begin
  foreach t in array array['priority', 'priority_answer', 'priority_override', 'vacancy', 'draw', 'draw_seed', 'decision', 'decision_person', 'offer', 'offer_event'] loop
    execute format('alter table access.%I enable row level security, force row level security', t);
  end loop;
end $$;

-- Who enters vacancies: intake workers, supervisors and coordinators, for their own agency.
create function access.gives_vacancies() returns boolean language sql stable set search_path = '' as $$
  select platform.ctx_actor() = 'staff' and platform.ctx_agency() is not null and (platform.ctx_has('intake-worker') or platform.ctx_has('access-supervisor') or platform.ctx_has('coordinator'))
$$;
-- The version of the rules that is in force for a list on a day; null before the first.
create function access.priority_in_force(of_list uuid, on_day date) returns uuid language sql stable set search_path = '' as $$
  select p.id from access.priority p where p.list_id = of_list and p.approved_at is not null and p.from_date <= on_day order by p.from_date desc, p.version desc limit 1
$$;
-- People who closed their record to the agency that keeps a list: then it ranks them no more. Closed to one account only is another matter, as a bar is.
create function access.withheld_from(of_agency uuid) returns setof uuid language sql stable set search_path = '' as $$
  select i.person_id from access.instruction i where i.lifted_at is null and i.account_id is null and (i.agency_id is null or i.agency_id = of_agency) and (i.category is null or i.category in ('identity', 'housing'))
$$;
-- What the rules read of everybody who is on a list on a day. `closed`: a bar or an instruction keeps the record from the actor; her name and facts are shown to somebody else.
create function access.placed(of_list uuid, on_day date) returns table (person_id uuid, birth_date date, list_date date, household integer, veteran boolean, indigenous boolean, gender text, need_hash text, need_total double precision, closed boolean)
language sql stable set search_path = '' as $$
  select t.person_id, i.birth_date,
    (select min(h.effective) from access.list_change h where h.list_id = of_list and h.person_id = t.person_id and h.to_state = 'active' and h.effective <= on_day),
    (select count(*)::integer from access.household_member o where (o.to_date is null or o.to_date >= on_day) and o.from_date <= on_day and o.household_id =
      (select m.household_id from access.household_member m where m.person_id = t.person_id and m.from_date <= on_day and (m.to_date is null or m.to_date >= on_day) order by m.from_date desc, m.id desc limit 1)),
    (select a.answer from access.priority_answer a where a.person_id = t.person_id and a.list_id = of_list and a.field = 'veteran' order by a.place desc limit 1),
    (select a.answer from access.priority_answer a where a.person_id = t.person_id and a.list_id = of_list and a.field = 'indigenous' order by a.place desc limit 1),
    i.gender, n.hash, (n.score ->> 'total')::double precision,
    t.person_id in (select access.barred_persons()) or t.person_id in (select access.locked_persons('identity')) or t.person_id in (select access.locked_persons('housing'))
  from access.list_standing(of_list, on_day, platform.ctx_now()) t join access.list l on l.id = of_list left join access.person_identity i on i.person_id = t.person_id
    left join lateral (select a.hash, a.score from access.assessment a where a.person_id = t.person_id and a.section = 'housing' and a.state = 'finished' and a.score is not null and a.administered_on <= on_day and a.expires_on >= on_day
      order by a.administered_on desc, a.finished_at desc limit 1) n on true
  where t.on_list and t.person_id not in (select access.withheld_from(l.agency_id))
$$;

-- The people on a list with what the rules read, for those who keep it. Those closed to the reader are counted and left out.
create function access.read_ranked(of_list uuid, on_day date) returns table (person_id uuid, given_name text, family_name text, birth_date date, list_date date, household integer, veteran boolean, indigenous boolean, gender text,
  need_hash text, need_total double precision, override_id uuid, override_place integer, override_by text, override_reason text, override_at timestamptz)
language plpgsql security definer set search_path = '' as $$
begin
  if of_list not in (select access.kept_lists()) then
    perform platform.write_audit('access.read-ranked', 'list', of_list::text, 'refuse', '{}');
    return;
  end if;
  perform platform.write_audit('access.read-ranked', 'list', of_list::text, 'permit', '{}');
  return query select p.person_id, i.given_name, i.family_name, p.birth_date, p.list_date, p.household, p.veteran, p.indigenous, p.gender, p.need_hash, p.need_total, o.id, o.place, o.by_name, o.reason, o.set_at
    from access.placed(of_list, on_day) p left join access.person_identity i on i.person_id = p.person_id
      left join access.priority_override o on o.list_id = of_list and o.person_id = p.person_id and o.ended_at is null
    where not p.closed order by p.person_id;
end $$;
create function access.count_closed(of_list uuid, on_day date) returns integer language sql stable security definer set search_path = '' as $$
  select case when of_list in (select access.kept_lists()) then (select count(*)::integer from access.placed(of_list, on_day) p where p.closed) else 0 end
$$;
-- Keeps what a person says of herself, for those who keep the list she is on.
create function access.answer_priority(new_id uuid, of_list uuid, of_person uuid, of_field text, given boolean) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  if of_list not in (select access.kept_lists()) or not exists (select from access.placed(of_list, platform.ctx_today()) p where p.person_id = of_person and not p.closed) then return false; end if;
  insert into access.priority_answer (id, list_id, person_id, field, answer, recorded_by, recorded_at) values (new_id, of_list, of_person, of_field, given, platform.ctx_account(), platform.ctx_now());
  perform platform.write_audit('access.answer-priority', 'person', of_person::text, 'permit', jsonb_build_object('field', of_field));
  return true;
end $$;
-- Sets a person to a place, or ends that (no place): with the name of whoever answers for it.
create function access.set_override(new_id uuid, of_list uuid, of_person uuid, to_place integer, why text) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  if of_list not in (select access.kept_lists()) or not exists (select from access.placed(of_list, platform.ctx_today()) p where p.person_id = of_person and not p.closed) then return false; end if;
  update access.priority_override o set ended_at = platform.ctx_now(), ended_by = platform.ctx_account() where o.list_id = of_list and o.person_id = of_person and o.ended_at is null;
  if to_place is not null then
    insert into access.priority_override (id, list_id, person_id, place, set_by, by_name, reason, set_at)
    values (new_id, of_list, of_person, to_place, platform.ctx_account(), (select a.name from identity.account a where a.id = platform.ctx_account()), why, platform.ctx_now());
  end if;
  perform platform.write_audit('access.override-priority', 'person', of_person::text, 'permit', jsonb_build_object('list', of_list, 'place', to_place));
  return true;
end $$;

-- Enters a vacancy, makes the seed of its draw and publishes the hash. The seed does not leave the database before the list is closed.
create function access.open_vacancy(new_id uuid, of_list uuid, its_name text, asked jsonb, free_on date, hours integer) returns boolean language plpgsql security definer set search_path = '' as $$
declare
  secret bytea := sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
begin
  if not coalesce(access.gives_vacancies(), false) or not exists (select from access.list l where l.id = of_list) then return false; end if;
  insert into access.vacancy (id, list_id, agency_id, name, requirements, available_on, answer_hours, entered_by, entered_at)
  values (new_id, of_list, platform.ctx_agency(), its_name, asked, free_on, hours, platform.ctx_account(), platform.ctx_now());
  insert into access.draw (id, list_id, commitment, committed_at) values (new_id, of_list, encode(sha256(secret), 'hex'), platform.ctx_now());
  insert into access.draw_seed (draw_id, seed) values (new_id, encode(secret, 'hex'));
  perform platform.write_audit('access.open-vacancy', 'vacancy', new_id::text, 'permit', '{}');
  return true;
end $$;
-- Closes the list for a vacancy, opens its draw and gives what the decision rests on, by token. Null where it is not the actor's to do, was done, or no rules are in force.
create function access.close_list(of_vacancy uuid) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v access.vacancy;
  today date := platform.ctx_today();
  rules uuid;
  secret text;
  sign text;
begin
  select * into v from access.vacancy x where x.id = of_vacancy for update;
  if v.id is null or v.list_id not in (select access.kept_lists()) or v.state <> 'open' then return null; end if;
  rules := access.priority_in_force(v.list_id, today);
  if rules is null then return null; end if;
  insert into access.decision_person (vacancy_id, token, person_id)
    select v.id, left(encode(sha256(convert_to(v.id || ' ' || p.person_id, 'UTF8')), 'hex'), 32), p.person_id from access.placed(v.list_id, today) p;
  select s.seed into secret from access.draw_seed s where s.draw_id = v.id;
  sign := encode(sha256(convert_to(coalesce((select string_agg(d.token, E'\n' order by d.token) from access.decision_person d where d.vacancy_id = v.id), ''), 'UTF8')), 'hex');
  update access.draw d set beacon = sign, seed = secret, opened_at = platform.ctx_now() where d.id = v.id;
  update access.vacancy x set state = 'ranked', ranked_at = platform.ctx_now() where x.id = v.id;
  perform platform.write_audit('access.close-list', 'vacancy', v.id::text, 'permit', '{}');
  return jsonb_build_object('priority', rules, 'seed', secret, 'beacon', sign,
    'people', (select coalesce(jsonb_agg(jsonb_build_object('token', d.token, 'birthDate', p.birth_date, 'listDate', p.list_date, 'household', p.household, 'veteran', p.veteran, 'indigenous', p.indigenous, 'gender', p.gender,
        'needHash', p.need_hash, 'needTotal', p.need_total) order by d.token), '[]') from access.placed(v.list_id, today) p join access.decision_person d on d.vacancy_id = v.id and d.person_id = p.person_id),
    'stays', (select coalesce(jsonb_agg(jsonb_build_object('person', d.token, 'provider', s.agency_id, 'kind', s.kind, 'start', s.start_date, 'end', s.end_date, 'evidence', s.evidence) order by d.token, s.start_date, s.id), '[]')
      from access.decision_person d join access.stay s on s.person_id = d.person_id where d.vacancy_id = v.id and s.voided_at is null and s.start_date <= today),
    'overrides', (select coalesce(jsonb_agg(jsonb_build_object('person', d.token, 'place', o.place, 'by', o.by_name, 'reason', o.reason) order by o.set_at, o.id), '[]')
      from access.priority_override o join access.decision_person d on d.vacancy_id = v.id and d.person_id = o.person_id where o.list_id = v.list_id and o.ended_at is null));
end $$;
-- Keeps what was decided, once, in the transaction that closed the list.
create function access.keep_decision(of_vacancy uuid, rules uuid, given_inputs jsonb, given_order text[], given_offered text, given_prints jsonb, given_lots jsonb) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from access.vacancy v join access.draw d on d.id = v.id where v.id = of_vacancy and v.list_id in (select access.kept_lists()) and v.state = 'ranked' and v.ranked_at = platform.ctx_now() and d.opened_at = v.ranked_at)
    or exists (select from access.decision d where d.vacancy_id = of_vacancy) then return false; end if;
  insert into access.decision (vacancy_id, priority_id, inputs, ordering, offered, fingerprints, made_by, made_at)
  values (of_vacancy, rules, given_inputs, given_order, given_offered, given_prints, platform.ctx_account(), platform.ctx_now());
  update access.draw d set lots = given_lots where d.id = of_vacancy;
  return true;
end $$;
-- A kept decision with the names behind its tokens, for those who keep the list. Whoever is closed to the reader stands there without a name or a number.
create function access.read_decision(of_vacancy uuid) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v access.vacancy;
begin
  select * into v from access.vacancy x where x.id = of_vacancy;
  if v.id is null or v.list_id not in (select access.kept_lists()) then return null; end if;
  perform platform.write_audit('access.read-decision', 'vacancy', v.id::text, 'permit', '{}');
  return (select jsonb_build_object('priority', d.priority_id, 'inputs', d.inputs, 'order', d.ordering, 'offered', d.offered, 'fingerprints', d.fingerprints, 'madeAt', d.made_at,
      'people', (select coalesce(jsonb_agg(case when c.closed then jsonb_build_object('token', m.token, 'closed', true)
          else jsonb_build_object('token', m.token, 'closed', false, 'person', m.person_id, 'givenName', i.given_name, 'familyName', i.family_name) end), '[]')
        from access.decision_person m left join access.person_identity i on i.person_id = m.person_id
          cross join lateral (select m.person_id in (select access.barred_persons()) or m.person_id in (select access.locked_persons('identity')) or m.person_id in (select access.locked_persons('housing'))
            or not exists (select from access.consent k join access.list l on l.id = v.list_id where k.person_id = m.person_id and k.to_agencies @> array[l.agency_id] and 'list' = any (k.purposes) and k.withdrawn_at is null
              and k.starts_on <= platform.ctx_today() and (k.expires_on is null or k.expires_on >= platform.ctx_today())) as closed) c
        where m.vacancy_id = v.id))
    from access.decision d where d.vacancy_id = v.id);
end $$;
-- Takes a vacancy back: the agency that gave it, or who keeps the list. An offer that is open ends with it.
create function access.withdraw_vacancy(of_vacancy uuid) returns boolean language plpgsql security definer set search_path = '' as $$
declare
  v access.vacancy;
begin
  select * into v from access.vacancy x where x.id = of_vacancy for update;
  if v.id is null or v.state not in ('open', 'ranked') or not (v.list_id in (select access.kept_lists()) or (v.agency_id = platform.ctx_agency() and coalesce(access.gives_vacancies(), false))) then return false; end if;
  update access.vacancy x set state = 'withdrawn', ended_at = platform.ctx_now() where x.id = v.id;
  insert into access.offer_event (id, offer_id, at, account_id, step) select gen_random_uuid(), o.id, platform.ctx_now(), platform.ctx_account(), 'withdraw' from access.offer o where o.vacancy_id = v.id and o.state in ('offered', 'declining');
  update access.offer o set state = 'withdrawn', ended_at = platform.ctx_now() where o.vacancy_id = v.id and o.state in ('offered', 'declining');
  perform platform.write_audit('access.withdraw-vacancy', 'vacancy', v.id::text, 'permit', '{}');
  return true;
end $$;

-- The next person to be offered a vacancy: the first of the order who was not offered it and is still on the list.
create function access.next_in_order(of_vacancy uuid) returns text language sql stable set search_path = '' as $$
  select o.token from access.decision d join access.vacancy v on v.id = d.vacancy_id cross join lateral unnest(d.ordering) with ordinality o (token, place) join access.decision_person m on m.vacancy_id = d.vacancy_id and m.token = o.token
  where d.vacancy_id = of_vacancy and not exists (select from access.offer f where f.vacancy_id = d.vacancy_id and f.token = o.token)
    and m.person_id in (select t.person_id from access.placed(v.list_id, platform.ctx_today()) t) order by o.place limit 1
$$;
-- Offers a vacancy to the next in order: 'done', 'taken' (an offer is open), 'nobody', 'closed' (her record is closed to the actor: somebody else offers), 'absent'.
create function access.make_offer(new_id uuid, of_vacancy uuid) returns text language plpgsql security definer set search_path = '' as $$
declare
  v access.vacancy;
  first text;
  who uuid;
begin
  select * into v from access.vacancy x where x.id = of_vacancy for update;
  if v.id is null or v.list_id not in (select access.kept_lists()) or v.state <> 'ranked' then return 'absent'; end if;
  if exists (select from access.offer o where o.vacancy_id = v.id and o.state in ('offered', 'declining', 'accepted')) then return 'taken'; end if;
  first := access.next_in_order(v.id);
  if first is null then return 'nobody'; end if;
  select m.person_id into who from access.decision_person m where m.vacancy_id = v.id and m.token = first;
  if exists (select from access.placed(v.list_id, platform.ctx_today()) p where p.person_id = who and p.closed) then return 'closed'; end if;
  insert into access.offer (id, vacancy_id, person_id, token, offered_by, offered_at, answer_by)
  values (new_id, v.id, who, first, platform.ctx_account(), platform.ctx_now(), platform.ctx_now() + make_interval(hours => v.answer_hours));
  insert into access.offer_event (id, offer_id, at, account_id, step) values (gen_random_uuid(), new_id, platform.ctx_now(), platform.ctx_account(), 'offer');
  perform platform.write_audit('access.make-offer', 'person', who::text, 'permit', jsonb_build_object('vacancy', v.id));
  return 'done';
end $$;
-- One step of an offer: 'done', 'not-possible' in this state, 'same-account' (whoever declines does not approve it too), 'absent'.
create function access.take_offer_step(of_offer uuid, its_step text, declined text, why text, words text) returns text language plpgsql security definer set search_path = '' as $$
declare
  o access.offer;
  v access.vacancy;
  keeps boolean;
  gives boolean;
begin
  select * into o from access.offer x where x.id = of_offer for update;
  select * into v from access.vacancy x where x.id = o.vacancy_id for update;
  keeps := v.list_id in (select access.kept_lists());
  gives := v.agency_id = platform.ctx_agency() and coalesce(access.gives_vacancies(), false);
  if o.id is null or not coalesce(keeps or gives, false) or o.person_id in (select access.barred_persons()) then return 'absent'; end if;
  if its_step in ('approve', 'return', 'withdraw', 'conference') and not keeps then return 'absent'; end if;
  if its_step = 'approve' and (select e.account_id from access.offer_event e where e.offer_id = o.id and e.step = 'decline' order by e.place desc limit 1) = platform.ctx_account() then return 'same-account'; end if;
  if not ((its_step in ('accept', 'decline') and o.state = 'offered') or (its_step in ('approve', 'return') and o.state = 'declining') or (its_step = 'withdraw' and o.state in ('offered', 'declining'))
    or (its_step = 'conference' and o.state = 'declined' and o.refusals is not null and o.conference_held_on is null)) then return 'not-possible'; end if;
  insert into access.offer_event (id, offer_id, at, account_id, step, declined_by, reason, note) values (gen_random_uuid(), o.id, platform.ctx_now(), platform.ctx_account(), its_step, declined, why, words);
  update access.offer x set
    state = case its_step when 'accept' then 'accepted' when 'decline' then 'declining' when 'approve' then 'declined' when 'return' then 'offered' when 'withdraw' then 'withdrawn' else x.state end,
    declined_by = case its_step when 'decline' then declined when 'return' then null else x.declined_by end,
    reason = case its_step when 'decline' then why when 'return' then null else x.reason end,
    answer_by = case its_step when 'return' then platform.ctx_now() + make_interval(hours => v.answer_hours) else x.answer_by end,
    refusals = case when its_step = 'approve' and x.declined_by = 'person' then 1 + (select count(*)::integer from access.offer p where p.person_id = o.person_id and p.id <> o.id and p.state = 'declined' and p.declined_by = 'person') else x.refusals end,
    conference_held_on = case its_step when 'conference' then platform.ctx_today() else x.conference_held_on end,
    ended_at = case when its_step in ('accept', 'approve', 'withdraw') then platform.ctx_now() else x.ended_at end
  where x.id = o.id;
  if its_step = 'accept' then update access.vacancy x set state = 'filled', ended_at = platform.ctx_now() where x.id = v.id; end if;
  perform platform.write_audit('access.' || its_step || '-offer', 'person', o.person_id::text, 'permit', jsonb_build_object('vacancy', v.id));
  return 'done';
end $$;
-- The offers of a vacancy: with names for those who keep the list. The agency that gave it sees who is offered while the offer is open or taken, and only
-- where the person agreed that it does (purpose list, identity); it sees no place, no facts and nobody else.
create function access.read_offers(of_vacancy uuid) returns table (id uuid, state text, offered_at timestamptz, answer_by timestamptz, declined_by text, reason text, refusals integer, conference_after integer, conference_held_on date,
  token text, person_id uuid, given_name text, family_name text, shown boolean, events jsonb)
language plpgsql security definer set search_path = '' as $$
declare
  v access.vacancy;
  keeps boolean;
  one record;
begin
  select * into v from access.vacancy x where x.id = of_vacancy;
  keeps := v.list_id in (select access.kept_lists());
  if v.id is null or not coalesce(keeps or (v.agency_id = platform.ctx_agency() and access.gives_vacancies()), false) then return; end if;
  for one in select o.*, i.given_name as given, i.family_name as family,
      o.person_id not in (select access.barred_persons()) and o.person_id not in (select access.locked_persons('identity')) and exists (select from access.consent k where k.person_id = o.person_id
        and k.to_agencies @> array[case when keeps then l.agency_id else v.agency_id end] and 'list' = any (k.purposes) and 'identity' = any (k.categories) and k.withdrawn_at is null
        and k.starts_on <= platform.ctx_today() and (k.expires_on is null or k.expires_on >= platform.ctx_today())) and (keeps or o.state in ('offered', 'declining', 'accepted')) as open, l.conference_after as after
    from access.offer o join access.list l on l.id = v.list_id left join access.person_identity i on i.person_id = o.person_id where o.vacancy_id = v.id order by o.offered_at, o.id
  loop
    perform platform.write_audit('access.read-offer', 'person', one.person_id::text, case when one.open then 'permit' else 'mask' end, jsonb_build_object('vacancy', v.id));
    return query select one.id, one.state, one.offered_at, one.answer_by, one.declined_by, one.reason, case when keeps and one.open then one.refusals end, one.after, one.conference_held_on,
      case when keeps then one.token end, case when keeps and one.open then one.person_id end, case when one.open then one.given end, case when one.open then one.family end, one.open,
      (select coalesce(jsonb_agg(jsonb_build_object('at', e.at, 'step', e.step, 'by', a.name, 'note', case when one.open then e.note end) order by e.place), '[]') from access.offer_event e left join identity.account a on a.id = e.account_id where e.offer_id = one.id);
  end loop;
end $$;
-- Why offers of a list were declined between two days, for those who keep it: counts without people.
create function access.count_declines(of_list uuid, from_day date, to_day date, zone text) returns table (declined_by text, reason text, n integer) language sql stable security definer set search_path = '' as $$
  select o.declined_by, o.reason, count(*)::integer from access.offer o join access.vacancy v on v.id = o.vacancy_id
  where v.list_id = of_list and of_list in (select access.kept_lists()) and o.state = 'declined' and (o.ended_at at time zone zone)::date between from_day and to_day group by 1, 2
$$;
-- What the clock of the program reads of an offer: nothing of the person.
create function access.offer_facts(of_offer uuid) returns table (id uuid, vacancy_id uuid, state text, answer_by timestamptz, offered_at timestamptz, answer_hours integer, provider uuid, keeper uuid, refusals integer, conference_after integer, conference_held_on date)
language sql stable security definer set search_path = '' as $$
  select o.id, v.id, o.state, o.answer_by, o.offered_at, v.answer_hours, v.agency_id, l.agency_id, o.refusals, l.conference_after, o.conference_held_on
  from access.offer o join access.vacancy v on v.id = o.vacancy_id join access.list l on l.id = v.list_id where o.id = of_offer and platform.ctx_actor() = 'worker'
$$;
-- Decisions of a list between two days, for running them again under other rules: by token, with a number that stands for the same person in all of them.
create function access.read_replay(of_list uuid, from_day date, to_day date, zone text) returns jsonb language plpgsql security definer set search_path = '' as $$
begin
  if of_list not in (select access.kept_lists()) then return null; end if;
  perform platform.write_audit('access.read-replay', 'list', of_list::text, 'permit', '{}');
  return (select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'name', v.name, 'day', (d.made_at at time zone zone)::date, 'inputs', d.inputs,
      'people', (select coalesce(jsonb_agg(jsonb_build_object('token', m.token, 'person', m.person_id, 'closed', c.closed, 'givenName', case when not c.closed then i.given_name end, 'familyName', case when not c.closed then i.family_name end,
          'declined', exists (select from access.offer o where o.vacancy_id = v.id and o.token = m.token and o.state = 'declined'), 'accepted', exists (select from access.offer o where o.vacancy_id = v.id and o.token = m.token and o.state = 'accepted'))), '[]')
        from access.decision_person m left join access.person_identity i on i.person_id = m.person_id
          cross join lateral (select m.person_id in (select access.barred_persons()) or m.person_id in (select access.locked_persons('identity')) or m.person_id in (select access.locked_persons('housing'))
            or not exists (select from access.consent k join access.list l on l.id = v.list_id where k.person_id = m.person_id and k.to_agencies @> array[l.agency_id] and 'list' = any (k.purposes) and k.withdrawn_at is null
              and k.starts_on <= platform.ctx_today() and (k.expires_on is null or k.expires_on >= platform.ctx_today())) as closed) c
        where m.vacancy_id = v.id)) order by d.made_at, v.id), '[]')
    from access.decision d join access.vacancy v on v.id = d.vacancy_id where v.list_id = of_list and (d.made_at at time zone zone)::date between from_day and to_day);
end $$;
