-- An outcome is recorded by one of its two reviewers in the hours of the session, or by the chair; the police see it once it was sent, and answer.
grant select, insert on review.outcome, review.police_answer to ct_staff;
grant update (sent_at) on review.outcome to ct_staff;
create policy seat_reads on review.outcome for select to ct_staff
  using (file_id in (select review.compared_files()) or (select platform.ctx_has('review-chair')) or ((select platform.ctx_has('police-liaison')) and sent_at is not null));
create policy not_recused on review.outcome as restrictive for select to ct_staff using (file_id not in (select review.recused_files()));
create policy pair_records on review.outcome for insert to ct_staff
  with check (recorded_by = (select platform.ctx_account()) and sent_at is null and file_id not in (select review.recused_files())
    and (file_id in (select review.compared_files()) or ((select platform.ctx_has('review-chair')) and file_id in (select review.both_in())))
    and (way = 'discussion' or review.said_alike(file_id, conclusion, to_code)));
create policy chair_sends on review.outcome for update to ct_staff
  using ((select platform.ctx_has('review-chair')) and sent_at is null) with check (sent_at = (select platform.ctx_now()));
create policy seat_reads on review.police_answer for select to ct_staff
  using (((select platform.ctx_has('review-chair')) or (select platform.ctx_has('police-liaison'))) and exists (select from review.outcome o where o.file_id = police_answer.file_id));
create policy liaison_answers on review.police_answer for insert to ct_staff
  with check ((select platform.ctx_has('police-liaison')) and answered_by = (select platform.ctx_account())
    and exists (select from review.outcome o where o.file_id = police_answer.file_id and o.sent_at is not null and (o.conclusion <> 'agree' or o.contact)));

-- What the police owe about a file is there for whoever sees its outcome: not for the plan office, and not for whoever left the file.
create policy with_its_review on commitment.obligation as restrictive for select to ct_staff
  using (subject_kind <> 'review-file' or exists (select from review.outcome o where o.file_id::text = subject_id));

create policy owner_all on review.outcome to ct_owner using (true) with check (true);
