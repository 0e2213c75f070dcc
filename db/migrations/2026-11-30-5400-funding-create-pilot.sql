-- The youth pilot: dated rules of support after care, pilots and their money, who takes part, her own plan, and what became of it.
create table funding.support_scheme (
  slug text constraint support_scheme_pkey primary key,
  name platform.bilingual not null,
  from_date date not null,
  until_date date,
  ends_at_age integer not null constraint support_scheme_age check (ends_at_age between 1 and 120),
  -- [{"age": 18, "kind": "monthly", "cents": 180000, "from": "2023-04-01", "until": null}]
  amounts jsonb not null,
  -- [{"hours": 40, "from": "2023-04-01", "until": null}]
  work jsonb not null,
  -- What can be done before less is paid: [{"en": …, "fr": …}]
  advice jsonb not null,
  -- [{"title": …, "url": …}]
  sources jsonb not null default '[]',
  origin text not null constraint support_scheme_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz
);
create table funding.readiness_item (
  slug text constraint readiness_item_pkey primary key,
  position integer not null,
  text platform.bilingual not null,
  confirmed boolean not null,
  from_date date not null,
  sources jsonb not null default '[]',
  origin text not null constraint readiness_item_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz
);
create table funding.pilot (
  slug text constraint pilot_pkey primary key,
  name platform.bilingual not null,
  purpose platform.bilingual not null,
  recipient platform.bilingual not null,
  -- The organisation whose staff enrol people; null where this installation knows of the grant alone.
  agency_slug text,
  amount numeric(14, 2) not null constraint pilot_amount check (amount > 0),
  granted_on date not null,
  -- [{"amount": "40000.00", "due": "2018-09-01", "paid": "2018-09-04", "condition": {"en": …, "fr": …}}]
  instalments jsonb not null default '[]',
  -- [{"amount": "60000.00", "name": {"en": …, "fr": …}}]
  activities jsonb not null default '[]',
  -- {"text": {"en": …, "fr": …}, "sources": […]}: the goal, and with what the pilot is compared; null where nothing is named.
  goal jsonb,
  comparison jsonb,
  demonstration boolean not null,
  known_from date not null,
  sources jsonb not null default '[]',
  origin text not null constraint pilot_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz
);

-- Somebody who takes part. She agreed to it; whether her answers are counted is a question of its own. Before 18 she prepares: `joined_on` is null.
create table funding.enrolment (
  id uuid constraint enrolment_pkey primary key,
  pilot_slug text not null constraint enrolment_pilot_fkey references funding.pilot,
  person_id uuid not null constraint enrolment_person_fkey references access.person,
  agency_id uuid not null,
  agreed_on date not null,
  agreed_how text not null constraint enrolment_how check (agreed_how in ('spoken', 'written', 'electronic')),
  counted boolean not null,
  studies boolean not null default false,
  joined_on date,
  mentor_id uuid,
  left_on date,
  left_reason text constraint enrolment_reason check (left_reason in ('finished', 'moved', 'own-choice', 'lost-contact', 'other-programme', 'other')),
  entered_by uuid not null,
  entered_at timestamptz not null,
  constraint enrolment_once unique (pilot_slug, person_id),
  constraint enrolment_left check ((left_on is null) = (left_reason is null)),
  constraint enrolment_order check (left_on is null or joined_on is null or left_on >= joined_on)
);
create index enrolment_person on funding.enrolment (person_id);
create table funding.enrolment_code (
  enrolment_id uuid constraint enrolment_code_pkey primary key constraint enrolment_code_enrolment_fkey references funding.enrolment,
  code_hash bytea not null,
  made_at timestamptz not null
);
create index enrolment_code_hash on funding.enrolment_code (code_hash);

