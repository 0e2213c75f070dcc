import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { startCluster } from '#app/platform/db/embedded/cluster.ts';
import { openPool, type Pool } from '#app/platform/db/pool.ts';
import { hashToken } from '#app/platform/http/session-cookie.ts';
import { embeddedDatabase } from '#app/program/open-database.ts';
import { fundQuestionnaire } from '#app/modules/funding/application/questionnaire.ts';
import { type Benchmark, round } from './result.ts';
import { scratchFolder, startProcess } from './server-process.ts';

const applicants = 300;
/** From the warm-up to the deadline, in milliseconds. The program closes a connection that is idle for ten seconds. */
const until = 5000;
const [call, category] = [randomUUID(), randomUUID()];
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const codeOf = (n: number) => `${alphabet[Math.floor(n / 32)]}${alphabet[n % 32]}222-22222`;
/** `began` before the first byte was written, `left` when the system had taken the last one: it lies at the program from then on, for both are on one machine. */
type Sent = { readonly n: number; readonly began: number; readonly left: number; readonly took: number; readonly receipt: string | undefined; readonly late: boolean };
type Row = { readonly n: number; readonly receipt: string; readonly stamp: Date };

/**
 * 300 applicants send in the last second before a deadline, each twice as somebody does who presses again, and twenty more just after it: everyone whose bytes the
 * system had taken by then has a receipt, the same one both times; nobody who began to send after it has; none is there twice, and no request says both or neither.
 * No time is given on top. Beside it: how many there were, which is fewer where the machine is too busy for the sender itself.
 */
export const deadline: Benchmark = {
  name: 'deadline',
  run: async (log) => {
    const folder = await scratchFolder();
    try {
      const server = async () => await startProcess('dist/server.js', { DATA_DIR: folder.path, PORT: '0' });
      await (await server()).kill('SIGTERM');
      await withPool(folder.path, prepare);
      const program = await server();
      const agent = new Agent({ keepAlive: true, maxSockets: 700 });
      // Each has a connection before the rush, as a browser has that shows the form.
      await Promise.all(Array.from({ length: 300 }, async (_, n) => await post(agent, program.url, 'warm', n)));
      const closes = await withPool(folder.path, setDeadline);
      const sent = await sendAll(agent, program.url, closes.local);
      await program.kill('SIGTERM');
      const rows = await withPool(folder.path, async (sql) => await sql<Row[]>`select substr(organisation, 11)::integer as n, receipt, submitted_at as stamp from funding.application where call_id = ${call} and state = 'submitted'`);
      return [judge(log, sent, rows, closes)];
    } finally {
      await folder.remove();
    }
  },
};

function judge(log: (line: string) => void, sent: readonly Sent[], rows: readonly Row[], closes: { demo: number; local: number }) {
  const early = sent.filter((one) => one.left <= closes.local);
  const inTime = new Set(early.map((one) => one.n));
  const receipts = new Map(rows.map((row) => [row.n, row.receipt]));
  const lost = new Set(early.filter((one) => one.receipt === undefined || receipts.get(one.n) !== one.receipt).map((one) => one.n)).size;
  const doubled = rows.length - receipts.size + [...Map.groupBy(sent.filter((one) => one.receipt), (one) => one.n).values()].filter((own) => new Set(own.map((one) => one.receipt)).size > 1).length;
  const tooLate = rows.filter((row) => row.stamp.getTime() > closes.demo || sent.every((one) => one.n !== row.n || one.began > closes.local)).length;
  const unclear = sent.filter((one) => one.late === (one.receipt !== undefined)).length;
  // How long after the bytes lay there the stamp was set, for those whose first request made the row.
  const lags = rows.map((row) => row.stamp.getTime() - closes.demo + closes.local - Math.min(...sent.filter((one) => one.n === row.n).map((one) => one.left)));
  log(`${early.length} requests of ${inTime.size} applicants in the last second, ${sent.length - early.length} at or after its end: ${lost} lost, ${doubled} doubled, ${tooLate} taken too late, ${unclear} without a clear answer`);
  log(`stamped at most ${Math.max(...lags)} ms after the bytes lay there; the slowest answer took ${Math.max(...sent.map((one) => one.took))} ms`);
  const holds = lost + doubled + tooLate + unclear === 0 && inTime.size >= applicants / 2;
  return { name: 'deadline', value: round(inTime.size - lost), beside: inTime.size, ratio: round((inTime.size - lost) / inTime.size), goal: '0 lost, 0 doubled, 0 taken too late', holds };
}

