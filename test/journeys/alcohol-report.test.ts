import { expect, test } from 'vitest';
import { counts, population, riskFunctions } from '#app/methods/alcohol/sample.examples.ts';
import { stringify } from 'csv-stringify/sync';
import { readPdf } from '../pdf.ts';
import { expectNoSideScroll, expectUsable, phone } from './browser.ts';
import { startJourney } from './journey.ts';
import { press, untilShown } from './steps.ts';

const journey = startJourney();

test('an analyst takes data in and computes, the plan manager makes figures, the report is compiled, approved and published, and everybody reads it', async () => {
  const analyst = await journey.enter('Anouk Lee');
  for (const [dataset, rows] of [['alcohol-population', population], ['alcohol-risks', riskFunctions], ['alcohol-counts', counts]] as const) {
    await analyst.goto(`${journey.url}/en/insight/datasets/${dataset}`);
    await analyst.getByLabel('File', { exact: true }).setInputFiles({ name: 'file.csv', mimeType: 'text/csv', buffer: Buffer.from(stringify([...rows] as object[], { header: true })) });
    await press(analyst, 'Read the file');
    await press(analyst, 'Read it in');
    await untilShown(analyst, analyst.url(), 'See the rows');
  }
  await analyst.goto(`${journey.url}/en/insight/alcohol/runs`);
  await expectUsable(analyst);
  await analyst.getByLabel('Region, as the dataset writes it').fill('Sample');
  await analyst.getByLabel('Year').fill('2020');
  await analyst.getByLabel('Simulations').fill('40');
  await press(analyst, 'Compute shares');
  await untilShown(analyst, analyst.url(), 'Computed, not released');
  await expectUsable(analyst);
  const run = analyst.url();

  const manager = await journey.enter('Maya Okafor');
  await manager.goto(run);
  for (const name of ['Falls', 'Oesophageal cancer', 'High blood pressure', 'Alcoholic psychoses']) await manager.getByLabel(name, { exact: true }).check();
  await press(manager, 'Make figures of these');
  await untilShown(manager, run, 'Its figures');
  await manager.goto(`${journey.url}/en/insight/statements`);
  await expectUsable(manager);
  await manager.goto(`${journey.url}/en/insight/publications/drafts`);
  await manager.getByRole('link', { name: 'Community alcohol report' }).click();
  await expectUsable(manager);
  const draft = manager.url();
  await manager.getByRole('button', { name: 'Hand in for review' }).click();
  const leader = await journey.enter('Lena Marsh');
  await leader.goto(draft);
  await leader.getByRole('button', { name: 'Approve this version' }).click();
  await manager.reload();
  await manager.getByRole('button', { name: 'Publish this version' }).click();

  const id = draft.split('/').at(-1) ?? '';
  for (const [language, said] of [['en', 'Falls, share of deaths due to alcohol'], ['fr', 'Chutes, part des décès attribuable à l’alcool']] as const) {
    const reader = await journey.open(phone);
    for (const path of [`insight/publications/${id}`, 'insight/alcohol']) {
      await reader.goto(`${journey.url}/${language}/${path}`);
      await expectUsable(reader);
      await expectNoSideScroll(reader);
      expect(await reader.locator('main').innerText()).toContain(said);
    }
    const pdf = await readPdf(new Uint8Array(await (await fetch(`${journey.url}/${language}/insight/publications/${id}/files/pdf`)).arrayBuffer()));
    expect(pdf).toMatchObject({ tagged: true, language: `${language}-CA` });
    expect(pdf.text.replaceAll(/\s+/g, ' ')).toContain(said);
  }
}, 180_000);
