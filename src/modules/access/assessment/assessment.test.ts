import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#app/platform/db/id.ts';
import { listShelf, versionOf } from '../instrument/shelf.ts';
import { type AssessmentWorld, numbered, openAssessmentWorld, shelved } from './assessment-world.test-tool.ts';

let world: AssessmentWorld;
beforeAll(async () => {
  world = await openAssessmentWorld();
});
afterAll(async () => await world.close());
const rows = async () => await world.database.admin<{ id: string; state: string; score: { total: number } | null; revision: number; hash: string; expires: string | null }[]>`select id, state, score, revision, hash, expires_on as expires from access.assessment where person_id = ${world.kim} order by begun_at, id`;
const nine = (answers: readonly (number | undefined)[]) => numbered('phq', answers);

test('what does not exist for the reader is not found: a volunteer, another agency, an unknown form, a section that her role does not open', async () => {
  for (const [name, path] of [['volunteer', ''], ['outside', ''], ['nurse', '/new/phq-9'], ['intake', '/new/phq-9'], ['clinician', '/new/none'], ['clinician', '/new/slot-vat'], ['clinician', '/5b0f2a52-6c1e-4a40-8f5b-9e4a3f1d2c10']] as const)
    expect((await (await world.visit(name)).get(world.at(`/assessments${path}`))).status, `${name} ${path}`).toBe(404);
  const { answer } = await world.fill('intake', 'phq-9', nine([0, 0, 0, 0, 0, 0, 0, 0, 0]));
  expect(answer.status).toBe(404);
  expect(await rows()).toEqual([]);
});

test('a form begins empty, in both languages, with its notice, and keeps nothing before it is saved', async () => {
  const clinician = await world.visit('clinician');
  const english = await (await clinician.get(world.at('/assessments/new/phq-9'))).text();
  for (const part of ['Little interest or pleasure', 'No permission required', 'call or text <a href="tel:988">9-8-8</a>', 'name="~revision" value="0"']) expect(english).toContain(part);
  expect(await (await clinician.get(`/fr${world.at('/assessments/new/phq-9').slice(3)}`)).text()).toContain('Peu d’intérêt ou de plaisir');
  expect(await rows()).toEqual([]);
});

test('an unfinished form is kept at every save without score and band, and a colleague of the agency goes on with it', async () => {
  const { id, answer } = await world.fill('clinician', 'phq-9', nine([2, 1]), { '~do': 'save' });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `${world.at(`/assessments/${id}/edit`)}?done=saved`]);
  const supervisor = await world.visit('supervisor');
  const form = await (await supervisor.get(world.at(`/assessments/${id}/edit`))).text();
  expect(form.match(/ checked>/g)).toHaveLength(2);
  const refused = await supervisor.post(world.at(`/assessments/${id}/edit`), { '~revision': '1', '~do': 'finish', ...nine([2, 1, 0]) });
  expect(refused.status).toBe(422);
  const again = await refused.text();
  for (const part of ['Close with questions left open', 'Saved at', 'Feeling tired or having little energy: An answer is required.']) expect(again).toContain(part);
  expect(await rows()).toMatchObject([{ id, state: 'unfinished', score: null, revision: 2 }]);
  expect(await (await supervisor.get(world.at(`/assessments/${id}`))).text()).toContain('Several days');
  const done = await supervisor.post(world.at(`/assessments/${id}/edit`), { '~revision': '2', '~do': 'finish', ...nine([2, 1, 0, 0, 0, 0, 0, 0, 0]) });
  expect(done.headers.get('location')).toBe(world.at(`/assessments/${id}`));
  expect(await rows()).toMatchObject([{ id, state: 'finished', score: { total: 3 }, expires: '2019-09-03' }]);
});

