/** Addresses of the review, without the language. */
export const reviewPaths = {
  mine: '/funding/reviews/mine',
  sheet: (application: string) => `/funding/reviews/${application}/sheet`,
  conflict: (application: string) => `/funding/reviews/${application}/conflict`,
  moderate: (application: string) => `/funding/reviews/${application}/moderate`,
  assign: (call: string) => `/funding/reviews/call/${call}/assign`,
  ranking: (call: string) => `/funding/reviews/call/${call}`,
  export: (call: string) => `/funding/reviews/call/${call}/ranking.csv`,
  decide: (call: string) => `/funding/reviews/call/${call}/decide`,
} as const;
