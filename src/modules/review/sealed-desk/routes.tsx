import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, verifyChain } from '#app/methods/sealing/recipient-list.ts';
import { listAgencyChoices } from '#app/modules/identity/index.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { isId } from '#app/platform/db/id.ts';
import { accountOf, hasRole } from '#app/platform/db/scope.ts';
import { type Answer, invalid, json, notFound, page, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { listRecipientLists } from '../sealed-report/queries.ts';
import { maxBody } from '../sealed-report/rules.ts';
import { sealedWords } from '../sealed-report/words.ts';
import { bytesOf, keepAnswer, keepRewrapped, keyOf, publishList } from './actions.ts';
import type { DeskData, SealedRow } from './desk-data.ts';
import { KeyPage } from './key-page.tsx';
import { DeskListPage } from './list-page.tsx';
import { deskPaths } from './paths.ts';
import { type CipherRow, endKey, findReport, insertKey, listKeys, listOwnWraps, listReports, readReport, type ReportLine, updateState } from './queries.ts';
import { RecipientsPage } from './recipients-page.tsx';
import { ReportPage } from './report-page.tsx';
import { RewrapPage } from './rewrap-page.tsx';
import { answerBody, deskChair, deskSeats, isState } from './rules.ts';
import { deskWords } from './words.ts';

const rowOf = ({ cipher, ...row }: CipherRow): SealedRow => ({ ...row, cipher: cipher.toString('base64') });
const whole = (text: string) => (/^\d{1,9}$/.test(text) ? Number(text) : 0);

/** The committee that reads sealed reports: its keys, its list, what came. Every page opens cipher texts in the browser alone. */
export function sealedDeskRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: deskPaths.list, may: deskSeats, audit: 'review.list-sealed-reports', handle: showList },
    { method: 'GET', path: deskPaths.key, may: deskSeats, audit: 'none', handle: async (visit) => page(await keyPage(visit)) },
    { method: 'POST', path: deskPaths.key, may: deskSeats, audit: 'review.make-member-key', handle: postKey },
    { method: 'POST', path: deskPaths.endKey(':id'), may: deskSeats, audit: 'review.end-member-key', handle: async (visit) => {
      const id = visit.params.id ?? '';
      if (!isId(id) || !(await endKey(visit, id))) return notFound;
      visit.about('member-key', id);
      return redirect(localized(visit.language, deskPaths.key));
    } },
    { method: 'GET', path: deskPaths.recipients, may: deskSeats, audit: 'none', handle: async (visit) => page(await recipientsPage(visit)) },
    { method: 'POST', path: deskPaths.recipients, may: deskChair, audit: 'review.offer-recipient-list', handle: async (visit) => {
      const given = { text: visit.form.text('text'), signer: visit.form.text('signer'), signature: visit.form.text('signature') };
      return (await publishList(visit, given)) ? redirect(localized(visit.language, deskPaths.recipients)) : invalid(await recipientsPage(visit, deskWords[visit.language].listWrong));
    } },
    { method: 'GET', path: deskPaths.rewrap, may: deskSeats, audit: 'none', handle: showRewrap },
    { method: 'POST', path: deskPaths.wrap(':id'), may: deskSeats, audit: 'none', maxBody, handle: async (visit) => {
      const [file] = visit.form.files('file');
      const id = visit.params.id ?? '';
      return isId(id) && file && (await keepRewrapped(visit, id, whole(visit.form.text('list')), new Uint8Array(await file.arrayBuffer()))) ? json({ kept: true }) : notFound;
    } },
    { method: 'GET', path: deskPaths.messages(':id'), may: deskSeats, audit: 'none', handle: async (visit) => await withReport(visit, async ({ id }) => json((await readReport(visit, id)).map(rowOf))) },
    { method: 'GET', path: deskPaths.report(':id'), may: deskSeats, audit: 'none', handle: async (visit) => await withReport(visit, async (report) => await showReport(visit, report)) },
    { method: 'POST', path: deskPaths.answer(':id'), may: deskSeats, audit: 'review.answer-sealed-report', maxBody: answerBody, handle: async (visit) => await withReport(visit, async ({ id, name }) => {
      const cipher = bytesOf(visit.form.text('cipher'));
      if (name === null || !cipher) return json({ refused: true }, { status: 422 });
      return (await keepAnswer(visit, id, { sequence: whole(visit.form.text('sequence')), list: whole(visit.form.text('list')), cipher })) ? json({ kept: true }) : json({ refused: true }, { status: 409 });
    }) },
    { method: 'POST', path: deskPaths.state(':id'), may: deskSeats, audit: 'review.mark-sealed-report', handle: async (visit) => await withReport(visit, async ({ id }) => {
      const state = visit.form.text('state');
      return isState(state) && (await updateState(visit, id, state)) ? redirect(localized(visit.language, deskPaths.report(id))) : notFound;
    }) },
  ];

  function frame(visit: Visit, title: string, hasErrors = false) {
    return frameOf(visit, site(), { title, current: 'sealed-desk', hasErrors });
  }

  async function withReport(visit: Visit, work: (report: ReportLine) => Promise<Answer>): Promise<Answer> {
    const id = visit.params.id ?? '';
    const report = isId(id) ? await findReport(visit, id) : undefined;
    if (!report) return notFound;
    visit.about('sealed-report', report.id);
    return await work(report);
  }

  async function dataOf(visit: Visit, more: Partial<DeskData> = {}): Promise<DeskData> {
    const { language } = visit;
    const { fromThem, fromUs, wishSaid, filePart, locked, noPasskey, cannot, someUnread, download, downloadHint, empty, conflict, save, noMember, rewrapFailed, listWrong } = deskWords[language];
    const words = { fromThem, fromUs, wishSaid, file: filePart, locked, noPasskey, cannot, someUnread, download, downloadHint, empty, conflict, save, noMember, rewrapFailed, listWrong, on: deskWords[language].on('{}'), rewrapDone: deskWords[language].rewrapDone('{}', '{all}') };
    return { language, wraps: await listOwnWraps(visit), lists: await listRecipientLists(visit), today: visit.today, csrf: visit.csrf ?? '', words, wishes: sealedWords[language].wishes, questions: sealedWords[language].questions, ...more };
  }

  async function ownKey(visit: Visit) {
    const keys = (await listKeys(visit)).filter(({ endedOn }) => endedOn === null);
    const lists = await listRecipientLists(visit);
    const list = lists.length > 0 ? await verifyChain(lists) : undefined;
    const own = keys.find(({ account }) => account === accountOf(visit));
    return { keys, lists, list, own, listed: list?.members.some(({ recipient }) => recipient === own?.recipient) ?? false };
  }

  async function showList(visit: Visit): Promise<Answer> {
    const { own, listed, list } = await ownKey(visit);
    return page(<DeskListPage frame={frame(visit, deskWords[visit.language].title)} reports={await listReports(visit)} version={list?.version ?? 0} ownKey={own ? (listed ? 'listed' : 'waiting') : 'none'} />);
  }

  async function keyPage(visit: Visit, errors?: Readonly<Record<string, string>>) {
    const { own, listed } = await ownKey(visit);
    const agency = visit.actor.kind === 'staff' ? visit.actor.agency : null;
    const name = (await listAgencyChoices(visit)).find(({ id }) => id === agency)?.name[visit.language] ?? '';
    const codeWords = readFileSync(join(projectRoot(), 'src', 'methods', 'sealing', 'words', `${visit.language}.txt`), 'utf8').trimEnd();
    return <KeyPage frame={frame(visit, deskWords[visit.language].keyTitle, errors !== undefined)} own={own} listed={listed} seat={errors ? visit.form.text('seat') : name} errors={errors} codeWords={codeWords} data={await dataOf(visit)} />;
  }

  async function postKey(visit: Visit): Promise<Answer> {
    const { form } = visit;
    const key = keyOf({ recipient: form.text('recipient'), signPublic: form.text('sign-public'), seat: form.text('seat'), passkey: form.text('passkey'), hint: form.text('passkey-hint'), phrase: form.text('phrase-wrap') });
    if (key && (await insertKey(visit, key))) return redirect(localized(visit.language, deskPaths.key));
    return invalid(await keyPage(visit, { key: deskWords[visit.language].keyWrong }));
  }

  async function recipientsPage(visit: Visit, error?: string) {
    const { keys, lists, list, own } = await ownKey(visit);
    const data = await dataOf(visit, { keys: keys.map(({ recipient, signPublic, seat }) => ({ recipient, signPublic, seat })) });
    return <RecipientsPage frame={frame(visit, deskWords[visit.language].listTitle, error !== undefined)} list={list} founder={await fingerprint(lists[0]?.signer ?? '')} keys={keys} own={own} signs={hasRole(visit, 'sealed-chair')} error={error} data={data} />;
  }

  async function showReport(visit: Visit, report: ReportLine): Promise<Answer> {
    const messages = (await readReport(visit, report.id)).map(rowOf);
    return page(<ReportPage frame={frame(visit, deskWords[visit.language].report)} report={report} data={await dataOf(visit, { report: { name: report.name, messages } })} />);
  }

  async function showRewrap(visit: Visit): Promise<Answer> {
    const { lists } = await ownKey(visit);
    const waiting = (await listReports(visit)).filter(({ oldest, state }) => oldest < lists.length && state !== 'closed');
    const rewrap = waiting.map(({ id, name }) => ({ name, messages: localized(visit.language, deskPaths.messages(id)) }));
    const data = await dataOf(visit, { rewrap, wrapAt: localized(visit.language, deskPaths.wrap('{}')) });
    return page(<RewrapPage frame={frame(visit, deskWords[visit.language].rewrapTitle)} data={data} />);
  }
}
