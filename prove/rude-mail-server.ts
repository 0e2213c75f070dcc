import { createServer, type Server, type Socket } from 'node:net';

/** What the server may do with a mail. Those with `delivers` put it into the mailbox all the same. */
export const manners = {
  takes: { delivers: true },
  'takes slowly': { delivers: true },
  'hangs up at the greeting': { delivers: false },
  'is busy (421)': { delivers: false },
  'refuses the recipient for now (450)': { delivers: false },
  'refuses the recipient for good (550)': { delivers: false },
  'hangs up before the text': { delivers: false },
  'refuses the text for now (451)': { delivers: false },
  'refuses the text for good (554)': { delivers: false },
  'takes it, and hangs up before it says so': { delivers: true },
  'hangs up in the middle of the text': { delivers: false },
} as const;
export type Manner = keyof typeof manners;

export type RudeServer = { readonly port: number; /** How often each Message-ID lies in the mailbox. */ readonly mailbox: Map<string, number>; readonly met: Map<Manner, number>; /** Connections that broke after the text was asked for. */ readonly broken: () => number; readonly close: () => Promise<void> };

/** A mail server that behaves with each mail as `choose` says. Speaks as much SMTP (RFC 5321) as a client needs. */
export async function openRudeServer(choose: () => Manner): Promise<RudeServer> {
  const mailbox = new Map<string, number>();
  const met = new Map<Manner, number>();
  const sockets = new Set<Socket>();
  let broken = 0;
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
    converse(socket, () => {
      const manner = choose();
      met.set(manner, (met.get(manner) ?? 0) + 1);
      return manner;
    }, (id) => mailbox.set(id, (mailbox.get(id) ?? 0) + 1), () => {
      broken += 1;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0, mailbox, met, broken: () => broken,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function converse(socket: Socket, choose: () => Manner, deliver: (id: string) => void, broke: () => void): void {
  let manner: Manner = choose();
  let text: string | undefined;
  let rest = '';
  const say = (line: string) => void (socket.writable && socket.write(`${line}\r\n`));
  if (manner === 'hangs up at the greeting') return void socket.destroy();
  if (manner === 'is busy (421)') return void socket.end('421 busy, come back later\r\n');
  say('220 mail.example.org ready');
  const finish = (whole: string) => {
    const id = /^message-id: *(<[^>]+>)/im.exec(whole)?.[1] ?? '';
    if (manners[manner].delivers) deliver(id);
    if (manner === 'takes it, and hangs up before it says so') {
      broke();
      socket.destroy();
    } else if (manner === 'refuses the text for now (451)') say('451 not now');
    else if (manner === 'refuses the text for good (554)') say('554 never');
    else if (manner === 'takes slowly') setTimeout(() => say('250 taken'), 300);
    else say('250 taken');
  };
  const hear = (line: string) => {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'EHLO' || verb === 'HELO') say('250 mail.example.org');
    else if (verb === 'MAIL') {
      manner = choose();
      if (manner === 'hangs up at the greeting') socket.destroy();
      else say(manner === 'is busy (421)' ? '421 busy, come back later' : '250 go on');
    } else if (verb === 'RCPT') say(manner === 'refuses the recipient for now (450)' ? '450 not now' : manner === 'refuses the recipient for good (550)' ? '550 nobody here' : '250 go on');
    else if (verb === 'DATA') {
      if (manner === 'hangs up before the text') return void socket.destroy();
      text = '';
      say('354 go on');
    } else if (verb === 'QUIT') socket.end('221 bye\r\n');
    else say('250 fine');
  };
  socket.setEncoding('utf8').on('data', (part: string) => {
    rest += part;
    for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
      const line = rest.slice(0, end);
      rest = rest.slice(end + 2);
      if (text === undefined) {
        hear(line);
        continue;
      }
      if (manner === 'hangs up in the middle of the text' && text.length > 200) {
        broke();
        return void socket.destroy();
      }
      if (line === '.') {
        const whole = text;
        text = undefined;
        finish(whole);
      } else text += `${line}\n`;
    }
  });
}
