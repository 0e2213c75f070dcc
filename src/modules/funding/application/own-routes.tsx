import type { Json } from '#app/methods/questionnaire/fhir.ts';
import { answersFromForm } from '#app/methods/questionnaire/form/answers-from-form.ts';
import type { Issue } from '#app/methods/questionnaire/issue.ts';
import { isId } from '#app/platform/db/id.ts';
import { checkFile } from '#app/platform/files/checked-file.ts';
import { type Answer, conflicting, invalid, notFound, page, problem } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { normalCode } from '#app/platform/http/spoken-code.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, type SiteSource } from '#app/ui/page-frame.ts';
import { findCall, listCategories } from '../call/queries.ts';
import { stateOf } from '../call/rules.ts';
import type { ReportTyped } from '../report/fields.tsx';
import { ownAwardPart, sendOwnReport } from '../report/own.tsx';
import { beginOwn, inviteColleague, secretOf, sendOwn } from './actions.ts';
import { compiledOf, fieldErrors, issuesIn } from './answers.ts';
import { judge } from './eligibility.ts';
import { readBudget, readOrganisation, readPartners, readPerson, readProject, readServes, typedLines } from './input.ts';
import { fileKinds, type Section, sections } from './model.ts';
import { momentText } from './moment.ts';
import { findOffered } from './offered.ts';
import { BeginPage, CheckPage, LatePage, OverviewPage, type Own, PeoplePage, ResumePage, SectionPage, SentPage } from './own-pages.tsx';
import { applicationPaths } from './paths.ts';
import { deleteFile, findOwn, insertFile, listOwnPeople, lockOwn, removeApplicant, replaceBudget, updateAnswers, updateOrganisation, updatePartners, updateProject, updateServes } from './queries.ts';
import { gapsOf, isComplete, markOf } from './rules.ts';
import { keptRows, keptValue, type Rows } from './section-fields.tsx';
import { applicationWords } from './words.ts';

type Again = { readonly errors?: FieldErrors; readonly typed?: boolean; readonly rows?: Rows; readonly response?: Json; readonly issues?: readonly Issue[]; readonly blanks?: ReadonlyMap<string, number>; readonly overtaken?: boolean; readonly stopped?: string };
const noBlanks: ReadonlyMap<string, number> = new Map();

