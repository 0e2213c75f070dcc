import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#app/platform/db/id.ts';
import { engagementJobs } from '../index.ts';
import { mailsTo, type MeetingWorld, openMeetingWorld, registerBy } from '#test/meeting-world.ts';

let m: MeetingWorld;
beforeAll(async () => {
  m = await openMeetingWorld();
});
afterAll(async () => await m.world.close());

const office = (id: string, step = '') => `/en/engagement/events/office/${id}${step}`;
const given = {
  'title-en': 'Safe ways to school', 'title-fr': 'Vers l’école en sécurité', 'about-en': 'Crossings and cars.', 'about-fr': 'Traverses et autos.', date: '2022-10-04', time: '18:00', length: '90', municipality: 'maple-ford',
  'place-en': 'Gym', 'place-fr': 'Gymnase', 'entrance-en': 'Side door, no steps', 'entrance-fr': 'Porte latérale, sans marche', languages: ['en', 'fr'], capacity: '40', offers: ['child-care'],
};
const add = async (more: Record<string, string> = {}) => (await m.manager.post('/en/engagement/events/office/new', { ...given, ...more })).headers.get('location')?.match(/office\/([\w-]+)/)?.[1] ?? '';

test('a meeting that does not exist is not found, on public pages and in the office', async () => {
  for (const path of ['/en/engagement/events/none', '/en/engagement/events/none/calendar.ics', '/en/engagement/events/none/register']) expect((await m.anybody.get(path)).status, path).toBe(404);
  for (const step of ['', '/edit', '/notes', '/door']) expect((await m.manager.get(office(newId(), step))).status, step).toBe(404);
  expect((await m.manager.get(office('nonsense'))).status).toBe(404);
});

test('only the plan office announces, changes, cancels and counts; an analyst opens the meeting and its notes', async () => {
  for (const step of ['', '/notes']) expect((await m.analyst.get(office(m.id, step))).status, step).toBe(200);
  for (const visitor of [m.analyst, m.operator]) {
    expect((await visitor.get('/en/engagement/events/office/new')).status).toBe(404);
    expect((await visitor.post('/en/engagement/events/office/new', given)).status).toBe(404);
    for (const step of ['/edit', '/door']) expect((await visitor.get(office(m.id, step))).status, step).toBe(404);
    for (const step of ['/edit', '/cancel', '/attendance']) expect((await visitor.post(office(m.id, step), {})).status, step).toBe(404);
  }
  expect((await m.operator.get('/en/engagement/events/office')).status).toBe(404);
});

test('a form with errors comes back with what was typed and says what is wrong', async () => {
  const answer = await m.manager.post('/fr/engagement/events/office/new', { ...given, 'title-fr': '', date: '2022-09-01', time: '25:00', length: '2', capacity: '-4', languages: [] });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  for (const words of ['Écrivez le titre', 'Indiquez un jour à venir', 'Indiquez une heure, par exemple 18:30', 'de 5 à 1 440', 'nombre entier de 1 à 100 000', 'Choisissez au moins une langue', 'value="25:00"', 'value="Safe ways to school"', 'value="-4"']) expect(page).toContain(words);
  expect((await m.manager.post('/en/engagement/events/office/new', { ...given, date: '2022-09-12', time: '06:00' })).status).toBe(422);
});

