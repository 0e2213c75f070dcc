-- Whoever began an older version of an open survey can end it, and what was answered to each version is counted by itself.
create or replace function engagement.open_versions() returns setof uuid language sql stable security definer set search_path = '' as $$
  select v.id from engagement.survey_version v join engagement.survey s on s.slug = v.survey_slug
  where s.withdrawn_at is null and s.opens_on <= platform.ctx_today() and (s.closes_on is null or s.closes_on >= platform.ctx_today())
$$;
-- An answer belongs to a response of a version that is open; the plan office also types in later what came on paper.
create function engagement.takes_answers(response uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from engagement.response r where r.id = response and (platform.ctx_has('plan-manager') or r.version_id in (select engagement.open_versions())))
$$;
-- How often each answer to a choice was given to one version, once the survey is closed and its results are public; never a single response, never free text.
drop function engagement.public_counts(text);
create function engagement.public_counts(of_survey text, of_number integer) returns table (link_id text, kind text, value jsonb, count integer, answered integer)
language sql stable security definer set search_path = '' as $$
  select a.link_id, a.kind, case when a.kind = 'valueCoding' then a.value - 'display' else a.value end, count(*)::integer,
    (select count(distinct b.response_id)::integer from engagement.answer b join engagement.response q on q.id = b.response_id where q.version_id = v.id and b.link_id = a.link_id)
  from engagement.survey s join engagement.survey_version v on v.survey_slug = s.slug and v.number = of_number
    join engagement.response r on r.version_id = v.id join engagement.answer a on a.response_id = r.id
  where s.slug = of_survey and s.withdrawn_at is null and s.results_public and s.closes_on < platform.ctx_today() and a.kind in ('valueCoding', 'valueBoolean')
  group by v.id, a.link_id, a.kind, 3
$$;