-- The own plan: goals, steps and progress by planning area. Her words are hers: nobody else changes them.
create table funding.plan_goal (
  id uuid constraint plan_goal_pkey primary key,
  enrolment_id uuid not null constraint plan_goal_enrolment_fkey references funding.enrolment,
  area text not null constraint plan_goal_area check (area in ('health', 'education', 'identity', 'relationships', 'feelings', 'self-care')),
  in_words text not null constraint plan_goal_words check (length(in_words) between 1 and 1000),
  state text not null default 'open' constraint plan_goal_state check (state in ('open', 'reached', 'let-go')),
  side text not null constraint plan_goal_side check (side in ('herself', 'worker')),
  made_at timestamptz not null,
  changed_at timestamptz not null
);
create index plan_goal_enrolment on funding.plan_goal (enrolment_id);
create table funding.plan_step (
  id uuid constraint plan_step_pkey primary key,
  goal_id uuid not null constraint plan_step_goal_fkey references funding.plan_goal,
  in_words text not null constraint plan_step_words check (length(in_words) between 1 and 500),
  due_on date,
  done_on date,
  proof text constraint plan_step_proof check (proof in ('told', 'document', 'record', 'status')),
  side text not null constraint plan_step_side check (side in ('herself', 'worker')),
  made_at timestamptz not null,
  constraint plan_step_done check (proof is null or done_on is not null)
);
create index plan_step_goal on funding.plan_step (goal_id);
create table funding.plan_word (
  id uuid constraint plan_word_pkey primary key,
  goal_id uuid not null constraint plan_word_goal_fkey references funding.plan_goal,
  in_words text not null constraint plan_word_words check (length(in_words) between 1 and 2000),
  side text not null constraint plan_word_side check (side in ('herself', 'worker')),
  written_at timestamptz not null
);
create index plan_word_goal on funding.plan_word (goal_id);
create table funding.readiness_done (
  enrolment_id uuid not null constraint readiness_done_enrolment_fkey references funding.enrolment,
  item_slug text not null constraint readiness_done_item_fkey references funding.readiness_item,
  done_on date not null,
  constraint readiness_done_pkey primary key (enrolment_id, item_slug)
);

create table funding.mentor_contact (
  id uuid constraint mentor_contact_pkey primary key,
  enrolment_id uuid not null constraint mentor_contact_enrolment_fkey references funding.enrolment,
  on_date date not null,
  how text not null constraint mentor_contact_how check (how in ('in-person', 'phone', 'message', 'video')),
  reached boolean not null,
  minutes integer not null default 0 constraint mentor_contact_minutes check (minutes between 0 and 1440),
  recorded_by uuid not null,
  recorded_at timestamptz not null
);
create index mentor_contact_enrolment on funding.mentor_contact (enrolment_id);
-- Where she stands at intake and after 6, 12, 18 and 24 months. Nothing in `activities`: not in education, employment or training.
create table funding.pilot_outcome (
  enrolment_id uuid not null constraint pilot_outcome_enrolment_fkey references funding.enrolment,
  point integer not null constraint pilot_outcome_point check (point in (0, 6, 12, 18, 24)),
  measured_on date not null,
  activities text[] not null constraint pilot_outcome_activities check (activities <@ array['education', 'employment', 'training']),
  hours numeric(4, 1) not null constraint pilot_outcome_hours check (hours between 0 and 168),
  satisfied text not null constraint pilot_outcome_satisfied check (satisfied in ('yes', 'no', 'not-said')),
  housing text not null constraint pilot_outcome_housing check (housing in ('own', 'family', 'supported', 'temporary', 'shelter', 'none', 'not-said')),
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint pilot_outcome_pkey primary key (enrolment_id, point)
);
do $$ declare t text; begin
  foreach t in array array['support_scheme', 'readiness_item', 'pilot', 'enrolment', 'enrolment_code', 'plan_goal', 'plan_step', 'plan_word', 'readiness_done', 'mentor_contact', 'pilot_outcome'] loop
    execute format('alter table funding.%I enable row level security, force row level security', t);
  end loop;
end $$;
create trigger pilot_changed after insert or update or delete on funding.pilot for each statement execute function platform.content_changed();

