import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { hashToken } from '#app/platform/http/session-cookie.ts';
import { findEntry, updateOverdose, withdrawOverdose } from '../overdose/queries.ts';
import { answerContact, findOwnContact } from './contact-queries.ts';
import { insertStep } from './alert-queries.ts';
import { draftAlerts } from './draft.ts';
import { findLevel, insertLevel } from './level-queries.ts';
import { openWatchWorld, type WatcherName, type WatchWorld } from './watch-world.test-tool.ts';

let watch: WatchWorld;
let entry = '';
beforeAll(async () => {
  watch = await openWatchWorld();
  entry = await watch.enter('paramedic', 1);
});
afterAll(async () => await watch.world.close());

const names: readonly WatcherName[] = ['paramedic', 'colleague', 'police', 'keeper', 'analyst', 'stranger'];
const each = async <T>(work: (scope: Scope) => Promise<T>) => Object.fromEntries(await Promise.all(names.map(async (name) => [name, await watch.as(name, work)] as const)));
const refused = { code: '42501' };
const given = { area: 'oakville', outcome: 'died', naloxone: 'two', contaminated: false, substances: [], samePlace: 1 } as const;

test('an entry is read by responders of its agency and by those who watch, and by nobody else', async () => {
  expect(await each(async (scope) => (await findEntry(scope, entry)) !== undefined)).toEqual({ paramedic: true, colleague: true, police: false, keeper: true, analyst: true, stranger: false });
  for (const as of [watch.world.as.manager, watch.world.as.leader, watch.world.as.administrator]) expect(await as(async ({ sql }) => await sql`select 1 from insight.overdose`)).toHaveLength(0);
  await expect(watch.world.as.public(async ({ sql }) => await sql`select 1 from insight.overdose`)).rejects.toMatchObject(refused);
});

test('only a responder enters, for the own agency and in the own name', async () => {
  for (const name of ['keeper', 'analyst', 'stranger'] as const) await expect(watch.enter(name, 1)).rejects.toMatchObject(refused);
  const insert = (agency: string, by: string) => async ({ sql, now }: Scope) => void (await sql`insert into insight.overdose (id, agency_id, entered_by, entered_at, occurred_at, area_slug, outcome, naloxone, form_key)
    values (${newId()}, (select id from identity.agency where slug = ${agency}), ${by}, ${now}, ${now}, 'milton', 'survived', 'none', ${hashToken(newId())})`);
  await expect(watch.as('paramedic', insert('agency-b', watch.account('paramedic')))).rejects.toMatchObject(refused);
  await expect(watch.as('paramedic', insert('agency-a', watch.account('police')))).rejects.toMatchObject(refused);
});

test('an own entry can be changed for 24 hours, that of a colleague never', async () => {
  const change = async (scope: Scope) => await updateOverdose(scope, entry, { ...given, occurredAt: new Date(scope.now.getTime() - 7_200_000) });
  expect(await each(change)).toEqual({ paramedic: true, colleague: false, police: false, keeper: false, analyst: false, stranger: false });
  const start = watch.world.database.clock.now();
  await watch.world.at(new Date(start.getTime() + 24 * 3_600_000).toISOString());
  expect(await watch.as('paramedic', async (scope) => await withdrawOverdose(scope, entry))).toBe(false);
  await watch.world.at(start.toISOString());
  expect(await watch.as('paramedic', async (scope) => await withdrawOverdose(scope, entry))).toBe(true);
  await expect(watch.as('paramedic', change)).rejects.toMatchObject(refused);
});

test('only the worker drafts; only a keeper takes the steps of an alert, in the own name', async () => {
  for (let hours = 1; hours <= 6; hours += 1) await watch.enter('police', hours * 2);
  const [alert = ''] = await watch.world.as.worker(async (scope) => await draftAlerts(scope, 'clusters'));
  expect(await each(async ({ sql }) => (await sql`select 1 from insight.alert`).length)).toEqual({ paramedic: 0, colleague: 0, police: 0, keeper: 1, analyst: 1, stranger: 0 });
  for (const name of ['paramedic', 'analyst', 'stranger'] as const) await expect(watch.as(name, async (scope) => await insertStep(scope, alert, 'confirmed', { reason: 'because' }))).rejects.toMatchObject(refused);
  await expect(watch.as('keeper', async ({ sql, now }) => await sql`insert into insight.alert_step (id, alert_id, step, reason, by_account, at) values (${newId()}, ${alert}, 'confirmed', 'because', ${watch.account('analyst')}, ${now})`)).rejects.toMatchObject(refused);
  expect(await watch.as('keeper', async (scope) => await insertStep(scope, alert, 'confirmed', { reason: 'because' }))).toBe(true);
  expect(await watch.as('keeper', async (scope) => await insertStep(scope, alert, 'dismissed', { reason: 'because' }))).toBe(false);
  await expect(watch.as('keeper', async ({ sql }) => await sql`update insight.alert_step set reason = 'other'`)).rejects.toMatchObject(refused);
});

