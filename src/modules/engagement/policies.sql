-- Row policies of schema engagement; re-applied as a whole when this file changes.
grant usage on schema engagement to ct_public, ct_staff, ct_worker;

-- issue: anybody brings one forward; its proposer opens it by her code; the plan office works on all; the leadership group reads what is put to it.
grant insert, select on engagement.issue to ct_public, ct_staff, ct_worker;
grant update (state, changed_at) on engagement.issue to ct_public;
grant update on engagement.issue to ct_staff, ct_worker;
grant execute on function engagement.next_reference(text, integer) to ct_public, ct_staff, ct_worker;
create policy brought_forward on engagement.issue for insert to ct_public, ct_staff, ct_worker with check ((select platform.ctx_actor()) is not null and state = 'submitted');
create policy proposer_reads on engagement.issue for select to ct_public, ct_staff using (code_hash = (select platform.ctx_capability()));
create policy proposer_changes on engagement.issue for update to ct_public using (code_hash = (select platform.ctx_capability())) with check (state in ('withdrawn', 'screening'));
create policy office_reads on engagement.issue for select to ct_staff using ((select platform.ctx_has('plan-manager')));
create policy office_changes on engagement.issue for update to ct_staff using ((select platform.ctx_has('plan-manager')));
create policy leadership_reads on engagement.issue for select to ct_staff using ((select platform.ctx_has('leadership-member')) and to_leadership_at is not null);
create policy worker_all on engagement.issue to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');

grant insert on engagement.proposer to ct_public, ct_staff, ct_worker;
grant select on engagement.proposer to ct_worker;
grant execute on function engagement.read_proposer(uuid) to ct_staff;
create policy owner_reads on engagement.proposer for select to ct_owner using (true);
create policy given on engagement.proposer for insert to ct_public, ct_staff, ct_worker with check ((select platform.ctx_actor()) is not null);
create policy worker_reads on engagement.proposer for select to ct_worker using ((select platform.ctx_actor()) = 'worker');

grant select, insert on engagement.issue_event to ct_public, ct_staff, ct_worker;
create policy happened on engagement.issue_event for insert to ct_public, ct_staff, ct_worker with check ((select platform.ctx_actor()) is not null);
create policy proposer_reads on engagement.issue_event for select to ct_public
  using (shown and exists (select from engagement.issue i where i.id = issue_id and i.code_hash = (select platform.ctx_capability())));
create policy office_reads on engagement.issue_event for select to ct_staff using ((select platform.ctx_has('plan-manager')));
create policy worker_reads on engagement.issue_event for select to ct_worker using ((select platform.ctx_actor()) = 'worker');

grant select, insert on engagement.issue_message to ct_public, ct_staff, ct_worker;
create policy proposer_reads on engagement.issue_message for select to ct_public
  using (exists (select from engagement.issue i where i.id = issue_id and i.code_hash = (select platform.ctx_capability())));
create policy proposer_writes on engagement.issue_message for insert to ct_public
  with check (direction = 'from-proposer' and exists (select from engagement.issue i where i.id = issue_id and i.code_hash = (select platform.ctx_capability())));
create policy office_reads on engagement.issue_message for select to ct_staff using ((select platform.ctx_has('plan-manager')));
create policy office_writes on engagement.issue_message for insert to ct_staff with check (direction = 'to-proposer' and (select platform.ctx_has('plan-manager')));
create policy worker_all on engagement.issue_message to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');

-- The screening questions are open to everybody.
grant select on engagement.criterion to ct_public, ct_staff;
create policy everyone_reads on engagement.criterion for select to ct_public, ct_staff using ((select platform.ctx_actor()) is not null);
grant execute on function engagement.find_origin(uuid) to ct_public, ct_staff;
grant select, insert, update on engagement.screening_answer to ct_staff;
create policy office_all on engagement.screening_answer to ct_staff using ((select platform.ctx_has('plan-manager'))) with check ((select platform.ctx_has('plan-manager')));
create policy leadership_reads on engagement.screening_answer for select to ct_staff
  using ((select platform.ctx_has('leadership-member')) and exists (select from engagement.issue i where i.id = issue_id and i.to_leadership_at is not null));

