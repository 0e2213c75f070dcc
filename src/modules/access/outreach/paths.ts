/** Addresses of outreach, without their language. The first three are for everybody. */
export const outreachPaths = {
  refer: '/access/outreach/refer',
  details: '/access/outreach/refer/details',
  thanks: '/access/outreach/refer/thanks',
  list: '/access/outreach',
  calls: '/access/outreach/calls',
  call: (id: string) => `/access/outreach/calls/${id}`,
  results: '/access/outreach/results',
  settings: '/access/outreach/settings',
  show: (id: string) => `/access/outreach/${id}`,
  attempt: (id: string) => `/access/outreach/${id}/attempts`,
  join: (id: string) => `/access/outreach/${id}/joining`,
  schedule: (id: string) => `/access/outreach/${id}/schedule`,
  endSlot: (id: string, slot: string) => `/access/outreach/${id}/schedule/${slot}/end`,
  score: (id: string) => `/access/outreach/${id}/scores`,
  check: (id: string) => `/access/outreach/${id}/check`,
  leave: (id: string) => `/access/outreach/${id}/leaving`,
  record: (id: string) => `/access/outreach/${id}/record`,
} as const;

/** The team: connectors (coordinators), intake and supervisors. */
export const accompanying = { roles: ['coordinator', 'intake-worker', 'access-supervisor'] } as const;
/** Whoever makes calls. */
export const calling = { roles: ['volunteer', 'coordinator'] } as const;