/** Applying without an account: the code opens the own application and travels in the body of a form alone. */
export function ownRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: applicationPaths.begin(':slug', 0).replace('/0', '/:position'), may: 'anyone', audit: 'none', handle: async (visit) => await begin(visit) },
    { method: 'POST', path: applicationPaths.begin(':slug', 0).replace('/0', '/:position'), may: 'anyone', audit: 'application.begin', limit: { name: 'fund-begin', max: 30, seconds: 600 }, handle: async (visit) => await begin(visit) },
    { method: 'GET', path: applicationPaths.resume, may: 'anyone', audit: 'none', handle: async (visit) => page(<ResumePage frame={frame(visit, applicationWords[visit.language].resume)} typed="" />) },
    { method: 'GET', path: applicationPaths.own, may: 'anyone', audit: 'none', handle: async (visit) => page(<ResumePage frame={frame(visit, applicationWords[visit.language].resume)} typed="" />) },
    { method: 'POST', path: applicationPaths.own, may: 'anyone', audit: 'application.own', limit: { name: 'fund-own', max: 600, seconds: 600 }, maxBody: 9_000_000, capability: ({ form }) => secretOf(form.text('~code')), handle: work },
  ];

  function frame(visit: Visit, title: string, hasErrors = false) {
    return frameOf(visit, site(), { title, current: 'fund', unlisted: visit.method === 'POST', hasErrors });
  }

  async function begin(visit: Visit): Promise<Answer> {
    const call = await findCall(visit, { slug: visit.params.slug ?? '' });
    const category = call ? (await listCategories(visit, call.id)).find((one) => String(one.position) === visit.params.position) : undefined;
    if (!call || !category || stateOf(call, visit.now) !== 'open') return notFound;
    const words = applicationWords[visit.language];
    const draw = (errors?: FieldErrors) => <BeginPage frame={frame(visit, words.begin, errors !== undefined)} call={call} category={category} typed={(name) => visit.form.text(name)} {...(errors ? { errors } : {})} />;
    if (visit.method !== 'POST') return page(draw());
    const read = readPerson(visit.form, visit.language);
    if (Object.keys(read.errors).length > 0) return invalid(draw(read.errors));
    const begun = await beginOwn(visit, { category: category.id, ...read.value, language: visit.language });
    if (!begun) return problem('conflict');
    visit.about('application', begun.id);
    return page(<ResumeFresh visit={visit} code={begun.code} />);
  }

  /** The new code and the button that opens the application with it: nothing that carries the code in an address. */
  function ResumeFresh({ visit, code }: { visit: Visit; code: string }) {
    const words = applicationWords[visit.language];
    return <ResumePage frame={frame(visit, words.begin)} typed={code} fresh />;
  }

  async function ownOf(visit: Visit): Promise<Own | undefined> {
    const application = await findOwn(visit);
    const call = application ? await findCall(visit, { id: application.callId }) : undefined;
    const category = application && call ? (await listCategories(visit, call.id)).find((one) => one.id === application.categoryId) : undefined;
    if (!application || !call || !category) return undefined;
    return { application, call, category, gaps: gapsOf(application, category.questionnaire), code: normalCode(visit.form.text('~code')), open: application.state === 'draft' && stateOf(call, visit.now) === 'open' };
  }

  async function work(visit: Visit): Promise<Answer> {
    const words = applicationWords[visit.language];
    const own = secretOf(visit.form.text('~code')) ? await ownOf(visit) : undefined;
    if (!own) return invalid(<ResumePage frame={frame(visit, words.resume, true)} typed={visit.form.text('~code')} error={words.noCode} />);
    visit.about('application', own.application.id);
    const save = visit.form.text('~save');
    if (save === 'send') return await send(visit, own);
    if (save === 'report') {
      const typed = await sendOwnReport(visit, own.application.id);
      return typed ? invalid(await overview(visit, own, { typed })) : page(await overview(visit, own, { saved: true }));
    }
    if (save !== '' && (own.application.state !== 'draft' || !(await lockOwn(visit)))) return await stopped(visit, own, save);
    if (save === 'people') return await people(visit, own);
    const saved = sections.find((one) => one === save);
    if (saved) return await saveSection(visit, own, saved);
    const show = visit.form.text('~show');
    if (own.open && show === 'people') return page(<PeoplePage frame={frame(visit, words.people)} own={own} people={await listOwnPeople(visit)} typed={() => ''} />);
    if (own.open && show === 'check') return page(<CheckPage frame={frame(visit, words.checkTitle)} own={own} findings={judge(own.category.rules, own.application)} offered={await findOffered(visit)} />);
    const section = sections.find((one) => one === show);
    return page(own.open && section ? await sectionPage(visit, own, section, {}) : await overview(visit, own, {}));
  }

  async function overview(visit: Visit, own: Own, state: { saved?: boolean; typed?: ReportTyped }) {
    const title = own.application.title || applicationWords[visit.language].overview;
    const after = own.application.state === 'submitted' ? await ownAwardPart(visit, frame(visit, title), own, state.typed) : undefined;
    return <OverviewPage frame={frame(visit, title, state.typed !== undefined)} own={own} saved={state.saved ?? false} offered={await findOffered(visit)} after={after} />;
  }

  async function sectionPage(visit: Visit, own: Own, section: Section, again: Again) {
    const { application } = own;
    const title = applicationWords[visit.language].sectionNames[section];
    const value = again.typed ? (name: string) => visit.form.text(name) : keptValue(application);
    const kept: Readonly<Record<string, readonly string[]>> = { priorities: application.priorities, indicators: application.indicators, municipalities: application.municipalities };
    return (
      <SectionPage frame={frame(visit, title, again.errors !== undefined)} own={own} section={section} mark={markOf(section, application)} overtaken={again.overtaken ?? false} stopped={again.stopped} offered={await findOffered(visit)} errors={again.errors ?? {}}
        value={value} chosen={(name) => (again.typed ? visit.form.list(name) : (kept[name] ?? []))} rows={again.rows ?? keptRows(application)} response={again.response ?? application.answers} issues={again.issues ?? []} blanks={again.blanks ?? noBlanks} />
    );
  }

  /** What can no longer be saved, because a colleague sent the application or the call closed: shown again as it was typed. */
  async function stopped(visit: Visit, before: Own, save: string): Promise<Answer> {
    const own = (await ownOf(visit)) ?? before;
    const words = applicationWords[visit.language];
    const text = own.application.state === 'draft' ? words.stoppedLate(momentText(visit.language, own.call.closesAt, site().timeZone)) : words.stoppedSent(own.application.receipt ?? '');
    const section = sections.find((one) => one === save);
    if (!section) return conflicting(<LatePage frame={frame(visit, words.stoppedTitle)} own={own} title={words.stoppedTitle} text={text} />);
    const response = section === 'answers' ? answersFromForm(compiledOf(own.application.categoryId, own.category.questionnaire), visit.form.entries(), { before: own.application.answers, zone: visit.timeZone }).response : undefined;
    return conflicting(await sectionPage(visit, own, section, { typed: true, rows: typedRows(visit), stopped: text, ...(response ? { response } : {}) }));
  }

  async function saveSection(visit: Visit, before: Own, section: Section): Promise<Answer> {
    // Read again under the lock: a colleague may have saved while this request waited for it.
    const own = (await ownOf(visit)) ?? before;
    const { application } = own;
    if (section === 'files') return await saveFile(visit, own);
    const compiled = compiledOf(application.categoryId, own.category.questionnaire);
    const read = section === 'answers' ? answersFromForm(compiled, visit.form.entries(), { before: application.answers, zone: visit.timeZone }) : undefined;
    const typed: Again = { typed: true, rows: typedRows(visit), ...(read ? { response: read.response, blanks: read.blanks } : {}) };
    if (visit.form.text('~mark') !== markOf(section, application)) return invalid(await sectionPage(visit, own, section, { ...typed, overtaken: true }));
    if (read?.rowsChanged) return page(await sectionPage(visit, own, section, typed));
    const errors = await write(visit, own, section, read?.response);
    if (Object.keys(errors).length > 0) return invalid(await sectionPage(visit, own, section, { ...typed, errors, ...(read ? { issues: unreadable(own, read.response, visit) } : {}) }));
    const now = (await ownOf(visit)) ?? own;
    if (visit.form.text('~do') === 'more') return page(await sectionPage(visit, now, section, {}));
    return page(await overview(visit, now, { saved: true }));
  }

  async function write(visit: Visit, { application, category }: Own, section: Exclude<Section, 'files'>, response: Json | undefined): Promise<FieldErrors> {
    const { form, language } = visit;
    const take = async <T,>(read: { value: T; errors: FieldErrors }, keep: (value: T) => Promise<void>): Promise<FieldErrors> => {
      if (Object.keys(read.errors).length === 0) await keep(read.value);
      return read.errors;
    };
    if (section === 'organisation') return await take(readOrganisation(form, language), async (value) => await updateOrganisation(visit, application.id, value));
    if (section === 'project') return await take(readProject(form, language), async (value) => await updateProject(visit, application.id, value));
    if (section === 'budget') return await take(readBudget(form, language), async (value) => await replaceBudget(visit, application.id, value));
    if (section === 'partners') return await take(readPartners(form, language), async (value) => await updatePartners(visit, application.id, value));
    if (section === 'serves') {
      const offered = await findOffered(visit);
      const slugs = { priorities: offered.priorities.map((one) => one.slug), indicators: offered.indicators.map((one) => one.slug), municipalities: offered.municipalities.map((one) => one.slug) };
      return await take(readServes(form, slugs), async (value) => await updateServes(visit, application.id, value));
    }
    const issues = unreadable({ application, category }, response ?? {}, visit);
    if (issues.length === 0) await updateAnswers(visit, application.id, response ?? {});
    return fieldErrors(compiledOf(application.categoryId, category.questionnaire), issues, language);
  }

  async function saveFile(visit: Visit, own: Own): Promise<Answer> {
    const words = applicationWords[visit.language];
    const { application } = own;
    const remove = visit.form.text('remove');
    if (isId(remove)) await deleteFile(visit, application.id, remove);
    else {
      const [file] = visit.form.files('file');
      if (!file) return invalid(await sectionPage(visit, own, 'files', { typed: true, errors: { file: words.noFile } }));
      const checked = application.files.length < 20 ? await checkFile(file.name, Buffer.from(await file.arrayBuffer())) : undefined;
      if (!checked) return invalid(await sectionPage(visit, own, 'files', { typed: true, errors: { file: words.badFile } }));
      await insertFile(visit, { application: application.id, kind: fileKinds.find((one) => one === visit.form.text('file-kind')) ?? 'other', ...checked });
    }
    return page(await sectionPage(visit, (await ownOf(visit)) ?? own, 'files', {}));
  }

  async function people(visit: Visit, own: Own): Promise<Answer> {
    const words = applicationWords[visit.language];
    const draw = async (state: { given?: string; errors?: FieldErrors }) => <PeoplePage frame={frame(visit, words.people, state.errors !== undefined)} own={own} people={await listOwnPeople(visit)} given={state.given} errors={state.errors} typed={(name) => (state.errors ? visit.form.text(name) : '')} />;
    const remove = visit.form.text('remove');
    if (isId(remove)) {
      await removeApplicant(visit, remove);
      return page(await draw({}));
    }
    const read = readPerson(visit.form, visit.language);
    if (Object.keys(read.errors).length > 0) return invalid(await draw({ errors: read.errors }));
    const given = await inviteColleague(visit, read.value);
    return given ? page(await draw({ given })) : invalid(await draw({ errors: { name: words.full } }));
  }

  async function send(visit: Visit, own: Own): Promise<Answer> {
    const words = applicationWords[visit.language];
    if (own.application.state === 'draft' && !isComplete(own.gaps)) return invalid(<CheckPage frame={frame(visit, words.checkTitle, true)} own={own} findings={judge(own.category.rules, own.application)} offered={await findOffered(visit)} />);
    const moment = (at: Date) => momentText(visit.language, at, site().timeZone);
    const sent = await sendOwn(visit, own.application, visit.arrivedAt, visit.language);
    return page(sent ? <SentPage frame={frame(visit, words.sentTitle)} own={own} sent={sent} /> : <LatePage frame={frame(visit, words.lateTitle)} own={own} title={words.lateTitle} text={words.late(moment(visit.arrivedAt), moment(own.call.closesAt))} more={words.counts} />);
  }
}

function typedRows({ form, language }: Visit): Rows {
  return { lines: typedLines(form), partners: readPartners(form, language).value.map((one) => ({ ...one })) };
}

/** What in the answers cannot be read; what is only missing can come later. */
function unreadable({ application, category }: Pick<Own, 'application' | 'category'>, response: Json, visit: Visit): Issue[] {
  return issuesIn(application.categoryId, category.questionnaire, response, visit.language).filter((issue) => issue.code !== 'required');
}
