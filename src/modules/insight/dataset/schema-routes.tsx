import { type Answer, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { datasetPaths, working } from './paths.ts';
import { type Dataset, findDataset, insertDataset, insertSchema, listSchemas, type SchemaVersion } from './queries.ts';
import { type GivenSchema, isProblems, readSchema } from './schema.ts';
import { countColumns, readSchemaForm, sentenceOf, type Typed, typedIn, typedOf } from './schema-form.ts';
import { SchemaPage } from './schema-page.tsx';
import { schemaWords } from './schema-words.ts';

type Known = { readonly dataset: Dataset; readonly schema: SchemaVersion };

/** Schemas as they are written: in a form, or from a file; each change a new version. */
export function schemaRoutes(site: SiteSource): Route[] {
  const draw = (visit: Visit, known: Known | undefined, typed: Typed, errors?: FieldErrors) => {
    const title = known ? schemaWords[visit.language].newVersion(known.dataset.name[visit.language]) : schemaWords[visit.language].newTitle;
    return <SchemaPage frame={frameOf(visit, site(), { title, current: 'datasets', hasErrors: errors !== undefined })} dataset={known?.dataset} typed={typed} errors={errors} />;
  };
  const find = async (visit: Visit, slug: string): Promise<Known | undefined> => {
    const dataset = await findDataset(visit, slug);
    const [schema] = dataset ? await listSchemas(visit, slug) : [];
    return dataset && schema ? { dataset, schema } : undefined;
  };
  return [
    { method: 'GET', path: datasetPaths.newDataset, may: working, audit: 'none', handle: async (visit) => page(draw(visit, undefined, {})) },
    { method: 'POST', path: datasetPaths.newDataset, may: working, audit: 'insight.make-dataset', handle: async (visit) => await postForm(visit, undefined) },
    { method: 'POST', path: datasetPaths.schemaFile, may: working, audit: 'insight.make-dataset', maxBody: 1_000_000, handle: postFile },
    { method: 'GET', path: datasetPaths.newSchema(':slug'), may: working, audit: 'none', handle: async (visit) => {
      const known = await find(visit, visit.params.slug ?? '');
      return known ? page(draw(visit, known, typedOf(known.dataset, known.schema))) : notFound;
    } },
    { method: 'POST', path: datasetPaths.newSchema(':slug'), may: working, audit: 'insight.change-schema', handle: async (visit) => {
      const known = await find(visit, visit.params.slug ?? '');
      return known ? await postForm(visit, known) : notFound;
    } },
  ];

  async function postForm(visit: Visit, known: Known | undefined): Promise<Answer> {
    const typed = typedIn(visit.form);
    if (visit.form.text('more') !== '') return page(draw(visit, known, { ...typed, count: String(countColumns(typed) + 1) }));
    const read = readSchemaForm(visit.form, visit.language, known && { slug: known.dataset.slug, version: known.schema.version });
    if ('errors' in read) return invalid(draw(visit, known, typed, read.errors));
    if (!known && (await findDataset(visit, read.value.id))) return invalid(draw(visit, known, typed, { id: schemaWords[visit.language].taken }));
    return await keep(visit, known, read.value);
  }

  async function postFile(visit: Visit): Promise<Answer> {
    const words = schemaWords[visit.language];
    const of = visit.form.text('of');
    const known = of === '' ? undefined : await find(visit, of);
    if (of !== '' && !known) return notFound;
    const refuse = (sentence: string) => invalid(draw(visit, known, known ? typedOf(known.dataset, known.schema) : {}, { schema: sentence }));
    const [file] = visit.form.files('schema');
    if (!file) return refuse(words.noFile);
    const read = readSchema(await file.text());
    if (isProblems(read)) return refuse(read.slice(0, 5).map((one) => sentenceOf(one, visit.language, true)).join(' · '));
    if (known && read.id !== known.dataset.slug) return refuse(words.unlike);
    if (!known && (await findDataset(visit, read.id))) return refuse(words.taken);
    if (known && !read.why) return refuse(words.at('why', words.missing));
    return await keep(visit, known, read);
  }

  async function keep(visit: Visit, known: Known | undefined, given: GivenSchema): Promise<Answer> {
    visit.about('dataset', given.id);
    if (!known) await insertDataset(visit, given);
    await insertSchema(visit, given.id, known ? known.schema.version + 1 : 1, known ? given : { row: given.row, columns: given.columns, key: given.key });
    return redirect(localized(visit.language, datasetPaths.dataset(given.id)));
  }
}
