import { addMonths } from '#app/modules/commitment/index.ts';
import { isId, newId } from '#app/platform/db/id.ts';
import { type Answer, bytes, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { checkFile, largestFile } from '#app/platform/files/checked-file.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { listAll } from '../list/queries.ts';
import { accessPaths, writing } from '../paths.ts';
import type { Desk } from '../person/actions.ts';
import { deskOf, personIn } from '../person/desk.ts';
import { nameOf } from '../person/list-page.tsx';
import { findFacts, findIdentity, findPerson, listAgencies, listColleagues } from '../person/queries.ts';
import { instruct, liftInstruction, recordConsent, withdrawConsent } from './actions.ts';
import { readConsent, readHow, readInstruction } from './input.ts';
import { formOfConsent } from './input.ts';
import { ConsentPage, ConsentsPage, InstructionPage, ReceiptPage } from './pages.tsx';
import { type Consent, findConsent, findOutside, insertScan, listConsents, listInstructions, listScans, readScan } from './queries.ts';
import { referralPaths } from '../referral/paths.ts';
import { mayWrite } from './rules.ts';
import { scanField, scanTypes } from './scan.tsx';
import { scanWords } from './scan-words.ts';
import { consentWords } from './words.ts';

type Open = { readonly desk: Desk; readonly id: string };

/** Consent and instructions of a person, for whoever works with her in the agency that holds the record. */
export function consentRoutes(site: SiteSource): Route[] {
  const route = (method: 'GET' | 'POST', path: string, audit: string, work: (visit: Visit, open: Open) => Promise<Answer>): Route => ({ method, path, may: writing, audit, handle: async (visit) => {
    const [desk, id] = [deskOf(visit), personIn(visit)];
    const person = desk && id ? await findPerson(visit, id) : undefined;
    return desk && id && person?.agency === desk.agency ? await work(visit, { desk, id }) : notFound;
  } });
  // Break-glass and shares only read: what the person says is recorded by who works with her.
  const recording = (method: 'GET' | 'POST', path: string, audit: string, work: (visit: Visit, open: Open) => Promise<Answer>): Route =>
    route(method, path, audit, async (visit, open) => (mayWrite(await findFacts(visit, open.id, 'identity')) ? await work(visit, open) : notFound));
  const back = (visit: Visit, { id }: Open) => redirect(localized(visit.language, accessPaths.consents(id)));
  const state = async (visit: Visit, { id }: Open, title: string, errors?: FieldErrors) => ({
    frame: frameOf(visit, site(), { title, current: 'persons', hasErrors: errors !== undefined }), person: id, errors, typed: visit.form, agencies: await listAgencies(visit),
  });
  return [
    route('GET', accessPaths.consents(':id'), 'access.list-consents', async (visit, open) => page(await list(visit, open))),
    recording('GET', accessPaths.consentNew(':id'), 'none', async (visit, open) => page(await consentForm(visit, open))),
    recording('POST', accessPaths.consentNew(':id'), 'access.record-consent', async (visit, open) => {
      const read = readConsent(visit.form, visit.language, visit.today, await others(visit, open), await outsideOf(visit));
      if (read.errors) return invalid(await consentForm(visit, open, read.errors));
      // For care it would open her record to everybody of the organisation, whom she does not mean.
      if (read.value.toAgencies.includes(open.desk.agency) && read.value.purposes.some((one) => one !== 'list')) return invalid(await consentForm(visit, open, { agencies: consentWords[visit.language].ownForList }));
      await recordConsent(visit, open.desk.account, open.id, { ...read.value, renews: (await renewedIn(visit, open))?.id });
      const asking = askingIn(visit);
      return asking ? redirect(localized(visit.language, `${referralPaths.form(open.id, asking.service)}${asking.previous ? `?previous=${asking.previous}` : ''}`)) : back(visit, open);
    }),
    route('GET', accessPaths.receipt(':id', ':consent'), 'access.print-receipt', async (visit, open) => {
      const consent = isId(visit.params.consent) ? await findConsent(visit, open.id, visit.params.consent) : undefined;
      if (!consent) return notFound;
      const identity = await findIdentity(visit, open.id);
      const given = await state(visit, open, consentWords[visit.language].receiptTitle);
      return page(<ReceiptPage {...given} consent={consent} timeZone={visit.timeZone} name={nameOf({ id: open.id, anonymous: !identity, givenName: identity?.givenName ?? null, familyName: identity?.familyName ?? null }, visit.language)} />);
    }),
    recording('POST', accessPaths.withdraw(':id', ':consent'), 'access.withdraw-consent', async (visit, open) => {
      const consent = isId(visit.params.consent) ? await findConsent(visit, open.id, visit.params.consent) : undefined;
      if (!consent || consent.withdrawnAt) return notFound;
      const read = readHow(visit.form, visit.language, consent.id);
      if (read.errors) return invalid(await list(visit, open, read.errors, consent.id));
      return (await withdrawConsent(visit, open.id, consent.id, read.value)) ? back(visit, open) : notFound;
    }),
    { ...recording('POST', accessPaths.scans(':id', ':consent'), 'access.attach-scan', async (visit, open) => {
      const consent = isId(visit.params.consent) ? await findConsent(visit, open.id, visit.params.consent) : undefined;
      if (!consent) return notFound;
      const [file] = visit.form.files(scanField(consent.id));
      const checked = file && file.size <= largestFile ? await checkFile(file.name, Buffer.from(await file.arrayBuffer())) : undefined;
      if (!checked || !scanTypes.includes(checked.type)) return invalid(await list(visit, open, { [scanField(consent.id)]: scanWords[visit.language].bad }, consent.id));
      await insertScan(visit, { ...checked, id: newId(), consent: consent.id, person: open.id, account: open.desk.account });
      return back(visit, open);
    }), maxBody: largestFile + 65_536 },
    route('GET', accessPaths.scan(':id', ':consent', ':scan'), 'none', async (visit, open) => {
      const scan = isId(visit.params.scan) ? await readScan(visit, open.id, visit.params.scan) : undefined;
      return scan ? bytes(scan.type, new Uint8Array(scan.content), { headers: { 'content-disposition': `attachment; filename="consent.${scan.type.split('/')[1]}"` } }) : notFound;
    }),
    recording('GET', accessPaths.instruct(':id'), 'none', async (visit, open) => page(await instructionForm(visit, open))),
    recording('POST', accessPaths.instruct(':id'), 'access.record-instruction', async (visit, open) => {
      const read = readInstruction(visit.form, visit.language, await listAgencies(visit), await listColleagues(visit));
      if (read.errors) return invalid(await instructionForm(visit, open, read.errors));
      await instruct(visit, open.desk.account, open.id, read.value);
      return redirect(localized(visit.language, accessPaths.person(open.id)));
    }),
    recording('POST', accessPaths.lift(':id', ':instruction'), 'access.lift-instruction', async (visit, open) =>
      isId(visit.params.instruction) && (await liftInstruction(visit, open.id, visit.params.instruction)) ? back(visit, open) : notFound),
  ];

  async function list(visit: Visit, open: Open, errors?: FieldErrors, wrong?: string) {
    return <ConsentsPage {...await state(visit, open, consentWords[visit.language].title, errors)} consents={await listConsents(visit, open.id)} instructions={await listInstructions(visit, open.id)}
      colleagues={await listColleagues(visit)} scans={await listScans(visit, open.id)} writes={mayWrite(await findFacts(visit, open.id, 'identity'))} today={visit.today} timeZone={visit.timeZone} wrong={wrong} />;
  }
  /** The consent that is to be renewed: of this person, not withdrawn, not renewed before. */
  async function renewedIn(visit: Visit, { id }: Open): Promise<Consent | undefined> {
    const wanted = visit.form.text('renews') || visit.query.get('renews');
    const all = wanted ? await listConsents(visit, id) : [];
    return all.find((one) => one.id === wanted && !one.withdrawnAt && !all.some((later) => later.renews === one.id));
  }
  /** Nobody consents to the sharing of a record with the organisation that holds it, but to stand on the by-name list that it keeps. */
  async function others(visit: Visit, { desk }: Open) {
    const keepsList = (await listAll(visit)).some(({ agency }) => agency === desk.agency);
    return (await listAgencies(visit)).filter((one) => one.id !== desk.agency || keepsList);
  }
  async function consentForm(visit: Visit, open: Open, errors?: FieldErrors) {
    const renewed = await renewedIn(visit, open);
    const given = await state(visit, open, renewed ? scanWords[visit.language].renewTitle : consentWords[visit.language].record, errors);
    return <ConsentPage {...given} typed={renewed && !errors ? formOfConsent(renewed) : visit.form} agencies={await others(visit, open)} expires={addMonths(visit.today, 12)} renews={renewed?.id} outside={await outsideOf(visit, renewed)} asking={askingIn(visit)} />;
  }
  /** The organisation without an account that a referral asks about, or that the consent to be renewed names. */
  async function outsideOf(visit: Visit, renewed?: Consent) {
    const id = visit.form.text('organization') || (visit.query.get('organization') ?? renewed?.toOrganizations?.[0]);
    return isId(id) ? await findOutside(visit, id) : undefined;
  }
  /** The referral from whose form the worker came to ask for consent, and to which she goes back. */
  function askingIn(visit: Visit) {
    const [service, previous] = ['service', 'previous'].map((name) => visit.form.text(name) || visit.query.get(name) || '');
    return isId(service) ? { service, previous: isId(previous) ? previous : undefined, agency: visit.query.get('agency') ?? '' } : undefined;
  }
  async function instructionForm(visit: Visit, open: Open, errors?: FieldErrors) {
    return <InstructionPage {...await state(visit, open, consentWords[visit.language].instruct, errors)} colleagues={await listColleagues(visit)} />;
  }
}
