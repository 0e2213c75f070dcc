/** Addresses of review sessions, without the language. */
export const sessionPaths = {
  list: '/review/sessions',
  plan: '/review/sessions/new',
  show: (id: string) => `/review/sessions/${id}`,
  counts: (id: string) => `/review/sessions/${id}/counts`,
  sheet: (id: string) => `/review/sessions/${id}/sheet`,
  seat: (id: string) => `/review/sessions/${id}/seats`,
  recuse: (id: string) => `/review/sessions/${id}/recusals`,
} as const;
