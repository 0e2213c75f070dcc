/** Addresses of governance, without the language. */
export const governancePaths = {
  bodies: '/governance/bodies',
  body: (slug: string) => `/governance/bodies/${slug}`,
  plan: '/plan',
  priority: (slug: string) => `/plan/priorities/${slug}`,
} as const;
