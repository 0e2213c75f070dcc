import type { Pack } from '#app/community-pack/schema.ts';
import type { Matrix } from '#test/policy-matrix.ts';
import type { World } from '#test/world.ts';
import { loadData } from './data-desk.ts';

const all = (cell: string) => Object.fromEntries(['manager', 'operator', 'leader', 'chair', 'partner', 'auditor', 'administrator'].map((name) => [name, cell]));

/** What actors other than analysts can do to datasets, computations and their figures: next to nothing. What analysts can do stands in the tests of the features. */
export const dataMatrix: Matrix = {
  dataset: { ...all('i'), worker: 'riu' }, dataset_schema: { ...all('i'), worker: 'riu' }, dataset_version: { ...all('i'), worker: 'riu' },
  dataset_staged: { ...all('i'), worker: 'rid' }, dataset_row: { worker: 'ri' }, dataset_refusal: { worker: 'ri' },
  computation: { ...all('i'), worker: 'r' }, computation_run: { ...all('i'), worker: 'ru' },
  figure_made: { public: 'r', ...all('r'), worker: 'ri' }, alcohol_run: { ...all('i'), manager: 'ri', worker: 'ru' }, statement: { public: 'r', ...all('ri'), worker: 'riu' }, open_data_terms: { public: 'r', ...all('r'), worker: 'riu' },
};

/** A row in every table of datasets and computations. */
export async function seedData(world: World, pack: Pack): Promise<void> {
  await world.as.worker(async (scope) => await loadData(scope, pack));
  const { admin, clock } = world.database;
  const id = '01900000-0000-7000-8000-000000000001';
  const { account } = await world.person('analyst');
  const slug = pack.datasets.datasets[0]?.id ?? '';
  await admin`insert into insight.dataset_version (id, dataset_slug, schema_version, state, number, file_hash, file_kind, encoding, headers, mapping, as_of, provisional, uploaded_by, uploaded_at, ended_at, rows)
    values (${id}, ${slug}, 1, 'kept', 1, repeat('0', 64), 'csv', 'utf-8', '[]', '{}', '2019-01-01', false, ${account}, ${clock.now()}, ${clock.now()}, 1)`;
  await admin`insert into insight.dataset_staged (version_id, line, cells) values (${id}, 2, '[]')`;
  await admin`insert into insight.dataset_row (version_id, line, key, "values") values (${id}, 2, 'x', '{}')`;
  await admin`insert into insight.dataset_refusal (version_id, line, reason) values (${id}, 3, 'cells')`;
  const text = admin.json({ en: 'x', fr: 'y' });
  await admin`insert into insight.alcohol_run (id, population_version, risk_version, region, year, scenario, change, seed, draws, survey_size, consumption_error, method, asked_by, asked_at)
    values (${id}, ${id}, ${id}, 'x', 2016, 'none', 0, 1, 40, 500, 0, 'x', ${account}, ${clock.now()})`;
  await admin`insert into insight.computation (slug, series_slug, version, dataset_slug, recipe, name, label, text, unit, geography_kind, kind, made_by, made_at)
    values ('s/1', 's', 1, ${slug}, '{}', ${text}, ${text}, ${text}, 'calls', 'occurrence', 'service', ${account}, ${clock.now()})`;
  await admin`insert into insight.computation_run (id, computation_slug, version_id, asked_by, asked_at) values (${id}, 's/1', ${id}, ${account}, ${clock.now()})`;
  await admin`insert into insight.figure_made (figure_slug, run_id, computation, dataset_slug, dataset_name, dataset_version, schema_version, as_of, fingerprint, inputs, said, made_on, by_role, known_from)
    values ((select min(slug) from insight.figure), ${id}, 's/1', ${slug}, ${text}, 1, 1, '2019-01-01', repeat('0', 64), '[]', ${text}, '2019-01-01', 'analyst', '2019-01-01')`;
}
