import { inScope } from '#app/platform/db/scope.ts';
import { queueMail } from '#app/platform/mail/queue.ts';
import { smtpSender } from '#app/platform/mail/sender.ts';
import { withEmptyDatabase } from './empty-database.ts';
import { finding, type Programme } from './programme.ts';
import { type Manner, manners, openRudeServer } from './rude-mail-server.ts';

/**
 * Sends mails to a server that is rude in eleven ways, most of the time, until no mail waits; a round is 100 mails. The mailbox of that server is
 * held against the outbox: nothing is there twice, what the outbox calls sent is there, and what is not there is said to be refused or unknown.
 */
export const mailChaos: Programme = {
  name: 'mail-chaos',
  rounds: { small: 3, usual: 50 },
  run: async ({ rounds, log }) => await withEmptyDatabase(async ({ database, admin }) => {
    const kinds = Object.keys(manners).filter((name): name is Manner => name in manners);
    let tame = false;
    const server = await openRudeServer(() => (tame || Math.random() < 0.3 ? 'takes' : (kinds[Math.floor(Math.random() * kinds.length)] ?? 'takes')));
    const sender = smtpSender(`smtp://127.0.0.1:${server.port}`, () => 'Plan <plan@example.org>', 'plan.example.org');
    const total = rounds * 100;
    for (let round = 0; round < rounds; round += 1)
      await inScope(database, { as: 'worker', purpose: 'prove' }, async (scope) => {
        for (let n = 0; n < 100; n += 1) await queueMail(scope, { kind: 'prove', to: `r${round}n${n}@example.org`, language: 'en', subject: 'Made up', text: 'Made up for a proof.\n'.repeat(20) });
      });
    const waiting = async () => (await admin<{ n: number }[]>`select count(*) as n from platform.mail_message where state in ('queued', 'sending')`)[0]?.n ?? 0;
    let turns = 0;
    for (; turns < 40 && (await waiting()) > 0; turns += 1) {
      // Two senders at once, as two servers would be.
      await Promise.all([sender.sendDue(database), sender.sendDue(database)]);
      database.clock.advance(3_700_000);
      tame = turns >= 8;
    }
    await sender.stop();
    await server.close();
    const rows = await admin<{ message_id: string; state: string }[]>`select replace(message_id, 'common-table.invalid', 'plan.example.org') as message_id, state from platform.mail_message`;
    const inState = (state: string) => rows.filter((row) => row.state === state);
    const there = (row: { message_id: string }) => server.mailbox.has(row.message_id);
    const doubled = [...server.mailbox.values()].filter((times) => times > 1).length;
    const lost = inState('sent').filter((row) => !there(row)).length + inState('queued').length + inState('sending').length;
    const wrong = inState('failed').filter(there).length;
    const unknown = inState('unknown').length;
    log(`mail-chaos: ${turns} turns; ${[...server.met].map(([manner, n]) => `${n} × ${manner}`).join(', ')}`);
    return [
      finding('mail-chaos', `${total} mails to a server that is rude in ${kinds.length} ways`, doubled === 0 && lost === 0 && wrong === 0 && unknown <= server.broken(), `${inState('sent').length} sent, ${inState('failed').length} refused for good, ${unknown} unknown (${inState('unknown').filter(there).length} of them are there; ${server.broken()} connections broke in or after the text); ${doubled} doubled, ${lost} lost, ${wrong} there though called refused`, '0 doubled, 0 lost, none unknown but where the text was broken off'),
    ];
  }),
};
