import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compileTexts, writeFiles } from '#app/modules/insight/index.ts';
import { grantsProblems } from '#test/grants360/validate.ts';
import { readPdf } from '#test/pdf.ts';
import { openWorld, type World } from '#test/world.ts';
import { secretOf, sendOwn } from './application/actions.ts';
import { findOwn } from './application/queries.ts';
import { listAwards, listInstalments } from './award/queries.ts';
import { listCriteria } from './call/queries.ts';
import { amounts, bulk, closesAt, draft, given, loadPlanOf, type Made, openCall, type Person, personWith, reserve } from './fund-year.test-tool.ts';
import { fundingJobs, fundingRoutes } from './index.ts';
import { listSentCounts } from './grant/queries.ts';
import { fundTemplate } from './grant/template.ts';
import { centsOf, formatMoney, readMoney, sumOf } from './money.ts';
import { listReports } from './report/queries.ts';
import { keepSheet, listAssignments } from './review/queries.ts';

let world: World;
let call: { id: string; slug: string };
let made: Made[];
let scorers: Person[];
let toldWhileOpen: number;
beforeAll(async () => {
  world = await openWorld();
  await loadPlanOf(world);
  call = await openCall(world);
  scorers = [];
  for (const n of [1, 2, 3, 4]) scorers.push(await personWith(world, `Scorer ${n} (demo)`, ['fund-scorer']));
  // As in 2024: 124 applications, 83 grants, four and a half million dollars.
  const list = amounts(83, 41, given);
  made = [];
  for (const [n, asked] of list.slice(0, 3).entries()) made.push(await draft(world, call.id, n, asked, n === 0 ? { email: 'robin@example.org' } : n === 1 ? { email: 'robine@example.org', language: 'fr' } : {}));
  await world.at(closesAt);
  for (const one of made) await world.as.public(async (scope) => {
    const own = await findOwn(scope);
    if (own) await sendOwn(scope, own, scope.now, own.language);
  }, secretOf(one.code));
  made.push(...(await bulk(world, call.id, 3, list.slice(3))));
  toldWhileOpen = (await world.as.public(listSentCounts)).size;
  await world.at('2019-12-02T15:00:00Z');
}, 60_000);
afterAll(async () => await world.close());
const http = async () => await world.http(fundingRoutes(() => world.site)).as('manager');
const csv = async (path: string): Promise<Record<string, string>[]> => parse(await (await (await http()).get(path)).text(), { columns: true });
const total = (rows: readonly Record<string, string>[], column: string) => sumOf(rows.map((row) => centsOf(row[column] ?? '')));

