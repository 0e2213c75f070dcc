-- Dated configuration of a community: the pathway that its agencies agreed on, the ages at which something is owed, amounts of aftercare.
create table access.care_pathway (
  slug text constraint care_pathway_pkey primary key,
  name platform.bilingual not null,
  -- In order: [{"step": "intake", "days": 14, "again": true}]; `again` false: in the first round alone.
  steps jsonb not null,
  note platform.bilingual,
  from_date date not null,
  confirmed boolean not null,
  -- [{"title": …, "url": …}]
  sources jsonb not null default '[]',
  origin text not null constraint care_pathway_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz
);
create table access.care_age (
  slug text constraint care_age_pkey primary key,
  audience text not null constraint care_age_audience check (audience in ('everybody', 'leaving-care')),
  age integer not null constraint care_age_age check (age between 0 and 120),
  -- On the birthday, or before it.
  due text not null constraint care_age_due check (due in ('on', 'before')),
  text platform.bilingual not null,
  from_date date not null,
  until_date date,
  confirmed boolean not null,
  -- [{"title": …, "url": …}]
  sources jsonb not null default '[]',
  origin text not null constraint care_age_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz
);
create table access.care_amount (
  slug text constraint care_amount_pkey primary key,
  age integer not null,
  kind text not null constraint care_amount_kind check (kind in ('monthly', 'study')),
  dollars numeric(9, 2) not null,
  from_date date not null,
  until_date date,
  -- [{"title": …, "url": …}]
  sources jsonb not null default '[]',
  origin text not null constraint care_amount_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz
);

-- One plan of one person, one coordinator, several agencies. Where it stands follows from its steps alone.
create table access.care_plan (
  id uuid constraint care_plan_pkey primary key,
  person_id uuid not null constraint care_plan_person_fkey references access.person constraint care_plan_person_key unique,
  agency_id uuid not null,
  pathway_slug text not null constraint care_plan_pathway_fkey references access.care_pathway,
  leaving_care boolean not null default false,
  step text not null default 'referral' constraint care_plan_step check (step in ('referral', 'intake', 'strengths', 'coordinator', 'goals', 'team', 'plan', 'shared', 'monitoring')),
  round integer not null default 1,
  standing text not null default 'active' constraint care_plan_standing check (standing in ('active', 'inactive', 'refused')),
  coordinator_id uuid,
  opened_by uuid,
  opened_on date not null,
  opened_at timestamptz not null
);
create index care_plan_agency on access.care_plan (agency_id);

create table access.care_step (
  id uuid constraint care_step_pkey primary key,
  plan_id uuid not null constraint care_step_plan_fkey references access.care_plan,
  kind text not null constraint care_step_kind check (kind in ('step', 'refused', 'inactive', 'reopened')),
  step text constraint care_step_step check (step in ('referral', 'intake', 'strengths', 'coordinator', 'goals', 'team', 'plan', 'shared', 'monitoring')),
  round integer not null default 1,
  on_date date not null,
  reason text,
  -- A refusal: who was told, and the service that the person was handed to in person.
  warm_to text,
  coordinator_id uuid,
  taken_by uuid not null,
  recorded_at timestamptz not null,
  constraint care_step_named check ((kind = 'step') = (step is not null)),
  constraint care_step_refusal check (kind <> 'refused' or (length(reason) >= 10 and length(warm_to) >= 3)),
  constraint care_step_reason check (kind = 'step' or reason is not null),
  constraint care_step_coordinator check ((step is not distinct from 'coordinator') = (coordinator_id is not null))
);
create index care_step_plan on access.care_step (plan_id);

create table access.care_strength (
  id uuid constraint care_strength_pkey primary key,
  plan_id uuid not null constraint care_strength_plan_fkey references access.care_plan,
  strengths text not null,
  needs text not null,
  written_by uuid not null,
  written_at timestamptz not null
);
create index care_strength_plan on access.care_strength (plan_id);
create table access.care_goal (
  id uuid constraint care_goal_pkey primary key,
  plan_id uuid not null constraint care_goal_plan_fkey references access.care_plan,
  in_words text not null,
  rank integer not null,
  owner text not null,
  review_on date not null,
  state text not null default 'open' constraint care_goal_state check (state in ('open', 'reached', 'changed', 'dropped')),
  state_on date not null
);
create index care_goal_plan on access.care_goal (plan_id);
create table access.care_provider (
  id uuid constraint care_provider_pkey primary key,
  plan_id uuid not null constraint care_provider_plan_fkey references access.care_plan,
  agency_id uuid not null,
  provides text not null,
  joined_on date not null,
  left_on date
);
create unique index care_provider_once on access.care_provider (plan_id, agency_id) where left_on is null;
create index care_provider_agency on access.care_provider (agency_id);
create table access.care_review (
  id uuid constraint care_review_pkey primary key,
  plan_id uuid not null constraint care_review_plan_fkey references access.care_plan,
  due_on date not null,
  held_on date,
  found text,
  constraint care_review_held check ((held_on is null) = (found is null))
);
create index care_review_plan on access.care_review (plan_id);
create table access.care_age_done (
  plan_id uuid not null constraint care_age_done_plan_fkey references access.care_plan,
  age_slug text not null constraint care_age_done_age_fkey references access.care_age,
  done_on date not null,
  note text not null,
  constraint care_age_done_pkey primary key (plan_id, age_slug)
);