grant select on engagement.call_outcome to ct_staff;
grant execute on function engagement.count_call(text) to ct_staff;
create policy owner_all on engagement.call_outcome to ct_owner using (true) with check (true);
create policy counts_read on engagement.call_outcome for select to ct_staff using ((select platform.ctx_has('plan-manager')) or (select platform.ctx_has('operator-311')));

-- subscription: the address stands apart and no staff role can read it; its owner opens the rest by the key in her mails.
create policy owner_all on engagement.subscriber to ct_owner using (true) with check (true);
create policy owner_all on engagement.subscriber_address to ct_owner using (true) with check (true);
create policy owner_all on engagement.delivery to ct_owner using (true) with check (true);
grant execute on function engagement.sign_up(uuid, text, text, text, text[], jsonb) to ct_public, ct_staff;
grant execute on function engagement.unsubscribe() to ct_public, ct_staff;
grant execute on function engagement.subscriber_key(uuid) to ct_worker;
grant select, update (state, language, frequency, topics, confirmed_at) on engagement.subscriber to ct_public, ct_staff;
create policy own_reads on engagement.subscriber for select to ct_public, ct_staff using (key_hash = (select platform.ctx_capability()));
create policy own_changes on engagement.subscriber for update to ct_public, ct_staff using (key_hash = (select platform.ctx_capability())) with check (key_hash = (select platform.ctx_capability()));
create policy office_counts on engagement.subscriber for select to ct_staff using ((select platform.ctx_has('plan-manager')));
grant select on engagement.subscriber, engagement.subscriber_address to ct_worker;
create policy worker_reads on engagement.subscriber for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_reads on engagement.subscriber_address for select to ct_worker using ((select platform.ctx_actor()) = 'worker');

-- bulletin: the plan office writes it; once sent it is public and stands.
grant select on engagement.bulletin, engagement.bulletin_line to ct_public, ct_staff, ct_worker;
grant insert, update on engagement.bulletin, engagement.bulletin_line to ct_staff;
create policy sent_is_public on engagement.bulletin for select to ct_public, ct_staff using (state = 'sent' and (select platform.ctx_actor()) is not null);
create policy office_reads on engagement.bulletin for select to ct_staff using ((select platform.ctx_has('plan-manager')));
create policy office_makes on engagement.bulletin for insert to ct_staff with check ((select platform.ctx_has('plan-manager')) and state = 'draft');
create policy office_changes on engagement.bulletin for update to ct_staff using ((select platform.ctx_has('plan-manager')) and state = 'draft') with check ((select platform.ctx_has('plan-manager')));
create policy worker_reads on engagement.bulletin for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy sent_is_public on engagement.bulletin_line for select to ct_public, ct_staff
  using (included and exists (select from engagement.bulletin b where b.id = bulletin_id and b.state = 'sent') and (select platform.ctx_actor()) is not null);
create policy office_reads on engagement.bulletin_line for select to ct_staff using ((select platform.ctx_has('plan-manager')));
create policy office_makes on engagement.bulletin_line for insert to ct_staff
  with check ((select platform.ctx_has('plan-manager')) and exists (select from engagement.bulletin b where b.id = bulletin_id and b.state = 'draft'));
create policy office_changes on engagement.bulletin_line for update to ct_staff
  using ((select platform.ctx_has('plan-manager')) and exists (select from engagement.bulletin b where b.id = bulletin_id and b.state = 'draft'));
create policy worker_reads on engagement.bulletin_line for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
grant select, insert, update on engagement.delivery to ct_worker;
create policy worker_all on engagement.delivery to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');

