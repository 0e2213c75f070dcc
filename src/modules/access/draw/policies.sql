-- Row policies of draws. The hash is public from the first moment, the seed from the opening; before that it stands in draw_seed, which no role may read.
create policy owner_keeps on access.draw to ct_owner using (true) with check (true);
create policy owner_keeps on access.draw_seed to ct_owner using (true) with check (true);
grant select on access.draw to ct_public, ct_staff;
create policy read on access.draw for select to ct_public, ct_staff using ((select platform.ctx_actor()) is not null);
