/** Addresses of the plan, without the language. */
export const planPaths = {
  overview: '/plan',
  about: '/plan/about',
  areas: '/plan/areas',
  domains: '/plan/domains',
  sources: '/plan/sources',
  accessibility: '/plan/accessibility',
  privacy: '/plan/privacy',
  documents: '/plan/documents',
  document: (slug: string) => `/plan/documents/${slug}`,
  figures: '/plan/figures',
  figure: (slug: string) => `/plan/figures/${slug}`,
  priority: (slug: string) => `/plan/priorities/${slug}`,
  milestones: '/plan/milestones',
  newMilestone: '/plan/milestones/new',
  milestone: (id: string) => `/plan/milestones/${id}`,
  milestoneChange: (id: string, change: 'confirm' | 'evidence' | 'due' | 'withdraw') => `/plan/milestones/${id}/${change}`,
  /** Pages of other modules that the plan leads to. */
  body: (slug: string) => `/governance/bodies/${slug}`,
  bodies: '/governance/bodies',
  raiseIssue: '/engagement/issues/new',
  subscribe: '/engagement/subscriptions/new',
} as const;
