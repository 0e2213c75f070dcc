import { dateIn } from '#app/platform/clock/clock.ts';
import { type Answer, invalid, notFound, page } from '#app/platform/http/answer.ts';
import { keyDoor } from '#app/platform/http/door.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { frameOf, type SiteSource } from '#app/ui/page-frame.ts';
import { takeStep } from '../referral/actions.ts';
import { isStep, readStep, stepField } from '../referral/input.ts';
import { referralPaths } from '../referral/paths.ts';
import { isTerminal, ruleOf, states } from '../referral/rules.ts';
import { referralWords } from '../referral/words.ts';
import { DoorPage, LinkedPage, MessagePage } from './pages.tsx';
import { findLinked, type Linked } from './queries.ts';
import { linkWords } from './words.ts';

const { behind } = keyDoor({ limit: 'referral-link', max: 120 }, ({ form }) => form.text('key') || undefined);
/** Long enough to be a key; anything else is not even looked up. */
const keyOf = (text: string | null) => (text && /^[\w-]{32}$/.test(text) ? text : undefined);

/** Answering a referral without an account. The key travels from the mail into a form, and in forms from then on. */
export function referralLinkRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: referralPaths.link, may: 'anyone', audit: 'none', limit: behind.limit, handle: async (visit) => {
      const secret = keyOf(visit.query.get('key'));
      return secret ? page(<DoorPage frame={frame(visit)} secret={secret} />) : gone(visit);
    } },
    { ...behind, method: 'POST', path: referralPaths.link, audit: 'none', handle: async (visit) => {
      const linked = await findLinked(visit);
      if (!linked) return gone(visit);
      visit.about('referral', linked.id);
      if (!linked.seenAt && linked.state === 'sent') await takeStep(visit, linked.id, { from: 'sent', step: 'see', side: 'receiver' });
      return page(draw(visit, linked));
    } },
    { ...behind, method: 'POST', path: referralPaths.linkStep(':step'), audit: 'access.answer-referral-by-link', handle: take },
  ];

  async function take(visit: Visit): Promise<Answer> {
    const { step } = visit.params;
    if (!isStep(step) || !ruleOf(step).by.includes('receiver')) return notFound;
    const linked = await findLinked(visit);
    if (!linked) return gone(visit);
    visit.about('referral', linked.id);
    const from = states.find((one) => one === visit.form.text('from'));
    const read = readStep(visit.form, visit.language, step, visit, dateIn(visit.timeZone, new Date(linked.sentAt)));
    if (read.errors) return invalid(draw(visit, linked, { errors: read.errors, wrong: step, typed: visit.form }));
    const words = referralWords[visit.language];
    const taken = await takeStep(visit, linked.id, { from: from ?? linked.state, step, side: 'receiver', given: read.value });
    if (taken === 'not-tried') return invalid(draw(visit, linked, { errors: { [stepField(step, 'reason')]: words.notTried }, wrong: step, typed: visit.form }));
    if (taken !== 'done') return invalid(draw(visit, linked, { notice: taken === 'conflict' ? words.faster : words.refused }));
    const to = ruleOf(step).to;
    if (to && isTerminal(to)) return page(<MessagePage frame={frame(visit)} title={linkWords[visit.language].title} lead={linkWords[visit.language].ended} />);
    const after = await findLinked(visit);
    return after ? page(draw(visit, after, { done: true })) : gone(visit);
  }

  function frame(visit: Visit, hasErrors = false) {
    return frameOf({ ...visit, path: referralPaths.link }, site(), { title: linkWords[visit.language].title, unlisted: true, hasErrors });
  }

  function draw(visit: Visit, linked: Linked, more: Partial<Parameters<typeof LinkedPage>[0]> = {}) {
    return <LinkedPage frame={frame(visit, more.errors !== undefined)} linked={linked} secret={visit.form.text('key')} today={visit.today} timeZone={visit.timeZone} {...more} />;
  }

  // A key that never was and one that has ended are one answer.
  function gone(visit: Visit): Answer {
    const words = linkWords[visit.language];
    return invalid(<MessagePage frame={frame(visit)} title={words.gone} lead={words.goneLead} />);
  }
}
