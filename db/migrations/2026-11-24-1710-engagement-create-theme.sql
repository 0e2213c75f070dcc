-- What people said: consultations, pieces of text, themes, several coders, quotes, answers, published reports.
create table engagement.consultation (
  slug text constraint consultation_pkey primary key,
  name platform.bilingual not null,
  question platform.bilingual not null,
  from_date date not null,
  until_date date not null,
  -- Where only the months are known.
  approximate boolean not null default false,
  -- What is known of it from outside: [{"label": {en, fr}, "value": {en, fr}, "sources": []}].
  facts jsonb not null default '[]',
  demonstration boolean not null default false,
  sources text[] not null default '{}',
  known_from date not null,
  removed_at timestamptz,
  origin text not null constraint consultation_origin check (origin in ('pack', 'staff')),
  constraint consultation_order check (from_date <= until_date)
);
-- Numbers counted by hand: people in a room, forms in a box. one_each says that no person is counted twice within the count.
create table engagement.heard_count (
  slug text constraint heard_count_pkey primary key,
  consultation_slug text not null constraint heard_count_consultation_fkey references engagement.consultation,
  channel text not null constraint heard_count_channel check (channel in ('web', 'paper', 'telephone', 'meeting', 'email', 'letter', '311')),
  people integer not null constraint heard_count_people check (people > 0),
  one_each boolean not null,
  known_from date not null,
  removed_at timestamptz,
  origin text not null constraint heard_count_origin check (origin in ('pack', 'staff'))
);
create table engagement.census_margin (
  slug text constraint census_margin_pkey primary key,
  year integer not null,
  dimension text not null constraint census_margin_dimension check (dimension in ('total', 'municipality', 'age', 'language')),
  category text not null,
  position integer not null,
  label platform.bilingual not null,
  people integer not null constraint census_margin_people check (people > 0),
  confirmed boolean not null,
  sources text[] not null default '{}',
  known_from date not null,
  removed_at timestamptz,
  origin text not null constraint census_margin_origin check (origin in ('pack', 'staff')),
  constraint census_margin_once unique (year, dimension, category)
);
create table engagement.contribution (
  id uuid constraint contribution_pkey primary key,
  consultation_slug text not null constraint contribution_consultation_fkey references engagement.consultation,
  source_kind text not null constraint contribution_source_kind check (source_kind in ('survey-answer', 'meeting-note', 'issue', 'telephone', 'letter')),
  -- The response, note or issue that it comes from; pieces with the same one are one voice.
  source_id uuid not null,
  channel text not null constraint contribution_channel check (channel in ('web', 'paper', 'telephone', 'meeting', 'email', 'letter', '311', 'open311')),
  language text not null constraint contribution_language check (language in ('en', 'fr')),
  body text not null constraint contribution_body check (body <> '' and length(body) <= 20000),
  -- A day, never a moment: with the time a survey's answer could be joined to a visit.
  received_on date not null,
  question platform.bilingual,
  municipality text,
  age_band text,
  home_language text,
  -- False where whoever wrote it asked not to be quoted.
  may_quote boolean not null default true,
  demonstration boolean not null default false
);
create index contribution_consultation on engagement.contribution (consultation_slug, received_on, id);
create unique index contribution_source on engagement.contribution (source_kind, source_id, md5(coalesce(question ->> 'en', '')), md5(body));
create table engagement.theme (
  id uuid constraint theme_pkey primary key,
  consultation_slug text not null constraint theme_consultation_fkey references engagement.consultation,
  parent_id uuid constraint theme_parent_fkey references engagement.theme,
  position integer not null,
  merged_into uuid constraint theme_merged_fkey references engagement.theme,
  constraint theme_not_itself check (merged_into <> id and parent_id <> id)
);
create index theme_consultation on engagement.theme (consultation_slug);
-- Names are never overwritten: the highest version counts.
create table engagement.theme_name (
  theme_id uuid not null constraint theme_name_theme_fkey references engagement.theme,
  version integer not null,
  name platform.bilingual not null,
  account_id uuid,
  at timestamptz not null,
  constraint theme_name_pkey primary key (theme_id, version)
);
-- Who has coded which piece, also when no theme fits; with the codes in coding.
create table engagement.coded (
  contribution_id uuid not null constraint coded_contribution_fkey references engagement.contribution,
  account_id uuid not null,
  at timestamptz not null,
  constraint coded_pkey primary key (contribution_id, account_id)
);
create table engagement.coding (
  contribution_id uuid not null,
  theme_id uuid not null constraint coding_theme_fkey references engagement.theme,
  account_id uuid not null,
  at timestamptz not null,
  constraint coding_pkey primary key (contribution_id, account_id, theme_id),
  constraint coding_coded_fkey foreign key (contribution_id, account_id) references engagement.coded (contribution_id, account_id) on delete cascade
);
create index coding_theme on engagement.coding (theme_id);
-- What coders who differed agreed on; the codes themselves stay as they were given.
create table engagement.settlement (
  contribution_id uuid constraint settlement_pkey primary key constraint settlement_contribution_fkey references engagement.contribution,
  theme_ids uuid[] not null,
  account_id uuid not null,
  at timestamptz not null
);
create table engagement.quote (
  id uuid constraint quote_pkey primary key,
  contribution_id uuid not null constraint quote_contribution_fkey references engagement.contribution,
  theme_id uuid not null constraint quote_theme_fkey references engagement.theme,
  language text not null constraint quote_language check (language in ('en', 'fr')),
  body text not null constraint quote_body check (body <> '' and length(body) <= 600),
  demonstration boolean not null default false,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  approved_by uuid,
  approved_at timestamptz,
  withdrawn_at timestamptz,
  constraint quote_second_person check (approved_by <> proposed_by),
  constraint quote_approved check ((approved_by is null) = (approved_at is null))
);
create unique index quote_standing on engagement.quote (contribution_id) where withdrawn_at is null;
create index quote_theme on engagement.quote (theme_id);
create table engagement.theme_answer (
  id uuid constraint theme_answer_pkey primary key,
  theme_id uuid not null constraint theme_answer_theme_fkey references engagement.theme,
  kind text not null constraint theme_answer_kind check (kind in ('issue', 'priority', 'milestone', 'no')),
  -- The reference of an issue, the slug of a priority or milestone; nothing for a no.
  target text,
  words platform.bilingual,
  account_id uuid,
  at timestamptz not null,
  removed_at timestamptz,
  constraint theme_answer_says check (case when kind = 'no' then target is null and words is not null else target is not null end)
);
create index theme_answer_theme on engagement.theme_answer (theme_id);
-- What was published: protected numbers only. The newest that is not withdrawn counts.
create table engagement.voice_report (
  consultation_slug text not null constraint voice_report_consultation_fkey references engagement.consultation,
  version integer not null,
  content jsonb not null,
  quotes uuid[] not null,
  published_on date not null,
  account_id uuid,
  withdrawn_at timestamptz,
  constraint voice_report_pkey primary key (consultation_slug, version)
);
create unique index voice_report_standing on engagement.voice_report (consultation_slug) where withdrawn_at is null;
do $$ declare t text; begin
  foreach t in array array['consultation', 'heard_count', 'census_margin', 'contribution', 'theme', 'theme_name', 'coded', 'coding', 'settlement', 'quote', 'theme_answer', 'voice_report'] loop
    execute format('alter table engagement.%I enable row level security, force row level security', t);
  end loop;
  foreach t in array array['consultation', 'census_margin', 'quote', 'theme_answer', 'voice_report'] loop
    execute format('create trigger %I after insert or update or delete on engagement.%I for each statement execute function platform.content_changed()', t || '_content_changed', t);
  end loop;