-- open311: the catalogue is public; requests are read through one function that shows place-related ones alone.
grant select on engagement.open311_service to ct_public, ct_staff, ct_worker;
create policy everyone_reads on engagement.open311_service for select to ct_public, ct_staff, ct_worker using ((select platform.ctx_actor()) is not null);
create policy owner_reads on engagement.open311_service for select to ct_owner using (true);
create policy owner_reads on engagement.open311_key for select to ct_owner using (true);
create policy owner_reads on engagement.issue for select to ct_owner using (true);
grant execute on function engagement.list_open311(text[], text[], timestamptz, timestamptz, text), engagement.open311_key_holds() to ct_public, ct_staff;
grant insert on engagement.open311_key to ct_worker;
create policy worker_adds on engagement.open311_key for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');

-- mailbox: the worker takes mails in; the plan office sees what became of them, never the sender.
grant select, insert on engagement.mailbox_message to ct_worker;
grant select on engagement.mailbox_message to ct_staff;
create policy worker_all on engagement.mailbox_message to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy office_reads on engagement.mailbox_message for select to ct_staff using ((select platform.ctx_has('plan-manager')));
grant select, insert on engagement.issue_attachment to ct_worker;
grant select on engagement.issue_attachment to ct_staff;
create policy worker_all on engagement.issue_attachment to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy office_reads on engagement.issue_attachment for select to ct_staff using ((select platform.ctx_has('plan-manager')));

-- Conflict of interest: an issue that is a matter which the person has left does not exist for her, nor what was written about it.
create policy left_is_closed on engagement.issue as restrictive for all to ct_staff using (not 'issue:' || id = any ((select governance.closed_subjects())::text[]));
create policy left_is_closed on engagement.issue_event as restrictive for all to ct_staff using (not 'issue:' || issue_id = any ((select governance.closed_subjects())::text[]));
create policy left_is_closed on engagement.issue_message as restrictive for all to ct_staff using (not 'issue:' || issue_id = any ((select governance.closed_subjects())::text[]));
create policy left_is_closed on engagement.screening_answer as restrictive for all to ct_staff using (not 'issue:' || issue_id = any ((select governance.closed_subjects())::text[]));
create policy left_is_closed on engagement.issue_attachment as restrictive for select to ct_staff using (not 'issue:' || issue_id = any ((select governance.closed_subjects())::text[]));
grant execute on function engagement.closed_files() to ct_staff;
create policy owner_reads on engagement.issue_attachment for select to ct_owner using (true);
create policy left_is_closed on platform.stored_file as restrictive for select to ct_staff using (not id = any ((select engagement.closed_files())::uuid[]));

-- survey: everybody reads what is or was open; the plan office makes them. Answers come in and are read by the plan office and analysts alone; none changes.
create policy owner_reads on engagement.survey for select to ct_owner using (true);
create policy owner_reads on engagement.survey_version for select to ct_owner using (true);
create policy owner_all on engagement.survey_draft to ct_owner using (true) with check (true);
grant execute on function engagement.open_versions() to ct_public, ct_staff, ct_worker;
grant execute on function engagement.purge_drafts() to ct_worker;
grant execute on function engagement.public_counts(text, integer), engagement.takes_answers(uuid) to ct_public, ct_staff;
create policy owner_reads on engagement.response for select to ct_owner using (true);
create policy owner_reads on engagement.answer for select to ct_owner using (true);
grant select on engagement.survey, engagement.survey_version to ct_public, ct_staff, ct_worker;
grant insert, update on engagement.survey, engagement.survey_version to ct_staff;
grant insert on engagement.survey, engagement.survey_version to ct_worker;
create policy opened_is_read on engagement.survey for select to ct_public, ct_staff using (withdrawn_at is null and opens_on <= (select platform.ctx_today()));
create policy office_reads on engagement.survey for select to ct_staff using ((select platform.ctx_has('plan-manager')) or (select platform.ctx_has('analyst')));
create policy office_makes on engagement.survey for insert to ct_staff with check ((select platform.ctx_has('plan-manager')));
create policy office_changes on engagement.survey for update to ct_staff using ((select platform.ctx_has('plan-manager')));
create policy worker_all on engagement.survey to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy with_its_survey on engagement.survey_version for select to ct_public, ct_staff using (exists (select from engagement.survey s where s.slug = survey_slug));
create policy office_makes on engagement.survey_version for insert to ct_staff with check ((select platform.ctx_has('plan-manager')));
create policy unanswered_changes on engagement.survey_version for update to ct_staff
  using ((select platform.ctx_has('plan-manager')) and not exists (select from engagement.response r where r.version_id = survey_version.id));
