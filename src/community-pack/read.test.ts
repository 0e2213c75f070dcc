import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PackRefused, readPack } from './read.ts';

/** The made-up town with one text of one file replaced. */
async function refusalOf(file: string, from: string | RegExp, to: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ct-pack-'));
  try {
    await cp('communities/maple-ford', folder, { recursive: true });
    const text = await readFile(join(folder, file), 'utf8');
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    await writeFile(join(folder, file), changed);
    return await readPack(folder).then(() => 'accepted', (error: unknown) => (error instanceof PackRefused ? error.message : 'another error'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

test('both packs are whole', async () => {
  expect((await readPack('communities/halton')).priorities).toHaveLength(8);
  expect((await readPack('communities/maple-ford')).community.timeZone).toBe('America/Winnipeg');
});

test('a missing French text is refused with its file and place', async () => {
  expect(await refusalOf('priorities.yaml', '"Des soirées au chaud"', '""')).toMatch(/priorities\.yaml, entry 2, title, fr/);
});

test('a source, body or topic that does not exist, a bad date and broken YAML are refused', async () => {
  expect(await refusalOf('plan.yaml', 'sources: []', 'sources: [nowhere]')).toContain('plan.yaml names the source nowhere');
  expect(await refusalOf('priorities.yaml', 'body: town-table', 'body: no-table')).toContain('priorities.yaml names the body no-table');
  expect(await refusalOf('milestones.yaml', '2022-08-31', '2022-02-30')).toMatch(/milestones\.yaml, entry 1, due/);
  expect(await refusalOf('bodies.yaml', '- {', '- {{{')).toContain('bodies.yaml');
  expect(await refusalOf('duties.yaml', 'body: town-table', 'body: no-table')).toContain('duties.yaml names the body no-table');
  expect(await refusalOf('duties.yaml', 'group: youth', 'group: nobody')).toContain('duties.yaml names the group nobody, which the duty consult does not have');
  expect(await refusalOf('duties.yaml', 'unit: days, count: 30', 'unit: weeks, count: 4')).toMatch(/duties\.yaml, duties, entry 2, rules, entry 1, term/);
  expect(await refusalOf('figures.yaml', 'place: maple-ford, knownFrom: "2021-02-01"', 'place: nowhere, knownFrom: "2021-02-01"')).toContain('figures.yaml: rescues-2020 names the place nowhere');
  expect(await refusalOf('figures.yaml', 'low: 53, high: 63', 'low: 59, high: 63')).toContain('the interval of feels-safe-2018 does not hold its number');
  for (const [from, to, said] of [['series: drownings', 'series: nowhere', 'drownings names the series nowhere'], ['domain: safety', 'domain: nowhere', 'rescues names the domain nowhere'], ['areas: [prevention]', 'areas: [nowhere]', 'rescues names the area nowhere'],
    ['direction: at-most', 'direction: sideways', 'indicators.yaml'], ['id: drownings', 'id: rescues', 'two indicators rescues']] as const) expect(await refusalOf('indicators.yaml', from, to)).toContain(said);
  expect(await refusalOf('community.yaml', 'America/Winnipeg', 'America/Nowhere')).toContain('is not a time zone');
});

test('a folder without the files is refused in sentences', async () => {
  await expect(readPack('communities/none')).rejects.toThrow('community.yaml cannot be read');
});