test('the level is set by a keeper alone and read by everybody without who set it', async () => {
  const level = { level: 'high', areas: [], reason: { en: 'Many', fr: 'Beaucoup' }, reviewOn: '2019-06-10', alert: null } as const;
  for (const name of ['paramedic', 'analyst', 'stranger'] as const) await expect(watch.as(name, async (scope) => await insertLevel(scope, level))).rejects.toMatchObject(refused);
  await expect(watch.world.as.worker(async (scope) => await insertLevel(scope, level, true))).rejects.toMatchObject(refused);
  await watch.as('keeper', async (scope) => await insertLevel(scope, level));
  expect(await watch.world.as.public(findLevel)).toMatchObject({ level: 'high', reviewOn: '2019-06-10' });
  await expect(watch.world.as.public(async ({ sql }) => await sql`select set_by from insight.alert_level`)).rejects.toMatchObject(refused);
});

test('a contact answers by its own key alone, and a keeper cannot confirm for it', async () => {
  const insert = (confirmed: Date | null) => watch.as('keeper', async ({ sql, now }) => await sql`insert into insight.alert_contact (id, name, email, language, key_hash, added_by, added_at, confirmed_at)
    values (${newId()}, 'A desk', 'desk@example.org', 'en', ${hashToken('the key')}, ${watch.account('keeper')}, ${now}, ${confirmed})`);
  await expect(insert(watch.world.database.clock.now())).rejects.toMatchObject(refused);
  await insert(null);
  expect(await watch.world.as.public(findOwnContact)).toBeUndefined();
  expect(await watch.world.as.public(async (scope) => await answerContact(scope, true), 'another key')).toBe(false);
  expect(await watch.world.as.public(async (scope) => await answerContact(scope, true), 'the key')).toBe(true);
  expect(await watch.world.as.public(findOwnContact, 'the key')).toMatchObject({ confirmed: true, stopped: false });
  expect(await each(async ({ sql }) => (await sql`select 1 from insight.alert_contact`).length)).toEqual({ paramedic: 0, colleague: 0, police: 0, keeper: 1, analyst: 0, stranger: 0 });
});

test('the rate of one area and reported counts stay with those who watch', async () => {
  await watch.world.database.admin`insert into insight.alert_rate (id, rule_id, area_slug, per_year, low, high, baseline_from, baseline_to, baseline_total, mean, seed, years, checked_from, checked_to, checked_onsets, computed_at)
    select gen_random_uuid(), id, 'milton', 1, 0, 2, '2018-01-01', '2018-12-31', 5, 0.1, 1, 10, '2019-01-01', '2019-05-31', 0, '2019-06-01' from insight.alert_rule where rule = 'weeks-by-area'`;
  const count = async ({ sql }: Scope) => (await sql`select 1 from insight.alert_rate`).length;
  expect(await each(count)).toEqual({ paramedic: 0, colleague: 0, police: 0, keeper: 1, analyst: 1, stranger: 0 });
  expect(await watch.world.as.public(count)).toBe(0);
  const report = async ({ sql, now, today, actor }: Scope) => void (await sql`insert into insight.overdose_report (id, series_slug, day, area_slug, n, reported_on, entered_by, entered_at)
    values (${newId()}, 'emergency-visits', '2019-06-01', 'milton', 1, ${today}, ${actor.kind === 'staff' ? actor.account : null}, ${now})`);
  for (const name of ['paramedic', 'stranger'] as const) await expect(watch.as(name, report)).rejects.toMatchObject(refused);
  await watch.as('analyst', report);
});
