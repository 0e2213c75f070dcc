-- Events wait here for the relay to the job queue: written with the work, gone once queued.
create table platform.event (
  id uuid constraint event_pkey primary key,
  kind text not null,
  subject_id uuid,
  detail jsonb not null default '{}',
  moment timestamptz not null
);

create table platform.mail_message (
  id uuid constraint mail_message_pkey primary key,
  message_id text not null constraint mail_message_message_id_key unique,
  recipient text not null,
  recipient_key uuid,
  language text not null constraint mail_message_language check (language in ('en', 'fr')),
  subject text not null,
  text_body text not null,
  headers jsonb not null default '{}',
  attachments jsonb not null default '[]',
  kind text not null,
  state text not null default 'queued' constraint mail_message_state check (state in ('queued', 'sending', 'sent', 'unknown', 'failed', 'withheld')),
  queued_at timestamptz not null,
  not_before timestamptz not null,
  attempts integer not null default 0,
  sent_at timestamptz,
  failure text
);
create index mail_message_due on platform.mail_message (not_before) where state = 'queued';
create index mail_message_recipient on platform.mail_message (recipient_key) where recipient_key is not null;
create index mail_message_recent on platform.mail_message (queued_at desc);

create table platform.stored_file (
  id uuid constraint stored_file_pkey primary key,
  sha256 bytea not null,
  size integer not null,
  media_type text not null,
  name text not null,
  content bytea not null,
  stored_at timestamptz not null
);

create unlogged table platform.rate_window (
  key bytea not null,
  opened_at timestamptz not null,
  taken integer not null,
  constraint rate_window_pkey primary key (key)
);

create table platform.setting (
  name text constraint setting_pkey primary key,
  value jsonb not null
);

alter table platform.event enable row level security, force row level security;
alter table platform.mail_message enable row level security, force row level security;
alter table platform.stored_file enable row level security, force row level security;
alter table platform.rate_window enable row level security, force row level security;
alter table platform.setting enable row level security, force row level security;

-- True while the key has taken no more than its limit in the window; the address itself is never stored, only its keyed hash.
create function platform.take_rate(rate_subject text, rate_limit integer, window_seconds integer, moment timestamptz) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  now_taken integer;
begin
  insert into platform.rate_window as w (key, opened_at, taken) values (platform.context_mac(rate_subject), moment, 1)
  on conflict (key) do update set
    opened_at = case when w.opened_at < moment - make_interval(secs => window_seconds) then moment else w.opened_at end,
    taken = case when w.opened_at < moment - make_interval(secs => window_seconds) then 1 else w.taken + 1 end
  returning taken into now_taken;
  return now_taken <= rate_limit;
end $$;

-- Public content changed: servers forget rendered pages when they hear of it.
create function platform.content_changed() returns trigger language plpgsql set search_path = '' as $$
begin
  perform pg_notify('content_changed', tg_table_schema || '.' || tg_table_name);
  perform set_config('ct.content_changed', '1', true);
  return null;
end $$;

create function platform.is_demonstration() returns boolean language sql stable set search_path = '' as $$
  select coalesce((select value = 'true'::jsonb from platform.setting where name = 'demonstration'), false)
$$;
