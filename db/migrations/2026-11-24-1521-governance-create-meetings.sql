-- Meetings, what they are about, what came of them. A matter goes from meeting to meeting until it ends; whoever declared a conflict of interest is
-- out of it, and of its items, papers and minutes, until then.
create table governance.meeting (
  id uuid constraint meeting_pkey primary key,
  body_slug text not null constraint meeting_body_fkey references governance.body (slug),
  year integer not null,
  number integer not null,
  starts_at timestamptz not null,
  minutes_long integer not null constraint meeting_length check (minutes_long between 5 and 600),
  place text not null,
  online text,
  state text not null constraint meeting_state check (state in ('planned', 'called', 'open', 'closed', 'cancelled')),
  called_at timestamptz,
  opened_at timestamptz,
  closed_at timestamptz,
  cancelled_for text,
  minutes_state text not null default 'none' constraint meeting_minutes_state check (minutes_state in ('none', 'draft', 'approved')),
  minutes_note text,
  approved_in uuid constraint meeting_approved_in_fkey references governance.meeting,
  approved_at timestamptz,
  made_by uuid,
  made_at timestamptz not null,
  constraint meeting_number unique (body_slug, year, number)
);
create table governance.matter (
  id uuid constraint matter_pkey primary key,
  body_slug text not null constraint matter_body_fkey references governance.body (slug),
  kind text not null constraint matter_kind check (kind in ('minutes', 'issue', 'action', 'milestone', 'decision', 'recommendation', 'other')),
  subject_kind text,
  subject_id text,
  title platform.bilingual not null,
  path text,
  in_camera boolean not null default false,
  opened_at timestamptz not null,
  ended_at timestamptz
);
create unique index matter_open on governance.matter (body_slug, subject_kind, subject_id) where ended_at is null and subject_id is not null;
create table governance.agenda_item (
  id uuid constraint agenda_item_pkey primary key,
  meeting_id uuid not null constraint agenda_item_meeting_fkey references governance.meeting,
  matter_id uuid not null constraint agenda_item_matter_fkey references governance.matter,
  position integer not null,
  why platform.bilingual,
  outcome text constraint agenda_item_outcome check (outcome in ('ended', 'returns')),
  discussion text,
  language text constraint agenda_item_language check (language in ('en', 'fr')),
  constraint agenda_item_once unique (meeting_id, matter_id)
);
create index agenda_item_matter on governance.agenda_item (matter_id);
create table governance.paper (
  id uuid constraint paper_pkey primary key,
  matter_id uuid not null constraint paper_matter_fkey references governance.matter,
  name text not null,
  media_type text not null,
  size integer not null,
  content bytea not null,
  added_at timestamptz not null,
  added_by uuid
);
create index paper_matter on governance.paper (matter_id);
create table governance.attendance (
  meeting_id uuid not null constraint attendance_meeting_fkey references governance.meeting,
  member_id uuid not null constraint attendance_member_fkey references governance.member,
  status text not null constraint attendance_status check (status in ('present', 'regrets', 'absent')),
  constraint attendance_pkey primary key (meeting_id, member_id)
);
create table governance.recusal (
  id uuid constraint recusal_pkey primary key,
  matter_id uuid not null constraint recusal_matter_fkey references governance.matter,
  member_id uuid not null constraint recusal_member_fkey references governance.member,
  account_id uuid,
  declared_at timestamptz not null,
  constraint recusal_once unique (matter_id, member_id)
);
create table governance.action (
  id uuid constraint action_pkey primary key,
  body_slug text not null constraint action_body_fkey references governance.body (slug),
  meeting_id uuid not null constraint action_meeting_fkey references governance.meeting,
  matter_id uuid not null constraint action_matter_fkey references governance.matter,
  what platform.bilingual not null,
  member_id uuid not null constraint action_member_fkey references governance.member,
  due date not null,
  agreed_at timestamptz not null
);
create index action_body on governance.action (body_slug);
create index action_matter on governance.action (matter_id);
create table governance.action_report (
  id uuid constraint action_report_pkey primary key,
  action_id uuid not null constraint action_report_action_fkey references governance.action,
  kind text not null constraint action_report_kind check (kind in ('done', 'under-way', 'cannot')),
  body text not null,
  at timestamptz not null,
  by_link boolean not null,
  account_id uuid
);
create index action_report_action on governance.action_report (action_id);
create table governance.action_link (
  id uuid constraint action_link_pkey primary key,
  action_id uuid not null constraint action_link_action_fkey references governance.action,
  key_hash bytea not null constraint action_link_key unique,
  expires_at timestamptz not null,
  used_at timestamptz
);

alter table governance.decision
  add column meeting_id uuid constraint decision_meeting_fkey references governance.meeting,
  add column matter_id uuid constraint decision_matter_fkey references governance.matter,
  add column moved_by text,
  add column dissent text,
  add column concerns_body text constraint decision_concerns_fkey references governance.body (slug);

do $$ declare t text; begin
  foreach t in array array['meeting', 'matter', 'agenda_item', 'paper', 'attendance', 'recusal', 'action', 'action_report', 'action_link'] loop
    execute format('alter table governance.%I enable row level security, force row level security', t);
  end loop;
  foreach t in array array['meeting', 'matter', 'agenda_item', 'member', 'seat_holding'] loop
    execute format('create trigger %I after insert or update or delete on governance.%I for each statement execute function platform.content_changed()', t || '_content_changed', t);
  end loop;
end $$;

-- The matters that the person who asks has left and that have not ended.
create function governance.closed_matters() returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array(select r.matter_id from governance.recusal r join governance.matter m on m.id = r.matter_id
    where m.ended_at is null and r.account_id = platform.ctx_account()), '{}')
