import { ZodError } from 'zod';
import { InputRefused, type MethodEntry } from '#app/methods/method.ts';
import { methodEntries } from '#app/methods/registry.ts';
import { type Command, complain } from './command.ts';

const limit = 100_000_000;

/** Runs a method on the JSON of standard input, without a database; bad input is one line on standard error and exit code 2. */
export const method: Command = {
  name: 'method',
  usage: 'method NAME [VERB] < input.json',
  summary: `runs a method on JSON and prints its answer${methodEntries.length > 0 ? `: ${methodEntries.map((entry) => entry.name).join(', ')}` : ''}`,
  run: async (args) => await runMethod(args, process.stdin, (text) => process.stdout.write(text)),
};

/** Finds the method by its words, reads its input, writes its answer and a line end; gives the exit code. */
export async function runMethod(args: readonly string[], input: AsyncIterable<Uint8Array>, write: (text: string) => void): Promise<number> {
  try {
    const entry = findEntry(args.join(' '));
    const output = await (await entry.load()).run(parse(await readAll(input)));
    write('json' in output ? `${JSON.stringify(output.json)}\n` : `${output.text}\n`);
    return 0;
  } catch (error) {
    const sentence = sentenceOf(error);
    if (sentence === undefined) throw error;
    complain(sentence.replaceAll(/\s+/g, ' '));
    return 2;
  }
}

function findEntry(words: string): MethodEntry {
  const entry = methodEntries.find((one) => one.name === words);
  if (entry) return entry;
  throw new InputRefused(`Unknown method: ${words || '(none)'}. There are: ${methodEntries.map((one) => one.name).join(', ')}.`);
}

async function readAll(input: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of input) {
    size += part.length;
    if (size > limit) throw new InputRefused(`The input is larger than ${limit / 1_000_000} MB.`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputRefused(`The input is not JSON: ${error instanceof Error ? error.message : 'it cannot be read'}`);
  }
}

function sentenceOf(error: unknown): string | undefined {
  if (error instanceof ZodError) {
    const [first] = error.issues;
    return first ? `${first.path.length > 0 ? first.path.join('.') : 'input'}: ${first.message}` : 'The input is not what the method asks for.';
  }
  return error instanceof InputRefused ? error.message : undefined;
}
