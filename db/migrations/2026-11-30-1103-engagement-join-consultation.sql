-- Meetings and surveys are part of a consultation where the plan office says so: what is said in them is coded with everything else, and who took part counts.
alter table engagement.event add column consultation_slug text constraint event_consultation_fkey references engagement.consultation;
alter table engagement.survey add column consultation_slug text constraint survey_consultation_fkey references engagement.consultation;
create index event_consultation on engagement.event (consultation_slug) where consultation_slug is not null;
create index survey_consultation on engagement.survey (consultation_slug) where consultation_slug is not null;
alter table engagement.response
  -- Whether her words may be quoted, edited and without anything that tells who it was; asked before sending.
  add column may_quote boolean not null default false,
  -- What she told of herself, in the categories of the census; taken from the answers, so nothing that they do not say.
  add column municipality text, add column age_band text, add column home_language text;
-- A note that is removed takes its piece with it, with codes and quotes.
alter table engagement.coded drop constraint coded_contribution_fkey, add constraint coded_contribution_fkey foreign key (contribution_id) references engagement.contribution on delete cascade;
alter table engagement.settlement drop constraint settlement_contribution_fkey, add constraint settlement_contribution_fkey foreign key (contribution_id) references engagement.contribution on delete cascade;
alter table engagement.quote drop constraint quote_contribution_fkey, add constraint quote_contribution_fkey foreign key (contribution_id) references engagement.contribution on delete cascade;
