import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCommunity } from '#app/community/load.ts';
import { readPack } from '#app/community-pack/read.ts';
import { compileTexts, declareCubes, releaseThroughGate, writeFiles } from '#app/modules/insight/index.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { readPdf } from '#test/pdf.ts';
import { during, openReviewWorld, type ReviewWorld } from '../review-world.test-tool.ts';
import { reviewCubes, yearCube } from './cube.ts';
import { yearTemplate } from './template.ts';

let it: ReviewWorld;
beforeAll(async () => {
  it = await openReviewWorld();
  const pack = await readPack(join(projectRoot(), 'communities', 'halton'));
  await it.world.as.worker(async (scope) => await loadCommunity(scope, pack));
  await it.world.as.worker(async (scope) => await declareCubes(scope, [reviewCubes]));
  await it.at(during);
});
afterAll(async () => await it.close());

/** Files the counts of a year as the plan office has it approved: the rule of the gate alone decides here. */
async function file(year: string): Promise<string> {
  await it.world.database.admin`update insight.release_cube set review = 'rule' where slug = ${yearCube}`;
  return await it.world.as.worker(async (scope) => {
    const cells = await reviewCubes.count(scope, yearCube, year);
    return cells ? (await releaseThroughGate(scope, { cube: yearCube, period: year, cells })).state : 'nothing';
  });
}

test('only the liaison gives the counts of a year that is over, and a wrong one is refused with what was typed', async () => {
  const post = async (who: 'chair' | 'liaison' | 'ann', fields: Record<string, string>) => await it.visit(who).post('/en/review/years', fields);
  expect((await post('chair', { year: '2018', reported: '310', unfounded: '41' })).status).toBe(404);
  const refused = await post('liaison', { year: '2019', reported: '310', unfounded: '400' });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('There cannot be more unfounded reports than reports');
  for (const [year, reported, unfounded] of [['2018', '310', '41'], ['2017', '287', '12']] as const) expect((await post('liaison', { year, reported, unfounded })).status).toBe(303);
  expect((await it.visit('ann').get('/en/review/years')).status).toBe(404);
});

test('the report has exactly the four things that the board asked for, from protected numbers alone; a count under 20 is not told', async () => {
  expect([await file('2018'), await file('2017'), await file('2016')]).toEqual(['filed', 'filed', 'nothing']);
  const gathered = await it.world.as.public(async (scope) => await yearTemplate.gather(scope));
  const said = (key: string, language: 'en' | 'fr' = 'en') => JSON.stringify(gathered.automatic(key, language, { earlier: undefined, cited: [] }));
  expect(yearTemplate.sections.map(({ key }) => key)).toEqual(['counts', 'rate', 'recommendations', 'method']);
  expect(said('counts')).toContain('Counts of the year 2018');
  expect(said('counts')).toMatch(/Classified as unfounded"}\],\[{"kind":"text","text":"4[05]"/);
  expect(said('counts')).toMatch(/Independently reviewed"}\],\[{"kind":"text","text":"fewer than 20"/);
  expect(said('counts')).not.toContain('41');
  expect(said('rate')).toMatch(/2018"}\],\[{"kind":"text","text":"310"}\],\[{"kind":"text","text":"4[05]"}\],\[{"kind":"text","text":"1[35]%"/);
  expect(said('rate')).toMatch(/2017"}\],\[{"kind":"text","text":"28[05]|2017"}\],\[{"kind":"text","text":"290/);
  expect(said('rate')).toContain('"text":"none"');
  expect(said('rate', 'fr')).toContain('moins de 20');
  expect(said('recommendations')).toContain('No recommendation has been made yet');
});

test('what others had published stands in the report as they published it', async () => {
  const gathered = await it.world.as.public(async (scope) => await yearTemplate.gather(scope));
  const said = JSON.stringify(gathered.automatic('rate', 'en', { earlier: undefined, cited: [] }));
  for (const value of ['57', '15', '42', '30%']) expect(said).toContain(`"text":"${value}"`);
});

test('the report is typeset in both languages as a tagged PDF that says what its records say, with what somebody wrote and no true count', async () => {
  await it.visit('chair').post('/en/review/recommendations/new', { addressee: 'board', 'what-en': 'Publish the rate each year', 'what-fr': 'Publier le taux chaque année', 'why-en': 'Nobody can follow it.', 'why-fr': 'Personne ne peut le suivre.', due: '2019-12-31' });
  const heads = { title: yearTemplate.title, departments: [], preparedFor: { en: 'Police board', fr: 'Commission de police' }, number: undefined };
  const { documents, refusals } = await it.world.as.manager(async (scope) => await compileTexts(scope, { templates: [yearTemplate], asPublic: async (work) => await it.world.as.public(work) }, yearTemplate, heads, { counts: { en: 'Rounded numbers.', fr: 'Des nombres arrondis.' } }));
  expect(refusals).toEqual([]);
  const files = await writeFiles([documents.en, documents.fr], 'pdf', 'https://plan.example.org');
  for (const [at, language, words] of [[0, 'en', ['Sexual assault: yearly report to the police board', 'Rounded numbers.', 'Counts of the year 2018', 'fewer than 20', 'Publish the rate each year', 'Waits for an answer']], [1, 'fr', ['Agressions sexuelles', 'Des nombres arrondis.', 'moins de 20', 'Publier le taux chaque année', 'Attend une réponse']]] as const) {
    const pdf = await readPdf(Buffer.from(files[at] ?? ''));
    expect(pdf).toMatchObject({ tagged: true, language: `${language}-CA` });
    expect(pdf.roles.filter((role) => role === 'H2')).toHaveLength(4);
    expect(pdf.roles.filter((role) => role === 'Table').length).toBeGreaterThanOrEqual(4);
    expect(pdf.roles).toContain('TH');
    const said = pdf.text.replaceAll(/\s+/g, ' ');
    for (const one of words) expect(said).toContain(one);
    expect(said).not.toMatch(/\b(41|12|287)\b/);
    expect(pdf.links).toContain(`https://plan.example.org/${language}/plan/figures/sexual-assault-unfounded-2016`);
  }
});
