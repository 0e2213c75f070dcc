/** Addresses of what responders enter, without the language. */
export const overdosePaths = {
  list: '/insight/overdoses',
  enter: '/insight/overdoses/new',
  entry: (id: string) => `/insight/overdoses/${id}`,
  withdraw: (id: string) => `/insight/overdoses/${id}/withdraw`,
} as const;