test.each([[[0, 0, 0, 0, 0, 0, 0, 0, 0], 0, 'Score 0 to 4'], [[1, 2, 3, 0, 1, 2, 3, 0, 0], 12, 'Score 10 to 14'], [[3, 3, 3, 3, 3, 3, 3, 3, 0], 24, 'Score 20 to 27']])('a finished PHQ-9 of %j shows %i, its band, when, by whom, and how it was made', async (answers, total, band) => {
  const { id, answer } = await world.fill('clinician', 'phq-9', nine(answers));
  expect(answer.status).toBe(303);
  const shown = await (await (await world.visit('clinician')).get(world.at(`/assessments/${id}`))).text();
  for (const part of [`<b>${total}</b> ${band}`, 'clinician (demo)', '3 June 2019', 'How the score was made', 'the same.', 'weight().sum()']) expect(shown).toContain(part);
  const list = await (await (await world.visit('clinician')).get(world.at('/assessments'))).text();
  expect(list).toContain(`<b>${total}</b> (${band})`);
  const french = await (await (await world.visit('clinician')).get(`/fr${world.at(`/assessments/${id}`).slice(3)}`)).text();
  for (const part of ['Presque tous les jours', 'Comment le score est calculé', 'Jamais'].slice(total === 24 ? 0 : 1, 3)) expect(french).toContain(part);
});

test('a form that is closed with questions left open has neither score nor band, and says which questions are open', async () => {
  const { id } = await world.fill('clinician', 'phq-9', nine([3, 3, 3, 3, 3, 3, 3, 3]), { '~do': 'close' });
  const shown = await (await (await world.visit('clinician')).get(world.at(`/assessments/${id}`))).text();
  for (const part of ['No score and no band', 'Thoughts that you would be better off dead']) expect(shown).toContain(part);
  expect((await rows()).find((row) => row.id === id)).toMatchObject({ state: 'finished', score: null });
});

test('to open one form reads that form alone: the trail names no list of the person', async () => {
  const { id } = await world.fill('clinician', 'phq-9', nine([1]), { '~do': 'save' });
  const lines = async () => (await world.database.admin`select id from platform.audit_entry where action = 'access.list-assessments'`).length;
  const before = await lines();
  for (const path of [`/assessments/${id}`, `/assessments/${id}/edit`]) expect((await (await world.visit('clinician')).get(world.at(path))).status).toBe(200);
  expect(await lines()).toBe(before);
});

test('several scores of one form are a line over time with its table', async () => {
  const list = await (await (await world.visit('clinician')).get(world.at('/assessments'))).text();
  expect(list).toMatch(/<svg class="drawing narrow"[^>]*role="img" aria-label="Patient Health Questionnaire \(PHQ-9\): over time\. 4 values from [^"]*Highest: 24 \([^"]*Last: 24 \(/);
});

test('sending the same new form twice makes one assessment', async () => {
  const before = (await rows()).length;
  const { id, answer } = await world.fill('clinician', 'gad-2', numbered('gad', [1, 1]));
  const again = await world.fill('clinician', 'gad-2', numbered('gad', [1, 1]), { '~assessment': id });
  expect([answer.status, again.answer.status, again.answer.headers.get('location')]).toEqual([303, 303, answer.headers.get('location')]);
  expect(await rows()).toHaveLength(before + 1);
});

test('two people who save one form at once lose nothing: the second sees both, with what she typed, and decides', async () => {
  const { id } = await world.fill('clinician', 'gad-7', numbered('gad', [1]), { '~do': 'save' });
  const [clinician, supervisor] = [await world.visit('clinician'), await world.visit('supervisor')];
  const edit = world.at(`/assessments/${id}/edit`);
  const both = await Promise.all([clinician.post(edit, { '~revision': '1', '~do': 'save', ...numbered('gad', [1, 2]) }), supervisor.post(edit, { '~revision': '1', '~do': 'save', ...numbered('gad', [1, undefined, 3]) })]);
  expect(both.map((one) => one.status).toSorted()).toEqual([303, 409]);
  const second = both[0]?.status === 409 ? { visitor: clinician, page: both[0], typed: numbered('gad', [1, 2]) } : { visitor: supervisor, page: both[1], typed: numbered('gad', [1, undefined, 3]) };
  const text = (await second.page?.text()) ?? '';
  for (const part of ['Somebody saved this form while you had it open', 'Nothing that you typed is lost', 'Not being able to stop or control worrying', 'Worrying too much', 'no answer', 'name="~revision" value="2"']) expect(text).toContain(part);
  expect(text.match(/ checked>/g)).toHaveLength(2);
  expect((await second.visitor.post(edit, { '~revision': '2', '~do': 'save', ...second.typed })).status).toBe(303);
  expect((await rows()).find((row) => row.id === id)).toMatchObject({ revision: 3 });
});

test('what is typed into a form that a colleague has finished becomes a new assessment, not a lost one', async () => {
  const { id } = await world.fill('clinician', 'gad-2', numbered('gad', [1]), { '~do': 'save' });
  const edit = world.at(`/assessments/${id}/edit`);
  await (await world.visit('supervisor')).post(edit, { '~revision': '1', '~do': 'finish', ...numbered('gad', [1, 1]) });
  const clinician = await world.visit('clinician');
  const late = await clinician.post(edit, { '~revision': '1', '~do': 'save', ...numbered('gad', [3]) });
  const text = await late.text();
  expect([late.status, text.includes('It is finished and can no longer be changed')]).toEqual([409, true]);
  const fresh = /name="~assessment" value="([^"]+)"/.exec(text)?.[1] ?? '';
  expect(fresh).not.toBe(id);
  expect((await world.fill('clinician', 'gad-2', numbered('gad', [3]), { '~assessment': fresh, '~do': 'save' })).answer.status).toBe(303);
  expect((await rows()).find((row) => row.id === id)?.score).toEqual({ total: 2 });
});

