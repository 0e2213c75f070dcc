/** Addresses of reviewers, without the language. */
export const reviewerPaths = {
  list: '/review/reviewers',
  keep: (id: string) => `/review/reviewers/${id}`,
  oath: '/review/oath',
  recuse: (file: string) => `/review/files/${file}/recusal`,
} as const;
