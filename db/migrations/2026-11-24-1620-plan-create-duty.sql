-- What the law asks of the plan. A duty's state is never stored: it follows from the rule of the day, the adoptions and the evidence, each a dated row.
create table plan.duty (
  slug text constraint duty_pkey primary key,
  position integer not null,
  title platform.bilingual not null,
  -- Who must, in the words of the law; the owner here is whoever answers for it in this installation.
  must platform.bilingual not null,
  owner_role text,
  owner_body text,
  note platform.bilingual,
  demonstration boolean not null default false,
  known_from date not null,
  origin text not null constraint duty_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz,
  constraint duty_owner check (num_nonnulls(owner_role, owner_body) = 1)
);

-- The law of a duty through time: the latest one that has begun is in force, unless it has ended.
create table plan.duty_rule (
  slug text constraint duty_rule_pkey primary key,
  duty_slug text not null constraint duty_rule_duty_fkey references plan.duty (slug),
  law platform.bilingual not null,
  section platform.bilingual,
  text platform.bilingual not null,
  -- False: no source confirms it; every page says so.
  confirmed boolean not null,
  term jsonb not null,
  from_date date not null,
  until_date date,
  sources text[] not null default '{}',
  known_from date not null,
  origin text not null constraint duty_rule_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz
);
create index duty_rule_duty on plan.duty_rule (duty_slug);

-- Those whom the law names to be consulted.
create table plan.duty_group (
  slug text constraint duty_group_pkey primary key,
  duty_slug text not null constraint duty_group_duty_fkey references plan.duty (slug),
  position integer not null,
  name platform.bilingual not null,
  from_date date not null,
  sources text[] not null default '{}',
  known_from date not null,
  origin text not null constraint duty_group_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz
);
create index duty_group_duty on plan.duty_group (duty_slug);

create table plan.duty_evidence (
  slug text constraint duty_evidence_pkey primary key,
  duty_slug text not null constraint duty_evidence_duty_fkey references plan.duty (slug),
  group_slug text constraint duty_evidence_group_fkey references plan.duty_group (slug),
  kind text not null constraint duty_evidence_kind check (kind in ('document', 'decision', 'engagement', 'review')),
  title platform.bilingual not null,
  on_date date not null,
  approximate boolean not null default false,
  url text,
  sources text[] not null default '{}',
  known_from date not null,
  entered_by uuid,
  entered_at timestamptz,
  origin text not null constraint duty_evidence_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz
);
create index duty_evidence_duty on plan.duty_evidence (duty_slug);

-- The resolutions by which the plan was adopted under the law; terms are counted from them.
create table plan.adoption (
  slug text constraint adoption_pkey primary key,
  on_date date not null,
  resolution text not null,
  adopted_by platform.bilingual not null,
  url text,
  sources text[] not null default '{}',
  known_from date not null,
  entered_by uuid,
  entered_at timestamptz,
  origin text not null constraint adoption_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz
);

-- A record made by mistake is taken back with a reason; the row itself stays.
create table plan.duty_withdrawal (
  slug text constraint duty_withdrawal_pkey primary key,
  adoption_slug text constraint duty_withdrawal_adoption_fkey references plan.adoption (slug),
  evidence_slug text constraint duty_withdrawal_evidence_fkey references plan.duty_evidence (slug),
  reason text not null,
  known_from date not null,
  entered_by uuid,
  entered_at timestamptz,
  origin text not null constraint duty_withdrawal_origin check (origin = 'staff'),
  removed_at timestamptz,
  constraint duty_withdrawal_of_one check (num_nonnulls(adoption_slug, evidence_slug) = 1)
);
create unique index duty_withdrawal_adoption on plan.duty_withdrawal (adoption_slug);
create unique index duty_withdrawal_evidence on plan.duty_withdrawal (evidence_slug);

do $$ declare t text; begin
  foreach t in array array['duty', 'duty_rule', 'duty_group', 'duty_evidence', 'adoption', 'duty_withdrawal'] loop
    execute format('alter table plan.%I enable row level security, force row level security', t);
    execute format('create trigger %I after insert or update or delete on plan.%I for each statement execute function platform.content_changed()', t || '_content_changed', t);
  end loop;
end $$;
