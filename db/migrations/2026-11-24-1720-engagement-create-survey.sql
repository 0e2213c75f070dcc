-- Surveys. An answer is anonymous by construction: its id is random, it knows the day and no time, and nothing joins it to a person or a device.
create table engagement.survey (
  slug text constraint survey_pkey primary key,
  title platform.bilingual not null,
  lead platform.bilingual not null,
  opens_on date,
  closes_on date,
  distress boolean not null default false,
  results_public boolean not null default false,
  withdrawn_at timestamptz,
  demonstration boolean not null default false,
  made_by uuid,
  made_at timestamptz not null,
  constraint survey_dates check (closes_on is null or opens_on is null or closes_on >= opens_on)
);
create table engagement.survey_version (
  id uuid constraint survey_version_pkey primary key,
  survey_slug text not null constraint survey_version_survey_fkey references engagement.survey (slug),
  number integer not null,
  questionnaire jsonb not null,
  made_at timestamptz not null,
  constraint survey_version_number unique (survey_slug, number)
);
create table engagement.survey_draft (
  code_hash bytea constraint survey_draft_pkey primary key,
  version_id uuid not null constraint survey_draft_version_fkey references engagement.survey_version,
  answers jsonb not null,
  at_step text,
  once bytea not null,
  language text not null constraint survey_draft_language check (language in ('en', 'fr')),
  saved_on date not null,
  ends_on date not null
);
create table engagement.response (
  id uuid constraint response_pkey primary key,
  version_id uuid not null constraint response_version_fkey references engagement.survey_version,
  channel text not null constraint response_channel check (channel in ('online', 'paper', 'telephone')),
  language text not null constraint response_language check (language in ('en', 'fr')),
  received_on date not null,
  answers jsonb not null,
  -- The same form sent twice is one response.
  once bytea not null constraint response_once unique
);
create index response_version on engagement.response (version_id);
create table engagement.answer (
  response_id uuid not null constraint answer_response_fkey references engagement.response,
  place integer not null,
  link_id text not null,
  path text not null,
  kind text not null,
  value jsonb not null,
  constraint answer_pkey primary key (response_id, place)
);
create index answer_link on engagement.answer (link_id);

do $$ declare t text; begin
  foreach t in array array['survey', 'survey_version', 'survey_draft', 'response', 'answer'] loop
    execute format('alter table engagement.%I enable row level security, force row level security', t);
  end loop;
end $$;
create trigger survey_content_changed after insert or update or delete on engagement.survey for each statement execute function platform.content_changed();

-- The surveys that take answers today, and their newest versions.
create function engagement.open_versions() returns setof uuid language sql stable security definer set search_path = '' as $$
  select distinct on (v.survey_slug) v.id from engagement.survey_version v join engagement.survey s on s.slug = v.survey_slug
  where s.withdrawn_at is null and s.opens_on <= platform.ctx_today() and (s.closes_on is null or s.closes_on >= platform.ctx_today()) order by v.survey_slug, v.number desc
$$;
-- How often each answer to a choice was given, once a survey is closed and its results are public; never a single response, never free text.
create function engagement.public_counts(of_survey text) returns table (link_id text, kind text, value jsonb, count integer, answered integer)
language sql stable security definer set search_path = '' as $$
  select a.link_id, a.kind, case when a.kind = 'valueCoding' then a.value - 'display' else a.value end, count(*)::integer,
    (select count(distinct b.response_id)::integer from engagement.answer b join engagement.response q on q.id = b.response_id where q.version_id = v.id and b.link_id = a.link_id)
  from engagement.survey s join lateral (select x.id from engagement.survey_version x where x.survey_slug = s.slug order by x.number desc limit 1) v on true
    join engagement.response r on r.version_id = v.id join engagement.answer a on a.response_id = r.id
  where s.slug = of_survey and s.withdrawn_at is null and s.results_public and s.closes_on < platform.ctx_today() and a.kind in ('valueCoding', 'valueBoolean')
  group by v.id, a.link_id, a.kind, 3
$$;
-- Drafts whose time is over are gone.
create function engagement.purge_drafts() returns void language plpgsql security definer set search_path = '' as $$
begin
  if platform.ctx_actor() is distinct from 'worker' then return; end if;
  delete from engagement.survey_draft where ends_on < platform.ctx_today();
end $$;
