import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { ImapFlow } from 'imapflow';
import type { Database } from '#app/platform/db/scope.ts';
import type { Log } from '#app/platform/log/log.ts';
import { receiveMail } from './receive.ts';

export type Mailbox = { readonly stop: () => Promise<void> };

/**
 * Reads the inbox of IMAP_URL: what is unseen now, then what comes. A mail is marked as seen only after its outcome is committed, so one that
 * was cut off is read again and recognised by its Message-ID. Lost connections are made anew, later each time.
 */
export function startMailbox(options: { imapUrl: string; database: Database; log: Log; received: () => void }): Mailbox {
  let stopped = false;
  let client: ImapFlow | undefined;
  const run = async () => {
    for (let failures = 0; !stopped; ) {
      try {
        client = connect(options.imapUrl);
        client.on('error', () => {});
        await client.connect();
        failures = 0;
        await readInbox(client, options, () => stopped);
      } catch (error) {
        failures += 1;
        if (!stopped) options.log.error('mailbox', error, { failures });
      }
      await client?.logout().catch(() => {});
      if (!stopped) await pause(Math.min(300_000, 1000 * 2 ** failures));
    }
  };
  const running = run();
  return {
    stop: async () => {
      stopped = true;
      client?.close();
      await Promise.race([running, pause(2000)]);
    },
  };
}

function connect(address: string): ImapFlow {
  const url = new URL(address);
  const secure = url.protocol === 'imaps:';
  return new ImapFlow({ host: url.hostname, port: Number(url.port) || (secure ? 993 : 143), secure, logger: false, auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } });
}

/** Waits for news of the server (IDLE), for the end of the connection, or for a minute. */
async function somethingNew(client: ImapFlow): Promise<void> {
  const waiting = new AbortController();
  const news = (['exists', 'close'] as const).map(async (name) => await once(client, name, { signal: waiting.signal }));
  void client.idle().catch(() => {});
  await Promise.race([...news, pause(60_000, undefined, { signal: waiting.signal })]).catch(() => {});
  waiting.abort();
  await Promise.allSettled(news);
}

async function readInbox(client: ImapFlow, options: { database: Database; received: () => void }, stopped: () => boolean): Promise<void> {
  const lock = await client.getMailboxLock('INBOX');
  try {
    while (!stopped() && client.usable) {
      const unseen = (await client.search({ seen: false }, { uid: true })) || [];
      for (const uid of unseen) {
        const message = await client.fetchOne(String(uid), { source: true }, { uid: true });
        const source = message ? message.source : undefined;
        if (source) await receiveMail(options.database, source);
        await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
        options.received();
      }
      await somethingNew(client);
    }
  } finally {
    lock.release();
  }
}
