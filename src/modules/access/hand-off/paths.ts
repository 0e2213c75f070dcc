/** Addresses of warm hand-overs, without their language. */
export const handOffPaths = {
  handOffs: '/access/hand-offs',
  confirm: (id: string) => `/access/hand-offs/${id}/confirm`,
  enter: (intake: string) => `/access/intakes/${intake}/hand-offs/new`,
} as const;

/** Roles that take somebody over. */
export const receiving = { roles: ['intake-worker', 'clinician', 'access-supervisor'] } as const;
