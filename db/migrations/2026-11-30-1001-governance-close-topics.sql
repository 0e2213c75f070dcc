-- A matter that gathers itself onto a later agenda (a late action, a decision of another body, the same issue once more) is a new row about the same
-- thing. What somebody has left, and what is dealt with in camera, goes by the thing and by all that hangs together with it, not by one row.
create index matter_subject on governance.matter (subject_kind, subject_id);
create index decision_matter on governance.decision (matter_id);
create index recusal_member on governance.recusal (member_id);

-- All that hangs together with a thing, as kind:id: matters about it, the decisions and actions of those matters, what the decisions are about, and
-- on from there. Minutes stay out: a meeting is about many things, and its minutes show each reader her own part.
create function governance.topic_of(thing_kind text, thing_id text) returns text[] language sql stable set search_path = '' as $$
  with recursive thing (kind, id) as (
    select thing_kind, thing_id where thing_kind in ('matter', 'issue', 'milestone', 'recommendation', 'action', 'decision') and thing_id is not null
    union
    select n.kind, n.id from thing t cross join lateral (
      -- A case guards each cast: the id of an issue in a test of another module need not be a uuid.
      select case when t.kind = 'matter' and t.id ~ '^[0-9a-f-]{36}$' then t.id::uuid end as matter,
        case when t.kind = 'action' and t.id ~ '^[0-9a-f-]{36}$' then t.id::uuid end as action,
        case when t.kind = 'decision' and t.id ~ '^[0-9a-f-]{36}$' then t.id::uuid end as decision
    ) i cross join lateral (
      select m.subject_kind as kind, m.subject_id as id from governance.matter m where m.id = i.matter
      union all select 'matter', m.id::text from governance.matter m where m.subject_kind = t.kind and m.subject_id = t.id
      union all select 'action', a.id::text from governance.action a where a.matter_id = i.matter
      union all select 'matter', a.matter_id::text from governance.action a where a.id = i.action
      union all select 'decision', d.id::text from governance.decision d where d.matter_id = i.matter
      union all select 'decision', d.id::text from governance.decision d where d.subject_kind = t.kind and d.subject_id = t.id
      union all select 'matter', d.matter_id::text from governance.decision d where d.id = i.decision
      union all select d.subject_kind, d.subject_id from governance.decision d where d.id = i.decision
    ) n where n.kind in ('matter', 'issue', 'milestone', 'recommendation', 'action', 'decision') and n.id is not null
  )
  select coalesce(array(select kind || ':' || id from thing), '{}')
$$;
create function governance.matters_in(topic text[]) returns uuid[] language sql immutable set search_path = '' as $$
  select coalesce(array(select substr(thing, 8)::uuid from unnest(topic) as thing where thing like 'matter:%'), '{}')
$$;
-- Whether a body still deals with any of it.
create function governance.topic_is_open(topic text[]) returns boolean language sql stable set search_path = '' as $$
  select exists (select from governance.matter m where m.ended_at is null and m.id = any (governance.matters_in(topic)))
$$;

-- By what a member is known: the row itself, its account and those that recusals were declared with, her address and the address of her account.
-- Somebody who declared a conflict without an account, or has another one since, is the same person.
create function governance.member_marks() returns table (member_id uuid, mark text) language sql stable set search_path = '' as $$
  select m.id, 'member:' || m.id from governance.member m
  union select m.id, 'account:' || m.account_id from governance.member m where m.account_id is not null
  union select r.member_id, 'account:' || r.account_id from governance.recusal r where r.account_id is not null
  union select a.member_id, 'email:' || lower(a.email) from governance.member_address a
  union select m.id, 'email:' || lower(c.email) from governance.member m join identity.account c on c.id = m.account_id
  union select r.member_id, 'email:' || lower(c.email) from governance.recusal r join identity.account c on c.id = r.account_id
$$;

-- What is closed to an account, as kind:id: every topic that its person has left, as long as a body still deals with it.
create function governance.things_closed_to(account uuid) returns text[] language sql stable security definer set search_path = '' as $$
  select case when account is null or not exists (select from governance.recusal) then '{}'::text[] else coalesce(array(
    with marks as materialized (select * from governance.member_marks()),
    own as (
      select 'account:' || account as mark
      union select 'email:' || lower(c.email) from identity.account c where c.id = account
      union select k.mark from marks k join governance.member m on m.id = k.member_id where m.account_id = account
    ),
    gone as (select distinct r.matter_id from governance.recusal r join marks k on k.member_id = r.member_id join own on own.mark = k.mark),
    -- Kept as made: a topic is looked up once for each matter, not once for each row that asks for it.
    topic as materialized (select governance.topic_of('matter', gone.matter_id::text) as things from gone)
    select distinct thing from topic cross join lateral unnest(topic.things) as thing where governance.topic_is_open(topic.things)), '{}') end
$$;
create function governance.closed_things() returns text[] language sql stable security definer set search_path = '' as $$
  select governance.things_closed_to(platform.ctx_account())
$$;
create or replace function governance.closed_matters() returns uuid[] language sql stable security definer set search_path = '' as $$
  select governance.matters_in(governance.closed_things())
$$;
create or replace function governance.closed_subjects() returns text[] language sql stable security definer set search_path = '' as $$
  select governance.closed_things()
$$;

