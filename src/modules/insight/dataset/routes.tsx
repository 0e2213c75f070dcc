import { stringify } from 'csv-stringify/sync';
import { isId } from '#app/platform/db/id.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import { type Answer, bytes, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { ComparePage } from './compare-page.tsx';
import { readUpload } from './input.ts';
import { DatasetsPage } from './list-page.tsx';
import { columnField, missingColumns, parseMapping, readMapping } from './mapping.ts';
import { MappingPage } from './mapping-page.tsx';
import { datasetPaths, working } from './paths.ts';
import { previewOf } from './preview.ts';
import { type Dataset, dropVersion, findDataset, findVersion, getSchema, keepMapping, listDatasets, listSchemas, listVersions, type SchemaVersion, startVersion, type Version } from './queries.ts';
import { compareVersions, listRefusals, readRows, readStaged } from './row-queries.ts';
import { RowsPage, rowsShown } from './rows-page.tsx';
import { schemaRoutes } from './schema-routes.tsx';
import { DatasetPage } from './show-page.tsx';
import { largestUpload, stageFile } from './stage.ts';
import { VersionPage } from './version-page.tsx';
import { datasetWords } from './words.ts';

type Own = { readonly version: Version; readonly dataset: Dataset; readonly schema: SchemaVersion };

