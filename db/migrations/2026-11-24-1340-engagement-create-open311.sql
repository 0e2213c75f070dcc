-- Open311: what city systems may send, and mails that came in.
create table engagement.open311_service (
  code text constraint open311_service_pkey primary key,
  position integer not null,
  name platform.bilingual not null,
  description platform.bilingual not null,
  kind text not null constraint open311_service_kind check (kind in ('realtime', 'blackbox')),
  keywords text not null,
  service_group text not null,
  attributes jsonb not null default '[]'
);
create table engagement.open311_key (
  key_hash bytea constraint open311_key_pkey primary key,
  name text not null,
  active boolean not null default true
);
create table engagement.mailbox_message (
  id uuid constraint mailbox_message_pkey primary key,
  message_hash bytea not null constraint mailbox_message_key unique,
  received_at timestamptz not null,
  outcome text not null constraint mailbox_message_outcome check (outcome in ('issue', 'answer', 'bounce', 'loop', 'auto-reply', 'refused')),
  issue_id uuid constraint mailbox_message_issue_fkey references engagement.issue,
  refused_attachments integer not null default 0
);
create table engagement.issue_attachment (
  file_id uuid constraint issue_attachment_pkey primary key constraint issue_attachment_file_fkey references platform.stored_file,
  issue_id uuid not null constraint issue_attachment_issue_fkey references engagement.issue
);
do $$ declare t text; begin
  foreach t in array array['open311_service', 'open311_key', 'mailbox_message', 'issue_attachment'] loop
    execute format('alter table engagement.%I enable row level security, force row level security', t);
  end loop;
end $$;
create policy seed on engagement.open311_service to ct_owner using (true) with check (true);
insert into engagement.open311_service (code, position, name, description, kind, keywords, service_group, attributes) values
  ('unsafe-place', 1, '{"en": "Place that feels unsafe", "fr": "Lieu où l’on ne se sent pas en sécurité"}', '{"en": "A place where people feel unsafe again and again.", "fr": "Un lieu où les gens ne se sentent pas en sécurité, de façon répétée."}', 'realtime', 'safety,place', 'place',
    '[{"code": "when", "datatype": "singlevaluelist", "required": true, "en": "When does it happen?", "fr": "Quand cela arrive-t-il?", "values": [["day", "By day", "Le jour"], ["night", "By night", "La nuit"], ["always", "At any time", "À toute heure"]]}]'),
  ('lighting', 2, '{"en": "Light and visibility", "fr": "Éclairage et visibilité"}', '{"en": "A place that is dark or cannot be seen into.", "fr": "Un lieu sombre ou qu’on ne peut pas voir."}', 'realtime', 'light,place', 'place', '[]'),
  ('well-being-concern', 3, '{"en": "Concern about the well-being of people", "fr": "Inquiétude pour le bien-être de personnes"}', '{"en": "Not for emergencies: 911. Read by the plan office alone.", "fr": "Pas pour les urgences : 911. Lu par le bureau du plan seulement."}', 'blackbox', 'people,well-being', 'people', '[]'),
  ('homelessness-concern', 4, '{"en": "Concern about people without a home", "fr": "Inquiétude pour des personnes sans domicile"}', '{"en": "Not for emergencies: 911. Read by the plan office alone.", "fr": "Pas pour les urgences : 911. Lu par le bureau du plan seulement."}', 'blackbox', 'people,homelessness', 'people', '[]'),
  ('substance-use-concern', 5, '{"en": "Concern about alcohol or drug use", "fr": "Inquiétude liée à l’alcool ou aux drogues"}', '{"en": "Not for emergencies: 911. Read by the plan office alone.", "fr": "Pas pour les urgences : 911. Lu par le bureau du plan seulement."}', 'blackbox', 'people,substances', 'people', '[]');
drop policy seed on engagement.open311_service;

-- What anybody may read of requests: place-related ones alone, coarse, without a word of what was written.
create function engagement.list_open311(codes text[], ids text[], from_time timestamptz, to_time timestamptz, wanted_status text)
returns table (reference text, service_code text, state text, requested_at timestamptz, changed_at timestamptz, lat numeric, long numeric)
language sql stable security definer set search_path = '' as $$
  select i.reference, i.service_code, i.state, i.received_at, i.changed_at, round(i.lat, 3), round(i.long, 3)
  from engagement.issue i join engagement.open311_service s on s.code = i.service_code and s.kind = 'realtime'
  where i.channel = 'open311' and not i.about_person and i.state <> 'withdrawn'
    and case when ids is not null then i.reference = any (ids) else
      (codes is null or i.service_code = any (codes)) and i.received_at >= from_time and i.received_at <= to_time
      and (wanted_status is null or wanted_status = case when i.state in ('submitted', 'screening', 'more-info', 'for-leadership') then 'open' else 'closed' end) end
  order by i.received_at desc limit 1000
$$;
create function engagement.open311_key_holds() returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from engagement.open311_key where key_hash = platform.ctx_capability() and active)
$$;
