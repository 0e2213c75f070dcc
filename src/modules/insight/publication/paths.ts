/** Addresses of publications, without the language. */
export const publicationPaths = {
  published: '/insight/publications',
  one: (id: string) => `/insight/publications/${id}`,
  file: (id: string, format: string) => `/insight/publications/${id}/files/${format}`,
  drafts: '/insight/publications/drafts',
  newDraft: '/insight/publications/drafts/new',
  draft: (id: string) => `/insight/publications/drafts/${id}`,
  section: (id: string, key: string) => `/insight/publications/drafts/${id}/sections/${key}`,
  step: (id: string, step: 'submit' | 'approve' | 'return' | 'publish') => `/insight/publications/drafts/${id}/${step}`,
  draftFile: (id: string, format: string) => `/insight/publications/drafts/${id}/files/${format}`,
} as const;