-- Counts for those beyond the agency, each protected before it is written here; the key of the protection never leaves the worker.
create table access.release_count (
  id uuid constraint release_count_pkey primary key,
  month date not null,
  subject text not null constraint release_count_subject check (subject in ('pathway', 'outreach')),
  measure text not null,
  step text,
  published text not null,
  released_at timestamptz not null
);
create unique index release_count_once on access.release_count (month, subject, measure, step) nulls not distinct;
create table access.release_key (only_one boolean constraint release_key_pkey primary key default true constraint release_key_one check (only_one), secret text not null);
do $$ declare t text; begin
  foreach t in array array['care_pathway', 'care_age', 'care_amount', 'care_plan', 'care_step', 'care_strength', 'care_goal', 'care_provider', 'care_review', 'care_age_done', 'release_count'] loop
    execute format('alter table access.%I enable row level security, force row level security', t);
  end loop;
end $$;
insert into access.release_key (secret) values (gen_random_uuid()::text || gen_random_uuid()::text);
alter table access.release_key enable row level security, force row level security;

-- People whose live consent to coordination names the actor's agency.
create function access.coordinated_persons() returns setof uuid language sql stable security definer set search_path = '' as $$
  select c.person_id from access.consent c where c.to_agencies @> array[platform.ctx_agency()] and 'coordination' = any (c.purposes)
    and c.withdrawn_at is null and c.starts_on <= platform.ctx_today() and (c.expires_on is null or c.expires_on >= platform.ctx_today())
$$;
-- Plans that the actor works on in the agency that leads them.
create function access.led_plans() returns setof uuid language sql stable security definer set search_path = '' as $$
  select c.id from access.care_plan c where c.agency_id = platform.ctx_agency() and access.role_opens('identity')
    and (platform.ctx_has('access-supervisor') or c.coordinator_id = platform.ctx_account() or c.person_id in (select access.assigned_persons()))
    and c.person_id not in (select access.barred_persons()) and c.person_id not in (select access.locked_persons('identity')) and c.person_id not in (select access.locked_persons('note'))
$$;
-- Of these, the ones that she keeps: as their coordinator, or as supervisor.
create function access.kept_plans() returns setof uuid language sql stable security definer set search_path = '' as $$
  select c.id from access.care_plan c where (platform.ctx_has('access-supervisor') or c.coordinator_id = platform.ctx_account()) and c.id in (select access.led_plans())
$$;
-- What she reads: her own, those of whose team her agency is while the consent lives, and what broken glass opens.
create function access.open_plans() returns setof uuid language sql stable security definer set search_path = '' as $$
  select access.led_plans()
  union select c.id from access.care_plan c where c.person_id in (select access.opened_persons()) and c.person_id not in (select access.barred_persons())
  union select c.id from access.care_plan c join access.care_provider p on p.plan_id = c.id
    where p.agency_id = platform.ctx_agency() and p.left_on is null and access.role_opens('identity') and c.person_id in (select access.coordinated_persons())
      and c.person_id not in (select access.barred_persons()) and c.person_id not in (select access.locked_persons('identity')) and c.person_id not in (select access.locked_persons('note'))
$$;

-- A step moves its plan; what the rules of the pages refuse is refused here too. Another step than the usual next one needs its reason.
create function access.take_care_step() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  path constant text[] := array['referral', 'intake', 'strengths', 'coordinator', 'goals', 'team', 'plan', 'shared', 'monitoring'];
  p access.care_plan;
  usual text;
  fresh boolean;
begin
  select * into strict p from access.care_plan where id = new.plan_id for update;
  fresh := not exists (select from access.care_step s where s.plan_id = new.plan_id);
  usual := case when fresh then 'referral' when p.step = 'monitoring' then 'intake'
    when p.step = 'strengths' and p.coordinator_id is not null then 'goals' else path[array_position(path, p.step) + 1] end;
  new.round := p.round;
  if new.kind = 'reopened' then
    if p.standing = 'active' then raise exception 'the plan is open' using errcode = '23514'; end if;
    update access.care_plan set standing = 'active' where id = p.id;
    return new;
  end if;
  if p.standing <> 'active' then raise exception 'the plan is closed' using errcode = '23514'; end if;
  if new.kind = 'refused' then
    if p.step not in ('referral', 'intake') then raise exception 'a plan is refused at intake' using errcode = '23514'; end if;
    update access.care_plan set standing = 'refused' where id = p.id;
  elsif new.kind = 'inactive' then
    update access.care_plan set standing = 'inactive' where id = p.id;
  else
    if fresh and new.step <> 'referral' then raise exception 'a plan begins with a referral' using errcode = '23514'; end if;
    if new.step is distinct from usual and new.reason is null then raise exception 'this step needs a reason' using errcode = '23514'; end if;
    if array_position(path, new.step) > 4 and p.coordinator_id is null then raise exception 'there is no coordinator' using errcode = '23514'; end if;
    if p.step = 'monitoring' and new.step = 'intake' then new.round := p.round + 1; end if;
    update access.care_plan set step = new.step, round = new.round, coordinator_id = coalesce(new.coordinator_id, coordinator_id) where id = p.id;
  end if;
  return new;
