import type { Config } from '#app/platform/config/config.ts';

/** One command of `npm run cli --`. Returns the exit code: 0 done, 1 refused or failed, 2 wrong use. */
export type Command = {
  /** The words of the command, e.g. `audit verify`. */
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  readonly run: (args: readonly string[], config: () => Config) => Promise<number>;
};

/** The use of a command was wrong; the message is the sentence for the person who typed it. */
export class UsageError extends Error {}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

export function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}
