/** Addresses of the pages about duplicates, without their language. */
export const duplicatePaths = {
  list: '/access/duplicates',
  judge: (pair: string) => `/access/duplicates/${pair}`,
  undo: (pair: string) => `/access/duplicates/${pair}/undo`,
} as const;
