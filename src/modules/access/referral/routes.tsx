import { hasRole } from '#app/platform/db/scope.ts';
import { isId } from '#app/platform/db/id.ts';
import { type Answer, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import { emptyForm } from '#app/platform/http/form.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { dateIn } from '#app/platform/clock/clock.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { caring, overseeing, writing } from '../paths.ts';
import { nameOf } from '../person/list-page.tsx';
import { findIdentity } from '../person/queries.ts';
import { newFollowCode, sendWithCode, takeStep, wantLink } from './actions.ts';
import { listBounced } from './choices.ts';
import { listTerms } from './deliveries.ts';
import { isStep, readStep, stepField } from './input.ts';
import { BouncesPage, ReferralsPage } from './list-page.tsx';
import { referralPaths } from './paths.ts';
import { type Barrier, findReferral, findStanding, isBarrier, listHistory, listReferrals, readContent, readOwnWords, type Referral, type Taken } from './queries.ts';
import { type Actor, actors, type State, states, type Step, stepsFor, triedToReach } from './rules.ts';
import { CodePage } from './send-pages.tsx';
import { ReferralPage } from './show-page.tsx';
import type { Offer } from './step-forms.tsx';
import { referralWords } from './words.ts';

type Problem = { readonly errors?: FieldErrors; readonly wrong?: Step; readonly notice?: string; readonly barrier?: Barrier };

/** Inbox, outbox, the board of refusals, and one referral with the steps that its reader may take. */
export function referralRoutes(site: SiteSource): Route[] {
  const list = (side: 'inbox' | 'outbox'): Route => ({ method: 'GET', path: referralPaths[side], may: caring, audit: `access.list-referrals-${side}`, handle: async (visit) => {
    const chosen = visit.query.get('state') ?? '';
    const state = states.find((one) => one === chosen);
    const referrals = await listReferrals(visit, { side, state, ended: chosen === 'ended' });
    return page(<ReferralsPage frame={frame(visit, referralWords[visit.language][side])} side={side} referrals={referrals} chosen={state ?? (chosen === 'ended' ? 'ended' : '')} now={visit.now} board={overseeing.roles.some((role) => hasRole(visit, role))} />);
  } });
  return [
    list('inbox'), list('outbox'),
    { method: 'GET', path: referralPaths.bounces, may: overseeing, audit: 'access.list-bounces', handle: async (visit) =>
      page(<BouncesPage frame={frame(visit, referralWords[visit.language].bounces)} bounced={await listBounced(visit)} timeZone={visit.timeZone} />) },
    { method: 'GET', path: referralPaths.show(':id'), may: caring, audit: 'access.open-referral', handle: async (visit) => await withReferral(visit, async (referral) => {
      const sides = (await findStanding(visit, referral.id))?.sides ?? [];
      // The sender likes to know that it was seen; opening it is seeing it.
      if (referral.state === 'sent' && !referral.seenAt && sides.includes('receiver') && !sides.includes('sender')) await takeStep(visit, referral.id, { from: 'sent', step: 'see', side: 'receiver' });
      return page(await show(visit, (await findReferral(visit, referral.id)) ?? referral));
    }) },
    { method: 'POST', path: referralPaths.step(':id', ':step'), may: caring, audit: 'access.take-referral-step', handle: async (visit) => await withReferral(visit, async (referral) => await take(visit, referral)) },
    { method: 'POST', path: referralPaths.code(':id'), may: writing, audit: 'access.new-referral-code', handle: async (visit) => await withReferral(visit, async (referral) => {
      const code = await newFollowCode(visit, referral.id);
      return code ? page(<CodePage frame={frame(visit, referralWords[visit.language].newCode)} referral={referral} code={code} />) : notFound;
    }) },
    { method: 'POST', path: referralPaths.sendAgain(':id'), may: writing, audit: 'access.send-referral-link', handle: async (visit) => await withReferral(visit, async (referral) => {
      if (!referral.byLink || !(await findStanding(visit, referral.id))?.sides.includes('sender')) return notFound;
      await wantLink(visit, referral.id);
      return redirect(localized(visit.language, referralPaths.show(referral.id)));
    }) },
  ];

  function frame(visit: Visit, title: string, hasErrors = false) {
    return frameOf(visit, site(), { title, current: 'referrals', hasErrors });
  }

  async function withReferral(visit: Visit, work: (referral: Referral) => Promise<Answer>): Promise<Answer> {
    const id = visit.params.id ?? '';
    const referral = isId(id) ? await findReferral(visit, id) : undefined;
    if (!referral) return notFound;
    visit.about('referral', referral.id);
    return await work(referral);
  }

  async function show(visit: Visit, referral: Referral, problem: Problem = {}) {
    const standing = await findStanding(visit, referral.id);
    const sides = standing?.sides ?? [];
    const identity = sides.includes('sender') ? await findIdentity(visit, referral.person) : undefined;
    const [history, terms] = [await listHistory(visit, referral.id), await listTerms(visit)];
    const tried = triedToReach(history.map((one) => ({ ...one, day: dateIn(visit.timeZone, one.at) })), { attempts: terms.get('attempts')?.count ?? 0, reply: terms.get('reply')?.count ?? 0 });
    const personName = sides.includes('sender') ? nameOf({ id: referral.person, anonymous: !identity, givenName: identity?.givenName ?? null, familyName: identity?.familyName ?? null }, visit.language) : undefined;
    return (
      <ReferralPage frame={frame(visit, referralWords[visit.language].title(referral.serviceName[visit.language]), problem.errors !== undefined)} referral={referral} standing={standing} offers={offersOf(referral, sides, standing?.late ?? false)}
        history={history} tried={tried} content={sides.includes('receiver') ? await readContent(visit, referral.id) : undefined} own={sides.includes('sender') ? await readOwnWords(visit, referral.id) : []}
        personName={personName} typed={problem.errors ? visit.form : emptyForm} now={visit.now} today={visit.today} timeZone={visit.timeZone} {...problem} />
    );
  }

  async function take(visit: Visit, referral: Referral): Promise<Answer> {
    const { step } = visit.params;
    const from: State | undefined = states.find((one) => one === visit.form.text('from'));
    const side = actors.find((one) => one === visit.form.text('side'));
    if (!isStep(step) || !from || !side) return notFound;
    const read = readStep(visit.form, visit.language, step, visit, dateIn(visit.timeZone, referral.sentAt ?? referral.madeAt));
    if (read.errors) return invalid(await show(visit, referral, { errors: read.errors, wrong: step }));
    if (step === 'send') return await send(visit, referral);
    const taken = await takeStep(visit, referral.id, { from, step, side, given: read.value });
    if (taken === 'done') return redirect(localized(visit.language, referralPaths.show(referral.id)));
    if (taken === 'not-tried') return invalid(await show(visit, referral, { errors: { [stepField(step, 'reason')]: referralWords[visit.language].notTried }, wrong: step }));
    return taken === 'absent' ? notFound : invalid(await show(visit, referral, { notice: noticeOf(visit, taken) }));
  }

  async function send(visit: Visit, referral: Referral): Promise<Answer> {
    const sent = await sendWithCode(visit, referral.id);
    if ('code' in sent) return page(<CodePage frame={frame(visit, referralWords[visit.language].sent)} referral={referral} code={sent.code} />);
    if (sent.refused === 'absent') return notFound;
    return invalid(await show(visit, referral, isBarrier(sent.refused) ? { barrier: sent.refused } : { notice: noticeOf(visit, sent.refused) }));
  }
}

const noticeOf = (visit: Visit, taken: Taken): string => {
  const words = referralWords[visit.language];
  return taken === 'conflict' ? words.faster : taken === 'too-early' ? words.tooEarly : words.refused;
};

/** What a reader may do, by the sides that she stands on; whoever opens a referral has seen it, so that is no button of its own. */
function offersOf(referral: Referral, sides: readonly Actor[], late: boolean): readonly Offer[] {
  const mark = { state: referral.state, seen: true, paused: referral.pausedSince !== null, told: referral.senderToldAt !== null, late };
  const offers = new Map<Step, Offer>();
  for (const side of sides) for (const step of stepsFor(mark, side)) {
    if (step === 'ask' && referral.askedAt !== null) continue;
    if (step === 'answer-help' && referral.helpAnswer !== null) continue;
    if (!offers.has(step)) offers.set(step, { step, side });
  }
  return [...offers.values()];
}
