-- call: everybody reads what is published; the office makes it and answers questions.
grant select on funding.call, funding.category, funding.criterion, funding.session to ct_public, ct_staff, ct_worker;
grant insert, update on funding.call, funding.category, funding.criterion, funding.session to ct_staff;
grant delete on funding.category, funding.criterion, funding.session to ct_staff;
create policy owner_reads on funding.call for select to ct_owner using (true);
create policy owner_reads on funding.category for select to ct_owner using (true);
create policy owner_reads on funding.criterion for select to ct_owner using (true);
create policy published_is_read on funding.call for select to ct_public, ct_staff using (published_at <= (select platform.ctx_now()));
create policy office_reads on funding.call for select to ct_staff using ((select funding.is_office()));
create policy office_makes on funding.call for insert to ct_staff with check ((select funding.is_office()));
create policy office_changes on funding.call for update to ct_staff using ((select funding.is_office()));
create policy worker_reads on funding.call for select to ct_worker using ((select platform.ctx_actor()) = 'worker');
create policy with_its_call on funding.category for select to ct_public, ct_staff, ct_worker using (exists (select from funding.call c where c.id = call_id));
create policy with_its_call on funding.criterion for select to ct_public, ct_staff, ct_worker using (exists (select from funding.call c where c.id = call_id));
create policy with_its_call on funding.session for select to ct_public, ct_staff, ct_worker using (exists (select from funding.call c where c.id = call_id));
create policy office_makes on funding.category for insert to ct_staff with check ((select funding.is_office()));
create policy office_makes on funding.criterion for insert to ct_staff with check ((select funding.is_office()));
create policy office_makes on funding.session for insert to ct_staff with check ((select funding.is_office()));
-- What applicants were told stands once the call is open.
create policy unopened_changes on funding.category for update to ct_staff using ((select funding.is_office()) and exists (select from funding.call c where c.id = call_id and c.opens_at > (select platform.ctx_now())));
create policy unopened_changes on funding.criterion for update to ct_staff using ((select funding.is_office()) and exists (select from funding.call c where c.id = call_id and c.opens_at > (select platform.ctx_now())));
create policy office_changes on funding.session for update to ct_staff using ((select funding.is_office()));
create policy unopened_goes on funding.category for delete to ct_staff using ((select funding.is_office()) and exists (select from funding.call c where c.id = call_id and c.opens_at > (select platform.ctx_now())));
create policy unopened_goes on funding.criterion for delete to ct_staff using ((select funding.is_office()) and exists (select from funding.call c where c.id = call_id and c.opens_at > (select platform.ctx_now())));
create policy office_removes on funding.session for delete to ct_staff using ((select funding.is_office()));

-- question: anybody asks; the typed words are the office's alone.
grant insert (id, call_id, asked, language, asked_at) on funding.question to ct_public, ct_staff;
grant select (id, call_id, question, answer, answered_at) on funding.question to ct_public;
grant select, update (question, answer, answered_at) on funding.question to ct_staff;
create policy published_call_is_asked on funding.question for insert to ct_public, ct_staff with check (answer is null and exists (select from funding.call c where c.id = call_id and c.closes_at >= (select platform.ctx_now())));
create policy answered_is_read on funding.question for select to ct_public using (answered_at <= (select platform.ctx_now()) and exists (select from funding.call c where c.id = call_id));
create policy office_reads on funding.question for select to ct_staff using ((select funding.is_office()));
create policy office_answers on funding.question for update to ct_staff using ((select funding.is_office()));