create policy worker_all on engagement.survey_version to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
grant select, insert, update, delete on engagement.survey_draft to ct_public, ct_staff;
create policy saved on engagement.survey_draft for insert to ct_public, ct_staff with check (version_id in (select engagement.open_versions()));
create policy own_opens on engagement.survey_draft for select to ct_public, ct_staff using (code_hash = (select platform.ctx_capability()) and ends_on >= (select platform.ctx_today()));
create policy own_changes on engagement.survey_draft for update to ct_public, ct_staff using (code_hash = (select platform.ctx_capability()) and ends_on >= (select platform.ctx_today()));
create policy own_ends on engagement.survey_draft for delete to ct_public, ct_staff using (code_hash = (select platform.ctx_capability()));
grant insert on engagement.response, engagement.answer to ct_public, ct_staff;
grant select on engagement.response, engagement.answer to ct_staff;
create policy sent on engagement.response for insert to ct_public, ct_staff with check (channel = 'online' and version_id in (select engagement.open_versions()) and received_on = (select platform.ctx_today()));
create policy typed_in on engagement.response for insert to ct_staff with check (channel in ('paper', 'telephone') and (select platform.ctx_has('plan-manager')) and received_on <= (select platform.ctx_today()));
create policy office_reads on engagement.response for select to ct_staff using ((select platform.ctx_has('plan-manager')) or (select platform.ctx_has('analyst')));
create policy sent on engagement.answer for insert to ct_public, ct_staff with check (engagement.takes_answers(response_id));
create policy office_reads on engagement.answer for select to ct_staff using ((select platform.ctx_has('plan-manager')) or (select platform.ctx_has('analyst')));
-- event: public from the day that it is known; the plan office keeps it; the pack and the jobs come as the worker.
grant select on engagement.event to ct_public, ct_staff, ct_worker;
grant insert, update on engagement.event to ct_staff, ct_worker;
create policy known_is_read on engagement.event for select to ct_public, ct_staff using (known_from <= (select platform.ctx_today()) and removed_at is null);
create policy office_makes on engagement.event for insert to ct_staff with check ((select platform.ctx_has('plan-manager')) and origin = 'staff');
create policy office_changes on engagement.event for update to ct_staff using ((select platform.ctx_has('plan-manager'))) with check ((select platform.ctx_has('plan-manager')) and origin = 'staff');
create policy worker_all on engagement.event to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy owner_all on engagement.event to ct_owner using (true) with check (true);

-- registration: made, read, changed and given back through functions alone; the office sees counts, never who or what she needs.
create policy owner_all on engagement.registration to ct_owner using (true) with check (true);
create policy owner_all on engagement.registrant to ct_owner using (true) with check (true);
create policy owner_all on engagement.registration_need to ct_owner using (true) with check (true);
create policy owner_reads on engagement.need_total for select to ct_owner using (true);
grant execute on function engagement.register(uuid, uuid, text, jsonb), engagement.own_registration(), engagement.change_registration(jsonb), engagement.cancel_registration(),
  engagement.places_left(uuid) to ct_public, ct_staff;
