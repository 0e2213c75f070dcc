/** Addresses of safety alerts, without their language. */
export const alertPaths = { show: (person: string, alert: string) => `/access/persons/${person}/safety-alerts/${alert}` } as const;
