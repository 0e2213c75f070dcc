/** Addresses of calls, without the language. */
export const callPaths = {
  list: '/funding/calls',
  office: '/funding/calls/office',
  make: '/funding/calls/office/new',
  keep: (slug: string) => `/funding/calls/office/${slug}`,
  step: (slug: string, step: 'dates' | 'category' | 'criterion' | 'session' | 'remove' | 'publish' | 'answer') => `/funding/calls/office/${slug}/${step}`,
  show: (slug: string) => `/funding/calls/${slug}`,
  ask: (slug: string) => `/funding/calls/${slug}/ask`,
} as const;
