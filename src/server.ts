import { readStartArguments } from './program/arguments.ts';
import { runServer } from './program/run-server.ts';
import { stopWithSentence } from './program/stop-with-sentence.ts';
import { readConfig } from './platform/config/config.ts';

try {
  await runServer(readConfig(process.env), readStartArguments(process.argv.slice(2)));
} catch (error) {
  stopWithSentence(error);
}
