-- quote: proposed by one person, approved by another, public only in a standing report. The piece that it comes from is never public.
grant select (id, theme_id, language, body, demonstration, withdrawn_at, approved_at) on engagement.quote to ct_public;
grant select, insert on engagement.quote to ct_staff, ct_worker;
grant update (approved_by, approved_at, withdrawn_at) on engagement.quote to ct_staff;
create policy published_is_read on engagement.quote for select to ct_public, ct_staff
  using (approved_at is not null and withdrawn_at is null and exists (select from engagement.voice_report r where r.withdrawn_at is null and quote.id = any (r.quotes)));
create policy withdrawn_is_closed on engagement.quote as restrictive for select to ct_public, ct_staff, ct_worker using (contribution_id not in (select engagement.withdrawn_pieces()));
create policy left_is_closed on engagement.quote as restrictive for all to ct_staff using (contribution_id not in (select engagement.closed_pieces()));
create policy coders_read on engagement.quote for select to ct_staff using ((select engagement.codes_voice()));
create policy coders_propose on engagement.quote for insert to ct_staff with check ((select engagement.codes_voice()) and proposed_by = (select platform.ctx_account()) and approved_by is null
  and exists (select from engagement.contribution c where c.id = contribution_id and c.may_quote));
create policy coders_decide on engagement.quote for update to ct_staff using ((select engagement.codes_voice()))
  with check (approved_by is null or withdrawn_at is not null or (approved_by = (select platform.ctx_account()) and approved_by <> proposed_by));
create policy worker_all on engagement.quote to ct_worker using ((select platform.ctx_actor()) = 'worker') with check ((select platform.ctx_actor()) = 'worker');
