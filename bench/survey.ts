import { randomBytes, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { surveyOf } from '#app/modules/engagement/survey/test-survey.test-tool.ts';
import { startCluster } from '#app/platform/db/embedded/cluster.ts';
import { openPool, type Pool } from '#app/platform/db/pool.ts';
import { embeddedDatabase } from '#app/program/open-database.ts';
import { type Benchmark, round } from './result.ts';
import { scratchFolder, startProcess } from './server-process.ts';

const responses = 500;
const connections = 50;
const version = randomUUID();

/**
 * 500 answers to a survey of thirty questions, sent over 50 connections at the same time, every tenth one twice: none may be lost, none kept
 * twice. Beside it: the same answers put into a table without policies over 50 connections of PostgreSQL, one transaction each.
 */
export const survey: Benchmark = {
  name: 'survey',
  run: async (log) => {
    const folder = await scratchFolder();
    try {
      const server = async () => await startProcess('dist/server.js', { DATA_DIR: folder.path, PORT: '0' });
      await (await server()).kill('SIGTERM');
      const answers = Array.from({ length: responses }, (_, mark) => answersOf(mark));
      await withPool(folder.path, prepare);
      const program = await server();
      const own = await postAll(program.url, answers);
      await program.kill('SIGTERM');
      const { bare, lost, doubled } = await withPool(folder.path, async (sql) => ({ ...(await compare(sql)), bare: await insertAll(sql, answers) }));
      const [value, beside] = [percentile(own, 0.99), percentile(bare, 0.99)];
      log(`${responses} responses of thirty questions over ${connections} connections: ${lost} lost, ${doubled} doubled; median ${percentile(own, 0.5).toFixed(1)} ms, p99 ${value.toFixed(1)} ms; bare insert median ${percentile(bare, 0.5).toFixed(1)} ms, p99 ${beside.toFixed(1)} ms`);
      return [{ name: 'survey', value: round(value), beside: round(beside), ratio: round(value / beside), goal: '0 lost, 0 doubled', holds: lost + doubled === 0 }];
    } finally {
      await folder.remove();
    }
  },
};

/** A whole response; its second answer is the mark by which it is found again. */
function answersOf(mark: number): Record<string, unknown> {
  const item = Array.from({ length: 30 }, (_, index) => ({ linkId: `q${index + 1}`, answer: [answerTo(index, mark)] }));
  return { resourceType: 'QuestionnaireResponse', status: 'in-progress', item };
}

function answerTo(index: number, mark: number): Record<string, unknown> {
  if (index % 5 === 0) return { valueCoding: { code: mark % 2 === 0 ? 'a' : 'b' } };
  if (index % 5 === 2) return { valueInteger: mark };
  if (index % 5 === 3) return { valueBoolean: true };
  return { valueString: index === 1 ? `mark ${mark}` : `What resident ${mark} says to question ${index + 1}, in a sentence or so.` };
}

async function prepare(sql: Pool): Promise<void> {
  await sql`insert into engagement.survey (slug, title, lead, opens_on, made_at) values ('bench', ${sql.json({ en: 'Bench', fr: 'Essai' })}, ${sql.json({ en: 'Bench', fr: 'Essai' })}, '2019-01-01', now())`;
  await sql`insert into engagement.survey_version (id, survey_slug, number, questionnaire, made_at) values (${version}, 'bench', 1, ${sql.json(surveyOf(30) as never)}, now())`;
  await sql`create table public.bare (id uuid primary key, answers jsonb not null)`;
}

/** Sends every response, each tenth one twice; the milliseconds that each took. */
async function postAll(url: string, answers: readonly Record<string, unknown>[]): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const forms = answers.map((given) => new URLSearchParams([['~version', version], ['~once', randomBytes(16).toString('hex')], ['~so-far', JSON.stringify(given)], ['~do', 'send']]).toString());
  const waiting = forms.flatMap((form, mark) => (mark % 10 === 0 ? [form, form] : [form]));
  const times: number[] = [];
  const worker = async (_: unknown, place: number) => {
    for (let form = waiting.pop(); form !== undefined; form = waiting.pop()) times.push(await post(agent, `${url}/en/engagement/surveys/bench/answer`, form, `203.0.113.${place}`));
  };
  await Promise.all(Array.from({ length: connections }, worker));
  agent.destroy();
  return times;
}

async function post(agent: Agent, url: string, body: string, from: string): Promise<number> {
  const started = performance.now();
  return await new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body), 'x-forwarded-for': from };
    const sent = request(url, { agent, method: 'POST', headers }, (response) => {
      response.resume();
      response.once('end', () => (response.statusCode === 200 ? resolve(performance.now() - started) : reject(new Error(`a response was answered with ${response.statusCode}`))));
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

/** The same answers over as many connections of the database, nothing else; the milliseconds that each took. */
async function insertAll(sql: Pool, answers: readonly Record<string, unknown>[]): Promise<number[]> {
  const waiting = [...answers];
  const times: number[] = [];
  await Promise.all(Array.from({ length: connections }, async () => await sql`select 1`));
  await Promise.all(Array.from({ length: connections }, async () => {
    for (let given = waiting.pop(); given !== undefined; given = waiting.pop()) {
      const started = performance.now();
      await sql`insert into public.bare values (${randomUUID()}, ${sql.json(given as never)})`;
      times.push(performance.now() - started);
    }
  }));
  return times;
}

async function compare(sql: Pool): Promise<{ lost: number; doubled: number }> {
  const rows = await sql<{ mark: string; times: number; whole: boolean }[]>`select a.value #>> '{}' as mark, count(*)::integer as times,
      bool_and((select count(*) from engagement.answer b where b.response_id = a.response_id) = 30) as whole
    from engagement.answer a join engagement.response r on r.id = a.response_id where a.link_id = 'q2' and r.version_id = ${version} group by 1`;
  return { lost: responses - rows.filter((row) => row.whole).length, doubled: rows.filter((row) => row.times > 1).length };
}

async function withPool<T>(dataDir: string, use: (sql: Pool) => Promise<T>): Promise<T> {
  const cluster = await startCluster({ dataDir, log: () => {} });
  const sql = openPool({ socketDirectory: cluster.socketDirectory, port: cluster.port, user: cluster.superuser, database: embeddedDatabase }, { max: connections });
  try {
    return await use(sql);
  } finally {
    await sql.end();
    await cluster.stop();
  }
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
