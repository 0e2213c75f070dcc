-- Row policies of offers. No grant to read or write: functions decide who sees whom, and write their line first.
create policy owner_keeps on access.offer to ct_owner using (true) with check (true);
create policy owner_keeps on access.offer_event to ct_owner using (true) with check (true);
grant execute on function access.make_offer(uuid, uuid), access.take_offer_step(uuid, text, text, text, text), access.read_offers(uuid), access.count_declines(uuid, date, date, text) to ct_staff;
grant execute on function access.offer_facts(uuid) to ct_worker;

-- What is owed about an offer is seen by those who work with people alone, and kept by the job that reads the offer.
create policy about_offers on commitment.obligation as restrictive for select to ct_staff using (kind not like 'offer-%'
  or (select platform.ctx_has('intake-worker')) or (select platform.ctx_has('access-supervisor')) or (select platform.ctx_has('coordinator')));
create policy about_offers_kept on commitment.obligation as restrictive for update to ct_staff using (kind not like 'offer-%');
