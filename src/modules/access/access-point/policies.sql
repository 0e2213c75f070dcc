-- Points of access are public facts; the content of the community brings them.
grant select on access.access_point to ct_public, ct_staff, ct_worker;
grant insert, update on access.access_point to ct_worker;
create policy known_is_read on access.access_point for select to ct_public, ct_staff using (known_from <= (select platform.ctx_today()) and removed_at is null);
create policy worker_all on access.access_point to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy owner_reads on access.access_point for select to ct_owner using (true);
create policy points_read_agencies on identity.agency for select to ct_owner using (true);
