import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { completeSignIn } from '#app/modules/identity/sign-in/queries.ts';
import { makeAnchor } from '#app/platform/audit/anchor.ts';
import { writeAudit } from '#app/platform/audit/audit.ts';
import { sealAudit } from '#app/platform/audit/seal.ts';
import { publicHalf } from '#app/platform/audit/signing-key.ts';
import { newId } from '#app/platform/db/id.ts';
import { inScope } from '#app/platform/db/scope.ts';
import { hashToken, newToken } from '#app/platform/http/session-cookie.ts';
import { queueMail } from '#app/platform/mail/queue.ts';
import { smtpSender } from '#app/platform/mail/sender.ts';
import { type EmptyDatabase, withEmptyDatabase } from './empty-database.ts';
import { finding, type Programme } from './programme.ts';
import { openRudeServer } from './rude-mail-server.ts';
import { exportedRows, loadVerifier } from './verifier.ts';

const hour = 3_600_000;
const purpose = 'prove';

/** Moves the program's clock an hour forward and an hour back in turn, and looks at sessions, links for one use, mails, the audit trail and ids after each jump. */
export const clock: Programme = {
  name: 'clock',
  rounds: { small: 10, usual: 200 },
  run: async ({ rounds, log }) => await withEmptyDatabase(async (given) => {
    const { database, admin } = given;
    const server = await openRudeServer(() => 'takes');
    const sender = smtpSender(`smtp://127.0.0.1:${server.port}`, () => 'Plan <plan@example.org>', 'plan.example.org');
    let [sessionsWrong, linksWrong, timesWrong, links] = [0, 0, 0, 0];
    const [live, ended] = [await openSession(given), await openSession(given)];
    await admin`update identity.session set revoked_at = ${database.clock.now()} where token_hash = ${ended}`;
    for (let round = 0; round < rounds; round += 1) {
      const link = await invite(given);
      await inScope(database, { as: 'worker', purpose }, async (scope) => await queueMail(scope, { kind: 'prove', to: `c${round}@example.org`, language: 'en', subject: 'Made up', text: 'Made up for a proof.' }));
      const uses: boolean[] = [];
      for (const jump of round % 2 === 0 ? [hour, -hour] : [-hour, hour]) {
        database.clock.advance(jump);
        if (!(await isLive(given, live)) || (await isLive(given, ended))) sessionsWrong += 1;
        uses.push(await useLink(given, link), await useLink(given, link));
        const action = `clock.${randomUUID()}`;
        const moment = await inScope(database, { as: 'worker', purpose }, async (scope) => {
          await writeAudit(scope, { action });
          return scope.now;
        });
        const [row] = await admin<{ moment: Date }[]>`select moment from platform.audit_entry where action = ${action}`;
        if (row?.moment.getTime() !== moment.getTime()) timesWrong += 1;
        await sealAudit(database);
        await sender.sendDue(database);
      }
      links += 1;
      if (uses.filter(Boolean).length !== 1) linksWrong += 1;
    }
    const expired = await invite(given);
    database.clock.advance(3 * hour);
    const late = await useLink(given, expired);
    const idle = await isLive(given, live);
    await sender.sendDue(database);
    await sender.stop();
    await server.close();
    const [mails] = await admin<{ waiting: number; all: number }[]>`select count(*) filter (where state in ('queued', 'sending')) as waiting, count(*) as all from platform.mail_message`;
    const doubled = [...server.mailbox.values()].filter((times) => times > 1).length;
    const key = generateKeyPairSync('ed25519').privateKey;
    const anchor = await makeAnchor(database, { key, origin: 'https://plan.example.org', parties: [] });
    const verify = await loadVerifier();
    const trail = await admin.begin(async (sql) => await verify(await exportedRows(sql), [anchor?.note ?? ''], publicHalf(key)));
    const ids = idsWhileTheMachineJumps(rounds);
    log(`clock: ${rounds * 2} jumps, ${trail.problems.join(' ')}`);
    return [
      finding('clock', `a live and an ended session after each of ${rounds * 2} jumps of an hour`, sessionsWrong === 0 && !idle, `${sessionsWrong} wrong; ${idle ? 'still live' : 'ended'} after three hours unused`, '0 wrong'),
      finding('clock', `${links} links for one use, tried four times each`, linksWrong === 0 && !late, `${linksWrong} not used exactly once; ${late ? 'one served' : 'none served'} after its time`, 'used once each'),
      finding('clock', `${mails?.all ?? 0} mails that wait over the jumps`, doubled === 0 && mails?.waiting === 0 && mails.all === server.mailbox.size, `${doubled} doubled, ${mails?.waiting} left, ${server.mailbox.size} delivered`, '0 doubled, 0 left'),
      finding('clock', 'the audit trail: time of each line, order and seals', timesWrong === 0 && trail.holds, `${timesWrong} times wrong; the chain ${trail.holds ? 'holds' : 'does not hold'}`, 'each the time of its transaction; the chain holds'),
      finding('clock', `${ids.made} ids while the machine's clock jumps`, ids.wrong === 0, `${ids.wrong} doubled or out of order`, '0'),
    ];
  }),
};

async function openSession({ database, admin }: EmptyDatabase): Promise<Uint8Array> {
  const [account, token] = [await addAccount(admin, database.clock.now()), hashToken(newToken())];
  await inScope(database, { as: 'public', purpose }, async (scope) => await completeSignIn(scope, { account, email: `${account}@example.org`, device: hashToken(newToken()), newDevice: hashToken(newToken()), session: newId(), token, method: 'password', second: false, step: null }));
  return token;
}

async function addAccount(admin: EmptyDatabase['admin'], now: Date): Promise<string> {
  const id = newId();
  await admin`insert into identity.account (id, email, name, demonstration, created_at) values (${id}, ${`${id}@example.org`}, 'Made up (demo)', true, ${now})`;
  return id;
}

async function isLive({ database }: EmptyDatabase, token: Uint8Array): Promise<boolean> {
  return await inScope(database, { as: 'session', token, purpose }, async ({ actor }) => actor.kind === 'staff');
}

/** An invitation that holds for two hours. */
async function invite({ database, admin }: EmptyDatabase): Promise<Uint8Array> {
  const now = database.clock.now();
  const [account, key] = [await addAccount(admin, now), hashToken(newToken())];
  await admin`insert into identity.invitation (key_hash, account_id, expires_at) values (${key}, ${account}, ${new Date(now.getTime() + 2 * hour)})`;
  return key;
}

async function useLink({ database }: EmptyDatabase, capability: Uint8Array): Promise<boolean> {
  return await inScope(database, { as: 'public', purpose, capability }, async ({ sql }) => (await sql<{ used: boolean }[]>`select identity.use_invitation('made up') as used`)[0]?.used ?? false);
}

/** Makes ids while the machine's own clock shows an hour more and an hour less in turn. */
function idsWhileTheMachineJumps(rounds: number): { made: number; wrong: number } {
  const real = Date.now;
  const ids: string[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      Date.now = () => real() + (round % 2 === 0 ? hour : 0);
      for (let n = 0; n < 100; n += 1) ids.push(newId());
    }
  } finally {
    Date.now = real;
  }
  return { made: ids.length, wrong: ids.filter((id, place) => place > 0 && id <= (ids[place - 1] ?? '')).length };
}