end $$;

create function engagement.codes_voice() returns boolean language sql stable set search_path = '' as $$
  select platform.ctx_has('plan-manager') or platform.ctx_has('analyst')
$$;
-- Pieces that the asker has coded: of these, and only of these, she sees what others gave.
create function engagement.coded_by_me() returns setof uuid language sql stable security definer set search_path = '' as $$
  select contribution_id from engagement.coded where account_id = platform.ctx_account()
$$;
-- Whether somebody else has coded a piece: from then on nobody takes her own codes back.
create function engagement.coded_by_others(piece uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from engagement.coded where contribution_id = piece and account_id <> platform.ctx_account())
$$;

-- What each two coders gave the pieces that both have coded, without saying which piece; merged themes as what they became.
create function engagement.code_pairs(consultation text) returns table (first_coder uuid, second_coder uuid, first_themes uuid[], second_themes uuid[])
language sql stable security definer set search_path = '' as $$
  with given as (
    select d.contribution_id, d.account_id, array(select distinct coalesce(t.merged_into, t.id) from engagement.coding g join engagement.theme t on t.id = g.theme_id
      where g.contribution_id = d.contribution_id and g.account_id = d.account_id order by 1) as themes
    from engagement.coded d join engagement.contribution c on c.id = d.contribution_id
    where c.consultation_slug = consultation and (platform.ctx_actor() = 'worker' or engagement.codes_voice())
  )
  select a.account_id, b.account_id, a.themes, b.themes from given a join given b on b.contribution_id = a.contribution_id and a.account_id < b.account_id
  order by 1, 2, 3, 4
