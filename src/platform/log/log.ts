/** Structured lines on standard error: what happened and where, never what a person wrote or who she is. */
export type Log = {
  info(event: string, facts?: Readonly<Record<string, string | number | boolean>>): void;
  error(event: string, error: unknown, facts?: Readonly<Record<string, string | number | boolean>>): void;
};

/** Messages of errors can quote rows, addresses and answers; only an error's kind, code and place are written. */
function describe(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const constraint = 'constraint_name' in error && typeof error.constraint_name === 'string' ? { constraint: error.constraint_name } : {};
  const own = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')).slice(0, 4).map((line) => line.trim()).join(' < ') ?? '';
  return { error: error.name, ...code, ...constraint, at: own };
}

export function createLog(write: (line: string) => void = (line) => process.stderr.write(`${line}\n`)): Log {
  const line = (level: string, event: string, facts: object) => write(JSON.stringify({ at: new Date().toISOString(), level, event, ...facts }));
  return {
    info: (event, facts = {}) => line('info', event, facts),
    error: (event, error, facts = {}) => line('error', event, { ...describe(error), ...facts }),
  };
}

export const silentLog: Log = { info: () => {}, error: () => {} };