grant execute on function engagement.event_needs(uuid), engagement.read_door_list(uuid), engagement.settle_event(uuid) to ct_staff;
grant execute on function engagement.registration_key(uuid) to ct_worker;
grant select on engagement.registration to ct_staff;
create policy office_counts on engagement.registration for select to ct_staff using ((select platform.ctx_has('plan-manager')));
grant select, update (reminded_for, erased_at, key_hash, seed_hash) on engagement.registration to ct_worker;
grant select, delete on engagement.registrant, engagement.registration_need to ct_worker;
grant insert on engagement.need_total to ct_worker;
create policy worker_reads on engagement.registration for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_marks on engagement.registration for update to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_reads on engagement.registrant for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_erases on engagement.registrant for delete to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_reads on engagement.registration_need for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_erases on engagement.registration_need for delete to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_sums on engagement.need_total for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');

-- attendance: numbers of a public meeting, public once taken. The view has one row for each meeting that was counted.
grant select on engagement.attendance_count to ct_public, ct_staff, ct_worker;
grant insert, update on engagement.attendance_count to ct_staff;
create policy everyone_reads on engagement.attendance_count for select to ct_public, ct_staff, ct_worker using ((select platform.ctx_actor()) is not null);
create policy office_takes on engagement.attendance_count for insert to ct_staff with check ((select platform.ctx_has('plan-manager')));
create policy office_corrects on engagement.attendance_count for update to ct_staff using ((select platform.ctx_has('plan-manager')));
create or replace view engagement.event_attendance with (security_invoker = true) as
  select e.id as event_id, e.slug, e.title, e.on_date, e.municipality, e.demonstration, sum(a.adults + a.youth)::integer as people, sum(a.adults)::integer as adults,
    sum(a.youth)::integer as youth, sum(a.walk_ins)::integer as walk_ins, coalesce(sum(a.adults + a.youth) filter (where a.language = 'en'), 0)::integer as people_en,
    coalesce(sum(a.adults + a.youth) filter (where a.language = 'fr'), 0)::integer as people_fr, coalesce(sum(a.adults + a.youth) filter (where a.language = 'other'), 0)::integer as people_other
  from engagement.event e join engagement.attendance_count a on a.event_id = e.id group by e.id, e.slug, e.title, e.on_date, e.municipality, e.demonstration;
grant select on engagement.event_attendance to ct_public, ct_staff, ct_worker;

-- note: typed by the plan office and the analysts, read by them and by the jobs; what of it becomes public is decided where it is coded.
grant select, insert, delete on engagement.note to ct_staff;
grant select on engagement.note to ct_worker;
create policy typists_read on engagement.note for select to ct_staff using ((select platform.ctx_has('plan-manager')) or (select platform.ctx_has('analyst')));
create policy typists_write on engagement.note for insert to ct_staff with check (((select platform.ctx_has('plan-manager')) or (select platform.ctx_has('analyst'))) and account_id = (select platform.ctx_account()));
create policy typists_remove on engagement.note for delete to ct_staff using ((select platform.ctx_has('plan-manager')) or (select platform.ctx_has('analyst')));
create policy worker_reads on engagement.note for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
-- consultation: public from the day that it is known; the pack comes as the worker.
grant select on engagement.consultation, engagement.census_margin to ct_public, ct_staff, ct_worker;
grant insert, update on engagement.consultation, engagement.census_margin, engagement.heard_count to ct_worker;
grant select on engagement.heard_count to ct_staff, ct_worker;
create policy known_is_read on engagement.consultation for select to ct_public, ct_staff using (known_from <= (select platform.ctx_today()) and removed_at is null);
create policy known_is_read on engagement.census_margin for select to ct_public, ct_staff using (known_from <= (select platform.ctx_today()) and removed_at is null);
create policy coders_read on engagement.heard_count for select to ct_staff using (known_from <= (select platform.ctx_today()) and removed_at is null and (select engagement.codes_voice()));
create policy worker_all on engagement.consultation to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy worker_all on engagement.census_margin to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy worker_all on engagement.heard_count to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy owner_reads on engagement.consultation for select to ct_owner using (true);
create policy owner_reads on engagement.heard_count for select to ct_owner using (removed_at is null and known_from <= (select platform.ctx_today()));

