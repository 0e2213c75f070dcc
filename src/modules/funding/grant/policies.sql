-- grant: what was given in earlier years is public from the day it was known.
grant select on funding.past_grant, funding.fund_year to ct_public, ct_staff, ct_worker;
grant insert, update on funding.past_grant, funding.fund_year to ct_worker;
create policy known_is_read on funding.past_grant for select to ct_public, ct_staff using (removed_at is null and known_from <= (select platform.ctx_today()));
create policy known_is_read on funding.fund_year for select to ct_public, ct_staff using (removed_at is null and known_from <= (select platform.ctx_today()));
create policy worker_all on funding.past_grant to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
create policy worker_all on funding.fund_year to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
-- Of applications everybody learns the category of a grant and how many were sent to a closed call.
grant execute on function funding.award_categories(), funding.sent_counts() to ct_public, ct_staff, ct_worker;