-- People with whom the actor may work in a pilot: those of her agency whose identity and notes are open to her. Broken glass opens no pilot.
create function funding.piloted_persons() returns setof uuid language sql stable security definer set search_path = '' as $$
  select p.id from access.person p where p.agency_id = platform.ctx_agency() and access.role_opens('identity') and not platform.ctx_has('volunteer')
    and (platform.ctx_has('access-supervisor') or p.id in (select access.assigned_persons()))
    and p.id not in (select access.barred_persons()) and p.id not in (select access.locked_persons('identity')) and p.id not in (select access.locked_persons('note'))
$$;
create function funding.open_enrolments() returns setof uuid language sql stable security definer set search_path = '' as $$
  select e.id from funding.enrolment e where e.agency_id = platform.ctx_agency() and e.person_id in (select funding.piloted_persons())
$$;
create function funding.enrolment_by_code() returns uuid language sql stable security definer set search_path = '' as $$
  select c.enrolment_id from funding.enrolment_code c where c.code_hash = platform.ctx_capability()
$$;
-- The enrolment that a writer may write in: hers by her code (no id is asked), or one that is open to the member of staff who names it.
create function funding.writable_enrolment(of_enrolment uuid) returns uuid language sql stable security definer set search_path = '' as $$
  select case when of_enrolment is null then funding.enrolment_by_code() else (select e from funding.open_enrolments() e where e = of_enrolment) end
$$;

-- Who takes part must be of age on the day she joins: 18 to 24; who prepares is 13 to 17. The birthday of 29 February falls on the 28th.
create function funding.check_enrolment_age() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  birth date := (select i.birth_date from access.person_identity i where i.person_id = new.person_id);
begin
  if birth is null then raise exception 'the day of birth is not known' using errcode = '23514', constraint = 'enrolment_birth'; end if;
  if new.joined_on is not null and not (new.joined_on >= birth + interval '18 years' and new.joined_on < birth + interval '25 years') then
    raise exception 'takes part from 18 to 24' using errcode = '23514', constraint = 'enrolment_age';
  end if;
  if tg_op = 'INSERT' and new.joined_on is null and not (new.agreed_on >= birth + interval '13 years' and new.agreed_on < birth + interval '18 years') then
    raise exception 'prepares from 13 to 17' using errcode = '23514', constraint = 'enrolment_age';
  end if;
  return new;
end $$;
create trigger enrolment_age before insert or update of joined_on on funding.enrolment for each row execute function funding.check_enrolment_age();
-- An outcome is of somebody who joined, not before its point comes near, and not of the time after she left.
create function funding.check_outcome() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  e funding.enrolment;
begin
  select * into e from funding.enrolment where id = new.enrolment_id;
  if e.joined_on is null or new.measured_on > platform.ctx_today() or new.measured_on < (e.joined_on + make_interval(months => new.point))::date - 31
    or new.measured_on > (e.joined_on + make_interval(months => new.point))::date + 92 then
    raise exception 'not at this point' using errcode = '23514', constraint = 'pilot_outcome_when';
  end if;
  return new;
end $$;
create trigger pilot_outcome_when before insert or update on funding.pilot_outcome for each row execute function funding.check_outcome();

-- The goals of a plan with their steps and words, in order; for the functions that checked who asks.
create function funding.plan_of(of_enrolment uuid) returns jsonb language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'goals', coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'area', g.area, 'inWords', g.in_words, 'state', g.state, 'side', g.side, 'changedAt', g.changed_at,
        'steps', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'inWords', s.in_words, 'dueOn', s.due_on, 'doneOn', s.done_on, 'proof', s.proof, 'side', s.side) order by s.made_at, s.id) from funding.plan_step s where s.goal_id = g.id), '[]'),
        'words', coalesce((select jsonb_agg(jsonb_build_object('inWords', w.in_words, 'side', w.side, 'writtenAt', w.written_at) order by w.written_at, w.id) from funding.plan_word w where w.goal_id = g.id), '[]'))
      order by g.state <> 'open', g.side <> 'herself', g.made_at, g.id) from funding.plan_goal g where g.enrolment_id = of_enrolment), '[]'),
    'ready', coalesce((select jsonb_object_agg(d.item_slug, d.done_on) from funding.readiness_done d where d.enrolment_id = of_enrolment), '{}'))
