/** Roles that work with people's records: each acts for one agency, and opens nothing without it. */
export const agencyRoles: readonly string[] = ['intake-worker', 'clinician', 'access-supervisor', 'coordinator', 'volunteer', 'responder'];
/** Every role that an account can be given. */
export const givenRoles: readonly string[] = ['plan-manager', 'operator-311', 'leadership-member', 'table-chair', 'table-member', 'partner', 'analyst', 'auditor', 'privacy-officer', 'administrator', 'alert-keeper', 'fund-officer', 'fund-scorer', ...agencyRoles];
