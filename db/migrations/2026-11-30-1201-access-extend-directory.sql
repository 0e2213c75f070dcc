-- Sources are given with the entry, title and address, as feeds from outside have none of the community's. A feed is named, so that a row which it no
-- longer gives is withdrawn by it and by no other.
alter table access.organization drop column sources, add column sources jsonb not null default '[]', add column feed text;
alter table access.service drop column sources, add column sources jsonb not null default '[]', add column feed text;
