-- Issues that people bring forward, from the first word to the reasoned reply.
create schema engagement;
create sequence engagement.issue_number;
create table engagement.issue (
  id uuid constraint issue_pkey primary key,
  reference text not null constraint issue_reference_key unique,
  code_hash bytea not null,
  channel text not null constraint issue_channel check (channel in ('web', '311', 'email', 'open311')),
  language text not null constraint issue_language check (language in ('en', 'fr')),
  title text not null,
  description text not null,
  municipality text,
  affected text,
  state text not null constraint issue_state check (state in ('submitted', 'screening', 'more-info', 'for-leadership', 'accepted', 'assigned', 'monitored', 'redirected', 'declined', 'closed', 'withdrawn', 'merged')),
  about_person boolean not null default false,
  wants_answer boolean not null default false,
  service_code text,
  address text,
  lat numeric(9, 6),
  long numeric(9, 6),
  source_hash bytea constraint issue_source_key unique,
  received_at timestamptz not null,
  changed_at timestamptz not null,
  acknowledged_at timestamptz,
  to_leadership_at timestamptz,
  leadership_note text,
  decision_id uuid,
  priority_slug text,
  body_slug text,
  merged_into uuid constraint issue_merged_fkey references engagement.issue
);
create index issue_state_age on engagement.issue (state, received_at);
create index issue_code on engagement.issue (code_hash);
create index issue_words on engagement.issue using gin (to_tsvector('simple', title || ' ' || description));
-- Contact data apart: no staff role can select it.
create table engagement.proposer (
  issue_id uuid constraint proposer_pkey primary key constraint proposer_issue_fkey references engagement.issue,
  name text,
  email text,
  phone text,
  organisation text
);
create table engagement.issue_event (
  id uuid constraint issue_event_pkey primary key,
  issue_id uuid not null constraint issue_event_issue_fkey references engagement.issue,
  at timestamptz not null,
  kind text not null,
  to_state text,
  note text,
  shown boolean not null,
  account_id uuid
);
create index issue_event_issue on engagement.issue_event (issue_id);
create table engagement.issue_message (
  id uuid constraint issue_message_pkey primary key,
  issue_id uuid not null constraint issue_message_issue_fkey references engagement.issue,
  direction text not null constraint issue_message_direction check (direction in ('to-proposer', 'from-proposer')),
  body text not null,
  at timestamptz not null
);
create index issue_message_issue on engagement.issue_message (issue_id);
create table engagement.criterion (
  id text not null,
  version integer not null,
  position integer not null,
  question platform.bilingual not null,
  weight integer not null,
  constraint criterion_pkey primary key (version, id)
);
create table engagement.screening_answer (
  issue_id uuid not null constraint screening_answer_issue_fkey references engagement.issue,
  version integer not null,
  criterion_id text not null,
  answer text not null constraint screening_answer_answer check (answer in ('yes', 'no', 'unclear')),
  account_id uuid not null,
  at timestamptz not null,
  constraint screening_answer_pkey primary key (issue_id, version, criterion_id),
  constraint screening_answer_criterion_fkey foreign key (version, criterion_id) references engagement.criterion (version, id)
);
-- What a 311 call turned out to be; counts by day, nothing about the caller.
create table engagement.call_outcome (
  day date not null,
  outcome text not null constraint call_outcome_outcome check (outcome in ('crisis', 'service', 'issue')),
  calls integer not null,
  constraint call_outcome_pkey primary key (day, outcome)
);
do $$ declare t text; begin
  foreach t in array array['issue', 'proposer', 'issue_event', 'issue_message', 'criterion', 'screening_answer', 'call_outcome'] loop
    execute format('alter table engagement.%I enable row level security, force row level security', t);
  end loop;
end $$;
create policy seed on engagement.criterion to ct_owner using (true) with check (true);
insert into engagement.criterion (id, version, position, question, weight) values
  ('real-problem', 1, 1, '{"en": "Is it the problem itself, not only a sign of another one?", "fr": "Est-ce le problème lui-même, et non seulement le signe d’un autre?"}', 1),
  ('evidence', 1, 2, '{"en": "Is there evidence now: numbers, or several people who say the same?", "fr": "Y a-t-il des preuves maintenant : des chiffres, ou plusieurs personnes qui disent la même chose?"}', 1),
  ('serious', 1, 3, '{"en": "Will people be harmed if nothing is done?", "fr": "Des gens subiront-ils un préjudice si rien n’est fait?"}', 2),
  ('several-systems', 1, 4, '{"en": "Does it cross more than one system, so that no single organisation can solve it?", "fr": "Touche-t-il plus d’un système, de sorte qu’aucun organisme ne peut le régler seul?"}', 2),
  ('vulnerable', 1, 5, '{"en": "Does it concern people who are already vulnerable?", "fr": "Concerne-t-il des personnes déjà vulnérables?"}', 1),
  ('emergencies', 1, 6, '{"en": "Does it lead to police, emergency department or shelter use?", "fr": "Mène-t-il à des interventions policières, à l’urgence de l’hôpital ou à l’hébergement d’urgence?"}', 1),
  ('unowned', 1, 7, '{"en": "Is there no body that already owns it?", "fr": "Aucune instance n’en est-elle déjà responsable?"}', 2),
  ('areas-covered', 1, 8, '{"en": "Is a response missing in at least one of the four areas?", "fr": "Manque-t-il une réponse dans au moins un des quatre volets?"}', 1);
drop policy seed on engagement.criterion;

create function engagement.next_reference(prefix text, year integer) returns text
language sql volatile security definer set search_path = '' as $$
  select prefix || '-' || year || '-' || lpad(nextval('engagement.issue_number')::text, 4, '0')
$$;

-- Contact data of one issue, for the plan office, with its audit row.
create function engagement.read_proposer(issue uuid) returns table (name text, email text, phone text, organisation text)
language plpgsql security definer set search_path = '' as $$
begin
  if not platform.ctx_has('plan-manager') then
    perform platform.write_audit('issue.read-proposer', 'issue', issue::text, 'refuse', '{}');
    return;
  end if;
  perform platform.write_audit('issue.read-proposer', 'issue', issue::text, 'permit', '{"section": "contact"}');
  return query select p.name, p.email, p.phone, p.organisation from engagement.proposer p where p.issue_id = issue;
end $$;

create function engagement.count_call(given_outcome text) returns void
language sql security definer set search_path = '' as $$
  insert into engagement.call_outcome as c (day, outcome, calls)
  select platform.ctx_today(), given_outcome, 1 where platform.ctx_has('operator-311') or platform.ctx_has('plan-manager')
  on conflict (day, outcome) do update set calls = c.calls + 1
$$;
