-- Pairs are suggested by the worker, who takes back what no longer holds; judged ones it neither sees nor touches.
grant select, insert, delete, update (score, band, fields) on access.person_pair to ct_worker;
create policy suggested_read on access.person_pair for select to ct_worker using ((select platform.ctx_actor()) = 'worker' and state = 'suggested');
create policy suggested_enters on access.person_pair for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker' and state = 'suggested' and entered_by is null);
create policy suggested_changes on access.person_pair for update to ct_worker using ((select platform.ctx_actor()) = 'worker' and state = 'suggested') with check (state = 'suggested');
create policy suggested_ends on access.person_pair for delete to ct_worker using ((select platform.ctx_actor()) = 'worker' and state = 'suggested');
create policy owner_reads on access.person_pair for select to ct_owner using (true);
grant update (main_id, state_before) on access.person_pair to ct_staff;

-- Until when each agency's records were compared: the worker's own book.
grant select, insert, update on access.pair_search to ct_worker;
create policy kept on access.pair_search to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy owner_reads on access.pair_search for select to ct_owner using (true);
create policy owner_reads on access.person_contact for select to ct_owner using (true);
grant execute on function access.agencies_to_compare(), access.changed_persons(uuid), access.candidate_pairs(uuid), access.read_compared(uuid, uuid[]) to ct_worker;
