/** Addresses of the committee that reads sealed reports, without the language. */
export const deskPaths = {
  list: '/review/sealed-desk',
  report: (id: string) => `/review/sealed-desk/reports/${id}`,
  answer: (id: string) => `/review/sealed-desk/reports/${id}/answer`,
  state: (id: string) => `/review/sealed-desk/reports/${id}/state`,
  messages: (id: string) => `/review/sealed-desk/reports/${id}/messages`,
  key: '/review/sealed-desk/key',
  endKey: (id: string) => `/review/sealed-desk/key/${id}/end`,
  recipients: '/review/sealed-desk/recipients',
  rewrap: '/review/sealed-desk/rewrap',
  wrap: (id: string) => `/review/sealed-desk/messages/${id}/wrap`,
} as const;
