import { isId, newId } from '#app/platform/db/id.ts';
import { accountOf, hasRole } from '#app/platform/db/scope.ts';
import { type Answer, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { addDays } from '#app/ui/format.ts';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { keptRoute } from '../list/kept.ts';
import { type List, listKept } from '../list/queries.ts';
import { lastFullMonth } from '../replay/months.ts';
import { readingReplays } from '../replay/paths.ts';
import { fields } from './fields.ts';
import { readApproval, readMove, readProposal } from './input.ts';
import { priorityPaths, readingRules } from './paths.ts';
import { answerPriority, approvePriority, countClosed, findInForce, findPlaced, insertPriority, listKnown, listPriorities, type PlacedPerson, setOverride } from './queries.ts';
import { PlacePage, RankedPage } from './ranked-pages.tsx';
import { rankedList } from './ranking.ts';
import { readReplay, replayUnder } from './replay.ts';
import { ReplayPage } from './replay-page.tsx';
import { ProposePage, RulesOfListsPage, RulesPage, VersionPage } from './rules-pages.tsx';
import { priorityWords } from './words.ts';

/** The rules of priority in words, their versions, and the list in the order that they make. */
export function priorityRoutes(site: SiteSource): Route[] {
  const frame = (visit: Visit, title: string, errors?: FieldErrors) => frameOf(visit, site(), { title, current: 'priorities', hasErrors: errors !== undefined });
  const wordsOf = (visit: Visit) => priorityWords[visit.language];
  const known = async (visit: Visit) => (await listKnown(visit)).find(({ slug }) => slug === visit.params.slug);

  return [
    { method: 'GET', path: priorityPaths.lists, may: readingRules, audit: 'none', handle: async (visit) => page(<RulesOfListsPage frame={frame(visit, wordsOf(visit).title)} lists={await listKnown(visit)} />) },
    { method: 'GET', path: priorityPaths.list(':slug'), may: readingRules, audit: 'none', handle: async (visit) => {
      const list = await known(visit);
      if (!list) return notFound;
      const keeps = (await listKept(visit)).some(({ id }) => id === list.id);
      return page(<RulesPage frame={frame(visit, list.name[visit.language])} list={list} versions={await listPriorities(visit, list.id)} inForce={await findInForce(visit, list.id, visit.today)} keeps={keeps} plans={readingReplays.roles.some((role) => hasRole(visit, role))} today={visit.today} />);
    } },
    keptRoute('GET', priorityPaths.propose(':slug'), 'none', async (visit, list) => await propose(visit, list)),
    keptRoute('POST', priorityPaths.propose(':slug'), 'access.propose-priority', async (visit, list) => {
      const read = readProposal(visit.form, visit.language);
      if (read.errors) return await propose(visit, list, read.errors);
      const id = newId();
      await insertPriority(visit, { ...read.value, id, list: list.id, account: accountOf(visit) ?? '' });
      visit.about('priority', id);
      return redirect(localized(visit.language, priorityPaths.list(list.slug)));
    }),
    { method: 'GET', path: priorityPaths.version(':slug', ':version'), may: readingRules, audit: 'none', handle: async (visit) => await showVersion(visit) },
    keptRoute('POST', priorityPaths.version(':slug', ':version'), 'access.approve-priority', async (visit, list) => {
      const one = (await listPriorities(visit, list.id)).find(({ version }) => String(version) === visit.params.version);
      if (!one || !hasRole(visit, 'access-supervisor')) return notFound;
      const read = readApproval(visit.form, visit.language, visit.today);
      if (read.errors) return await showVersion(visit, read.errors);
      visit.about('priority', one.id);
      const done = await approvePriority(visit, one.id, accountOf(visit) ?? '', read.value);
      return done ? redirect(localized(visit.language, priorityPaths.list(list.slug))) : await showVersion(visit, { body: wordsOf(visit).taken });
    }),
    keptRoute('GET', priorityPaths.replay(':slug'), 'access.show-replay', async (visit, list) => {
      const versions = await listPriorities(visit, list.id);
      const chosen = (name: string) => versions.find(({ version }) => String(version) === visit.query.get(name));
      const inForce = await findInForce(visit, list.id, visit.today);
      const [first, second] = [chosen('first') ?? inForce, chosen('second') ?? versions[0]];
      const found = first && second && visit.query.has('second') ? replayUnder(await readReplay(visit, list.id, addDays(visit.today, -364), visit.today), first, second) : undefined;
      return page(<ReplayPage frame={frame(visit, wordsOf(visit).replay)} list={list} versions={versions} first={first} second={second} found={found} month={lastFullMonth(visit.today)} />);
    }),
    keptRoute('GET', priorityPaths.ranked(':slug'), 'access.show-ranked', async (visit, list) => {
      const { rules, lines } = await rankedList(visit, list, visit.today);
      return page(<RankedPage frame={frame(visit, wordsOf(visit).ranked)} list={list} rules={rules} lines={lines} closed={await countClosed(visit, list.id, visit.today)} />);
    }),
    keptRoute('GET', priorityPaths.place(':slug', ':person'), 'access.show-place', async (visit, list) => {
      const person = await placedIn(visit, list);
      return person ? place(visit, list, person) : notFound;
    }),
    keptRoute('POST', priorityPaths.place(':slug', ':person'), 'access.set-place', async (visit, list) => {
      const person = await placedIn(visit, list);
      if (!person) return notFound;
      visit.about('person', person.key);
      const about = { list: list.id, person: person.key };
      switch (visit.form.text('form')) {
        case 'answers':
          for (const { id: field } of fields.filter((one) => one.protected)) {
            const answer = { yes: true, no: false, unknown: null }[visit.form.text(field)];
            if (answer !== undefined && answer !== (field === 'veteran' ? person.veteran : person.indigenous)) await answerPriority(visit, { ...about, id: newId(), field, answer });
          }
          break;
        case 'end':
          await setOverride(visit, { ...about, id: newId(), place: null, reason: null });
          break;
        default: {
          const read = readMove(visit.form, visit.language, person.people);
          if (read.errors) return place(visit, list, person, read.errors);
          await setOverride(visit, { ...about, id: newId(), ...read.value });
        }
      }
      return redirect(localized(visit.language, priorityPaths.ranked(list.slug)));
    }),
  ];

  async function propose(visit: Visit, list: List, errors?: FieldErrors): Promise<Answer> {
    const current = (await findInForce(visit, list.id, visit.today))?.rules ?? [];
    const body = <ProposePage frame={frame(visit, wordsOf(visit).propose, errors)} list={list} current={current} typed={visit.form} errors={errors} />;
    return errors ? invalid(body) : page(body);
  }
  async function showVersion(visit: Visit, errors?: FieldErrors): Promise<Answer> {
    const list = await known(visit);
    const one = list && (await listPriorities(visit, list.id)).find(({ version }) => String(version) === visit.params.version);
    if (!list || !one) return notFound;
    const approves = hasRole(visit, 'access-supervisor') && (await listKept(visit)).some(({ id }) => id === list.id);
    const body = <VersionPage frame={frame(visit, wordsOf(visit).version(one.version), errors)} list={list} one={one} approves={approves} typed={visit.form} errors={errors} />;
    return errors ? invalid(body) : page(body);
  }
  function place(visit: Visit, list: List, person: PlacedPerson, errors?: FieldErrors): Answer {
    const body = <PlacePage frame={frame(visit, wordsOf(visit).change, errors)} list={list} person={person} typed={visit.form} errors={errors} />;
    return errors ? invalid(body) : page(body);
  }
}

const placedIn = async (visit: Visit, list: List) => (isId(visit.params.person) ? await findPlaced(visit, list.id, visit.today, visit.params.person) : undefined);
