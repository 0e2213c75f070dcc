-- Row policies of schema insight; re-applied as a whole when this file changes.
grant usage on schema insight to ct_public, ct_staff, ct_worker;
grant select on insight.figure, insight.figure_definition to ct_public, ct_staff, ct_worker;
grant insert, update on insight.figure, insight.figure_definition to ct_worker;
create policy known_is_read on insight.figure for select to ct_public, ct_staff using (known_from <= (select platform.ctx_today()) and removed_at is null);
create policy worker_reads on insight.figure for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_inserts on insight.figure for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_updates on insight.figure for update to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy known_is_read on insight.figure_definition for select to ct_public, ct_staff using (known_from <= (select platform.ctx_today()) and removed_at is null);
create policy worker_reads on insight.figure_definition for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_inserts on insight.figure_definition for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_updates on insight.figure_definition for update to ct_worker using ((select platform.ctx_actor()) = 'worker');

-- Reports. Everybody reads a published one, in the version that was published. The plan office works on all; the leadership group sees what was submitted.
-- The worker makes the draft of a demonstration and reads for the command line and for the line of change. Nobody deletes; versions, numbers and steps never change.
grant select on insight.publication_number to ct_public;
grant select (id, template, title, departments, prepared_for) on insight.publication to ct_public;
grant select (id, publication_id, as_of, documents, hashes, base_url) on insight.publication_version to ct_public;
grant select on insight.publication, insight.publication_number, insight.publication_version, insight.publication_section to ct_staff, ct_worker;
grant select (id, publication_id, position, version_id, step, taken_at, taken_on) on insight.publication_step to ct_public;
grant select on insight.publication_step to ct_staff, ct_worker;
grant insert on insight.publication, insight.publication_section to ct_staff, ct_worker;
grant insert on insight.publication_number, insight.publication_version, insight.publication_step to ct_staff;
grant update (en, fr, edited_by, edited_at) on insight.publication_section to ct_staff;

create policy published_is_read on insight.publication_step for select to ct_public, ct_staff
  using (step = 'published' and taken_at <= (select platform.ctx_now()));
create policy office_reads on insight.publication_step for select to ct_staff
  using ((select platform.ctx_has('plan-manager')) or (select platform.ctx_has('leadership-member')));
create policy published_is_read on insight.publication for select to ct_public, ct_staff
  using (exists (select from insight.publication_step s where s.publication_id = publication.id and s.step = 'published' and s.taken_at <= (select platform.ctx_now())));
create policy published_is_read on insight.publication_number for select to ct_public, ct_staff
  using (exists (select from insight.publication_step s where s.publication_id = publication_number.publication_id and s.step = 'published' and s.taken_at <= (select platform.ctx_now())));
create policy published_is_read on insight.publication_version for select to ct_public, ct_staff
  using (exists (select from insight.publication_step s where s.version_id = publication_version.id and s.step = 'published' and s.taken_at <= (select platform.ctx_now())));

create policy office_reads on insight.publication for select to ct_staff using ((select platform.ctx_has('plan-manager')));
create policy office_reads on insight.publication_section for select to ct_staff using ((select platform.ctx_has('plan-manager')));
create policy office_reads on insight.publication_number for select to ct_staff using ((select platform.ctx_has('plan-manager')));
create policy office_reads on insight.publication_version for select to ct_staff using ((select platform.ctx_has('plan-manager')));
create policy submitted_is_read on insight.publication for select to ct_staff
  using ((select platform.ctx_has('leadership-member')) and exists (select from insight.publication_step s where s.publication_id = publication.id));
create policy submitted_is_read on insight.publication_section for select to ct_staff
  using ((select platform.ctx_has('leadership-member')) and exists (select from insight.publication_step s where s.publication_id = publication_section.publication_id));
create policy submitted_is_read on insight.publication_number for select to ct_staff
  using ((select platform.ctx_has('leadership-member')) and exists (select from insight.publication_step s where s.publication_id = publication_number.publication_id));
create policy submitted_is_read on insight.publication_version for select to ct_staff
  using ((select platform.ctx_has('leadership-member')) and exists (select from insight.publication_step s where s.version_id = publication_version.id));

create policy office_prepares on insight.publication for insert to ct_staff
  with check (prepared_by = (select platform.ctx_account()) and (select platform.ctx_has('plan-manager')));
create policy office_writes on insight.publication_section for insert to ct_staff
  with check (edited_by = array[(select platform.ctx_account())] and (select platform.ctx_has('plan-manager')));
create policy office_rewrites on insight.publication_section for update to ct_staff
  using ((select platform.ctx_has('plan-manager'))) with check (edited_by @> array[(select platform.ctx_account())]);
create policy office_numbers on insight.publication_number for insert to ct_staff with check ((select platform.ctx_has('plan-manager')));
create policy office_compiles on insight.publication_version for insert to ct_staff
  with check (compiled_by = (select platform.ctx_account()) and (select platform.ctx_has('plan-manager')));
create policy office_steps on insight.publication_step for insert to ct_staff
  with check (by_account = (select platform.ctx_account()) and taken_at <= (select platform.ctx_now())
    and case when step in ('submitted', 'published') then (select platform.ctx_has('plan-manager'))
      else (select platform.ctx_has('plan-manager')) or (select platform.ctx_has('leadership-member')) end);

create policy worker_reads on insight.publication for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_reads on insight.publication_section for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_reads on insight.publication_number for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_reads on insight.publication_version for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_reads on insight.publication_step for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_prepares on insight.publication for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_writes on insight.publication_section for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
