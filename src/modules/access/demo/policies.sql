-- The invented people of a demonstration beyond their names: entered with its first start and never elsewhere.
grant insert on access.person_alias, access.person_health, access.person_housing, access.person_note, access.consent, access.instruction, access.break_glass to ct_worker;
create policy demonstration_enters on access.person_alias for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker' and (select platform.is_demonstration()));
create policy demonstration_enters on access.person_health for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker' and (select platform.is_demonstration()));
create policy demonstration_enters on access.person_housing for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker' and (select platform.is_demonstration()));
create policy demonstration_enters on access.person_note for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker' and (select platform.is_demonstration()));
create policy demonstration_enters on access.consent for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker' and (select platform.is_demonstration()));
create policy demonstration_enters on access.instruction for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker' and (select platform.is_demonstration()));
create policy demonstration_enters on access.break_glass for insert to ct_worker with check ((select platform.ctx_actor()) = 'worker' and (select platform.is_demonstration()));
