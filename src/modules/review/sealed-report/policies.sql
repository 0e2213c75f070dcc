-- Sealed reports. A visitor reaches the mailbox whose id she shows, found by its hash in the context; a member what is for the committee. Cipher texts have no
-- grant for staff: the way in is a function that writes the audit row first. Nobody else sees that a row is there, the administrator included.
grant insert on review.sealed_mailbox, review.sealed_message to ct_public;
grant select on review.sealed_mailbox, review.sealed_message to ct_public;
grant update (for_members) on review.sealed_mailbox to ct_public;
grant select on review.sealed_mailbox to ct_staff;
grant update (state) on review.sealed_mailbox to ct_staff;
grant select (id, mailbox_id, direction, sequence, received_on, for_members, bucket, list_version) on review.sealed_message to ct_staff;
grant insert on review.sealed_message to ct_staff;

create policy own_reads on review.sealed_mailbox for select to ct_public using (id_hash = (select platform.ctx_capability()));
create policy own_begins on review.sealed_mailbox for insert to ct_public
  with check ((id_hash = (select platform.ctx_capability()) or (id_hash is null and for_members)) and received_on = (select platform.ctx_today()) and state = 'open');
-- What was written for oneself can be handed on, and never taken back: others may have read it.
create policy own_hands_on on review.sealed_mailbox for update to ct_public
  using (id_hash = (select platform.ctx_capability()) and not for_members) with check (id_hash = (select platform.ctx_capability()) and for_members);
create policy own_reads on review.sealed_message for select to ct_public using (mailbox_id in (select m.id from review.sealed_mailbox m));
create policy own_writes on review.sealed_message for insert to ct_public
  with check (direction = 'in' and received_on = (select platform.ctx_today()) and (mailbox_id in (select m.id from review.sealed_mailbox m) or (sequence = 1 and for_members and review.is_upload(mailbox_id))));

create policy member_reads on review.sealed_mailbox for select to ct_staff using (for_members and (select review.reads_sealed()));
create policy member_marks on review.sealed_mailbox for update to ct_staff using (for_members and (select review.reads_sealed()));
create policy member_reads on review.sealed_message for select to ct_staff using (for_members and (select review.reads_sealed()));
create policy member_answers on review.sealed_message for insert to ct_staff
  with check (direction = 'out' and for_members and received_on = (select platform.ctx_today()) and (select review.reads_sealed())
    and exists (select from review.sealed_mailbox m where m.id = mailbox_id and m.id_hash is not null) and list_version = (select max(l.version) from review.recipient_list l));

-- Keys: a member makes her own and opens her own wraps; the chair and the members see public parts.
grant select, insert on review.member_key, review.key_wrap to ct_staff;
grant update (ended_on) on review.member_key to ct_staff;
create policy seat_reads on review.member_key for select to ct_staff using ((select review.reads_sealed()));
create policy own_makes on review.member_key for insert to ct_staff
  with check ((select review.reads_sealed()) and account_id = (select platform.ctx_account()) and made_on = (select platform.ctx_today()) and ended_on is null);
create policy own_or_chair_ends on review.member_key for update to ct_staff
  using ((select review.reads_sealed()) and ended_on is null and (account_id = (select platform.ctx_account()) or (select platform.ctx_has('sealed-chair'))))
  with check (ended_on = (select platform.ctx_today()));
create policy own_reads on review.key_wrap for select to ct_staff
  using ((select review.reads_sealed()) and exists (select from review.member_key k where k.id = key_id and k.account_id = (select platform.ctx_account())));
create policy own_wraps on review.key_wrap for insert to ct_staff
  with check ((select review.reads_sealed()) and made_on = (select platform.ctx_today()) and exists (select from review.member_key k where k.id = key_id and k.account_id = (select platform.ctx_account()) and k.ended_on is null));

-- Everybody can check the chain of lists; the chair adds the next one.
grant select on review.recipient_list to ct_public, ct_staff, ct_worker;
grant insert on review.recipient_list to ct_staff;
create policy everybody_reads on review.recipient_list for select to ct_public, ct_staff, ct_worker using ((select platform.ctx_actor()) is not null);
create policy chair_signs on review.recipient_list for insert to ct_staff
  with check ((select platform.ctx_has('sealed-chair')) and signed_by = (select platform.ctx_account()) and signed_on = (select platform.ctx_today()));

grant select on review.centre to ct_public, ct_staff, ct_worker;
grant insert, update on review.centre to ct_worker;
create policy everybody_reads on review.centre for select to ct_public, ct_staff using (removed_at is null and (select platform.ctx_actor()) is not null);
create policy worker_all on review.centre to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');

create policy owner_reads on review.sealed_mailbox for select to ct_owner using (true);
create policy owner_reads on review.recipient_list for select to ct_owner using (true);
create policy owner_wraps on review.sealed_message to ct_owner using (true) with check (true);
grant execute on function review.reads_sealed() to ct_staff, ct_owner;
grant execute on function review.read_sealed(uuid), review.rewrap_sealed(uuid, integer, bytea) to ct_staff;
grant execute on function review.is_upload(uuid) to ct_public;

-- The worker asks whether there is something to tell, and writes down the day on which it did.
grant select, insert on review.sealed_notice to ct_worker;
create policy worker_reads on review.sealed_notice for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_tells on review.sealed_notice for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker' and told_on = (select platform.ctx_today()));
create policy owner_reads on review.sealed_notice for select to ct_owner using (true);
grant execute on function review.something_sealed() to ct_worker;
