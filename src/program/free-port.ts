import { createServer } from 'node:net';
import { type Config, readConfig } from '#app/platform/config/config.ts';

/** PORT=0 asks for any free port; it is chosen before the start, because links in mails carry it. */
export async function withPort(config: Config, environment: NodeJS.ProcessEnv): Promise<Config> {
  if (config.port !== 0) return config;
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, config.host, resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return readConfig({ ...environment, PORT: String(typeof address === 'object' && address ? address.port : 0) });
}
