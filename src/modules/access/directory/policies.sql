-- The directory: everybody reads what stands in it and is known by today; the worker loads packs and feeds; supervisors and coordinators of the
-- organisation that keeps an entry change it. Nobody's personal data stands here.
grant execute on function access.own_organizations(), access.own_services() to ct_staff;
grant select on access.organization, access.service, access.location, access.address, access.service_at_location, access.contact, access.phone, access.url, access.schedule, access.language, access.cost_option, access.service_area, access.taxonomy, access.taxonomy_term, access.attribute, access.unit, access.service_capacity, access.metadata to ct_public, ct_staff, ct_worker;
create policy standing_is_read on access.organization for select to ct_public, ct_staff using ((select platform.ctx_actor()) is not null and withdrawn_at is null);
create policy standing_is_read on access.service for select to ct_public, ct_staff using (withdrawn_at is null and known_from <= (select platform.ctx_today()));
create policy everyone_reads on access.location for select to ct_public, ct_staff using ((select platform.ctx_actor()) is not null);
create policy everyone_reads on access.address for select to ct_public, ct_staff using ((select platform.ctx_actor()) is not null);
create policy everyone_reads on access.taxonomy for select to ct_public, ct_staff using ((select platform.ctx_actor()) is not null);
create policy everyone_reads on access.taxonomy_term for select to ct_public, ct_staff using ((select platform.ctx_actor()) is not null);
create policy everyone_reads on access.unit for select to ct_public, ct_staff using ((select platform.ctx_actor()) is not null);

-- A part of an entry is read with the entry; what belongs to no entry that may be read does not exist.
create policy of_entry on access.service_at_location for select to ct_public, ct_staff using (service_id in (select s.id from access.service s));
create policy of_entry on access.language for select to ct_public, ct_staff using (service_id in (select s.id from access.service s));
create policy of_entry on access.cost_option for select to ct_public, ct_staff using (service_id in (select s.id from access.service s));
create policy of_entry on access.service_area for select to ct_public, ct_staff using (service_id in (select s.id from access.service s));
create policy of_entry on access.attribute for select to ct_public, ct_staff using (service_id in (select s.id from access.service s));
create policy of_entry on access.service_capacity for select to ct_public, ct_staff using (service_id in (select s.id from access.service s));
create policy of_entry on access.contact for select to ct_public, ct_staff using (service_id in (select s.id from access.service s) or organization_id in (select o.id from access.organization o));
create policy of_entry on access.url for select to ct_public, ct_staff using (service_id in (select s.id from access.service s) or organization_id in (select o.id from access.organization o));
create policy of_entry on access.phone for select to ct_public, ct_staff using (service_id in (select s.id from access.service s) or organization_id in (select o.id from access.organization o) or location_id is not null and (select platform.ctx_actor()) is not null);
create policy of_entry on access.schedule for select to ct_public, ct_staff using (service_id in (select s.id from access.service s) or location_id is not null and (select platform.ctx_actor()) is not null);
create policy of_entry on access.metadata for select to ct_public, ct_staff using (resource_id in (select s.id from access.service s) or resource_id in (select o.id from access.organization o));

-- An entry is changed by the organisation that keeps it; it stays hers.
grant update (name, description, only_language, url, email, status, minimum_age, maximum_age, eligibility_description, application_process, fees_description, interpretation_services, alert,
  takes_referrals, assured_date, assured_by, assured_account, origin, content_hash, changed_at) on access.service to ct_staff;
create policy own_kept on access.service for update to ct_staff using (organization_id in (select access.own_organizations()))
  with check (organization_id in (select access.own_organizations()) and origin = 'staff' or organization_id in (select access.own_organizations()) and assured_account = (select platform.ctx_account()));
