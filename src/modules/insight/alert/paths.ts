/** Addresses of the early warning, without the language. */
export const alertPaths = {
  level: '/insight/alerts',
  rules: '/insight/alerts/rules',
  rule: (rule: string) => `/insight/alerts/rules/${rule}`,
  changeRule: (rule: string) => `/insight/alerts/rules/${rule}/change`,
  desk: '/insight/alerts/desk',
  alert: (id: string) => `/insight/alerts/desk/${id}`,
  step: (id: string, step: string) => `/insight/alerts/desk/${id}/${step}`,
  setLevel: '/insight/alerts/level',
  series: (series: string) => `/insight/alerts/counts/${series}`,
  contacts: '/insight/alerts/contacts',
  stopContact: (id: string) => `/insight/alerts/contacts/${id}/stop`,
  contact: '/insight/alerts/contact',
} as const;
