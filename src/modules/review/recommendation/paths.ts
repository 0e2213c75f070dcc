/** Addresses of recommendations, without the language. */
export const recommendationPaths = {
  list: '/review/recommendations',
  add: '/review/recommendations/new',
  show: (id: string) => `/review/recommendations/${id}`,
  courses: (id: string) => `/review/recommendations/${id}/courses`,
} as const;
