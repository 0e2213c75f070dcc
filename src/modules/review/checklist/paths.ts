/** Addresses of a file under review, without the language. */
export const filePaths = {
  show: (id: string) => `/review/files/${id}`,
  begin: (id: string) => `/review/files/${id}/begin`,
  compare: (id: string) => `/review/files/${id}/outcome`,
} as const;