test('a whole year of the fund comes to the same cent on every page, in every file and in the open data', async () => {
  const office = await http();
  const sent = await csv(`/en/funding/applications/call/${call.slug}/applications.csv`);
  expect([sent.length, total(sent, 'asked')]).toEqual([124, sumOf(made.map((one) => one.asked))]);
  expect(sent.filter((row) => row.rulesNotMet !== '').map((row) => row.organisation)).toEqual(['Maple Group 123 (demo)']);

  const dealt = await office.post(`/en/funding/reviews/call/${call.slug}/assign`, { each: '2', scorers: scorers.map((one) => one.account) });
  expect(dealt.status).toBe(303);
  const pairs = await world.as.manager(async (scope) => await listAssignments(scope, call.id));
  expect(pairs.length).toBe(248);
  expect(scorers.map((one) => pairs.filter((pair) => pair.account === one.account).length)).toEqual([62, 62, 62, 62]);
  // The first 83 are the better ones; every second scorer gives a point more. One sheet goes the way of the pages, the others straight into their tables.
  const better = made.slice(0, 83).map((one) => one.id);
  const [mine] = pairs.filter((pair) => pair.account === scorers[0]?.account && better.includes(pair.application));
  await scorers[0]?.act(async (scope) => await keepSheet(scope, mine?.application ?? '', { points: (await listCriteria(scope, call.id)).map((one) => [one.id, 15]), comment: '', finished: true }));
  const generous = scorers.filter((_, n) => n % 2 === 1).map((one) => one.account);
  await world.database.admin`insert into funding.score select a.application_id, a.account_id, c.id, case when a.application_id = any(${better}) then 15 else 6 end + case when a.account_id = any(${generous}) then 1 else 0 end
    from funding.assignment a, funding.criterion c where c.call_id = ${call.id} on conflict do nothing`;
  await world.database.admin`insert into funding.sheet select application_id, account_id, '', now() from funding.assignment on conflict do nothing`;

  const ranked = await csv(`/en/funding/reviews/call/${call.slug}/ranking.csv`);
  expect([ranked.length, ranked.filter((row) => row.result === 'funds').length, total(ranked, 'granted')]).toEqual([124, 83, given]);
  const page = await (await office.get(`/en/funding/reviews/call/${call.slug}`)).text();
  expect(page).toContain('83 of 124 would get a grant, $4,500,000 in all; $0 would be left.');
  // The office writes one reason in its own words; a decision that was looked at before that is no longer the one that is recorded.
  const markIn = (text: string) => /name="mark" value="(\w+)"/.exec(text)?.[1] ?? '';
  const reason = `/en/funding/reasons/${made[120]?.id}/does-not-fit`;
  expect(await (await office.get(reason)).text()).toContain('The money went to applications that came before it');
  const own = { 'reason-en': 'Come again next year with two partners.', 'reason-fr': 'Revenez l’an prochain avec deux partenaires.' };
  expect((await office.post(reason, { ...own, 'reason-fr': '' })).status).toBe(422);
  expect((await office.post(reason, own)).status).toBe(303);
  const letter = await (await office.get(reason)).text();
  for (const part of ['Come again next year with two partners.', 'Revenez l’an prochain avec deux partenaires.', 'The answer to your application / La réponse à votre demande']) expect(letter).toContain(part);
  const mark = markIn(await (await office.get(`/en/funding/reviews/call/${call.slug}`)).text());
  expect(mark).not.toBe(markIn(page));
  const body = /<option value="([a-z-]+)"/.exec(page.slice(page.indexOf('id="body"')))?.[1] ?? '';
  const decision = { envelope: '4500000.00', least: '0', 'pass-over': '', body, 'decided-on': '2019-12-02', 'reason-en': 'By the ranking.', 'reason-fr': 'Selon le classement.' };
  expect((await office.post(`/en/funding/reviews/call/${call.slug}/decide`, { ...decision, mark: 'another' })).status).toBe(422);
  expect((await office.post(`/en/funding/reviews/call/${call.slug}/decide`, { ...decision, mark })).status).toBe(303);

  const awards = await world.as.manager(async (scope) => await listAwards(scope, call.id));
  expect([awards.length, sumOf(awards.map((one) => one.amount))]).toEqual([83, given]);
  const told = await world.database.admin<{ granted: boolean; n: number }[]>`select granted, count(*)::integer as n from funding.outcome group by granted order by granted`;
  expect(told).toEqual([{ granted: false, n: 41 }, { granted: true, n: 83 }]);
  const reasons = await world.database.admin<{ fr: string }[]>`select o.reason ->> 'fr' as fr from funding.outcome o where o.application_id = ${made[123]?.id ?? ''}`;
  expect(reasons[0]?.fr).toContain('membres du conseil');
  expect([...(await world.database.admin<{ fr: string }[]>`select o.reason ->> 'fr' as fr from funding.outcome o where o.application_id = ${made[120]?.id ?? ''}`)]).toEqual([{ fr: own['reason-fr'] }]);
  expect((await office.post(reason, own)).status).toBe(409);
  await expect(world.as.manager(async ({ sql }) => await sql`insert into funding.reason (application_id, result, text, written_at) values (${made[119]?.id ?? ''}, 'below', '{"en": "x", "fr": "x"}', now())`)).rejects.toMatchObject({ code: '42501' });

  // Agreements are signed, the first instalments go to the finance system.
  expect((await office.post(`/en/funding/awards/${awards[0]?.id}/sign`, { 'signed-on': '2019-12-02' })).status).toBe(303);
  await world.database.admin`update funding.award set signed_on = '2019-12-02' where signed_on is null`;
  await world.at('2020-02-03T15:00:00Z');
  expect((await office.post('/en/funding/payments/make', {})).status).toBe(303);
  const file = /payments\/([0-9a-f-]{36})\.csv/.exec(await (await office.get('/en/funding/payments')).text())?.[1] ?? '';
  const lines = await csv(`/en/funding/payments/${file}.csv`);
  expect(lines.length).toBe(83);
  const first = sumOf(await Promise.all(awards.map(async (award) => (await world.as.manager(async (scope) => await listInstalments(scope, award.id)))[0]?.amount ?? 0)));
  expect(total(lines, 'amount')).toBe(first);

  const open = await world.http(fundingRoutes(() => world.site)).as();
  const shown = await (await open.get('/en/funding/grants')).text();
  expect(shown).toContain(`83 grants given here: $4,500,000, of which ${formatMoney('en', first)} has been handed over for payment.`);
  for (const table of [...shown.matchAll(/<tfoot>.*?<\/tfoot>/gs)].slice(0, 6)) expect(table[0]).toContain('$4,500,000');
  const list = await (await office.get(`/en/funding/awards/call/${call.slug}`)).text();
  expect(list).toContain(`83 grants, $4,500,000 in all; ${formatMoney('en', first)} handed to the finance department.`);
  const published = await (await open.get('/funding/grants/360giving.json')).json();
  expect(grantsProblems(published)).toEqual([]);
  const cents = (key: string) => sumOf(published.grants.map((one: Record<string, number>) => Math.round((one[key] ?? 0) * 100)));
  expect([published.grants.length, cents('amountAwarded'), cents('amountDisbursed')]).toEqual([83, given, first]);
  expect(grantsProblems({ ...published, grants: [{ ...published.grants[0], awardDate: 'soon' }] }).length).toBeGreaterThan(0);
  const table = await csv('/funding/grants/grants.csv');
  expect([total(table, 'Amount Awarded'), total(table, 'Amount Disbursed')]).toEqual([given, first]);

  // The report to council, compiled in both languages, as a page, as data and typeset: the same records, the same cents.
  const heads = { title: fundTemplate.title, departments: [], preparedFor: { en: 'Council', fr: 'Conseil' }, number: undefined };
  const { documents, refusals } = await world.as.manager(async (scope) => await compileTexts(scope, { templates: [fundTemplate], asPublic: world.as.public }, fundTemplate, heads, { summary: { en: 'For information.', fr: 'Pour information.' } }));
  expect(refusals).toEqual([]);
  for (const language of ['en', 'fr'] as const) {
    const money = { given: formatMoney(language, given), first: formatMoney(language, first) };
    const tables = documents[language].blocks.flatMap((block) => (block.kind === 'table' ? [{ caption: block.caption, last: block.rows.at(-1)?.map((cell) => cell.map((one) => one.text).join('')) ?? [], rows: block.rows.map((row) => row.at(-1)?.[0]?.text ?? '') }] : []));
    expect(tables[0]?.last).toEqual(['Total', '', '83', money.given, money.first]);
    expect(tables[0]?.rows.length).toBe(2);
    for (const list of tables.slice(1, 6)) {
      expect(list.last.at(-1), list.caption).toBe(money.given);
      expect(sumOf(list.rows.slice(0, -1).map((one) => readMoney(one) ?? Number.NaN)), list.caption).toBe(given);
    }
    expect(tables[1]?.caption).toBe(language === 'en' ? 'Money by category' : 'Sommes par catégorie');
    for (const format of ['html', 'json', 'pdf'] as const) {
      const [file] = await writeFiles([documents[language]], format, 'http://place.test');
      const said = file instanceof Uint8Array ? (await readPdf(file)).text : (file ?? '');
      for (const part of [money.given, money.first]) expect(said.replaceAll(/&nbsp;|\u00a0/g, ' '), `${format} ${language}`).toContain(part.replaceAll('\u00a0', ' '));
    }
  }
  // 124 applications were sent: of those nobody but the fund knows more than their number, and that only after the deadline.
  expect(toldWhileOpen).toBe(0);
  expect(documents.en.blocks.flatMap((block) => (block.kind === 'table' && block.caption === 'What each call gave' ? [block.rows[0]?.map((cell) => cell[0]?.text)] : []))).toEqual([['Fund 2020 (made up for the demonstration)', '124', '83', '$4,500,000', formatMoney('en', first)]]);
}, 60_000);

