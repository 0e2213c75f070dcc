-- What a reviewer found in a file: coded answers alone, no free text. Two reviewers fill one in each; neither sees the other's before both are in.
create table review.checklist (
  id uuid constraint checklist_pkey primary key,
  file_id uuid not null constraint checklist_file_fkey references review.file,
  account_id uuid not null constraint checklist_account_fkey references identity.account,
  slot integer not null constraint checklist_slot check (slot in (1, 2)),
  answers jsonb not null,
  version text not null,
  conclusion text constraint checklist_conclusion check (conclusion in ('agree', 'recode', 'investigate')),
  to_code text,
  contact boolean not null default false,
  systemic boolean not null default false,
  begun_at timestamptz not null,
  saved_at timestamptz not null,
  handed_in_at timestamptz,
  -- The reviewer left the file: nothing of what she wrote stays.
  voided_at timestamptz,
  constraint checklist_once unique (file_id, account_id),
  constraint checklist_whole check (handed_in_at is null or voided_at is not null or (conclusion is not null and (conclusion = 'recode') = (to_code is not null)))
);
alter table review.checklist enable row level security, force row level security;
create unique index checklist_place on review.checklist (file_id, slot) where voided_at is null;

-- What two reviewers came to about a file: at once, or in a discussion whose reason is coded, with a short note that names nobody.
create table review.outcome (
  file_id uuid constraint outcome_pkey primary key constraint outcome_file_fkey references review.file,
  conclusion text not null constraint outcome_conclusion check (conclusion in ('agree', 'recode', 'investigate')),
  to_code text constraint outcome_code check ((conclusion = 'recode') = (to_code is not null)),
  contact boolean not null,
  systemic boolean not null,
  way text not null constraint outcome_way check (way in ('same', 'discussion')),
  reason text constraint outcome_reason check ((way = 'discussion') = (reason is not null) and reason in ('overlooked', 'law', 'code', 'evidence', 'bias')),
  note text constraint outcome_note check (length(note) <= 300 and note !~ '[0-9]'),
  recorded_by uuid not null constraint outcome_recorded_by_fkey references identity.account,
  recorded_at timestamptz not null,
  -- From here on the police see it and owe an answer.
  sent_at timestamptz
);
alter table review.outcome enable row level security, force row level security;
create table review.police_answer (
  file_id uuid constraint police_answer_pkey primary key constraint police_answer_outcome_fkey references review.outcome,
  answer text not null constraint police_answer_answer check (answer in ('done', 'partly', 'declined')),
  new_code text,
  reason text constraint police_answer_reason check ((answer = 'done') = (reason is null) and reason in ('evidence', 'law', 'wish', 'time')),
  note text constraint police_answer_note check (length(note) <= 300 and note !~ '[0-9]'),
  answered_by uuid not null constraint police_answer_answered_by_fkey references identity.account,
  answered_at timestamptz not null
);
alter table review.police_answer enable row level security, force row level security;

-- The files of which both checklists are in; those of them that whoever asks has reviewed herself and may still read.
create function review.both_in() returns setof uuid language sql stable security definer set search_path = '' as $$
  select c.file_id from review.checklist c where c.handed_in_at is not null and c.voided_at is null group by c.file_id having count(*) = 2
$$;
create function review.compared_files() returns setof uuid language sql stable security definer set search_path = '' as $$
  select c.file_id from review.checklist c join review.file f on f.id = c.file_id
  where c.account_id = platform.ctx_account() and c.handed_in_at is not null and c.voided_at is null
    and f.session_id in (select review.open_sessions()) and c.file_id in (select review.both_in()) and c.file_id not in (select review.recused_files())
$$;
-- How far the files of a session are, for its reviewers in its hours and for the chair: how many began and handed in, never who or what.
create function review.file_progress(of_session uuid) returns table (file_id uuid, begun integer, handed integer, own text, settled boolean)
language sql stable security definer set search_path = '' as $$
  select f.id, (count(c.id) filter (where c.voided_at is null))::integer, (count(c.id) filter (where c.voided_at is null and c.handed_in_at is not null))::integer,
    coalesce(max(case when c.handed_in_at is not null then 'in' else 'begun' end) filter (where c.account_id = platform.ctx_account() and c.voided_at is null), 'none'),
    exists (select from review.outcome o where o.file_id = f.id)
  from review.file f left join review.checklist c on c.file_id = f.id
  where f.session_id = of_session and (f.session_id in (select review.open_sessions()) or platform.ctx_has('review-chair')) and f.id not in (select review.recused_files())
  group by f.id
$$;

-- Whoever knows somebody in a file leaves it: a reviewer for herself in the hours of the session, the chair for one of its reviewers. What she wrote there is wiped;
-- an outcome that the police have not got is taken back. False where there is no such file for whoever asks.
create function review.declare_recusal(of_file uuid, of_account uuid, with_id uuid) returns boolean language plpgsql security definer set search_path = '' as $$
declare
  f review.file;
begin
  select * into f from review.file x where x.id = of_file and x.id not in (select review.recused_files());
  if f.id is null then return false; end if;
  if (of_account = platform.ctx_account() and f.session_id in (select review.open_sessions())
    or platform.ctx_has('review-chair') and (of_account = platform.ctx_account()
      or exists (select from review.session_reviewer s join review.reviewer r on r.id = s.reviewer_id where s.session_id = f.session_id and r.account_id = of_account))) is not true then
    return false;
  end if;
  insert into review.recusal (id, file_id, account_id, declared_by, declared_at) values (with_id, of_file, of_account, platform.ctx_account(), platform.ctx_now()) on conflict do nothing;
  if exists (select from review.checklist c where c.file_id = of_file and c.account_id = of_account and c.voided_at is null) then
    update review.checklist set voided_at = platform.ctx_now(), answers = '{}', conclusion = null, to_code = null, contact = false, systemic = false where file_id = of_file and account_id = of_account;
    delete from review.outcome where file_id = of_file and sent_at is null;
  end if;
  perform platform.write_audit('review.declare-recusal', 'review-file', of_file::text, 'permit', jsonb_build_object('of', of_account));
  return true;
end $$;
