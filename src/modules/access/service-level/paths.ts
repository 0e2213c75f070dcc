/** Addresses of service levels, without their language. */
export const serviceLevelPaths = { show: '/access/service-levels' } as const;
