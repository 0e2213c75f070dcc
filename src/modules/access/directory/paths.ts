/** Addresses of the directory, without their language; those of the interface have none. */
export const directoryPaths = {
  help: '/find-help',
  service: (id: string) => `/find-help/${id}`,
  board: '/access/directory/board',
  checked: (id: string) => `/access/directory/services/${id}/checked`,
  capacity: (id: string) => `/access/directory/services/${id}/capacity`,
  edit: (id: string) => `/access/directory/services/${id}/edit`,
  imports: '/access/directory/imports',
  import: (id: string) => `/access/directory/imports/${id}`,
  takeIn: (id: string) => `/access/directory/imports/${id}/take`,
  drop: (id: string) => `/access/directory/imports/${id}/drop`,
  hsds: '/hsds',
} as const;

/** Who reads the board, and who changes the entries that her organisation keeps. */
export const reading = { roles: ['intake-worker', 'clinician', 'access-supervisor', 'coordinator', 'plan-manager'] } as const;
export const keeping = { roles: ['access-supervisor', 'coordinator'] } as const;
/** Who hands in files of services. */
export const importing = { roles: ['coordinator'] } as const;