$$;
-- Everything of one enrolment for staff; writes the audit line first, null where the reader may not.
create function funding.read_enrolment(of_enrolment uuid) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  e funding.enrolment;
  permitted boolean := of_enrolment in (select funding.open_enrolments());
begin
  select * into e from funding.enrolment where id = of_enrolment;
  perform platform.write_audit('funding.read-own-plan', 'person', e.person_id::text, case when permitted then 'permit' else 'refuse' end, '{}');
  if not permitted then return null; end if;
  return funding.plan_of(of_enrolment) || jsonb_build_object(
    'contacts', coalesce((select jsonb_agg(jsonb_build_object('onDate', c.on_date, 'how', c.how, 'reached', c.reached, 'minutes', c.minutes) order by c.on_date desc, c.id) from funding.mentor_contact c where c.enrolment_id = of_enrolment), '[]'),
    'outcomes', coalesce((select jsonb_agg(jsonb_build_object('point', o.point, 'measuredOn', o.measured_on, 'activities', o.activities, 'hours', o.hours, 'satisfied', o.satisfied, 'housing', o.housing) order by o.point) from funding.pilot_outcome o where o.enrolment_id = of_enrolment), '[]'),
    'hasCode', exists (select from funding.enrolment_code c where c.enrolment_id = of_enrolment));
end $$;
-- Her own plan by her own code, with her first name, her day of birth and whom she can ask.
create function funding.own_plan() returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  e funding.enrolment;
begin
  select * into e from funding.enrolment where id = funding.enrolment_by_code();
  if e.id is null then return null; end if;
  perform platform.write_audit('funding.open-own-plan', 'person', e.person_id::text, 'permit', '{}');
  return funding.plan_of(e.id) || jsonb_build_object('person', e.person_id, 'studies', e.studies, 'joinedOn', e.joined_on, 'leftOn', e.left_on, 'counted', e.counted,
    'pilot', (select p.name from funding.pilot p where p.slug = e.pilot_slug), 'agency', (select a.name from identity.agency a where a.id = e.agency_id),
    'mentor', (select a.name from identity.account a where a.id = e.mentor_id),
    'firstName', (select i.given_name from access.person_identity i where i.person_id = e.person_id), 'birth', (select i.birth_date from access.person_identity i where i.person_id = e.person_id));
end $$;

-- Keeps a goal: a new one under a fresh id, or other words, area or state of one that is there. Staff change the state of hers, never her words.
create function funding.keep_goal(of_enrolment uuid, goal uuid, new_area text, words text, new_state text) returns boolean language plpgsql security definer set search_path = '' as $$
declare
  e uuid := funding.writable_enrolment(of_enrolment);
  writer text := case when of_enrolment is null then 'herself' else 'worker' end;
  known funding.plan_goal;
begin
  if e is null then return false; end if;
  select * into known from funding.plan_goal where id = goal;
  if known.id is null then
    insert into funding.plan_goal (id, enrolment_id, area, in_words, state, side, made_at, changed_at) values (goal, e, new_area, words, 'open', writer, platform.ctx_now(), platform.ctx_now());
  else
    if known.enrolment_id <> e or (writer = 'worker' and known.side = 'herself' and (known.in_words <> words or known.area <> new_area)) then return false; end if;
    update funding.plan_goal set area = new_area, in_words = words, state = new_state, side = case when writer = 'herself' and known.in_words <> words then 'herself' else known.side end, changed_at = platform.ctx_now() where id = goal;
  end if;
  perform platform.write_audit('funding.keep-goal', 'person', (select x.person_id::text from funding.enrolment x where x.id = e), 'permit', jsonb_build_object('by', writer));
  return true;
