-- Service levels: staff measure the referrals that their agency sends or receives, as the policy of referrals lets them; over all agencies the worker alone counts, for the gate.
grant execute on function access.referral_levels(date, date, text) to ct_staff;
grant execute on function access.count_service_levels(date, date, text) to ct_worker;
