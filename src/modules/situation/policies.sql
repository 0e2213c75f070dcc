-- Row policies of schema situation. A discussion is a line for whoever has a seat; what is in it comes through situation.read_discussion alone, which writes its audit row.
do $$ declare t text; begin
  foreach t in array array['code', 'setting', 'agreement', 'discussion', 'told', 'vote', 'discussion_code', 'mark', 'agency_key', 'participation', 'intervention', 'plan_step', 'disclosure', 'review', 'event', 'transition'] loop
    execute format('create policy owner_keeps on situation.%I to ct_owner using (true) with check (true)', t);
  end loop;
end $$;
grant usage on schema situation to ct_public, ct_staff, ct_worker;
-- Reference data are no secret.
grant select on situation.code to ct_public, ct_staff, ct_worker;
create policy read on situation.code for select to ct_public, ct_staff, ct_worker using (true);
grant insert, update on situation.code to ct_worker;
create policy pack_adds on situation.code for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy pack_changes on situation.code for update to ct_worker using ((select platform.ctx_actor()) = 'worker');

grant select (id, body_slug, agency_id, state, year, number, opened_on, kind, age_band, sex, decided_on, reason, closed_on, demonstration) on situation.discussion to ct_staff;
grant select on situation.setting to ct_staff;
create policy read on situation.discussion for select to ct_staff using (body_slug in (select situation.seated()) and (state <> 'screened' or agency_id = (select platform.ctx_agency())));
create policy read on situation.setting for select to ct_staff using (body_slug in (select situation.seated()));

grant execute on function situation.tables(), situation.seated(), situation.chaired(), situation.bring(uuid, text, boolean), situation.agree_key(bytea), situation.take_step(uuid, text, text, jsonb), situation.read_discussion(uuid),
  situation.sign(uuid, text, integer), situation.judge_agreement(uuid, text), situation.list_agreements(), situation.list_seats(text), situation.set_identifiers(text, text) to ct_staff;
grant execute on function situation.tracking_rows(text) to ct_staff;
grant execute on function situation.owed_facts(uuid), situation.year_counts(text, integer), situation.ended_years(integer), situation.enter_demonstration(jsonb) to ct_worker;

-- What is owed about a discussion is there for the account that owes it, as long as she has a seat; the plan office sees none of it.
create policy about_discussions on commitment.obligation as restrictive for select to ct_staff using (case when kind like 'situation-%'
  then (owed_by_account = (select platform.ctx_account()) or owed_by_body = any ((select platform.ctx_bodies_as('table-chair'))::text[])) and exists (select from situation.discussion d where d.id::text = split_part(subject_id, '/', 1)) else true end);
create policy about_discussions_kept on commitment.obligation as restrictive for update to ct_staff using (kind not like 'situation-%');
-- The past of a demonstration is written in the rights of the owner, who looks whether it is one.
create policy owner_reads_for_situation on platform.setting for select to ct_owner using (true);
