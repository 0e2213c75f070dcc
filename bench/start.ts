import type { Benchmark } from './result.ts';
import { scratchFolder, startProcess } from './server-process.ts';

/** The first start on an empty folder, and the second one. */
export const start: Benchmark = {
  name: 'start',
  run: async (log) => {
    const folder = await scratchFolder();
    try {
      const times: number[] = [];
      for (let turn = 0; turn < 2; turn += 1) {
        const server = await startProcess('dist/server.js', { DATA_DIR: folder.path, PORT: '0' });
        times.push(Math.round(server.milliseconds));
        await server.kill('SIGTERM');
      }
      const [first = 0, second = 0] = times;
      log(`first start ${first} ms, second start ${second} ms`);
      return [{ name: 'start', value: second, beside: first, ratio: Number((second / first).toFixed(3)), goal: 'second start within 3000 ms', holds: second <= 3000 }];
    } finally {
      await folder.remove();
    }
  },
};
