-- A checklist is its reviewer's alone until both are in; then the two of them and the chair see both. In the hours of the session only, but for the chair.
-- What it says (answers, conclusion) has no grant: the way in is a function that writes its audit row first.
grant select (id, file_id, account_id, slot, begun_at, saved_at, handed_in_at, voided_at) on review.checklist to ct_staff;
grant insert on review.checklist to ct_staff;
grant update (answers, version, conclusion, to_code, contact, systemic, saved_at, handed_in_at) on review.checklist to ct_staff;
create policy own_reads on review.checklist for select to ct_staff
  using (account_id = (select platform.ctx_account()) and voided_at is null and exists (select from review.file f where f.id = file_id and f.session_id in (select review.open_sessions())));
create policy pair_reads on review.checklist for select to ct_staff
  using (voided_at is null and (file_id in (select review.compared_files()) or ((select platform.ctx_has('review-chair')) and file_id in (select review.both_in()))));
create policy not_recused on review.checklist as restrictive for select to ct_staff using (file_id not in (select review.recused_files()));
create policy own_begins on review.checklist for insert to ct_staff
  with check (account_id = (select platform.ctx_account()) and handed_in_at is null and voided_at is null
    and exists (select from review.file f where f.id = file_id and f.session_id in (select review.open_sessions())));
-- What is handed in stands.
create policy own_writes on review.checklist for update to ct_staff
  using (account_id = (select platform.ctx_account()) and handed_in_at is null and voided_at is null and exists (select from review.file f where f.id = file_id and f.session_id in (select review.open_sessions())))
  with check (account_id = (select platform.ctx_account()) and (handed_in_at is null or handed_in_at = (select platform.ctx_now())));

create policy owner_all on review.checklist to ct_owner using (true) with check (true);
grant execute on function review.both_in(), review.compared_files(), review.file_progress(uuid), review.declare_recusal(uuid, uuid, uuid),
  review.read_checklists(uuid), review.read_pairs(uuid), review.read_answers(uuid), review.said_alike(uuid, text, text) to ct_staff;
