import { stringify } from 'csv-stringify/sync';
import { isId } from '#app/platform/db/id.ts';
import { hasRole } from '#app/platform/db/scope.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import { type Answer, bytes, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { overseeing } from '../paths.ts';
import { deskOf } from '../person/desk.ts';
import { closeCell } from './cells.ts';
import { ExchangePage, exportPurposes } from './exchange-page.tsx';
import { clientsCsv, staysCsv } from './export.ts';
import { type Field, fileKinds, type FileKind } from './fields.ts';
import { ImportPage } from './import-page.tsx';
import { guessWords, missingColumns, parseMapping, readMapping, wordsOf } from './mapping.ts';
import { MappingPage } from './mapping-page.tsx';
import { exchangePaths, importing } from './paths.ts';
import { previewOf } from './preview.ts';
import { exportClients, exportStays, findImport, type Import, keepMapping, listImports, listProviders, readRefusals, readRows, startImport, turnImport } from './queries.ts';
import { type CsvFile, largestUpload, readCsv } from './read-file.ts';
import { hashFiles, stageFiles } from './stage.ts';
import { exchangeWords } from './words.ts';

/** Files in and out, for those who see to an agency. Names of files are never kept: they can name people. */
export function exchangeRoutes(site: SiteSource): Route[] {
  const frame = (visit: Visit, title: string, errors?: FieldErrors) => frameOf(visit, site(), { title, current: 'exchange', hasErrors: errors !== undefined });
  const to = (visit: Visit, path: string) => redirect(localized(visit.language, path));
  return [
    { method: 'GET', path: exchangePaths.exchange, may: overseeing, audit: 'none', handle: async (visit) => await home(visit) },
    { method: 'POST', path: exchangePaths.exchange, may: importing, audit: 'access.stage-exchange', maxBody: largestUpload + 65_536, handle: upload },
    { method: 'POST', path: exchangePaths.export, may: overseeing, audit: 'access.export-exchange', handle: give },
    { method: 'GET', path: exchangePaths.import(':id'), may: overseeing, audit: 'none', handle: async (visit) => await withImport(visit, show) },
    { method: 'GET', path: exchangePaths.mapping(':id'), may: importing, audit: 'none', handle: async (visit) => await withImport(visit, async (_, one) => await map(visit, one)) },
    { method: 'POST', path: exchangePaths.mapping(':id'), may: importing, audit: 'access.map-exchange', handle: async (visit) => await withImport(visit, keep) },
    { method: 'POST', path: exchangePaths.start(':id'), may: importing, audit: 'none', handle: async (visit) => await withImport(visit, start) },
    { method: 'POST', path: exchangePaths.again(':id'), may: importing, audit: 'access.map-exchange', handle: async (visit) => await withImport(visit, async (_, one) => ((await turnImport(visit, one.id, 'staged')) ? to(visit, exchangePaths.mapping(one.id)) : notFound)) },
    { method: 'POST', path: exchangePaths.drop(':id'), may: importing, audit: 'access.drop-exchange', handle: async (visit) => await withImport(visit, async (_, one) => ((await turnImport(visit, one.id, 'dropped')) ? to(visit, exchangePaths.exchange) : notFound)) },
    { method: 'GET', path: exchangePaths.refusals(':id'), may: importing, audit: 'none', handle: async (visit) => await withImport(visit, refusals) },
  ];

  async function withImport(visit: Visit, work: (visit: Visit, one: Import) => Promise<Answer>): Promise<Answer> {
    const id = visit.params.id ?? '';
    const one = isId(id) && deskOf(visit) ? await findImport(visit, id) : undefined;
    if (!one) return notFound;
    visit.about('exchange', id);
    return await work(visit, one);
  }

  async function home(visit: Visit, errors?: FieldErrors): Promise<Answer> {
    const desk = deskOf(visit);
    if (!desk) return notFound;
    const others = (await listProviders(visit)).filter(({ id }) => id !== desk.agency);
    const takes = hasRole(visit, 'access-supervisor');
    const body = <ExchangePage frame={frame(visit, exchangeWords[visit.language].title, errors)} imports={await listImports(visit)} takes={takes} givesStays={takes} others={others} typed={visit.form} errors={errors} timeZone={visit.timeZone} />;
    return errors ? invalid(body) : page(body);
  }

  async function upload(visit: Visit): Promise<Answer> {
    const words = exchangeWords[visit.language];
    const desk = deskOf(visit);
    if (!desk) return notFound;
    const errors: Record<string, string> = {};
    const files: (CsvFile & { kind: FileKind })[] = [];
    const contents: { kind: FileKind; content: Uint8Array }[] = [];
    for (const kind of fileKinds) {
      const [file] = visit.form.files(kind);
      if (!file) continue;
      const content = new Uint8Array(await file.arrayBuffer());
      const read = readCsv(content);
      contents.push({ kind, content });
      if ('problem' in read) errors[kind] = words.unreadable[read.problem](read.at ?? 0);
      else files.push({ ...read, kind });
    }
    if (contents.length === 0) errors.client = words.noFile;
    if (Object.keys(errors).length > 0) return await home(visit, errors);
    const { id, same } = await stageFiles(visit, desk, hashFiles(contents), files);
    visit.about('exchange', id);
    return to(visit, same ? `${exchangePaths.import(id)}?same=1` : exchangePaths.mapping(id));
  }

  async function map(visit: Visit, one: Import, typed?: { mapping: Import['mapping']; missing: readonly string[] }): Promise<Answer> {
    if (one.state !== 'staged') return to(visit, exchangePaths.import(one.id));
    const words = exchangeWords[visit.language];
    const mapping = parseMapping(typed?.mapping ?? one.mapping);
    const found = wordsOf(await readRows(visit, one.id), one.headers, mapping);
    const errors = typed ? Object.fromEntries(typed.missing.map((name) => [name, words.noColumn])) : undefined;
    const body = <MappingPage frame={frame(visit, words.mappingTitle, errors)} one={one} headers={one.headers} mapping={mapping} found={found} providers={await listProviders(visit)} errors={errors} />;
    return errors ? invalid(body) : page(body);
  }

  async function keep(visit: Visit, one: Import): Promise<Answer> {
    const desk = deskOf(visit);
    if (!desk || one.state !== 'staged') return notFound;
    const [before, rows, providers] = [parseMapping(one.mapping), await readRows(visit, one.id), await listProviders(visit)];
    const shown = wordsOf(rows, one.headers, before);
    const { mapping, missing } = readMapping(visit.form, one.headers, shown, providers, before);
    if (missing.length > 0) return await map(visit, one, { mapping, missing });
    // Another column brings other words, which have to be decided before anything comes in.
    const found = wordsOf(rows, one.headers, mapping);
    if (!(await keepMapping(visit, one.id, desk.agency, desk.account, guessWords(mapping, found, providers)))) return notFound;
    return to(visit, JSON.stringify(found) === JSON.stringify(shown) ? exchangePaths.import(one.id) : exchangePaths.mapping(one.id));
  }

  async function show(visit: Visit, one: Import): Promise<Answer> {
    const takes = hasRole(visit, 'access-supervisor');
    const mapping = parseMapping(one.mapping);
    const complete = missingColumns(one.headers, mapping).length === 0;
    const preview = takes && complete && one.state === 'staged' ? previewOf(await readRows(visit, one.id), one.headers, mapping, visit.today, one.agency) : undefined;
    return page(<ImportPage frame={frame(visit, exchangeWords[visit.language].title)} one={one} preview={preview} complete={complete} takes={takes} same={visit.query.get('same') === '1'} timeZone={visit.timeZone} />);
  }

  async function start(visit: Visit, one: Import): Promise<Answer> {
    const mapping = parseMapping(one.mapping);
    if (missingColumns(one.headers, mapping).length > 0) return to(visit, exchangePaths.mapping(one.id));
    const place = (kind: FileKind) => (one.headers[kind] ?? []).indexOf(mapping[kind].client ?? '');
    if (!(await startImport(visit, one.id, { client: place('client'), stay: place('stay') }))) return notFound;
    await raiseEvent(visit, { kind: 'access.exchange-started', subject: one.id });
    return to(visit, exchangePaths.import(one.id));
  }

  async function refusals(visit: Visit, one: Import): Promise<Answer> {
    const words = exchangeWords[visit.language];
    const isField = (field: string): field is Field => field in words.fields;
    const rows = (await readRefusals(visit, one.id)).map(({ kind, row, client, field, reason }) => [words.kinds[kind], row, closeCell(client ?? ''), field && isField(field) ? words.fields[field] : '', words.reasons[reason] ?? reason]);
    return csv(`refused-${visit.today}.csv`, `\uFEFF${stringify(rows, { header: true, columns: [words.csv.file, words.csv.row, words.csv.client, words.csv.field, words.csv.reason] })}`);
  }

  async function give(visit: Visit): Promise<Answer> {
    const desk = deskOf(visit);
    if (!desk) return notFound;
    const agency = visit.form.text('to') || null;
    if (agency !== null && !(await listProviders(visit)).some(({ id }) => id === agency && id !== desk.agency)) return await home(visit, { to: exchangeWords[visit.language].badTo });
    const purpose = exportPurposes.find((one) => one === visit.form.text('purpose')) ?? 'list';
    return visit.form.text('which') === 'stay' ? csv(`stays-${visit.today}.csv`, staysCsv(await exportStays(visit, agency, purpose))) : csv(`clients-${visit.today}.csv`, clientsCsv(await exportClients(visit, agency, purpose)));
  }
}

function csv(name: string, body: string): Answer {
  return bytes('text/csv; charset=utf-8', body, { headers: { 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'no-store' } });
}
