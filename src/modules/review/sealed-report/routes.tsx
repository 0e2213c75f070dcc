import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, type RecipientList, verifyChain } from '#app/methods/sealing/recipient-list.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { type Answer, json, page, problem, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { localized, type SiteSource } from '#app/ui/page-frame.ts';
import { keepMessage, keepUpload } from './actions.ts';
import { makeLimiter } from './limit.ts';
import { SealedPage, UploadedPage } from './page.tsx';
import { wordsForScript } from './page-data.ts';
import { sealedPaths } from './paths.ts';
import { findOwnMailbox, listCentres, listOwnMessages, listRecipientLists } from './queries.ts';
import { leaveHeaders, leaveTo, maxBody, pagePolicy } from './rules.ts';
import { sealedWords } from './words.ts';

const capability: NonNullable<Route['capability']> = ({ form }) => form.text('mailbox') || undefined;
// None of these leaves a trace of a visit: no cookie is read, no line is logged, and no audit row is written, whose time would be one.
const quiet = { may: 'anyone', audit: 'none', unrecorded: true } as const;

/** The page for whoever comes forward, and what its script sends and asks for. */
export function sealedReportRoutes(site: SiteSource): Route[] {
  const mayWrite = makeLimiter({ max: 20, all: 400, seconds: 600 });
  const mayAsk = makeLimiter({ max: 60, all: 5000, seconds: 600 });
  const codeWords = { en: wordsOf('en'), fr: wordsOf('fr') };
  return [
    { ...quiet, method: 'GET', path: sealedPaths.page, handle: async (visit) => await showPage(visit) },
    { ...quiet, method: 'GET', path: sealedPaths.leave, handle: async (visit) => redirect(leaveTo[visit.language], { headers: leaveHeaders }) },
    { ...quiet, method: 'POST', path: sealedPaths.messages, machine: true, capability, maxBody, handle: postMessage },
    { ...quiet, method: 'POST', path: sealedPaths.mailbox, machine: true, capability, handle: readMailbox },
    { ...quiet, method: 'POST', path: sealedPaths.upload, maxBody, handle: postUpload },
  ];

  async function showPage(visit: Visit, uploadWrong?: string): Promise<Answer> {
    const { language } = visit;
    const words = sealedWords[language];
    const lists = await listRecipientLists(visit);
    const [newest] = lists.slice(-1);
    const list: RecipientList | undefined = newest ? await verifyChain(lists) : undefined;
    const script = site().scriptText('sealed-report');
    const data = {
      language, lists, messages: localized(language, sealedPaths.messages), mailbox: localized(language, sealedPaths.mailbox),
      words: wordsForScript(words), problems: words.problems, wishes: words.wishes, questions: words.questions,
    };
    const body = <SealedPage language={language} site={site()} centres={await listCentres(visit)} script={script} data={data} codeWords={codeWords[language]} list={list} founder={await fingerprint(lists[0]?.signer ?? '')} uploadWrong={uploadWrong} />;
    const headers = { 'content-security-policy': pagePolicy(createHash('sha256').update(script).digest('base64')), 'referrer-policy': 'no-referrer' };
    return uploadWrong === undefined ? page(body, { headers }) : { kind: 'page', status: 422, body, headers };
  }

  async function postMessage(visit: Visit): Promise<Answer> {
    if (!mayWrite(visit.address, visit.now)) return problem('too-many');
    const [file] = visit.form.files('file');
    const number = (name: string) => (/^\d{1,15}$/.test(visit.form.text(name)) ? Number(visit.form.text(name)) : -1);
    if (!file || !/^[\w-]{43}$/.test(visit.form.text('mailbox')) || number('list') < 0) return json({ refused: 'size' }, { status: 422 });
    const outcome = await keepMessage(visit, { sequence: number('sequence'), list: number('list'), nonce: number('nonce'), cipher: new Uint8Array(await file.arrayBuffer()) });
    if (outcome === 'kept') return json({ kept: true });
    return json({ refused: outcome }, { status: outcome === 'taken' || outcome === 'list' ? 409 : 422 });
  }

  async function readMailbox(visit: Visit): Promise<Answer> {
    if (!mayAsk(visit.address, visit.now)) return problem('too-many');
    const own = await findOwnMailbox(visit);
    const messages = own ? await listOwnMessages(visit) : [];
    return json({ found: own !== undefined, messages: messages.map(({ cipher, ...place }) => ({ ...place, cipher: cipher.toString('base64') })) });
  }

  async function postUpload(visit: Visit): Promise<Answer> {
    const words = sealedWords[visit.language];
    if (!mayWrite(visit.address, visit.now)) return await showPage(visit, words.uploadBusy);
    const [file] = visit.form.files('file');
    if (!file || !(await keepUpload(visit, new Uint8Array(await file.arrayBuffer())))) return await showPage(visit, words.uploadWrong);
    return page(<UploadedPage language={visit.language} site={site()} />, { headers: { 'referrer-policy': 'no-referrer' } });
  }
}

function wordsOf(language: 'en' | 'fr'): string {
  return readFileSync(join(projectRoot(), 'src', 'methods', 'sealing', 'words', `${language}.txt`), 'utf8').trimEnd();
}
