/** Addresses of outcomes, without the language. */
export const outcomePaths = {
  show: (file: string) => `/review/files/${file}/outcome`,
  answer: (file: string) => `/review/files/${file}/answer`,
  send: (session: string) => `/review/sessions/${session}/outcomes`,
} as const;
