import { isId } from '#app/platform/db/id.ts';
import { type Answer, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { listChoices as listDirectoryChoices } from '../directory/queries.ts';
import { writing } from '../paths.ts';
import { personIn } from '../person/desk.ts';
import { nameOf } from '../person/list-page.tsx';
import { findIdentity, type Identity } from '../person/queries.ts';
import { draftReferral, sendWithCode } from './actions.ts';
import { ChoosePage } from './choose-page.tsx';
import { listFitted } from './choose.ts';
import { answersByLink, type Choice, findChoice } from './choices.ts';
import { readReferral } from './input.ts';
import { referralPaths } from './paths.ts';
import { type Asked, askedFrom, askedIn, type DirectoryChoices, profileOf } from './profile.ts';
import { type Barrier, findReferral, listOfPerson, mayRefer } from './queries.ts';
import { refersAgain } from './rules.ts';
import { CodePage, OfPersonPage, SendPage } from './send-pages.tsx';
import { referralWords } from './words.ts';

type Open = { readonly person: string; readonly identity: Identity | undefined; readonly name: string; readonly previous: string | undefined };

/** Sending a person somewhere: choosing a service, the form, the code for her. */
export function sendRoutes(site: SiteSource): Route[] {
  const route = (method: 'GET' | 'POST', path: string, audit: string, work: (visit: Visit, open: Open) => Promise<Answer>): Route => ({ method, path, may: writing, audit, handle: async (visit) => {
    const person = personIn(visit);
    if (!person || !(await mayRefer(visit, person))) return notFound;
    const identity = await findIdentity(visit, person);
    const name = nameOf({ id: person, anonymous: !identity, givenName: identity?.givenName ?? null, familyName: identity?.familyName ?? null }, visit.language);
    return await work(visit, { person, identity, name, previous: await previousOf(visit, person) });
  } });
  return [
    route('GET', referralPaths.ofPerson(':id'), 'access.list-referrals-of-person', async (visit, { person, name }) =>
      page(<OfPersonPage frame={frame(visit, referralWords[visit.language].ofPerson)} person={person} name={name} referrals={await listOfPerson(visit, person)} now={visit.now} />)),
    route('GET', referralPaths.choose(':id'), 'access.choose-service', async (visit, open) => {
      const choices = await listDirectoryChoices(visit);
      return await choose(visit, open, choices, askedFrom(open.identity, choices, visit.today));
    }),
    route('POST', referralPaths.choose(':id'), 'access.choose-service', async (visit, open) => await choose(visit, open, await listDirectoryChoices(visit), askedIn(visit.form))),
    route('GET', referralPaths.form(':id', ':service'), 'none', async (visit, open) => await withChoice(visit, open, async (choice) => page(await form(visit, open, choice)))),
    route('POST', referralPaths.form(':id', ':service'), 'access.send-referral', async (visit, open) => await withChoice(visit, open, async (choice) => await post(visit, open, choice))),
  ];

  function frame(visit: Visit, title: string, hasErrors = false) {
    return frameOf(visit, site(), { title, current: 'referrals', hasErrors });
  }

  async function previousOf(visit: Visit, person: string): Promise<string | undefined> {
    const given = visit.form.text('previous') || visit.query.get('previous') || '';
    const before = isId(given) ? await findReferral(visit, given) : undefined;
    return before?.person === person && refersAgain.includes(before.state) ? before.id : undefined;
  }

  async function choose(visit: Visit, open: Open, choices: DirectoryChoices, asked: Asked): Promise<Answer> {
    const read = profileOf(asked, visit.language, choices);
    const found = read.errors ? [] : await listFitted(visit, open.person, read.value, asked.sought);
    const body = <ChoosePage frame={frame(visit, referralWords[visit.language].choose, read.errors !== undefined)} {...open} asked={asked} errors={read.errors} choices={choices} profile={read.value ?? {}} found={found} />;
    return read.errors ? invalid(body) : page(body);
  }

  async function withChoice(visit: Visit, open: Open, work: (choice: Choice) => Promise<Answer>): Promise<Answer> {
    const id = visit.params.service ?? '';
    const choice = isId(id) ? await findChoice(visit, open.person, id) : undefined;
    return choice ? await work(choice) : notFound;
  }

  async function form(visit: Visit, { person, name, previous }: Open, choice: Choice, problem: { errors?: FieldErrors; barrier?: Barrier } = {}) {
    return <SendPage frame={frame(visit, referralWords[visit.language].formTitle(choice.name[visit.language]), problem.errors !== undefined)} person={person} name={name} choice={choice} byLink={await answersByLink(visit, choice.agency)} previous={previous} typed={visit.form} {...problem} />;
  }

  async function post(visit: Visit, open: Open, choice: Choice): Promise<Answer> {
    const read = readReferral(visit.form, visit.language, visit, { person: open.person, service: choice.id, previous: open.previous ?? null });
    if (read.errors) return invalid(await form(visit, open, choice, { errors: read.errors }));
    const keeps = visit.form.has('keep');
    const [barrier] = choice.barriers;
    // A draft may wait for the consent alone; nothing is written that could not be sent.
    if (barrier && !(keeps && barrier === 'no-consent')) return invalid(await form(visit, open, choice, { barrier }));
    const id = await draftReferral(visit, read.value);
    if (!id) return notFound;
    if (keeps) return redirect(localized(visit.language, referralPaths.show(id)));
    const sent = await sendWithCode(visit, id);
    const referral = await findReferral(visit, id);
    return 'code' in sent && referral ? page(<CodePage frame={frame(visit, referralWords[visit.language].sent)} referral={referral} code={sent.code} />) : redirect(localized(visit.language, referralPaths.show(id)));
  }
}
