/** Addresses of consultations and of the work on what people said, without the language. */
export const voicePaths = {
  consultations: '/engagement/consultations',
  consultation: (slug: string) => `/engagement/consultations/${slug}`,
  work: '/engagement/consultations/work',
  queue: (slug: string) => `/engagement/consultations/${slug}/pieces`,
  nextPiece: (slug: string) => `/engagement/consultations/${slug}/pieces/next`,
  newPiece: (slug: string) => `/engagement/consultations/${slug}/pieces/new`,
  takeIssues: (slug: string) => `/engagement/consultations/${slug}/pieces/issues`,
  themes: (slug: string) => `/engagement/consultations/${slug}/themes`,
  agreement: (slug: string) => `/engagement/consultations/${slug}/agreement`,
  quotes: (slug: string) => `/engagement/consultations/${slug}/quotes`,
  report: (slug: string) => `/engagement/consultations/${slug}/report`,
  withdrawReport: (slug: string) => `/engagement/consultations/${slug}/report/withdraw`,
  piece: (id: string) => `/engagement/contributions/${id}`,
  pieceVerb: (id: string, verb: 'codes' | 'undo' | 'settle' | 'quote') => `/engagement/contributions/${id}/${verb}`,
  theme: (id: string) => `/engagement/themes/${id}`,
  themeVerb: (id: string, verb: 'name' | 'merge' | 'unmerge' | 'answers') => `/engagement/themes/${id}/${verb}`,
  removeAnswer: (theme: string, answer: string) => `/engagement/themes/${theme}/answers/${answer}/remove`,
  quoteVerb: (id: string, verb: 'approve' | 'withdraw') => `/engagement/quotes/${id}/${verb}`,
} as const;

/** Who works on what people said. */
export const coders = { roles: ['plan-manager', 'analyst'] } as const;
