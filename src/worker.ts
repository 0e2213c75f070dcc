import { readConfig } from './platform/config/config.ts';
import { runWorker } from './program/run-worker.ts';
import { stopWithSentence } from './program/stop-with-sentence.ts';

try {
  await runWorker(readConfig(process.env));
} catch (error) {
  stopWithSentence(error);
}
