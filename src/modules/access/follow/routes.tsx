import { type Answer, invalid, page } from '#app/platform/http/answer.ts';
import { codeDoor } from '#app/platform/http/door.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { frameOf, type SiteSource } from '#app/ui/page-frame.ts';
import { followSecret, takeStep } from '../referral/actions.ts';
import { referralPaths } from '../referral/paths.ts';
import { answers, isTerminal, states } from '../referral/rules.ts';
import { CodeFormPage, FollowedPage } from './pages.tsx';
import { findFollowed, type Followed } from './queries.ts';
import { followWords } from './words.ts';

const door = codeDoor({ limit: 'referral-code' }, followSecret);

/** Following one's own referral with a code: it is posted, never in an address, and every page is an answer to it. */
export function followRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: referralPaths.follow, may: 'anyone', audit: 'none', handle: async (visit) => page(<CodeFormPage frame={frame(visit)} typed="" />) },
    { ...door.behind, method: 'POST', path: referralPaths.follow, audit: 'access.follow-referral', handle: async (visit) => await withFollowed(visit, async (followed) => {
      const ended = followed.state === 'completed' || followed.state === 'failed';
      // Reading the question is being asked.
      if (ended) await takeStep(visit, followed.id, { from: followed.state, step: 'ask', side: 'person' });
      return page(draw(visit, followed));
    }) },
    { ...door.behind, method: 'POST', path: referralPaths.followWithdraw, audit: 'access.withdraw-referral', handle: async (visit) => await withFollowed(visit, async (followed) => {
      if (isTerminal(followed.state)) return page(draw(visit, followed));
      if (visit.form.text('sure') !== 'yes') return page(draw(visit, followed, { asks: true }));
      return page(await withdraw(visit, followed));
    }) },
    { ...door.behind, method: 'POST', path: referralPaths.followAnswer, audit: 'access.answer-help', handle: async (visit) => await withFollowed(visit, async (followed) => {
      const words = followWords[visit.language];
      const answer = answers.find((one) => one === visit.form.text('help'));
      const from = states.find((one) => one === visit.form.text('from')) ?? followed.state;
      if (!answer) return invalid(draw(visit, followed, { error: words.noAnswer }));
      const taken = await takeStep(visit, followed.id, { from, step: 'answer-help', side: 'person', given: { reason: answer } });
      return page(draw(visit, (await findFollowed(visit)) ?? followed, { done: taken === 'done' ? words.thanks : words.changed }));
    }) },
  ];

  function frame(visit: Visit, hasErrors = false) {
    return frameOf({ ...visit, path: referralPaths.follow }, site(), { title: followWords[visit.language].title, current: 'follow-referral', unlisted: visit.method === 'POST', hasErrors });
  }

  function draw(visit: Visit, followed: Followed, more: { error?: string; done?: string; asks?: boolean } = {}) {
    return <FollowedPage frame={frame(visit, more.error !== undefined)} followed={followed} code={visit.form.text('code')} timeZone={visit.timeZone} {...more} />;
  }

  /** Her word counts in whatever state it finds the referral: where somebody changed it in the same moment, it is said again. */
  async function withdraw(visit: Visit, followed: Followed) {
    const words = followWords[visit.language];
    let now = followed;
    for (let tries = 0; tries < 5 && !isTerminal(now.state); tries += 1) {
      await takeStep(visit, now.id, { from: now.state, step: 'withdraw', side: 'person' });
      now = (await findFollowed(visit)) ?? now;
    }
    return draw(visit, now, { done: now.state === 'withdrawn' ? words.withdrawn : words.changed });
  }

  async function withFollowed(visit: Visit, work: (followed: Followed) => Promise<Answer>): Promise<Answer> {
    const followed = await door.open(visit, findFollowed);
    if (!followed) return invalid(<CodeFormPage frame={frame(visit, true)} typed={visit.form.text('code')} error={followWords[visit.language].wrong} />);
    visit.about('referral', followed.id);
    return await work(followed);
  }
}
