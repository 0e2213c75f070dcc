/** Addresses of datasets, without the language. */
export const datasetPaths = {
  datasets: '/insight/datasets',
  newDataset: '/insight/datasets/new',
  schemaFile: '/insight/datasets/schema-file',
  dataset: (slug: string) => `/insight/datasets/${slug}`,
  newSchema: (slug: string) => `/insight/datasets/${slug}/schema`,
  upload: (slug: string) => `/insight/datasets/${slug}/upload`,
  compare: (slug: string) => `/insight/datasets/${slug}/compare`,
  version: (id: string) => `/insight/datasets/versions/${id}`,
  versionStep: (id: string, step: 'mapping' | 'start' | 'drop' | 'rows') => `/insight/datasets/versions/${id}/${step}`,
  refusals: (id: string) => `/insight/datasets/versions/${id}/refusals.csv`,
} as const;

/** Who works with data. */
export const working = { roles: ['analyst'] } as const;
