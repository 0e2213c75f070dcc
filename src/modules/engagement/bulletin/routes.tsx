import { listNews, listTopics } from '#app/modules/plan/index.ts';
import { dateIn } from '#app/platform/clock/clock.ts';
import { isId } from '#app/platform/db/id.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import { type Answer, invalid, notFound, page, problem, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { BulletinPage, BulletinsPage, EditPage } from './pages.tsx';
import { type Bulletin, countReach, findBulletin, insertBulletin, insertBulletinLine, listBulletinLines, listBulletins, markSent, updateApproval, updateBulletinLine } from './queries.ts';
import { bulletinWords } from './words.ts';

const base = '/engagement/bulletins';
const office = { roles: ['plan-manager'] };
const month = 31 * 86_400_000;

export function bulletinRoutes(site: SiteSource): Route[] {
  const draft = (work: (visit: Visit, bulletin: Bulletin) => Promise<Answer>) => async (visit: Visit) => {
    const id = visit.params.id ?? '';
    const bulletin = isId(id) ? await findBulletin(visit, { id }) : undefined;
    if (!bulletin || bulletin.state !== 'draft') return notFound;
    visit.about('bulletin', bulletin.id);
    return await work(visit, bulletin);
  };
  return [
    { method: 'GET', path: base, may: office, audit: 'none', handle: async (visit) => page(<BulletinsPage frame={frame(visit, site)} bulletins={await listBulletins(visit)} />) },
    { method: 'POST', path: base, may: office, audit: 'bulletin.make', handle: makeBulletin },
    { method: 'GET', path: `${base}/:id/edit`, may: office, audit: 'none', handle: draft(async (visit, bulletin) => page(await edit(visit, site, bulletin))) },
    { method: 'POST', path: `${base}/:id/edit`, may: office, audit: 'bulletin.edit', handle: draft(async (visit, bulletin) => await postEdit(visit, site, bulletin)) },
    { method: 'POST', path: `${base}/:id/send`, may: office, audit: 'bulletin.send', handle: draft(postSend) },
    { method: 'GET', path: `${base}/:number{[0-9]{1,6}}`, may: 'anyone', audit: 'none', cached: true, handle: async (visit) => await showSent(visit, site) },
  ];
}

const frame = (visit: Visit, site: SiteSource, hasErrors = false) => frameOf(visit, site(), { title: bulletinWords[visit.language].title, current: 'bulletins', hasErrors });

/** The lines of change since the bulletin before, oldest first; of the last month where there was none. */
async function makeBulletin(visit: Visit): Promise<Answer> {
  const last = (await listBulletins(visit)).map((one) => one.madeAt).sort((a, b) => b.getTime() - a.getTime())[0];
  const news = await listNews(visit, { since: last ?? new Date(visit.now.getTime() - month) });
  const id = await insertBulletin(visit, [...news].reverse().map((line) => ({ topic: line.topic, text: line.text })));
  visit.about('bulletin', id);
  return redirect(localized(visit.language, `${base}/${id}/edit`));
}

async function edit(visit: Visit, site: SiteSource, bulletin: Bulletin, errors: Record<string, string> = {}) {
  const lines = await listBulletinLines(visit, bulletin.id);
  const typed = lines.map((line) => (visit.form.has(`en-${line.id}`) ? { ...line, text: { en: visit.form.text(`en-${line.id}`), fr: visit.form.text(`fr-${line.id}`) }, included: visit.form.has(`in-${line.id}`) } : line));
  const reach = await countReach(visit, [...new Set(lines.filter((line) => line.included).map((line) => line.topic))]);
  return <EditPage frame={frame(visit, site, Object.keys(errors).length > 0)} bulletin={bulletin} lines={typed} topics={await listTopics(visit)} reach={reach} errors={errors} />;
}

async function postEdit(visit: Visit, site: SiteSource, bulletin: Bulletin): Promise<Answer> {
  const { form } = visit;
  const lines = await listBulletinLines(visit, bulletin.id);
  const words = bulletinWords[visit.language];
  const errors: Record<string, string> = {};
  for (const line of lines) for (const language of ['en', 'fr'] as const) if (form.text(`${language}-${line.id}`) === '') errors[`${language}-${line.id}`] = words.bothNeeded;
  const added = { en: form.text('new-en'), fr: form.text('new-fr') };
  if ((added.en === '') !== (added.fr === '')) errors['new-fr'] = words.bothNeeded;
  if (Object.keys(errors).length > 0) return invalid(await edit(visit, site, bulletin, errors));
  for (const line of lines) await updateBulletinLine(visit, bulletin.id, { id: line.id, text: { en: form.text(`en-${line.id}`), fr: form.text(`fr-${line.id}`) }, included: form.has(`in-${line.id}`) });
  const topics = await listTopics(visit);
  const topic = topics.find((one) => one.slug === form.text('new-topic'));
  if (added.en !== '' && topic) await insertBulletinLine(visit, bulletin.id, lines.length, { topic: topic.slug, text: added });
  await updateApproval(visit, bulletin.id, { en: form.list('approved').includes('en'), fr: form.list('approved').includes('fr') });
  return redirect(localized(visit.language, `${base}/${bulletin.id}/edit`));
}

async function postSend(visit: Visit, bulletin: Bulletin): Promise<Answer> {
  if ((await markSent(visit, bulletin.id)) === 0) return problem('conflict');
  await raiseEvent(visit, { kind: 'engagement.bulletin-sent', subject: bulletin.id });
  return redirect(localized(visit.language, base));
}

async function showSent(visit: Visit, site: SiteSource): Promise<Answer> {
  const bulletin = await findBulletin(visit, { number: Number(visit.params.number) });
  if (!bulletin?.sentAt) return notFound;
  const title = bulletinWords[visit.language].bulletin(bulletin.number);
  return page(<BulletinPage frame={{ ...frame(visit, site), title, current: 'updates' }} bulletin={bulletin} date={dateIn(visit.timeZone, bulletin.sentAt)} lines={await listBulletinLines(visit, bulletin.id)} />);
}
