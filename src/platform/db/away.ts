/** Codes of a database that is away, starting, or full: it comes back, and nothing of the request is wrong. */
const awayCodes: ReadonlySet<string> = new Set([
  'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'CONNECTION_CLOSED', 'CONNECTION_ENDED', 'CONNECTION_DESTROYED', 'CONNECT_TIMEOUT',
  '57P01', '57P02', '57P03', '53100', '53200', '53300', '08006', '08003', '25006',
]);

/** Whether an error says that the database cannot be had right now. */
export function isAway(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && awayCodes.has(error.code);
}
