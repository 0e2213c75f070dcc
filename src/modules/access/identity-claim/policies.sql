-- What somebody says of herself: no right to read or write but through functions; counts of a list read it in the rights of the owner.
create policy functions_keep on access.identity_claim to ct_owner using (true) with check (true);
grant execute on function access.read_claim(uuid), access.write_claim(uuid, text), access.list_traits(uuid, date) to ct_staff;
