import type { Answer } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { caring, writing } from '../paths.ts';
import { deskOf } from '../person/desk.ts';
import { findReferral, findStanding, listHistory, listOfPerson, listReferrals, mayRefer, readContent, readOwnWords, type Referral } from '../referral/queries.ts';
import { states } from '../referral/rules.ts';
import { bundle, type Json, outcome, patientAsked } from './outcome.ts';
import { postServiceRequest, postTask, type Show } from './referral-send.ts';
import { byId, keyed } from './route.ts';
import { toServiceRequest } from './service-request.ts';
import { taskStatus, toTask } from './task.ts';

/** Referrals for programs: what is asked for (ServiceRequest) and where it stands (Task), under one id. A read is not taken for somebody having seen it. */
export function referralRoutes(): Route[] {
  return [
    keyed('GET', 'ServiceRequest', 'access.list-referrals-of-person', caring, searchRequests),
    keyed('GET', 'ServiceRequest/:id', 'access.open-referral', caring, byId(of(requestOf))),
    keyed('POST', 'ServiceRequest', 'access.send-referral', writing, async (visit) => await postServiceRequest(visit, requestOf)),
    keyed('GET', 'Task', 'access.list-referrals', caring, searchTasks),
    keyed('GET', 'Task/:id', 'access.open-referral', caring, byId(of(taskOf))),
    keyed('POST', 'Task', 'access.send-referral', writing, async (visit) => await postTask(visit, taskOf)),
  ];
}

const of = (show: Show) => async (visit: Visit, id: string): Promise<Json | undefined> => {
  const referral = await findReferral(visit, id);
  if (!referral) return undefined;
  visit.about('referral', referral.id);
  return await show(visit, referral);
};

/** The reads of the person's data and of the words leave their own audit lines. */
async function requestOf(visit: Visit, referral: Referral): Promise<Json> {
  const sides = (await findStanding(visit, referral.id))?.sides ?? [];
  const sender = sides.includes('sender');
  const content = sides.includes('receiver') ? await readContent(visit, referral.id) : undefined;
  return toServiceRequest({ referral, sender, words: sender ? await readOwnWords(visit, referral.id) : [], content: sender && content ? { ...content, words: [] } : content });
}

async function taskOf(visit: Visit, referral: Referral): Promise<Json> {
  return toTask(referral, await listHistory(visit, referral.id));
}

async function searchRequests(visit: Visit): Promise<Answer> {
  const id = patientAsked(visit);
  if (!id) return outcome(400, [{ code: 'required', text: 'Give patient=Patient/id. What your organisation receives is found by Task?owner=Organization/id.' }]);
  visit.about('person', id);
  const found: Json[] = [];
  for (const referral of (await mayRefer(visit, id)) ? await listOfPerson(visit, id) : []) found.push(await requestOf(visit, referral));
  return bundle(visit, found);
}

/** What the organisation of the key receives or sends: what is open, or what stands in one status. At most 200, the longest waiting first. */
async function searchTasks(visit: Visit): Promise<Answer> {
  const own = `Organization/${deskOf(visit)?.agency ?? ''}`;
  const [owner, requester, status] = ['owner', 'requester', 'status'].map((name) => visit.query.get(name));
  if ((owner ?? requester) !== own || (owner !== null && requester !== null)) return outcome(400, [{ code: 'required', text: `Give owner=${own} for what is received, or requester=${own} for what is sent.` }]);
  const wanted = states.filter((state) => taskStatus[state] === status);
  if (status && wanted.length === 0) return outcome(400, [{ code: 'code-invalid', text: `status is one of ${[...new Set(Object.values(taskStatus))].join(', ')}.` }]);
  const side = owner ? 'inbox' : 'outbox';
  const lists = status ? await Promise.all(wanted.map(async (state) => await listReferrals(visit, { side, state }))) : [await listReferrals(visit, { side })];
  const found: Json[] = [];
  // A status of FHIR's may stand for several states, each with its own longest waiting.
  for (const referral of lists.flat().toSorted((left, right) => waitsSince(left) - waitsSince(right)).slice(0, 200)) found.push(await taskOf(visit, referral));
  return bundle(visit, found);
}

const waitsSince = ({ sentAt, madeAt }: Referral): number => (sentAt ?? madeAt).getTime();
