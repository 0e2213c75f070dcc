-- Published numbers. A revision is a row of its own that names the one it replaces, so that the older stays readable and the newer hides until it is known.
create schema insight;

create table insight.figure (
  id uuid constraint figure_pkey primary key,
  slug text not null constraint figure_slug_key unique,
  position integer not null,
  label platform.bilingual not null,
  definition platform.bilingual not null,
  value text not null,
  number numeric not null,
  unit text not null,
  period platform.bilingual not null,
  geography platform.bilingual not null,
  provisional boolean not null,
  featured boolean not null,
  supersedes text,
  sources text[] not null default '{}',
  known_from date not null,
  origin text not null constraint figure_origin check (origin in ('pack', 'staff')),
  removed_at timestamptz
);
create index figure_supersedes on insight.figure (supersedes) where supersedes is not null;
alter table insight.figure enable row level security, force row level security;
create trigger figure_content_changed after insert or update or delete on insight.figure for each statement execute function platform.content_changed();
