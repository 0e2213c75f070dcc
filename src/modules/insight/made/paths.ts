/** Addresses of how a figure was made, without the language. */
export const madePaths = {
  made: (slug: string) => `/insight/figures/${slug}/made`,
  rows: (slug: string) => `/insight/figures/${slug}/rows`,
  figure: (slug: string) => `/plan/figures/${slug}`,
} as const;
