-- Households are read and kept through functions alone, which decide person by person: no right on the tables.
create policy functions_keep on access.household to ct_owner using (true) with check (true);
create policy functions_keep on access.household_member to ct_owner using (true) with check (true);
grant execute on function access.read_household(uuid), access.join_household(uuid, uuid, uuid, text, date), access.leave_household(uuid, date), access.list_households(uuid, date) to ct_staff;