$$;
-- What those matters are about, as kind:id, for the modules whose things they are.
create function governance.closed_subjects() returns text[] language sql stable security definer set search_path = '' as $$
  select coalesce(array(select m.subject_kind || ':' || m.subject_id from governance.recusal r join governance.matter m on m.id = r.matter_id
    where m.ended_at is null and m.subject_id is not null and r.account_id = platform.ctx_account()), '{}')
$$;
-- What is still closed to somebody or was dealt with in camera is not public; the rest is once it has ended, or with approved minutes.
create function governance.matter_is_public(m governance.matter) returns boolean language sql stable security definer set search_path = '' as $$
  select not m.in_camera and (m.ended_at is not null
    or (not exists (select from governance.recusal r where r.matter_id = m.id)
      and exists (select from governance.agenda_item i join governance.meeting g on g.id = i.meeting_id where i.matter_id = m.id and g.minutes_state = 'approved')))
$$;
create function governance.withheld_matters() returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array(select m.id from governance.matter m where not governance.matter_is_public(m)), '{}')
$$;
create function governance.published_matters() returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array(select m.id from governance.matter m join governance.body b on b.slug = m.body_slug where b.minutes = 'public' and governance.matter_is_public(m)
    and exists (select from governance.agenda_item i join governance.meeting g on g.id = i.meeting_id where i.matter_id = m.id and g.minutes_state = 'approved')), '{}')
$$;

-- Whether a member is out of a matter that has not ended; whoever sends mails asks before.
create function governance.has_left(of_member uuid, of_matter uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from governance.recusal r join governance.matter m on m.id = r.matter_id where r.matter_id = of_matter and r.member_id = of_member and m.ended_at is null)
$$;

-- The key of an action's link is derived, so that the mail can carry it and the database keeps only its hash.
create function governance.action_link_key(link uuid) returns text language sql stable security definer set search_path = '' as $$
  select translate(encode(substr(platform.context_mac('action link ' || link), 1, 18), 'base64'), '+/=', '-_')
$$;
create function governance.new_action_link(link uuid, of_action uuid, until timestamptz) returns text
language plpgsql security definer set search_path = '' as $$
declare
  key text := governance.action_link_key(link);
begin
  if platform.ctx_actor() is distinct from 'worker' then return null; end if;
  -- A newer link ends the older ones: what lies in an old mail opens nothing.
  update governance.action_link set expires_at = platform.ctx_now() where action_id = of_action and used_at is null and expires_at > platform.ctx_now();
  insert into governance.action_link (id, action_id, key_hash, expires_at) values (link, of_action, sha256(convert_to(key, 'UTF8')), until);
  return key;
end $$;
-- The action whose link was shown, while the link holds.
create function governance.linked_action() returns uuid language sql stable security definer set search_path = '' as $$
  select l.action_id from governance.action_link l join governance.action a on a.id = l.action_id
  where l.key_hash = platform.ctx_capability() and l.used_at is null and l.expires_at > platform.ctx_now() and not governance.has_left(a.member_id, a.matter_id)
$$;
-- Reports on the action whose link was shown and uses the link up; false when it holds no more.
create function governance.report_by_link(report uuid, given_kind text, given_body text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  found uuid;
begin
  if governance.linked_action() is null then return null; end if;
  update governance.action_link set used_at = platform.ctx_now()
  where key_hash = platform.ctx_capability() and used_at is null and expires_at > platform.ctx_now() returning action_id into found;
  if found is null then return null; end if;
  insert into governance.action_report (id, action_id, kind, body, at, by_link) values (report, found, given_kind, given_body, platform.ctx_now(), true);
  perform platform.write_audit('governance.report-action', 'action', found::text, 'permit', '{"by": "link"}');
  return found;
end $$;
-- Who else may have left a matter: the chair and the plan office see names on the item; a member sees nothing.
create function governance.declare_conflict(new_id uuid, of_matter uuid, of_member uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  body text := (select m.body_slug from governance.matter m where m.id = of_matter and m.ended_at is null);
  account uuid := (select p.account_id from governance.member p where p.id = of_member and p.body_slug = body);
begin
  if body is null or not exists (select from governance.member p where p.id = of_member and p.body_slug = body) then return false; end if;
  -- A member without an account is nobody's own: null must not pass for true.
  if (account = platform.ctx_account() or platform.ctx_has('plan-manager') or body = any (platform.ctx_bodies_as('table-chair'))) is not true then return false; end if;
  insert into governance.recusal (id, matter_id, member_id, account_id, declared_at) values (new_id, of_matter, of_member, account, platform.ctx_now())
  on conflict on constraint recusal_once do nothing;
  perform platform.write_audit('governance.declare-conflict', 'matter', of_matter::text, 'permit', '{}');
  return true;
end $$;

-- A decision stands as it was written; only the language that is missing can be added, until the minutes of its meeting are approved.
create function governance.translate_decision(of_decision uuid, given_title jsonb, given_reason jsonb) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  d governance.decision;
  missing text;
begin
  select * into d from governance.decision x where x.id = of_decision;
  missing := coalesce(d.title ->> 'untranslated', d.reason ->> 'untranslated');
  if missing is null or not exists (select from governance.meeting m where m.id = d.meeting_id and m.minutes_state <> 'approved') then return false; end if;
  if (platform.ctx_has('plan-manager') or d.body_slug = any (platform.ctx_bodies_as('table-chair'))) is not true then return false; end if;
  update governance.decision set title = (title - 'untranslated') || jsonb_build_object(missing, given_title ->> missing),
    reason = (reason - 'untranslated') || jsonb_build_object(missing, given_reason ->> missing) where id = of_decision;
  perform platform.write_audit('governance.translate-decision', 'decision', of_decision::text, 'permit', '{}');
  return true;
end $$;
