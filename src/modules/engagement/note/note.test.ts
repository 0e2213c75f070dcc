import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#app/platform/db/id.ts';
import { type MeetingWorld, openMeetingWorld } from '#test/meeting-world.ts';

let m: MeetingWorld;
beforeAll(async () => {
  m = await openMeetingWorld();
});
afterAll(async () => await m.world.close());

const notes = (id: string) => `/en/engagement/events/office/${id}/notes`;
const sheet = { kind: 'table', language: 'en', table: '4' } as const;
const bodies = async () => (await m.world.database.admin<{ body: string }[]>`select body from engagement.note order by written_at, position`).map((row) => row.body);

test('notes of a meeting that does not exist are not found, and nobody types but the office and analysts', async () => {
  expect((await m.analyst.post(notes(newId()), { ...sheet, notes: 'x' })).status).toBe(404);
  expect((await m.operator.post(notes(m.id), { ...sheet, notes: 'x' })).status).toBe(404);
  expect((await m.anybody.get(notes(m.id))).status).toBe(303);
  expect((await m.analyst.post(`${notes(m.id)}/${newId()}/remove`, {})).status).toBe(404);
});

test('a sheet without lines or with a wrong number comes back as it was typed', async () => {
  const answer = await m.analyst.post(notes(m.id), { ...sheet, table: '0', language: '', notes: ' \n- \n' });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  for (const words of ['Write a number from 1 to 500', 'Choose the language of the notes', 'value="0"']) expect(page).toContain(words);
  expect((await m.analyst.post(notes(m.id), { ...sheet, notes: '   ' })).status).toBe(422);
  expect(await bodies()).toEqual([]);
});

test('each line becomes a note; the same sheet sent twice is written once', async () => {
  const send = async () => await m.analyst.post(notes(m.id), { ...sheet, sheet: '01997e9e-0000-7000-8000-000000000009', notes: '- More light at the stop\n\n• Benches for older people\r\nMore light at the stop' });
  const answer = await send();
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `${notes(m.id)}?saved=3&kind=table&table=4&language=en#notes`]);
  await send();
  expect(await bodies()).toEqual(['More light at the stop', 'Benches for older people', 'More light at the stop']);
  expect(await (await m.manager.get(notes(m.id))).text()).toMatch(/3 notes[\s\S]*Benches for older people[\s\S]*Table 4/);
});

test('a line that may name somebody is shown first and saved as it is when it is sent again; another one is shown anew', async () => {
  const before = (await bodies()).length;
  const line = 'Marie Tremblay fell on the ice';
  const answer = await m.analyst.post(notes(m.id), { ...sheet, language: 'fr', notes: line });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toMatch(/Does a line name somebody\?[\s\S]*<b>Marie Tremblay<\/b>/);
  expect(page).toContain('name="seen" value="Marie Tremblay"');
  expect(page).toContain(`>${line}</textarea>`);
  expect((await m.analyst.post(notes(m.id), { ...sheet, seen: 'Marie Tremblay', notes: `${line}\nCall 905-555-0143` })).status).toBe(422);
  expect((await bodies()).length).toBe(before);
  expect((await m.analyst.post(notes(m.id), { ...sheet, seen: 'Marie Tremblay', notes: line })).status).toBe(303);
  expect((await bodies()).length).toBe(before + 1);
});

test('a note is removed for good', async () => {
  const [note] = await m.world.database.admin<{ id: string }[]>`select id from engagement.note where body like 'Marie%'`;
  expect((await m.manager.post(`${notes(m.id)}/${note?.id}/remove`, {})).status).toBe(303);
  expect(await bodies()).not.toContain('Marie Tremblay fell on the ice');
});
