-- What rules would have done, for bodies that may not see people: asked for by those who keep a list, counted and protected by the job, then never changed.
create table access.replay (
  id uuid constraint replay_pkey primary key,
  list_id uuid not null constraint replay_list references access.list (id),
  first_id uuid not null constraint replay_first references access.priority (id),
  second_id uuid not null constraint replay_second references access.priority (id),
  last_month date not null constraint replay_month check (last_month = date_trunc('month', last_month)),
  asked_by uuid not null constraint replay_asker references identity.account (id),
  asked_at timestamptz not null,
  state text not null default 'asked' constraint replay_state check (state in ('asked', 'released', 'blocked')),
  cells jsonb not null default '[]',
  blocked jsonb not null default '[]',
  ended_at timestamptz,
  constraint replay_two check (first_id <> second_id),
  constraint replay_ended check ((state = 'asked') = (ended_at is null))
);
-- The same two versions over the same months once, in whichever order; a blocked one may be asked for again.
create unique index replay_once on access.replay (list_id, last_month, least(first_id, second_id), greatest(first_id, second_id)) where state <> 'blocked';
create index replay_first_id on access.replay (first_id);
create index replay_second_id on access.replay (second_id);
create index replay_asked_by on access.replay (asked_by);
alter table access.replay enable row level security, force row level security;

-- The decisions of the twelve months of a replay that was asked for, without names: the worker's alone.
create function access.replayed_decisions(of_replay uuid, zone text) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  r access.replay;
begin
  if platform.ctx_actor() is distinct from 'worker' then raise exception 'only the job counts a replay' using errcode = '42501'; end if;
  select * into r from access.replay x where x.id = of_replay and x.state = 'asked';
  if not found then return null; end if;
  perform platform.write_audit('access.read-replay', 'list', r.list_id::text, 'permit', jsonb_build_object('replay', r.id));
  return (select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'day', (d.made_at at time zone zone)::date, 'inputs', d.inputs,
      'people', (select coalesce(jsonb_agg(jsonb_build_object('token', m.token, 'person', m.person_id, 'declined', exists (select from access.offer o where o.vacancy_id = v.id and o.token = m.token and o.state = 'declined'))), '[]')
        from access.decision_person m where m.vacancy_id = v.id)) order by d.made_at, v.id), '[]')
    from access.decision d join access.vacancy v on v.id = d.vacancy_id
    where v.list_id = r.list_id and (d.made_at at time zone zone)::date >= (r.last_month - interval '11 months')::date and (d.made_at at time zone zone)::date < (r.last_month + interval '1 month')::date);
end $$;
