import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '#app/platform/config/config.ts';
import { readPdf } from '#test/pdf.ts';
import { publicationCompile } from './publication.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ct-cli-'));
});
afterAll(async () => await rm(folder, { recursive: true, force: true }));

const run = async (...args: string[]) => await publicationCompile.run(args, () => readConfig({ DATA_DIR: join(folder, 'never'), BASE_URL: 'https://plan.example.org' }));

test('wrong use is refused before any database is opened', async () => {
  for (const args of [[], ['council'], ['council', '--language', 'de', '--out', 'x.pdf'], ['council', '--language', 'en', '--out', 'x.exe'], ['council', 'more', '--language', 'en', '--out', 'x.pdf'], ['council', '--wrong']])
    await expect(run(...args, '--demo')).rejects.toThrow();
  expect(await readdir(folder)).toEqual([]);
});

test('the report to council of the demonstration is compiled without a server, and leaves only the file behind', async () => {
  const out = join(folder, 'council.pdf');
  expect(await run('council', '--language', 'fr', '--out', out, '--demo')).toBe(0);
  const pdf = await readPdf(await readFile(out));
  expect(pdf).toMatchObject({ tagged: true, language: 'fr-CA', title: 'Mise à jour du plan de sécurité et de bien-être communautaires' });
  expect(pdf.roles.filter((role) => role === 'H2').length).toBe(8);
  expect(pdf.text).toContain('En retard de 24 jours');
  expect(pdf.links).toContain('https://plan.example.org/fr/plan/figures/belonging');
  expect(await readdir(folder)).toEqual(['council.pdf']);
});
