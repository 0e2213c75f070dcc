-- Who may enter schema engagement. The row policies of each feature stand in its folder.
grant usage on schema engagement to ct_public, ct_staff, ct_worker;
