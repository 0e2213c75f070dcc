/** Addresses of instruments, without their language. */
export const instrumentPaths = { list: '/access/instruments', change: (instrument: string) => `/access/instruments/${instrument}` } as const;
