/** Addresses of indicators, without the language. */
export const indicatorPaths = {
  list: '/insight/indicators',
  byLevel: '/insight/indicators/by-level',
  byArea: '/insight/indicators/by-area',
  one: (slug: string) => `/insight/indicators/${slug}`,
  data: '/api/indicators',
  oneData: (slug: string) => `/api/indicators/${slug}`,
  values: (slug: string) => `/api/indicators/${slug}/values.csv`,
  office: '/insight/indicators/office',
  add: '/insight/indicators/office/new',
  kept: (slug: string) => `/insight/indicators/office/${slug}`,
  change: (slug: string) => `/insight/indicators/office/${slug}/change`,
  retire: (slug: string) => `/insight/indicators/office/${slug}/retire`,
  check: (slug: string) => `/insight/indicators/office/${slug}/check`,
} as const;

/** Names that an indicator cannot have, because they are pages. */
export const reservedSlugs: readonly string[] = ['office', 'by-level', 'by-area', 'new'];