/** An open call with complete drafts. */
async function prepare(sql: Pool): Promise<void> {
  const both = sql.json({ en: 'Bench', fr: 'Essai' });
  const rules = sql.json({ most: null, mostYears: 3, kinds: ['charity'], boardUnrelated: 0, statements: 'none', auditedAbove: null });
  await sql`insert into funding.call (id, slug, fund_year, title, lead, opens_at, closes_at, envelope, published_at, created_at) values (${call}, 'bench', 2019, ${both}, ${both}, '2019-01-01', '2099-01-01', 1, '2019-01-01', '2019-01-01')`;
  await sql`insert into funding.category (id, call_id, position, name, rules, questionnaire) values (${category}, ${call}, 1, ${both}, ${rules}, ${JSON.stringify(fundQuestionnaire)}::text::jsonb)`;
  const item = [...['need', 'activities', 'served', 'change', 'risks'].map((linkId) => ({ linkId, answer: [{ valueString: 'Made up.' }] })), { linkId: 'people', answer: [{ valueInteger: 4 }] }];
  const answers = JSON.stringify({ resourceType: 'QuestionnaireResponse', status: 'in-progress', item });
  for (let n = 0; n < applicants + 20; n += 1) {
    const id = randomUUID();
    await sql`insert into funding.application (id, call_id, category_id, language, organisation, legal_kind, board_unrelated, statements, revenue_latest, revenue_before, title, summary, starts_on, ends_on, priorities, municipalities, population, answers, begun_at)
      values (${id}, ${call}, ${category}, 'en', ${`Applicant ${n}`}, 'charity', 5, 'none', 1, 1, 'T', 'S', '2020-01-01', '2020-12-31', '{x}', '{x}', 'youth', ${answers}::text::jsonb, '2019-06-01')`;
    await sql`insert into funding.budget_line (id, application_id, position, label, cost, from_fund) values (${randomUUID()}, ${id}, 1, 'Staff', 100, 100)`;
    await sql`insert into funding.applicant (id, application_id, code_hash, name, added_at) values (${randomUUID()}, ${id}, ${hashToken(`fund ${codeOf(n)}`)}, 'Made Up', '2019-06-01')`;
  }
}

/** The call closes `until` from now: gives the deadline by the program's clock and by the machine's. */
async function setDeadline(sql: Pool): Promise<{ demo: number; local: number }> {
  const [row] = await sql<{ value: { clock: { start: string; since: string } } }[]>`select value from platform.setting where name = 'installation'`;
  const local = Date.now() + until;
  const demo = row ? Date.parse(row.value.clock.start) + (local - Date.parse(row.value.clock.since)) : local;
  await sql`update funding.call set closes_at = ${new Date(demo)} where id = ${call}`;
  return { demo, local };
}

async function sendAll(agent: Agent, url: string, closes: number): Promise<Sent[]> {
  const one = async (n: number, at: number) => {
    await new Promise((resolve) => setTimeout(resolve, at - Date.now()));
    return await post(agent, url, codeOf(n), n);
  };
  // Spread over the last second but its last twelfth, because timers of a busy machine are late.
  const early = Array.from({ length: applicants }, (_, n) => [one(n, closes - 1000 + (n * 910) / applicants), one(n, closes - 990 + (n * 910) / applicants)]).flat();
  const after = Array.from({ length: 20 }, (_, n) => one(applicants + n, closes + 1 + n * 5));
  const sent = await Promise.all([...early, ...after]);
  agent.destroy();
  return sent;
}

async function post(agent: Agent, url: string, code: string, n: number): Promise<Sent> {
  const body = new URLSearchParams({ '~code': code, '~save': 'send' }).toString();
  const began = Date.now();
  let left = Number.POSITIVE_INFINITY;
  return await new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body), 'x-forwarded-for': `203.0.113.${n % 250}` };
    const sent = request(`${url}/en/funding/applications/own`, { agent, method: 'POST', headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.once('end', () => resolve({ n, began, left, took: Date.now() - began, receipt: /class="code">([\w-]+)</.exec(text)?.[1], late: text.includes('The deadline has passed') }));
    });
    sent.once('finish', () => {
      left = Date.now();
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

/** Works in the database beside the program that runs on it, or starts it for the while. */
async function withPool<T>(dataDir: string, use: (sql: Pool) => Promise<T>): Promise<T> {
  const cluster = await startCluster({ dataDir, log: () => {} });
  const sql = openPool({ socketDirectory: cluster.socketDirectory, port: cluster.port, user: cluster.superuser, database: embeddedDatabase }, { max: 10 });
  try {
    return await use(sql);
  } finally {
    await sql.end();
    // One that ran already stays with the program that runs on it.
    await cluster.stop();
  }
}
