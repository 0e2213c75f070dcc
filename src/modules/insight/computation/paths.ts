/** Addresses of computations, without the language. */
export const computationPaths = {
  computations: '/insight/computations',
  of: (dataset: string) => `/insight/computations?dataset=${dataset}`,
  newOf: (dataset: string) => `/insight/computations/new/${dataset}`,
  computation: (series: string) => `/insight/computations/${series}`,
  newVersion: (series: string) => `/insight/computations/${series}/version`,
  start: (series: string) => `/insight/computations/${series}/run`,
  run: (id: string) => `/insight/computations/runs/${id}`,
  runStep: (id: string, step: 'release' | 'discard') => `/insight/computations/runs/${id}/${step}`,
} as const;
