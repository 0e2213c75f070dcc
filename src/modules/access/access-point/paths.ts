/** Addresses of the points of access, without their language. */
export const pointPaths = {
  points: '/access/points',
  ask: (slug: string) => `/access/points/${slug}/ask`,
  refer: (slug: string) => `/access/points/${slug}/refer`,
  print: (slug: string) => `/access/points/${slug}/print`,
} as const;

/** Where somebody goes whom no point of access fits. */
export const findHelp = '/find-help';
