/** Addresses of the rules of priority, without their language. */
export const priorityPaths = {
  lists: '/access/priorities',
  list: (slug: string) => `/access/priorities/${slug}`,
  propose: (slug: string) => `/access/priorities/${slug}/new`,
  version: (slug: string, version: string | number) => `/access/priorities/${slug}/versions/${version}`,
  replay: (slug: string) => `/access/priorities/${slug}/replay`,
  ranked: (slug: string) => `/access/lists/${slug}/ranked`,
  place: (slug: string, person: string) => `/access/lists/${slug}/ranked/${person}`,
} as const;

/** Who may read the rules in words. */
export const readingRules = { roles: ['intake-worker', 'clinician', 'access-supervisor', 'coordinator', 'plan-manager', 'analyst', 'leadership-member'] } as const;