test('an announced meeting is public in both languages, with a calendar file, and a reload of the pack leaves it', async () => {
  const id = await add();
  const list = await (await m.anybody.get('/fr/engagement/events')).text();
  expect(list).toMatch(/Vers l’école en sécurité[\s\S]*mardi 4 octobre 2022, 18\sh\s00 à 19\sh\s30[\s\S]*Rencontres passées[\s\S]*Une première discussion/);
  const slug = list.match(/events\/(safe-ways-to-school-2022-10-04-[\w]+)"/)?.[1] ?? '';
  const page = await (await m.anybody.get(`/en/engagement/events/${slug}`)).text();
  for (const words of ['Side door, no steps', 'English and French', '40 places', 'During the meeting, free', 'Register']) expect(page).toContain(words);
  const file = await m.anybody.get(`/en/engagement/events/${slug}/calendar.ics`);
  expect([file.status, file.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  expect(await file.text()).toMatch(/DTSTART:20221004T230000Z[\s\S]*DTEND:20221005T003000Z[\s\S]*SUMMARY:Safe ways to school/);
  expect((await m.manager.get(office(id))).status).toBe(200);
});

test('a past meeting without a known day says so, takes nobody and has no calendar file', async () => {
  const page = await (await m.anybody.get('/en/engagement/events/first-talk')).text();
  expect(page).toContain('Early summer 2022');
  expect(page).toContain('This meeting is over');
  expect(page).not.toContain('/register');
  expect((await m.anybody.get('/en/engagement/events/first-talk/calendar.ics')).status).toBe(404);
  expect((await m.anybody.get('/en/engagement/events/first-talk/register')).status).toBe(404);
});

test('whoever registered hears once that the meeting moved, and of a new entry for the calendar; a change of the text alone is silent', async () => {
  const id = await add({ 'title-en': 'Moving talk' });
  const slug = (await m.world.database.admin<{ slug: string }[]>`select slug from engagement.event where id = ${id}`)[0]?.slug ?? '';
  await registerBy(m.anybody, slug, { email: 'moved@example.org' }, 'fr');
  const edit = async (revision: string, more: Record<string, string>) => await m.manager.post(office(id, '/edit'), { ...given, 'title-en': 'Moving talk', revision, ...more });
  expect((await edit('0', { 'about-en': 'Other words' })).status).toBe(303);
  await m.world.runJobs(engagementJobs);
  expect((await mailsTo(m.world, 'moved@example.org')).map((mail) => mail.kind)).toEqual(['registration']);
  expect((await edit('1', { time: '19:00' })).status).toBe(303);
  await m.world.runJobs(engagementJobs);
  const moved = (await mailsTo(m.world, 'moved@example.org')).at(-1);
  expect(moved).toMatchObject({ kind: 'registration-moved', language: 'fr', subject: 'Changement : Vers l’école en sécurité' });
  expect(moved?.text_body).toMatch(/mardi 4 octobre 2022, 19\sh\s00/);
  expect(moved?.attachments[0]?.content).toMatch(/SEQUENCE:2[\s\S]*DTSTART:20221005T000000Z|DTSTART:20221005T000000Z[\s\S]*SEQUENCE:2/);
  expect((await edit('1', { time: '20:00' })).status).toBe(409);
});

test('a meeting is cancelled with a reason in both languages, stays on the site and everybody who registered hears of it once', async () => {
  const id = await add({ 'title-en': 'Called off' });
  const slug = (await m.world.database.admin<{ slug: string }[]>`select slug from engagement.event where id = ${id}`)[0]?.slug ?? '';
  await registerBy(m.anybody, slug, { email: 'off@example.org' });
  expect((await m.manager.post(office(id, '/cancel'), { 'reason-en': 'The gym is closed.' })).status).toBe(422);
  const reason = { 'reason-en': 'The gym is closed.', 'reason-fr': 'Le gymnase est fermé.' };
  expect((await m.manager.post(office(id, '/cancel'), reason)).status).toBe(303);
  expect((await m.manager.post(office(id, '/cancel'), reason)).status).toBe(404);
  await m.world.runJobs(engagementJobs);
  const mail = (await mailsTo(m.world, 'off@example.org')).filter((one) => one.kind === 'registration-cancelled');
  expect(mail).toHaveLength(1);
  expect(mail[0]?.text_body).toContain('The gym is closed.');
  expect(mail[0]?.attachments[0]?.content).toContain('METHOD:CANCEL');
  expect(await (await m.anybody.get(`/fr/engagement/events/${slug}`)).text()).toContain('Cette rencontre est annulée. Le gymnase est fermé.');
  expect((await m.anybody.get(`/en/engagement/events/${slug}/register`)).status).toBe(404);
});

test('attendance is taken in numbers once the meeting has begun; staff read them and the public page shows what passed the gate', async () => {
  const numbers = { 'adults-en': '21', 'youth-en': '4', 'walk-ins-en': '3', 'adults-fr': '5', 'adults-other': '2' };
  const take = async (fields: Record<string, string>) => (await m.manager.post(office(m.id, '/attendance'), fields)).status;
  expect(await take(numbers)).toBe(404);
  await m.world.at('2022-09-21T00:00:00Z');
  expect(await take({ ...numbers, 'youth-fr': 'many' })).toBe(422);
  expect(await take({ ...numbers, 'walk-ins-other': '3' })).toBe(422);
  expect(await take(numbers)).toBe(303);
  expect(await take({ ...numbers, 'adults-en': '22' })).toBe(303);
  await m.world.at('2022-09-22T14:00:00Z');
  await m.world.runJobs(engagementJobs);
  expect(await (await m.anybody.get('/en/engagement/events/river-evening')).text()).toMatch(/3[05] people/);
  await expect(m.world.as.public(async ({ sql }) => await sql`select people from engagement.event_attendance`)).rejects.toMatchObject({ code: '42501' });
  expect(await m.world.as.manager(async ({ sql }) => [...(await sql`select slug, people, adults, youth, walk_ins, people_en, people_fr, people_other from engagement.event_attendance`)]))
    .toEqual([{ slug: 'river-evening', people: 33, adults: 29, youth: 4, walk_ins: 3, people_en: 26, people_fr: 5, people_other: 2 }]);
});
