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
/** From the start of the program to the deadline, in milliseconds; long enough for everything to be ready. */
const until = 90_000;
/** Milliseconds that a request may be on its way. */
const margin = 20;
const [call, category] = [randomUUID(), randomUUID()];
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const codeOf = (n: number) => `${alphabet[Math.floor(n / 32)]}${alphabet[n % 32]}222-22222`;
type Sent = { readonly n: number; readonly at: number; readonly took: number; readonly receipt: string | undefined; readonly late: boolean };

/**
 * 300 applicants send in the last second before a deadline, each twice as somebody does who presses again, and twenty more just after it: everyone who sent before it
 * has a receipt, the same one both times; nobody who sent after it has; none is there twice. Beside it: how many there were.
 */
export const deadline: Benchmark = {
  name: 'deadline',
  run: async (log) => {
    const folder = await scratchFolder();
    try {
      const server = async () => await startProcess('dist/server.js', { DATA_DIR: folder.path, PORT: '0' });
      await (await server()).kill('SIGTERM');
      const closes = await withPool(folder.path, prepare);
      const program = await server();
      const sent = await sendAll(program.url, closes.local);
      await program.kill('SIGTERM');
      const rows = await withPool(folder.path, async (sql) => await sql<{ n: number; receipt: string; late: boolean }[]>`select substr(organisation, 11)::integer as n, receipt, submitted_at > ${new Date(closes.demo)} as late from funding.application where call_id = ${call} and state = 'submitted'`);
      // By when each really left: the sender is as busy as the program. What left within the last fiftieth of a second may have arrived after it.
      const early = sent.filter((one) => one.at <= closes.local - margin);
      const lost = new Set(early.filter((one) => one.receipt === undefined || !rows.some((row) => row.n === one.n && row.receipt === one.receipt)).map((one) => one.n)).size;
      const doubled = rows.length - new Set(rows.map((row) => row.n)).size + [...Map.groupBy(early, (one) => one.n).values()].filter((own) => new Set(own.map((one) => one.receipt)).size > 1).length;
      const wrongly = rows.filter((row) => row.late).length + sent.filter((one) => one.at > closes.local && !one.late && one.receipt !== undefined && !early.some((first) => first.n === one.n)).length;
      const inTime = new Set(early.map((one) => one.n)).size;
      const slowest = Math.max(...sent.map((one) => one.took));
      log(`${early.length} requests of ${inTime} applicants in the last second and ${sent.length - early.length} after it: ${lost} lost, ${doubled} doubled, ${wrongly} taken too late; the slowest answer took ${slowest.toFixed(0)} ms`);
      return [{ name: 'deadline', value: round(rows.length), beside: inTime, ratio: round(rows.length / inTime), goal: '0 lost, 0 doubled, 0 taken too late', holds: lost + doubled + wrongly === 0 && inTime === applicants }];
    } finally {
      await folder.remove();
    }
  },
};

/** A call that closes `until` from now by the program's clock, with complete drafts; gives the deadline by the program's clock and by the machine's. */
async function prepare(sql: Pool): Promise<{ demo: number; local: number }> {
  const [row] = await sql<{ value: { clock: { start: string; since: string } } }[]>`select value from platform.setting where name = 'installation'`;
  const local = Date.now() + until;
  const demo = row ? Date.parse(row.value.clock.start) + (local - Date.parse(row.value.clock.since)) : local;
  const both = sql.json({ en: 'Bench', fr: 'Essai' });
  const rules = sql.json({ most: null, mostYears: 3, kinds: ['charity'], boardUnrelated: 0, statements: 'none', auditedAbove: null });
  await sql`insert into funding.call (id, slug, fund_year, title, lead, opens_at, closes_at, envelope, published_at, created_at) values (${call}, 'bench', 2019, ${both}, ${both}, '2019-01-01', ${new Date(demo)}, 1, '2019-01-01', '2019-01-01')`;
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
  return { demo, local };
}

async function sendAll(url: string, closes: number): Promise<Sent[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 700 });
  // Each has its connection before the rush, as a browser has that shows the form.
  await Promise.all(Array.from({ length: 300 }, async (_, n) => await post(agent, url, 'warm', n)));
  const one = async (n: number, at: number) => {
    await new Promise((resolve) => setTimeout(resolve, at - Date.now()));
    return await post(agent, url, codeOf(n), n);
  };
  // Spread over the last second but its last fiftieth: what leaves in that may still be on its way when the second ends.
  const early = Array.from({ length: applicants }, (_, n) => [one(n, closes - 1000 + (n * 940) / applicants), one(n, closes - 990 + (n * 940) / applicants)]).flat();
  const after = Array.from({ length: 20 }, (_, n) => one(applicants + n, closes + 20 + n * 5));
  const sent = await Promise.all([...early, ...after]);
  agent.destroy();
  return sent;
}

async function post(agent: Agent, url: string, code: string, n: number): Promise<Sent> {
  const body = new URLSearchParams({ '~code': code, '~save': 'send' }).toString();
  const at = Date.now();
  return await new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body), 'x-forwarded-for': `203.0.113.${n % 250}` };
    const sent = request(`${url}/en/funding/applications/own`, { agent, method: 'POST', headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.once('end', () => resolve({ n, at, took: Date.now() - at, receipt: /class="code">([\w-]+)</.exec(text)?.[1], late: text.includes('The deadline has passed') }));
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

async function withPool<T>(dataDir: string, use: (sql: Pool) => Promise<T>): Promise<T> {
  const cluster = await startCluster({ dataDir, log: () => {} });
  const sql = openPool({ socketDirectory: cluster.socketDirectory, port: cluster.port, user: cluster.superuser, database: embeddedDatabase }, { max: 10 });
  try {
    return await use(sql);
  } finally {
    await sql.end();
    await cluster.stop();
  }
}