-- Who was heard: one row for a count of people within an occasion. A person counts once in an occasion where one_each holds; between occasions nobody
-- knows. Read through engagement.count_heard alone. What a later feature counts (a survey's responses, a meeting's attendance) joins as one more line.
create or replace view engagement.heard with (security_invoker = true) as
  select distinct on (c.source_kind, c.source_id) c.consultation_slug, c.channel, case c.source_kind when 'survey-answer' then 'survey' else c.source_id::text end as occasion, 1 as people, true as one_each,
    c.municipality, c.age_band, c.home_language from engagement.contribution c where c.source_kind in ('survey-answer', 'telephone', 'letter')
  union all select h.consultation_slug, h.channel, h.slug, h.people, h.one_each, null, null, null from engagement.heard_count h;
grant execute on function engagement.codes_voice() to ct_public, ct_staff, ct_worker;
grant execute on function engagement.coded_by_me(), engagement.coded_by_others(uuid) to ct_staff;
grant execute on function engagement.code_pairs(text), engagement.coded_voices(text), engagement.count_heard(text, text) to ct_staff, ct_worker;

-- contribution: read by whoever codes; what an issue said is closed to whoever left its matter.
grant select, insert on engagement.contribution to ct_staff, ct_worker;
create policy coders_read on engagement.contribution for select to ct_staff using ((select engagement.codes_voice()));
create policy coders_add on engagement.contribution for insert to ct_staff with check ((select engagement.codes_voice()));
create policy left_is_closed on engagement.contribution as restrictive for select to ct_staff
  using (source_kind <> 'issue' or not 'issue:' || source_id = any ((select governance.closed_subjects())::text[]));
create policy worker_all on engagement.contribution to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy owner_reads on engagement.contribution for select to ct_owner using (true);

-- theme: made, renamed and merged by whoever codes; the public reads names and numbers in the published report alone.
grant select, insert on engagement.theme, engagement.theme_name to ct_staff, ct_worker;
grant update (merged_into) on engagement.theme to ct_staff;
create policy coders_read on engagement.theme for select to ct_staff using ((select engagement.codes_voice()));
create policy coders_make on engagement.theme for insert to ct_staff with check ((select engagement.codes_voice()));
create policy coders_merge on engagement.theme for update to ct_staff using ((select engagement.codes_voice()));
create policy coders_read on engagement.theme_name for select to ct_staff using ((select engagement.codes_voice()));
create policy coders_name on engagement.theme_name for insert to ct_staff with check ((select engagement.codes_voice()) and account_id = (select platform.ctx_account()));
create policy worker_all on engagement.theme to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy worker_all on engagement.theme_name to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy owner_reads on engagement.theme for select to ct_owner using (true);

-- coding: a coder sees that a piece was coded, and by whom; what others gave it only after her own codes. Nobody changes codes, and takes her own back
-- only while nobody else has coded the piece.
grant select, insert, delete on engagement.coded to ct_staff;
grant select, insert on engagement.coding to ct_staff;
grant select, insert on engagement.coded, engagement.coding to ct_worker;
create policy coders_read on engagement.coded for select to ct_staff using ((select engagement.codes_voice()));
create policy own_made on engagement.coded for insert to ct_staff with check ((select engagement.codes_voice()) and account_id = (select platform.ctx_account()));
create policy own_taken_back on engagement.coded for delete to ct_staff using (account_id = (select platform.ctx_account()) and not engagement.coded_by_others(contribution_id));
create policy blind on engagement.coding for select to ct_staff
  using ((select engagement.codes_voice()) and (account_id = (select platform.ctx_account()) or contribution_id in (select engagement.coded_by_me())));
create policy own_made on engagement.coding for insert to ct_staff with check ((select engagement.codes_voice()) and account_id = (select platform.ctx_account()));
create policy worker_all on engagement.coded to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy worker_all on engagement.coding to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy owner_reads on engagement.coded for select to ct_owner using (true);
create policy owner_all on engagement.coding to ct_owner using (true) with check (true);

