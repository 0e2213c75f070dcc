-- Waits by group: the worker alone counts, for the gate. The municipalities that make a group are those of the directory, which the counting function reads.
grant execute on function access.count_wait_groups(text) to ct_worker;
create policy owner_reads_for_waits on access.service_area for select to ct_owner using (true);
