import { receiveMail } from '#app/modules/engagement/index.ts';
import { type Command, complain, say } from './command.ts';
import { withDatabase } from './with-database.ts';

export const mailReceive: Command = {
  name: 'mail receive',
  usage: 'mail receive < MAIL',
  summary: 'takes one mail (RFC 5322) from standard input; a letter becomes an issue',
  run: async (_args, config) => {
    const parts: Buffer[] = [];
    for await (const part of process.stdin) parts.push(Buffer.from(part));
    return await withDatabase(config(), async (database) => {
      const done = await receiveMail(database, Buffer.concat(parts));
      if (done.outcome === 'refused') complain('The mail was refused: it is empty, too large, has no sender that can be answered, or too many came from there.');
      say(done.reference ? `${done.outcome} ${done.reference}` : done.outcome);
      return done.outcome === 'refused' ? 1 : 0;
    });
  },
};
