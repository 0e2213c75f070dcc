import { defineConfig } from 'vitest/config';
import { SlowFirst } from './test/order.ts';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'test/**/*.test.ts', 'communities/**/*.test.ts'],
    globalSetup: ['test/cluster.ts'],
    pool: 'forks',
    maxWorkers: 2,
    isolate: false,
    sequence: { sequencer: SlowFirst },
    // A machine that stands still for seconds is no fault of the program; what fails twice is.
    retry: 1,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
});
