-- Row policies of schema funding; each feature adds its own file.
grant usage on schema funding to ct_public, ct_staff, ct_worker;
grant execute on function funding.is_office() to ct_public, ct_staff, ct_worker;