$$;

-- One row a voice that was coded, with what it told of itself and its themes: those settled, else those that more than half of its coders gave.
-- No row says which piece it is or who coded it.
create function engagement.coded_voices(consultation text) returns table (municipality text, age_band text, home_language text, themes uuid[])
language sql stable security definer set search_path = '' as $$
  with piece as (
    select c.id, c.source_kind, c.source_id, c.municipality, c.age_band, c.home_language from engagement.contribution c
    where c.consultation_slug = consultation and exists (select from engagement.coded d where d.contribution_id = c.id) and (platform.ctx_actor() = 'worker' or engagement.codes_voice())
  ), settled as (
    select p.id, coalesce(t.merged_into, t.id) as theme from piece p join engagement.settlement s on s.contribution_id = p.id join engagement.theme t on t.id = any (s.theme_ids)
    union
    select p.id, coalesce(t.merged_into, t.id) from piece p join engagement.coding g on g.contribution_id = p.id join engagement.theme t on t.id = g.theme_id
    where not exists (select from engagement.settlement s where s.contribution_id = p.id)
    group by p.id, coalesce(t.merged_into, t.id)
    having count(distinct g.account_id) * 2 > (select count(*) from engagement.coded d where d.contribution_id = p.id)
  )
  select min(p.municipality), min(p.age_band), min(p.home_language), coalesce(array_agg(distinct s.theme) filter (where s.theme is not null), '{}')
  from piece p left join settled s on s.id = p.id group by p.source_kind, p.source_id
  order by 1, 2, 3, 4
$$;

-- Who was heard in a consultation, from every channel: what engagement.heard (policies.sql) joins, and the issues raised in its days of the community's
-- time zone.
create function engagement.count_heard(consultation text, zone text)
returns table (channel text, occasion text, people bigint, one_each boolean, municipality text, age_band text, home_language text)
language plpgsql stable security definer set search_path = '' as $$
begin
  if not (platform.ctx_actor() = 'worker' or engagement.codes_voice()) then return; end if;
  return query select h.channel, h.occasion, sum(h.people)::bigint, h.one_each, h.municipality, h.age_band, h.home_language from (
      select v.channel, v.occasion, v.people, v.one_each, v.municipality, v.age_band, v.home_language from engagement.heard v where v.consultation_slug = consultation
      union all
      select i.channel, i.id::text, 1, true, i.municipality, null, null from engagement.issue i join engagement.consultation k on k.slug = consultation
        and (i.received_at at time zone zone)::date between k.from_date and k.until_date where i.state <> 'withdrawn'
    ) h group by 1, 2, 4, 5, 6, 7 order by 1, 2, 4, 5, 6, 7;
end $$;