test('letters go out once, in both languages, that of the application first', async () => {
  await world.runJobs(fundingJobs);
  await world.runJobs(fundingJobs);
  const mails = await world.database.admin<{ recipient: string; subject: string; text: string }[]>`select recipient, subject, text_body as text from platform.mail_message where kind = 'fund-letter' order by recipient`;
  expect(mails.map((one) => [one.recipient, one.subject])).toEqual([['robin@example.org', 'You get a grant / Vous recevez une subvention'], ['robine@example.org', 'Vous recevez une subvention / You get a grant']]);
  const [first, then] = [mails[1]?.text.indexOf('«\u00a0Project 1\u00a0» reçoit') ?? -1, mails[1]?.text.indexOf('“Project 1” gets a grant') ?? -1];
  expect([first >= 0, then > first, mails[0]?.text.includes('/fr/funding/applications/resume')]).toEqual([true, true, true]);
});

test('a report is owed, sent by the code, asked about, accepted, and only then frees the next instalment', async () => {
  const one = made[0];
  const office = await http();
  const applicant = await world.http(fundingRoutes(() => world.site)).as();
  const [award] = (await world.as.manager(async (scope) => await listAwards(scope, call.id))).filter((award) => award.applicationId === one?.id);
  const reports = await world.as.manager(async (scope) => await listReports(scope, award?.id ?? ''));
  const [report] = reports;
  await world.at('2021-03-01T15:00:00Z');
  const own = async (fields: Record<string, string>) => await applicant.post('/en/funding/applications/own', { '~code': one?.code ?? '', ...fields });
  expect(await (await own({})).text()).toContain('You get $');
  expect(await (await office.get(`/en/funding/awards/${award?.id}`)).text()).toMatch(/Not sent yet, \d+ days late/);
  expect((await own({ '~save': 'report', report: report?.id ?? '', spent: '99999999', people: 'x', done: '', changed: '' })).status).toBe(422);
  expect((await own({ '~save': 'report', report: report?.id ?? '', spent: '1,000.50', people: '40', done: 'Courses.', changed: 'More went to work.' })).status).toBe(200);
  await world.runJobs(fundingJobs);
  const owed = async () => await world.database.admin<{ kind: string; open: boolean }[]>`select kind, kept_at is null as open from commitment.obligation where subject_id = ${report?.id ?? ''} order by kind, kept_at nulls last`;
  expect(await owed()).toEqual([{ kind: 'grant-report', open: false }, { kind: 'grant-report-answer', open: true }]);
  expect((await office.post(`/en/funding/awards/${award?.id}/answer`, { report: report?.id ?? '', state: 'asked', answer: '' })).status).toBe(422);
  expect((await office.post(`/en/funding/awards/${award?.id}/answer`, { report: report?.id ?? '', state: 'asked', answer: 'How many hours?' })).status).toBe(303);
  await world.runJobs(fundingJobs);
  expect((await owed()).filter((row) => row.open).map((row) => row.kind)).toEqual(['grant-report']);
  const released = async () => (await world.as.manager(async (scope) => await listInstalments(scope, award?.id ?? ''))).map((line) => line.released);
  expect((await released())[1]).toBe(false);
  expect((await own({ '~save': 'report', report: report?.id ?? '', spent: '1,000.50', people: '40', done: 'Courses, 300 hours.', changed: 'More went to work.' })).status).toBe(200);
  expect((await office.post(`/en/funding/awards/${award?.id}/answer`, { report: report?.id ?? '', state: 'accepted', answer: '' })).status).toBe(303);
  expect((await released())[1]).toBe(true);
  expect((await office.post(`/en/funding/awards/${award?.id}/answer`, { report: report?.id ?? '', state: 'refused', answer: 'Late.' })).status).toBe(409);
});