test('a score is out of date by the clock from the day after its last one, and is then shown as that', async () => {
  const { id } = await world.fill('clinician', 'gad-7', numbered('gad', [3, 3, 3, 3, 3, 3, 3]));
  const shown = async () => await (await (await world.visit('clinician')).get(world.at(`/assessments/${id}`))).text();
  await world.moveTo('2019-09-03T20:00:00Z');
  expect(await shown()).not.toContain('out of date');
  await world.moveTo('2019-09-04T12:00:00Z');
  for (const part of ['This score is out of date', '<b>21</b> Score 15 to 21']) expect(await shown()).toContain(part);
  await world.moveTo('2019-06-03T13:00:00Z');
});

test('an assessment is for ever shown and scored by the version that it was filled in with, however the program has changed since', async () => {
  const source = JSON.parse(shelved('phq-2').definition);
  const older = versionOf(JSON.stringify({ ...source, version: '0.9.0' }).replaceAll('"valueDecimal":3', '"valueDecimal":300').replaceAll('Little interest', 'Less interest'));
  await world.database.admin`insert into access.questionnaire_version (hash, url, version, section, definition, kept_at) values (${older.hash}, ${older.url}, ${older.number}, ${older.section}, ${older.definition}, now())`;
  const { id } = await world.fill('clinician', 'phq-2', numbered('phq', [3, 1]), { '~version': older.hash });
  const shown = await (await (await world.visit('clinician')).get(world.at(`/assessments/${id}`))).text();
  for (const part of ['<b>301</b>', 'Less interest', '0.9.0, kept under', older.hash.slice(0, 12), 'the same.']) expect(shown).toContain(part);
  expect(shown).not.toContain('Little interest');
  const now = await world.fill('clinician', 'phq-2', numbered('phq', [3, 1]));
  expect(await (await (await world.visit('clinician')).get(world.at(`/assessments/${now.id}`))).text()).toContain('<b>4</b> At or above');
  expect(await (await (await world.visit('clinician')).get(world.at('/assessments'))).text()).toContain('Different versions of this form were used');
});

test('the database keeps a definition only under the hash of its text and the section that it declares, and never changes one', async () => {
  const version = shelved('needs');
  const keep = async (row: { hash: string; section: string }) => await world.by('clinician', async ({ sql, now }) => await sql`insert into access.questionnaire_version (hash, url, version, section, definition, kept_at) values (${row.hash}, ${version.url}, ${version.number}, ${row.section}, ${version.definition}, ${now})`);
  await expect(keep({ hash: '0'.repeat(64), section: 'housing' })).rejects.toThrow('questionnaire_version_content');
  await expect(keep({ hash: version.hash, section: 'health' })).rejects.toThrow('questionnaire_version_declares');
  await expect(world.by('supervisor', async ({ sql }) => await sql`update access.questionnaire_version set definition = definition`)).rejects.toThrow('permission denied');
  expect(new Set(listShelf().map((one) => one.hash)).size).toBe(listShelf().length);
});

