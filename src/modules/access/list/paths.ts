/** Addresses of by-name lists, without their language. */
export const listPaths = {
  lists: '/access/lists',
  counts: '/access/list-counts',
  list: (slug: string) => `/access/lists/${slug}`,
  measures: (slug: string) => `/access/lists/${slug}/measures`,
  outcomes: (slug: string) => `/access/lists/${slug}/outcomes`,
  reconciliation: (slug: string) => `/access/lists/${slug}/reconciliation`,
  refusals: (slug: string) => `/access/lists/${slug}/refusals`,
  change: (slug: string, person: string) => `/access/lists/${slug}/people/${person}`,
} as const;

/** Who keeps a list, where her agency has one. */
export const keeping = { roles: ['coordinator', 'access-supervisor'] } as const;