test('an amount that changes is divided anew over what was not handed over, and never falls below what was', async () => {
  const office = await http();
  const award = (await world.as.manager(async (scope) => await listAwards(scope, call.id)))[5];
  const before = await world.as.manager(async (scope) => await listInstalments(scope, award?.id ?? ''));
  const handed = sumOf(before.filter((one) => one.fileId !== null).map((one) => one.amount));
  expect(handed).toBeGreaterThan(0);
  expect((await office.post(`/en/funding/awards/${award?.id}/change`, { amount: '0.01', 'ends-on': '', reason: 'Less.' })).status).toBe(422);
  expect((await office.post(`/en/funding/awards/${award?.id}/change`, { amount: '77777.77', 'ends-on': '', reason: 'More people came.' })).status).toBe(303);
  const after = await world.as.manager(async (scope) => await listInstalments(scope, award?.id ?? ''));
  expect([sumOf(after.map((one) => one.amount)), sumOf(after.filter((one) => one.fileId !== null).map((one) => one.amount))]).toEqual([7_777_777, handed]);
  await expect(world.as.manager(async ({ sql }) => await sql`update funding.instalment set amount = amount + 1 where award_id = ${award?.id ?? ''} and payment_file_id is null`)).rejects.toMatchObject({ constraint_name: 'instalment_sum' });
});

test('the reserve gives without a call, up to what it holds', async () => {
  const office = await http();
  const fields = { recipient: 'Night Shelter (demo)', title: 'Cold nights', summary: 'Beds.', 'starts-on': '2021-03-01', 'ends-on': '2021-06-30', reason: 'A cold spring.', priorities: [], municipalities: [], population: 'adults' };
  expect((await office.post(`/en/funding/awards/call/${call.slug}/reserve`, { ...fields, amount: '200000.01' })).status).toBe(422);
  expect((await office.post(`/en/funding/awards/call/${call.slug}/reserve`, { ...fields, amount: '150000' })).status).toBe(303);
  expect((await office.post(`/en/funding/awards/call/${call.slug}/reserve`, { ...fields, amount: '60000' })).status).toBe(422);
  expect(await (await office.get(`/en/funding/awards/call/${call.slug}`)).text()).toContain(formatMoney('en', reserve - 15_000_000));
  expect(await world.database.admin`select population from funding.award where from_reserve`).toEqual([{ population: 'adults' }]);
  // It stands in the open data as what it is: given without a call.
  const published = await (await office.get('/funding/grants/360giving.json')).json();
  expect(grantsProblems(published)).toEqual([]);
  expect(published.grants.filter((one: { fromOpenCall: string }) => one.fromOpenCall === 'No').map((one: { amountAwarded: number; title: string }) => [one.title, one.amountAwarded])).toEqual([['Cold nights', 150_000]]);
});
