import { ConfigRefused, readConfig } from '#app/platform/config/config.ts';
import { LoginRefused } from '#app/platform/db/login.ts';
import { MigrationRefused } from '#app/platform/db/migrate.ts';
import { type Command, complain, say, UsageError } from './command.ts';
import { commands } from './commands.ts';

/** Finds the command by its longest name and runs it; expected refusals are one line on standard error. */
export async function runCommand(args: readonly string[]): Promise<number> {
  if (args.length === 0 || args[0] === 'help' || args[0] === '--help') return help();
  const command = [...commands].sort((a, b) => b.name.length - a.name.length).find((c) => `${args.join(' ')} `.startsWith(`${c.name} `));
  if (!command) {
    complain(`Unknown command: ${args.slice(0, 2).join(' ')}. The commands are listed by: npm run cli -- help`);
    return 2;
  }
  try {
    return await command.run(args.slice(command.name.split(' ').length), () => readConfig(process.env));
  } catch (error) {
    return refuse(command, error);
  }
}

function refuse(command: Command, error: unknown): number {
  if (error instanceof UsageError) {
    complain(`${error.message}\nUse: npm run cli -- ${command.usage}`);
    return 2;
  }
  if (error instanceof ConfigRefused || error instanceof LoginRefused || error instanceof MigrationRefused || (error instanceof Error && error.name.endsWith('Refused'))) {
    complain(error.message);
    return 1;
  }
  throw error;
}

function help(): number {
  const width = Math.max(...commands.map((command) => command.usage.length));
  say('Common Table, on the command line. Each command is run as: npm run cli -- COMMAND\n');
  for (const command of commands) say(`  ${command.usage.padEnd(width)}  ${command.summary}`);
  return 0;
}