/** Datasets and their files, for whoever works with data. */
export function datasetRoutes(site: SiteSource): Route[] {
  const frame = (visit: Visit, title: string, errors?: FieldErrors) => frameOf(visit, site(), { title, current: 'datasets', hasErrors: errors !== undefined });
  const to = (visit: Visit, path: string) => redirect(localized(visit.language, path));
  const get = (path: string, audit: string, handle: Route['handle']): Route => ({ method: 'GET', path, may: working, audit, handle });
  const post = (path: string, audit: string, handle: Route['handle'], maxBody?: number): Route => ({ method: 'POST', path, may: working, audit, handle, ...(maxBody === undefined ? {} : { maxBody }) });
  return [
    get(datasetPaths.datasets, 'none', async (visit) => page(<DatasetsPage frame={frame(visit, datasetWords[visit.language].title)} datasets={await listDatasets(visit)} />)),
    ...schemaRoutes(site),
    get(datasetPaths.version(':id'), 'none', async (visit) => await withVersion(visit, showVersion)),
    get(datasetPaths.refusals(':id'), 'insight.read-dataset-refusals', async (visit) => await withVersion(visit, refusalsFile)),
    get(datasetPaths.versionStep(':id', 'mapping'), 'none', async (visit) => await withVersion(visit, async (_, own) => await showMapping(visit, own))),
    post(datasetPaths.versionStep(':id', 'mapping'), 'insight.map-dataset', async (visit) => await withVersion(visit, postMapping)),
    post(datasetPaths.versionStep(':id', 'start'), 'insight.start-dataset', async (visit) => await withVersion(visit, start)),
    post(datasetPaths.versionStep(':id', 'drop'), 'insight.drop-dataset', async (visit) => await withVersion(visit, async (_, { version, dataset }) => ((await dropVersion(visit, version.id)) ? to(visit, datasetPaths.dataset(dataset.slug)) : notFound))),
    get(datasetPaths.versionStep(':id', 'rows'), 'none', async (visit) => await withVersion(visit, showRows)),
    get(datasetPaths.dataset(':slug'), 'none', async (visit) => await withDataset(visit, async (dataset, schema) => page(await datasetPage(visit, dataset, schema)))),
    post(datasetPaths.upload(':slug'), 'insight.stage-dataset', async (visit) => await withDataset(visit, async (dataset, schema) => await upload(visit, dataset, schema)), largestUpload + 65_536),
    get(datasetPaths.compare(':slug'), 'insight.compare-dataset-versions', async (visit) => await withDataset(visit, async (dataset, schema) => await compare(visit, dataset, schema))),
  ];

  async function withDataset(visit: Visit, work: (dataset: Dataset, schema: SchemaVersion) => Promise<Answer>): Promise<Answer> {
    const dataset = await findDataset(visit, visit.params.slug ?? '');
    const [schema] = dataset ? await listSchemas(visit, dataset.slug) : [];
    if (!dataset || !schema) return notFound;
    visit.about('dataset', dataset.slug);
    return await work(dataset, schema);
  }

  async function withVersion(visit: Visit, work: (visit: Visit, own: Own) => Promise<Answer>): Promise<Answer> {
    const id = visit.params.id ?? '';
    const version = isId(id) ? await findVersion(visit, id) : undefined;
    const dataset = version && (await findDataset(visit, version.dataset));
    if (!version || !dataset) return notFound;
    visit.about('dataset-version', id);
    return await work(visit, { version, dataset, schema: await getSchema(visit, dataset.slug, version.schemaVersion) });
  }

  async function datasetPage(visit: Visit, dataset: Dataset, schema: SchemaVersion, errors?: FieldErrors) {
    return <DatasetPage frame={frame(visit, dataset.name[visit.language], errors)} dataset={dataset} schema={schema} versions={await listVersions(visit, dataset.slug)} typed={visit.form} errors={errors} today={visit.today} timeZone={visit.timeZone} />;
  }

  async function upload(visit: Visit, dataset: Dataset, schema: SchemaVersion): Promise<Answer> {
    const read = await readUpload(visit.form, visit.language, visit.today);
    if ('errors' in read) return invalid(await datasetPage(visit, dataset, schema, read.errors));
    const staged = await stageFile(visit, dataset.slug, read.file, read.about);
    const version = staged && (await findVersion(visit, staged.id));
    if (!staged || !version) return notFound;
    visit.about('dataset-version', staged.id);
    const mapped = missingColumns(schema, parseMapping(version.mapping)).length === 0;
    return to(visit, staged.same ? `${datasetPaths.version(staged.id)}?same=1` : mapped ? datasetPaths.version(staged.id) : datasetPaths.versionStep(staged.id, 'mapping'));
  }

  async function preview(visit: Visit, { version, schema }: Own) {
    const mapping = parseMapping(version.mapping);
    if (version.state !== 'staged' || missingColumns(schema, mapping).length > 0) return undefined;
    return previewOf(schema, version.headers, mapping, await readStaged(visit, version.id), visit.today);
  }

  async function showVersion(visit: Visit, own: Own): Promise<Answer> {
    const { version, dataset, schema } = own;
    const missing = missingColumns(schema, parseMapping(version.mapping)).length > 0;
    const title = `${dataset.name[visit.language]}, ${version.number === null ? datasetWords[visit.language].states[version.state] : datasetWords[visit.language].version(version.number)}`;
    return page(<VersionPage frame={frame(visit, title)} dataset={dataset} version={version} schema={schema} preview={await preview(visit, own)} refusals={await listRefusals(visit, version.id)} missing={missing} same={visit.query.get('same') === '1'} timeZone={visit.timeZone} />);
  }

  async function showMapping(visit: Visit, { dataset, version, schema }: Own, errors?: FieldErrors): Promise<Answer> {
    if (version.state !== 'staged') return to(visit, datasetPaths.version(version.id));
    const mapping = errors ? readMapping(visit.form, schema, version.headers) : parseMapping(version.mapping);
    const body = <MappingPage frame={frame(visit, datasetWords[visit.language].mappingTitle, errors)} dataset={dataset} version={version} schema={schema} mapping={mapping} errors={errors} />;
    return errors ? invalid(body) : page(body);
  }

  async function postMapping(visit: Visit, own: Own): Promise<Answer> {
    const mapping = readMapping(visit.form, own.schema, own.version.headers);
    const missing = missingColumns(own.schema, mapping);
    if (missing.length > 0) return await showMapping(visit, own, Object.fromEntries(missing.map((name) => [columnField(name), datasetWords[visit.language].noColumn])));
    return (await keepMapping(visit, own.version.id, mapping)) ? to(visit, datasetPaths.version(own.version.id)) : notFound;
  }

  async function start(visit: Visit, { version, schema }: Own): Promise<Answer> {
    if (missingColumns(schema, parseMapping(version.mapping)).length > 0) return to(visit, datasetPaths.versionStep(version.id, 'mapping'));
    if (!(await startVersion(visit, version.id))) return notFound;
    await raiseEvent(visit, { kind: 'insight.dataset-started', subject: version.id });
    return to(visit, datasetPaths.version(version.id));
  }

  async function refusalsFile(visit: Visit, own: Own): Promise<Answer> {
    const words = datasetWords[visit.language];
    const refusals = (await preview(visit, own))?.refusals ?? (await listRefusals(visit, own.version.id));
    const rows = refusals.map(({ line, column, reason }) => [line, column ?? '', words.reasons[reason]]);
    const body = `\uFEFF${stringify(rows, { header: true, columns: [words.csv.line, words.csv.column, words.csv.reason] })}`;
    return bytes('text/csv; charset=utf-8', body, { headers: { 'content-disposition': `attachment; filename="refused-${visit.today}.csv"`, 'cache-control': 'no-store' } });
  }

  async function showRows(visit: Visit, { version, schema }: Own): Promise<Answer> {
    if (version.state !== 'kept') return notFound;
    const after = Number(visit.query.get('after') ?? 0);
    const rows = await readRows(visit, version.id, Number.isInteger(after) && after >= 0 && after < 2 ** 31 ? after : 0, rowsShown);
    return page(<RowsPage frame={frame(visit, datasetWords[visit.language].rowsTitle)} version={version} schema={schema} rows={rows} />);
  }

  async function compare(visit: Visit, dataset: Dataset, schema: SchemaVersion): Promise<Answer> {
    const pick = async (name: string) => {
      const id = visit.query.get(name) ?? '';
      const found = isId(id) ? await findVersion(visit, id) : undefined;
      return found?.dataset === dataset.slug ? found : undefined;
    };
    const [older, newer] = [await pick('older'), await pick('newer')];
    const comparison = older && newer && older.id !== newer.id ? await compareVersions(visit, older.id, newer.id) : undefined;
    if (!older || !newer || !comparison) return invalid(await datasetPage(visit, dataset, schema, { older: datasetWords[visit.language].compareTwo }));
    return page(<ComparePage frame={frame(visit, datasetWords[visit.language].compareTitle)} dataset={dataset} older={older} newer={newer} comparison={comparison} />);
  }
}
