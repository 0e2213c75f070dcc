-- What everybody may read of a closed survey: numbers that are protected already, counted once. The raw counts are given to nobody without an account.
create table engagement.survey_result (
  version_id uuid constraint survey_result_pkey primary key constraint survey_result_version_fkey references engagement.survey_version,
  results jsonb not null,
  counted_on date not null
);
alter table engagement.survey_result enable row level security, force row level security;
drop function engagement.public_counts(text, integer);
