/** Ends the start: expected refusals in their own words, anything else with its stack. */
export function stopWithSentence(error: unknown): never {
  if (error instanceof Error && /Refused$|Failed$/.test(error.constructor.name)) process.stderr.write(`${error.message}\n`);
  else process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : 'The program stopped for an unknown reason.'}\n`);
  process.exit(1);
}
