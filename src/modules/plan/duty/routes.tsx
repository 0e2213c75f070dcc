import { type Answer, invalid, type Markup, notFound, page, problem, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { formatDate } from '#app/ui/format.ts';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import type { Read } from '#app/ui/form-reader.ts';
import { listSources } from '../outline/queries.ts';
import { planPaths } from '../paths.ts';
import type { Surroundings } from '../surroundings.ts';
import { addDutyEvidence, recordAdoption, takeBack } from './actions.ts';
import { readAdoption, readDutyEvidence, readReason } from './input.ts';
import { DutiesPage } from './list-page.tsx';
import { AdoptionPage, DutyEvidencePage, DutyOfficePage, TakeBackPage } from './office-pages.tsx';
import { type Adoption, type Duty, type DutyEvidence, findDuty, listAdoptions, listDuties } from './queries.ts';
import { firstDay, takesEvidence } from './rules.ts';
import { dutyWords } from './words.ts';

const office = { roles: ['plan-manager'] } as const;

export function dutyRoutes(site: SiteSource, around: Surroundings): Route[] {
  return [
    { method: 'GET', path: planPaths.duties, may: 'anyone', audit: 'none', cached: true, handle: showDuties },
    { method: 'GET', path: planPaths.dutyOffice, may: office, audit: 'none', handle: showOffice },
    { method: 'GET', path: planPaths.adoption, may: office, audit: 'none', handle: async (visit) => page(<AdoptionPage {...formState(visit)} />) },
    { method: 'POST', path: planPaths.adoption, may: office, audit: 'plan.record-adoption', handle: postAdoption },
    { method: 'GET', path: planPaths.dutyEvidence(':slug'), may: office, audit: 'none', handle: async (visit) => await withDuty(visit, async (duty) => page(<DutyEvidencePage {...formState(visit)} duty={duty} />)) },
    { method: 'POST', path: planPaths.dutyEvidence(':slug'), may: office, audit: 'plan.add-duty-evidence', handle: async (visit) => await withDuty(visit, async (duty) => await postEvidence(visit, duty)) },
    { method: 'GET', path: planPaths.dutyRecord(':slug'), may: office, audit: 'none', handle: async (visit) => await withRecord(visit, async (_record, about) => page(<TakeBackPage {...formState(visit)} about={about} />)) },
    { method: 'POST', path: planPaths.dutyRecord(':slug'), may: office, audit: 'plan.take-back-duty-record', handle: async (visit) => await withRecord(visit, async (record, about) => await postTakeBack(visit, record, about)) },
  ];

  async function showDuties(visit: Visit) {
    const words = dutyWords[visit.language];
    const [duties, adoptions, sources, bodies] = [await listDuties(visit), await listAdoptions(visit), await listSources(visit), await around.listBodies(visit)];
    const frame = frameOf(visit, site(), { title: words.title, description: words.lead, current: 'plan' });
    return page(<DutiesPage frame={frame} duties={duties} adoptions={adoptions} sources={sources} today={visit.today} bodyName={(slug) => bodies.find((body) => body.slug === slug)?.name} />);
  }

  async function showOffice(visit: Visit) {
    return page(<DutyOfficePage frame={staffFrame(visit)} duties={await listDuties(visit)} adoptions={await listAdoptions(visit)} />);
  }

  async function postAdoption(visit: Visit) {
    const days = (await listDuties(visit)).filter((duty) => duty.rule.term.kind === 'adoption').flatMap((duty) => firstDay(duty.rules) ?? []).toSorted();
    const known = (await listAdoptions(visit)).map((one) => one.date);
    const read = readAdoption(visit.form, visit.language, visit.today, days[0], known);
    return await carryOut(visit, read, (errors) => <AdoptionPage {...formState(visit, errors)} />, 'adoption', async (value) => await recordAdoption(visit, value));
  }

  async function postEvidence(visit: Visit, duty: Duty) {
    const adoptions = (await listAdoptions(visit)).map((one) => one.date);
    const read = readDutyEvidence(visit.form, visit.language, visit.today, duty, adoptions);
    return await carryOut(visit, read, (errors) => <DutyEvidencePage {...formState(visit, errors)} duty={duty} />, 'duty-evidence', async (value) => await addDutyEvidence(visit, duty, value));
  }

  async function postTakeBack(visit: Visit, record: StaffRecord, about: string) {
    const read = readReason(visit.form, visit.language);
    return await carryOut(visit, read, (errors) => <TakeBackPage {...formState(visit, errors)} about={about} />, 'duty-withdrawal', async (reason) => await takeBack(visit, record, reason));
  }

  function staffFrame(visit: Visit, errors?: FieldErrors) {
    return frameOf(visit, site(), { title: dutyWords[visit.language].title, current: 'duties', hasErrors: errors !== undefined });
  }

  function formState(visit: Visit, errors?: FieldErrors) {
    return { frame: staffFrame(visit, errors), typed: visit.form, errors };
  }
}

type StaffRecord = { adoption: Adoption } | { evidence: DutyEvidence; duty: Duty };

/** The form again when it is invalid; else the work, an audit line about its record, and back to the list. */
async function carryOut<T>(visit: Visit, read: Read<T>, draw: (errors: FieldErrors) => Markup, kind: string, work: (value: T) => Promise<string>): Promise<Answer> {
  if (read.errors) return invalid(draw(read.errors));
  visit.about(kind, await work(read.value));
  return redirect(localized(visit.language, planPaths.dutyOffice));
}

/** The duty of the address; a conflict where no evidence can be added. */
async function withDuty(visit: Visit, then: (duty: Duty) => Promise<Answer>): Promise<Answer> {
  const duty = await findDuty(visit, visit.params.slug ?? '');
  if (!duty) return notFound;
  return takesEvidence(duty.rule, duty.state) ? await then(duty) : problem('conflict');
}

/** The record of the address, when this office wrote it and it still stands. */
async function withRecord(visit: Visit, then: (record: StaffRecord, about: string) => Promise<Answer>): Promise<Answer> {
  const slug = visit.params.slug ?? '';
  const words = dutyWords[visit.language];
  const adoption = (await listAdoptions(visit)).find((one) => one.staff && one.slug === slug);
  if (adoption) return await then({ adoption }, words.adopted(formatDate(visit.language, adoption.date), adoption.by[visit.language], adoption.resolution));
  for (const duty of await listDuties(visit)) {
    const evidence = duty.evidence.find((one) => one.staff && one.slug === slug);
    if (evidence) return await then({ evidence, duty }, evidence.title[visit.language]);
  }
  return notFound;
}