grant insert, update, delete on access.phone, access.schedule, access.language, access.cost_option, access.service_area, access.attribute, access.service_capacity to ct_staff;
create policy own_added on access.phone for insert to ct_staff with check (service_id in (select access.own_services()));
create policy own_kept on access.phone for update to ct_staff using (service_id in (select access.own_services()));
create policy own_removed on access.phone for delete to ct_staff using (service_id in (select access.own_services()));
create policy own_added on access.schedule for insert to ct_staff with check (service_id in (select access.own_services()));
create policy own_kept on access.schedule for update to ct_staff using (service_id in (select access.own_services()));
create policy own_removed on access.schedule for delete to ct_staff using (service_id in (select access.own_services()));
create policy own_added on access.language for insert to ct_staff with check (service_id in (select access.own_services()));
create policy own_kept on access.language for update to ct_staff using (service_id in (select access.own_services()));
create policy own_removed on access.language for delete to ct_staff using (service_id in (select access.own_services()));
create policy own_added on access.cost_option for insert to ct_staff with check (service_id in (select access.own_services()));
create policy own_kept on access.cost_option for update to ct_staff using (service_id in (select access.own_services()));
create policy own_removed on access.cost_option for delete to ct_staff using (service_id in (select access.own_services()));
create policy own_added on access.service_area for insert to ct_staff with check (service_id in (select access.own_services()));
create policy own_kept on access.service_area for update to ct_staff using (service_id in (select access.own_services()));
create policy own_removed on access.service_area for delete to ct_staff using (service_id in (select access.own_services()));
create policy own_added on access.attribute for insert to ct_staff with check (service_id in (select access.own_services()));
create policy own_kept on access.attribute for update to ct_staff using (service_id in (select access.own_services()));
create policy own_removed on access.attribute for delete to ct_staff using (service_id in (select access.own_services()));
create policy own_added on access.service_capacity for insert to ct_staff with check (service_id in (select access.own_services()));
create policy own_kept on access.service_capacity for update to ct_staff using (service_id in (select access.own_services()));
create policy own_removed on access.service_capacity for delete to ct_staff using (service_id in (select access.own_services()));
grant insert on access.metadata to ct_staff;
create policy own_added on access.metadata for insert to ct_staff with check (resource_id in (select access.own_services()));

-- The pack and the feeds.
grant insert, update on access.organization, access.service to ct_worker;
grant insert, update, delete on access.location, access.address, access.service_at_location, access.contact, access.phone, access.url, access.schedule, access.language, access.cost_option, access.service_area, access.taxonomy, access.taxonomy_term, access.attribute, access.unit, access.service_capacity, access.metadata to ct_worker;
create policy worker_reads on access.organization for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_adds on access.organization for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_changes on access.organization for update to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_reads on access.service for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_adds on access.service for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker');
create policy worker_changes on access.service for update to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_all on access.location to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy worker_all on access.address to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy worker_all on access.service_at_location to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy worker_all on access.contact to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy worker_all on access.phone to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy worker_all on access.url to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy worker_all on access.schedule to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy worker_all on access.language to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy worker_all on access.cost_option to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy worker_all on access.service_area to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy worker_all on access.taxonomy to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy worker_all on access.taxonomy_term to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy worker_all on access.attribute to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy worker_all on access.unit to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy worker_all on access.service_capacity to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy worker_all on access.metadata to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');

-- A file handed in by a coordinator, for her agency alone; what is in it is read by the job that checks it and takes it in.
grant select (id, agency_id, name, state, withdraws, outcome, uploaded_by, uploaded_at, ended_at), insert, update (state, withdraws, content, ended_at) on access.directory_import to ct_staff;
grant select, update (state, refused, outcome, content, ended_at) on access.directory_import to ct_worker;
create policy read on access.directory_import for select to ct_staff using (agency_id = (select platform.ctx_agency()) and (select platform.ctx_has('coordinator')));
create policy handed_in on access.directory_import for insert to ct_staff with check (agency_id = (select platform.ctx_agency()) and (select platform.ctx_has('coordinator')) and uploaded_by = (select platform.ctx_account()) and state = 'checking' and outcome is null);
create policy decided on access.directory_import for update to ct_staff using (agency_id = (select platform.ctx_agency()) and (select platform.ctx_has('coordinator')) and state = 'checked')
  with check (state in ('running', 'dropped'));
create policy worker_reads on access.directory_import for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy worker_keeps on access.directory_import for update to ct_worker using ((select platform.ctx_actor()) = 'worker');
