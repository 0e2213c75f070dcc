/** Addresses of the draws that anybody can check, without their language. */
export const drawPaths = { list: '/access/draws', one: (id: string) => `/access/draws/${id}` } as const;
