-- A reason that the office wrote for an applicant in place of the one that follows from the ranking, for the result for which it was written. It stands once the decision is recorded.
create table funding.reason (
  application_id uuid not null constraint reason_application_fkey references funding.application,
  result text not null constraint reason_result check (result in ('funds', 'not-eligible', 'below', 'does-not-fit')),
  text platform.bilingual not null,
  written_by uuid,
  written_at timestamptz not null,
  constraint reason_pkey primary key (application_id, result)
);
alter table funding.reason enable row level security, force row level security;