end $$;
create trigger care_step_taken before insert on access.care_step for each row execute function access.take_care_step();

-- The words of a plan stand behind no grant: writes the audit line first, then gives them; null where the reader may not.
create function access.read_care_plan(of_plan uuid) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  person uuid := (select c.person_id from access.care_plan c where c.id = of_plan);
  permitted boolean := of_plan in (select access.open_plans());
begin
  perform platform.write_audit('access.read-section', 'person', person::text, case when permitted then 'permit' else 'refuse' end, '{"section": "care-plan"}');
  if not permitted then return null; end if;
  return jsonb_build_object(
    'strengths', (select jsonb_build_object('strengths', s.strengths, 'needs', s.needs) from access.care_strength s where s.plan_id = of_plan order by s.written_at desc, s.id desc limit 1),
    'goals', coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'inWords', g.in_words, 'rank', g.rank, 'owner', g.owner, 'reviewOn', g.review_on, 'state', g.state) order by g.state <> 'open', g.rank, g.id) from access.care_goal g where g.plan_id = of_plan), '[]'),
    'team', coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'agency', t.agency_id, 'provides', t.provides, 'joinedOn', t.joined_on, 'leftOn', t.left_on,
        'lead', t.agency_id = c.agency_id,
        'consent', exists (select from access.consent k where k.person_id = c.person_id and k.to_agencies @> array[t.agency_id] and 'coordination' = any (k.purposes) and k.withdrawn_at is null
          and k.starts_on <= platform.ctx_today() and (k.expires_on is null or k.expires_on >= platform.ctx_today()))) order by t.joined_on, t.id)
      from access.care_provider t join access.care_plan c on c.id = t.plan_id where t.plan_id = of_plan), '[]'),
    'reviews', coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'dueOn', r.due_on, 'heldOn', r.held_on, 'found', r.found) order by r.due_on, r.id) from access.care_review r where r.plan_id = of_plan), '[]'),
    'steps', coalesce((select jsonb_agg(jsonb_build_object('kind', s.kind, 'step', s.step, 'round', s.round, 'onDate', s.on_date, 'reason', s.reason, 'warmTo', s.warm_to) order by s.recorded_at, s.id) from access.care_step s where s.plan_id = of_plan), '[]'),
    'ages', coalesce((select jsonb_agg(jsonb_build_object('slug', a.age_slug, 'doneOn', a.done_on, 'note', a.note)) from access.care_age_done a where a.plan_id = of_plan), '[]'));
end $$;

-- What is owed on plans, for the job that says so: ids and days. A birthday falls into it only when something is due then.
create function access.care_dues() returns table (kind text, subject text, person_id uuid, agency_id uuid, coordinator_id uuid, due_on date, kept_on date, age_slug text) language sql stable security definer set search_path = '' as $$
  with plan as (select c.* from access.care_plan c join access.person p on p.id = c.person_id where platform.ctx_actor() = 'worker' and c.standing = 'active' and p.state = 'active')
  select 'care-review', r.id::text, c.person_id, c.agency_id, c.coordinator_id, r.due_on, r.held_on, null::text from plan c join access.care_review r on r.plan_id = c.id
    where r.held_on is null or r.held_on > platform.ctx_today() - 31
  union all select 'care-goal', g.id::text || '/' || g.review_on, c.person_id, c.agency_id, c.coordinator_id, g.review_on, null, null from plan c join access.care_goal g on g.plan_id = c.id where g.state = 'open'
  union all select 'care-age', c.id::text || '/' || a.slug, c.person_id, c.agency_id, c.coordinator_id, d.due_on, n.done_on, a.slug
    from plan c join access.person_identity i on i.person_id = c.person_id and i.birth_date is not null
    join access.care_age a on a.removed_at is null and a.from_date <= platform.ctx_today() and (a.until_date is null or a.until_date >= platform.ctx_today()) and (a.audience = 'everybody' or c.leaving_care)
    cross join lateral (select (i.birth_date + make_interval(years => a.age))::date - case a.due when 'before' then 1 else 0 end as due_on) d
    left join access.care_age_done n on n.plan_id = c.id and n.age_slug = a.slug
    where d.due_on between c.opened_on and platform.ctx_today() + 90 and (n.done_on is null or n.done_on > platform.ctx_today() - 31)
$$;
-- Steps of all plans without a person, for the protected counts.
create function access.care_traces() returns table (plan_id uuid, pathway_slug text, standing text, kind text, step text, round integer, on_date date) language sql stable security definer set search_path = '' as $$
  select s.plan_id, c.pathway_slug, c.standing, s.kind, s.step, s.round, s.on_date from access.care_step s join access.care_plan c on c.id = s.plan_id where platform.ctx_actor() = 'worker' order by s.plan_id, s.recorded_at, s.id
$$;