grant select, insert, update on engagement.settlement to ct_staff;
create policy blind on engagement.settlement for select to ct_staff using (contribution_id in (select engagement.coded_by_me()) and (select engagement.codes_voice()));
create policy own_settled on engagement.settlement for insert to ct_staff
  with check (contribution_id in (select engagement.coded_by_me()) and account_id = (select platform.ctx_account()) and (select engagement.codes_voice()));
create policy own_changed on engagement.settlement for update to ct_staff
  using (contribution_id in (select engagement.coded_by_me()) and (select engagement.codes_voice())) with check (account_id = (select platform.ctx_account()));
create policy owner_reads on engagement.settlement for select to ct_owner using (true);

-- voice_report: published numbers, already protected; public until withdrawn.
grant select (consultation_slug, version, content, quotes, published_on, withdrawn_at) on engagement.voice_report to ct_public;
grant select, insert on engagement.voice_report to ct_staff, ct_worker;
grant update (withdrawn_at) on engagement.voice_report to ct_staff, ct_worker;
create policy standing_is_public on engagement.voice_report for select to ct_public, ct_staff
  using (withdrawn_at is null and published_on <= (select platform.ctx_today()) and (select platform.ctx_actor()) is not null);
create policy coders_read on engagement.voice_report for select to ct_staff using ((select engagement.codes_voice()));
create policy coders_publish on engagement.voice_report for insert to ct_staff with check ((select engagement.codes_voice()) and account_id = (select platform.ctx_account()));
create policy coders_withdraw on engagement.voice_report for update to ct_staff using ((select engagement.codes_voice()));
create policy worker_all on engagement.voice_report to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');

-- quote: proposed by one person, approved by another, public only in a standing report. The piece that it comes from is never public.
grant select (id, theme_id, language, body, demonstration, withdrawn_at, approved_at) on engagement.quote to ct_public;
grant select, insert on engagement.quote to ct_staff, ct_worker;
grant update (approved_by, approved_at, withdrawn_at) on engagement.quote to ct_staff;
create policy published_is_read on engagement.quote for select to ct_public, ct_staff
  using (approved_at is not null and withdrawn_at is null and exists (select from engagement.voice_report r where r.withdrawn_at is null and quote.id = any (r.quotes)));
create policy coders_read on engagement.quote for select to ct_staff using ((select engagement.codes_voice()));
create policy coders_propose on engagement.quote for insert to ct_staff with check ((select engagement.codes_voice()) and proposed_by = (select platform.ctx_account()) and approved_by is null
  and exists (select from engagement.contribution c where c.id = contribution_id and c.may_quote));
create policy coders_decide on engagement.quote for update to ct_staff using ((select engagement.codes_voice()))
  with check (approved_by is null or withdrawn_at is not null or (approved_by = (select platform.ctx_account()) and approved_by <> proposed_by));
create policy worker_all on engagement.quote to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');

-- theme_answer: what was done; public with a standing report of its consultation, which names its theme.
grant select (id, theme_id, kind, target, words, at, removed_at) on engagement.theme_answer to ct_public;
grant select, insert on engagement.theme_answer to ct_staff, ct_worker;
grant update (removed_at) on engagement.theme_answer to ct_staff;
create policy published_is_read on engagement.theme_answer for select to ct_public, ct_staff
  using (removed_at is null and exists (select from engagement.voice_report r where r.withdrawn_at is null and r.content @> jsonb_build_object('themes', jsonb_build_array(jsonb_build_object('id', theme_id)))));
create policy coders_read on engagement.theme_answer for select to ct_staff using ((select engagement.codes_voice()));
create policy coders_answer on engagement.theme_answer for insert to ct_staff with check ((select engagement.codes_voice()) and account_id = (select platform.ctx_account()));
create policy coders_remove on engagement.theme_answer for update to ct_staff using ((select engagement.codes_voice()));
create policy worker_all on engagement.theme_answer to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
