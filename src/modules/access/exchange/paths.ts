/** Addresses of the exchange of files, without their language. No address carries anything of a person. */
export const exchangePaths = {
  exchange: '/access/exchange',
  import: (id: string) => `/access/exchange/imports/${id}`,
  mapping: (id: string) => `/access/exchange/imports/${id}/mapping`,
  start: (id: string) => `/access/exchange/imports/${id}/start`,
  again: (id: string) => `/access/exchange/imports/${id}/again`,
  drop: (id: string) => `/access/exchange/imports/${id}/drop`,
  refusals: (id: string) => `/access/exchange/imports/${id}/refusals.csv`,
  export: '/access/exchange/export',
} as const;

/** Who takes files in. */
export const importing = { roles: ['access-supervisor'] } as const;