-- Whether a member is out of a matter; whoever sends mails asks before.
create or replace function governance.has_left(of_member uuid, of_matter uuid) returns boolean language sql stable security definer set search_path = '' as $$
  with marks as materialized (select * from governance.member_marks()), topic as materialized (select governance.topic_of('matter', of_matter::text) as things)
  select exists (select from topic join governance.recusal r on r.matter_id = any (governance.matters_in(topic.things))
    join marks k on k.member_id = r.member_id join marks own on own.mark = k.mark and own.member_id = of_member
    where governance.topic_is_open(topic.things))
$$;
-- Who of a body has left which of its open matters, for its chair and the plan office; nothing of what they have left themselves.
create function governance.list_left(of_body text) returns table (matter_id uuid, member_id uuid) language sql stable security definer set search_path = '' as $$
  with marks as materialized (select * from governance.member_marks()),
  topic as materialized (select o.matter_id, unnest(governance.matters_in(governance.topic_of('matter', o.matter_id::text))) as related from (select distinct r.matter_id from governance.recusal r) o)
  select distinct m.id, p.id from topic join governance.matter m on m.id = topic.related and m.ended_at is null and m.body_slug = of_body
    join governance.recusal r on r.matter_id = topic.matter_id
    join marks k on k.member_id = r.member_id join marks own on own.mark = k.mark join governance.member p on p.id = own.member_id and p.body_slug = of_body
  where (platform.ctx_has('plan-manager') or of_body = any (platform.ctx_bodies_as('table-chair'))) is true
    and not m.id = any ((select governance.closed_matters())::uuid[])
$$;

-- Held back from the public: what hangs together with a matter that is closed to somebody, and what is open and about the same as one that was.
create function governance.held_back_matters() returns uuid[] language sql stable security definer set search_path = '' as $$
  with topic as materialized (select o.ended_at, unnest(governance.matters_in(governance.topic_of('matter', o.id::text))) as related
    from governance.matter o where o.id in (select r.matter_id from governance.recusal r))
  select coalesce(array(select distinct m.id from topic join governance.matter m on m.id = topic.related where topic.ended_at is null or m.ended_at is null), '{}')
$$;
create or replace function governance.withheld_matters() returns uuid[] language sql stable security definer set search_path = '' as $$
  with held as materialized (select governance.held_back_matters() as ids)
  select coalesce(array(select m.id from governance.matter m cross join held where m.in_camera or m.id = any (held.ids)
    or (m.ended_at is null and not exists (select from governance.agenda_item i join governance.meeting g on g.id = i.meeting_id where i.matter_id = m.id and g.minutes_state = 'approved'))), '{}')
$$;
create or replace function governance.published_matters() returns uuid[] language sql stable security definer set search_path = '' as $$
  with held as materialized (select governance.held_back_matters() as ids)
  select coalesce(array(select m.id from governance.matter m join governance.body b on b.slug = m.body_slug cross join held where b.minutes = 'public' and not m.in_camera and not m.id = any (held.ids)
    and exists (select from governance.agenda_item i join governance.meeting g on g.id = i.meeting_id where i.matter_id = m.id and g.minutes_state = 'approved')), '{}')
$$;
drop function governance.matter_is_public(governance.matter);

-- A matter about something that was dealt with in camera, or about a decision that is not public, begins in camera.
create function governance.begin_in_camera() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  topic text[];
begin
  if new.in_camera or new.subject_id is null then return new; end if;
  topic := governance.topic_of(new.subject_kind, new.subject_id);
  new.in_camera := exists (select from governance.matter m where m.in_camera and m.id = any (governance.matters_in(topic)))
    or exists (select from governance.decision d where new.subject_kind = 'decision' and d.id::text = new.subject_id and not d.is_public);
  return new;
end $$;
create trigger matter_begin_in_camera before insert on governance.matter for each row execute function governance.begin_in_camera();
-- What goes in camera later takes along the matters about its actions and decisions, wherever they wait.
create function governance.follow_in_camera() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update governance.matter m set in_camera = true where not m.in_camera
    and ((m.subject_kind = 'action' and m.subject_id in (select a.id::text from governance.action a where a.matter_id = new.id))
      or (m.subject_kind = 'decision' and m.subject_id in (select d.id::text from governance.decision d where d.matter_id = new.id)));
  return null;
end $$;
create trigger matter_follow_in_camera after update of in_camera on governance.matter for each row when (new.in_camera and not old.in_camera) execute function governance.follow_in_camera();

-- Matters that were gathered before these rules follow them from now on.
create policy fill on governance.matter to ct_owner using (true) with check (true);
create policy fill on governance.action to ct_owner using (true);
create policy fill on governance.decision to ct_owner using (true);
do $$ begin
  loop
    update governance.matter m set in_camera = true where not m.in_camera
      and ((m.subject_kind = 'action' and exists (select from governance.action a join governance.matter o on o.id = a.matter_id where a.id::text = m.subject_id and o.in_camera))
        or (m.subject_kind = 'decision' and exists (select from governance.decision d left join governance.matter o on o.id = d.matter_id where d.id::text = m.subject_id and (not d.is_public or o.in_camera))));
    exit when not found;
  end loop;
end $$;
drop policy fill on governance.matter;
drop policy fill on governance.action;
drop policy fill on governance.decision;
