import { parseArgs } from 'node:util';
import { ConfigRefused } from '#app/platform/config/config.ts';

export type StartArguments = { readonly demo: boolean | undefined; readonly asOf: string | undefined };

/** `--demo`, `--no-demo`, `--as-of YYYY-MM-DD`. Throws ConfigRefused on anything else. */
export function readStartArguments(list: readonly string[]): StartArguments {
  try {
    const { values } = parseArgs({ args: [...list], options: { demo: { type: 'boolean' }, 'as-of': { type: 'string' } }, allowNegative: true, strict: true });
    const asOf = values['as-of'];
    if (asOf !== undefined && !isDate(asOf)) throw new ConfigRefused(`--as-of must be a date such as 2025-02-01, not ${asOf}.`);
    return { demo: values.demo, asOf };
  } catch (error) {
    if (error instanceof ConfigRefused) throw error;
    throw new ConfigRefused('Known arguments are --demo, --no-demo and --as-of YYYY-MM-DD.');
  }
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
}