end $$;
create function funding.add_step(of_enrolment uuid, of_goal uuid, step uuid, words text, due date) returns boolean language plpgsql security definer set search_path = '' as $$
declare
  e uuid := funding.writable_enrolment(of_enrolment);
begin
  if e is null or not exists (select from funding.plan_goal g where g.id = of_goal and g.enrolment_id = e) then return false; end if;
  insert into funding.plan_step (id, goal_id, in_words, due_on, side, made_at) values (step, of_goal, words, due, case when of_enrolment is null then 'herself' else 'worker' end, platform.ctx_now());
  return true;
end $$;
-- Marks a step as done today, or as open again; how it is known.
create function funding.tick_step(of_enrolment uuid, step uuid, done boolean, how text) returns boolean language plpgsql security definer set search_path = '' as $$
declare
  e uuid := funding.writable_enrolment(of_enrolment);
begin
  if e is null then return false; end if;
  update funding.plan_step s set done_on = case when done then coalesce(s.done_on, platform.ctx_today()) end, proof = case when done then how end
    from funding.plan_goal g where s.id = step and g.id = s.goal_id and g.enrolment_id = e;
  return found;
end $$;
create function funding.add_word(of_enrolment uuid, of_goal uuid, word uuid, words text) returns boolean language plpgsql security definer set search_path = '' as $$
declare
  e uuid := funding.writable_enrolment(of_enrolment);
begin
  if e is null or not exists (select from funding.plan_goal g where g.id = of_goal and g.enrolment_id = e) then return false; end if;
  insert into funding.plan_word (id, goal_id, in_words, side, written_at) values (word, of_goal, words, case when of_enrolment is null then 'herself' else 'worker' end, platform.ctx_now());
  return true;
end $$;
-- Which of the basics are there: the ones given, no others. What was there before keeps its day.
create function funding.set_ready(of_enrolment uuid, items text[]) returns boolean language plpgsql security definer set search_path = '' as $$
declare
  e uuid := funding.writable_enrolment(of_enrolment);
begin
  if e is null then return false; end if;
  delete from funding.readiness_done d where d.enrolment_id = e and d.item_slug <> all (items);
  insert into funding.readiness_done (enrolment_id, item_slug, done_on) select e, i.slug, platform.ctx_today() from funding.readiness_item i where i.slug = any (items) and i.removed_at is null on conflict do nothing;
  return true;
end $$;
-- Keeps the hash of her code; an earlier one ends.
create function funding.set_enrolment_code(of_enrolment uuid, new_hash bytea) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  if of_enrolment not in (select funding.open_enrolments()) then return false; end if;
  insert into funding.enrolment_code (enrolment_id, code_hash, made_at) values (of_enrolment, new_hash, platform.ctx_now()) on conflict (enrolment_id) do update set code_hash = new_hash, made_at = platform.ctx_now();
  perform platform.write_audit('funding.new-own-code', 'person', (select e.person_id::text from funding.enrolment e where e.id = of_enrolment), 'permit', '{}');
  return true;
end $$;
-- For the worker that hands counts to the gate: one line for each person who agreed to be counted, without who she is.
create function funding.counted_enrolments() returns table (pilot text, joined_on date, left_on date, left_reason text, outcomes jsonb) language sql stable security definer set search_path = '' as $$
  select e.pilot_slug, e.joined_on, e.left_on, e.left_reason, coalesce((select jsonb_agg(jsonb_build_object('point', o.point, 'activities', o.activities, 'hours', o.hours, 'satisfied', o.satisfied, 'housing', o.housing)) from funding.pilot_outcome o where o.enrolment_id = e.id), '[]')
  from funding.enrolment e where platform.ctx_actor() = 'worker' and e.counted and e.joined_on is not null order by e.pilot_slug, e.joined_on, e.id
$$;