test('what was entered in error is struck out with who, when and why; it stays to be read, counts nowhere, and its alert stays', async () => {
  const { id } = await world.fill('clinician', 'phq-9', nine([3, 3, 3, 3, 3, 3, 3, 3, 3]));
  const path = world.at(`/assessments/${id}`);
  const clinician = await world.visit('clinician');
  const trend = async () => /Last: \d+ \(/.exec(await (await clinician.get(world.at('/assessments'))).text())?.[0];
  const [page, before] = [await (await clinician.get(path)).text(), await trend()];
  expect([page.includes('Strike it out'), before]).toEqual([true, 'Last: 27 (']);
  // Colleagues who may not write in the section, and other agencies, have no such page.
  for (const name of ['intake', 'nurse', 'outside', 'volunteer', 'officer'] as const) for (const answer of [await (await world.visit(name)).get(`${path}/strike`), await (await world.visit(name)).post(`${path}/strike`, { reason: 'duplicate' })]) expect(answer.status, name).toBe(404);
  for (const [fields, said] of [[{}, 'Choose a reason'], [{ reason: 'other', words: '' }, 'Say in a few words'], [{ reason: 'other', words: 'x'.repeat(1001) }, '1,000 characters']] as const) {
    const answer = await clinician.post(`${path}/strike`, fields);
    expect([answer.status, (await answer.text()).includes(said)]).toEqual([422, true]);
  }
  expect((await clinician.post(`${path}/strike`, { reason: 'wrong-person', words: 'Meant for her sister.' })).status).toBe(303);
  expect((await clinician.post(`${path}/strike`, { reason: 'duplicate' })).status).toBe(404);
  const struck = await (await clinician.get(path)).text();
  for (const part of ['Struck out: entered in error', 'It belongs to another person', 'Meant for her sister.', 'clinician', '<s>27</s>']) expect(struck).toContain(part);
  expect(struck).not.toContain('Strike it out');
  expect(struck).not.toContain('class="large"');
  expect(await (await clinician.get(path.replace('/en/', '/fr/'))).text()).toContain('Rayée : saisie par erreur');
  expect(await trend()).not.toBe(before);
  expect(await (await clinician.get(world.at('/assessments'))).text()).toContain('<s>27</s>');
  expect((await clinician.get(`${path}/edit`)).status).not.toBe(200);
  expect(await world.database.admin`select answered_at from access.safety_alert where assessment_id = ${id}`).toEqual([{ answered_at: null }]);
  expect(await world.database.admin`select count(*)::int as n from platform.audit_entry where action = 'access.strike-assessment' and decision = 'permit' and detail ->> 'assessment' = ${id}`).toEqual([{ n: 1 }]);
  // No update brings it back or changes what was finished.
  for (const change of ["state = 'finished'", 'score = null', "struck_words = 'other'"]) await expect(world.database.admin.unsafe(`update access.assessment set ${change} where id = '${id}'`)).rejects.toThrow(/assessment/);
});

test('a form that the person withheld while it was filled in gives back what was typed, to whoever typed it, and the same for a person who does not exist', async () => {
  const clinician = await world.visit('clinician');
  const typed = { '~assessment': newId(), '~revision': '0', '~version': shelved('phq-9').hash, '~do': 'save', ...nine([2, 1]) };
  const before = (await rows()).length;
  expect((await (await world.visit('supervisor')).post(world.at('/instructions/new'), { said: 'Nobody reads this.', what: 'health', whom: `account:${world.member.clinician.account}` })).status).toBe(303);
  const lost = await clinician.post(world.at('/assessments/new/phq-9'), typed);
  const nobody = await clinician.post(`/en/access/persons/${newId()}/assessments/new/phq-9`, typed);
  expect([lost.status, nobody.status]).toEqual([404, 404]);
  const [text, same] = [await lost.text(), await nobody.text()];
  const bare = (html: string) => html.slice(html.indexOf('<main')).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID').replaceAll(/value="[^"]*"/g, '');
  expect(bare(text)).toBe(bare(same));
  for (const part of ['This cannot be saved any more', 'Little interest or pleasure', 'More than half the days', '9-8-8']) expect(text).toContain(part);
  expect(text).not.toMatch(/Kim|Lavoie/);
  expect(await (await clinician.post(world.at('/assessments/new/phq-9'), { '~assessment': newId() })).text()).not.toContain('cannot be saved');
  expect((await rows()).length).toBe(before);
});
