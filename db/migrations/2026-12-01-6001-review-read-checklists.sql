-- What a checklist says is read through functions that write their audit row first. The same people as before see the same rows: her own in the hours of its
-- session, both once both are in (its two reviewers in those hours, the chair at any time), nothing of a file that whoever asks has left.
create function review.readable_checklists() returns setof uuid language sql stable security definer set search_path = '' as $$
  select c.id from review.checklist c join review.file f on f.id = c.file_id
  where c.voided_at is null and c.file_id not in (select review.recused_files())
    and (c.account_id = platform.ctx_account() and f.session_id in (select review.open_sessions())
      or c.file_id in (select review.compared_files())
      or platform.ctx_has('review-chair') and c.file_id in (select review.both_in()))
$$;
create function review.read_checklists(of_file uuid) returns table (id uuid, account_id uuid, answers jsonb, conclusion text, to_code text, contact boolean, systemic boolean, handed_in_at timestamptz)
language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from review.checklist c where c.file_id = of_file and c.id in (select review.readable_checklists())) then return; end if;
  perform platform.write_audit('review.read-checklists', 'review-file', of_file::text, 'permit', '{}');
  return query select c.id, c.account_id, c.answers, c.conclusion, c.to_code, c.contact, c.systemic, c.handed_in_at from review.checklist c
    where c.file_id = of_file and c.id in (select review.readable_checklists()) order by c.slot;
end $$;
-- What the two reviewers of each file of a session concluded, for the measure of agreement.
create function review.read_pairs(of_session uuid) returns table (pair text[]) language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from review.checklist c join review.file f on f.id = c.file_id where f.session_id = of_session and c.handed_in_at is not null and c.id in (select review.readable_checklists())) then return; end if;
  perform platform.write_audit('review.read-agreement', 'review-session', of_session::text, 'permit', '{}');
  return query select array_agg(coalesce(c.to_code, c.conclusion) order by c.slot) from review.checklist c join review.file f on f.id = c.file_id
    where f.session_id = of_session and c.handed_in_at is not null and c.id in (select review.readable_checklists()) group by c.file_id having count(*) = 2;
end $$;
-- The answers of all sessions, for how often one question was answered with yes before and after a recommendation: for the chair alone.
create function review.read_answers(for_recommendation uuid) returns table (opens_at timestamptz, answers jsonb) language plpgsql security definer set search_path = '' as $$
begin
  if platform.ctx_has('review-chair') is not true or not exists (select from review.recommendation r where r.id = for_recommendation) then return; end if;
  perform platform.write_audit('review.read-answers', 'recommendation', for_recommendation::text, 'permit', '{}');
  return query select s.opens_at, c.answers from review.checklist c join review.file f on f.id = c.file_id join review.session s on s.id = f.session_id
    where c.handed_in_at is not null and c.id in (select review.readable_checklists());
end $$;
-- Whether both checklists of a file say this: asked by the policy of outcomes, which may not read them.
create function review.said_alike(of_file uuid, says text, with_code text) returns boolean language sql stable security definer set search_path = '' as $$
  select count(*) = 2 from review.checklist c where c.file_id = of_file and c.voided_at is null and c.handed_in_at is not null and c.conclusion = says and c.to_code is not distinct from with_code
    and c.id in (select review.readable_checklists())
$$;
-- Where recommendations stand, without who took which step and without evidence: as everybody may read it.
create function review.recommendation_standing() returns table (recommendation_id uuid, "position" integer, step text, taken_on date) language sql stable security definer set search_path = '' as $$
  select s.recommendation_id, s.position, s.step, s.taken_on from review.recommendation_step s where s.taken_on <= platform.ctx_today()
$$;
