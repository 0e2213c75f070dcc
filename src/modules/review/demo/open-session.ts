import type { Pack } from '#app/community-pack/schema.ts';
import { addMonths } from '#app/modules/commitment/index.ts';
import { asDemoAccount, type DemoIds } from '#app/modules/identity/index.ts';
import { dateIn, instantIn } from '#app/platform/clock/clock.ts';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { addDays } from '#app/ui/format.ts';
import { findOwn, insertOath, insertReviewer, updateReviewer } from '../reviewer/queries.ts';
import { enterDemoTraining } from './enter-training.ts';
import { drawSession, planSession } from '../session/actions.ts';
import { countsIn } from '../session/draw.ts';
import { findSession, insertSeated, listCodes } from '../session/queries.ts';

/** Lets the made-up committee do what comes before a session: seats, oaths, a plan, the counts of the police. The session opens on the first day of the demonstration. */
export async function openDemoReview(scope: Scope, { review, demo }: Pick<Pack, 'review' | 'demo'>, ids: DemoIds): Promise<void> {
  const sitting = review.demo;
  if (!sitting) return;
  const { timeZone } = scope;
  const act = async <T>(name: string, ago: number, work: (own: Scope) => Promise<T>) => await asDemoAccount(
    scope, { id: ids.accounts.get(name) ?? '', email: demo.accounts.find(({ id }) => id === name)?.email ?? '' }, new Date(scope.now.getTime() - ago * 86_400_000), work,
  );
  const day = dateIn(timeZone, scope.now);
  const quarter = `${day.slice(0, 4)}-${String(Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`;
  const seats = await act(sitting.chair, 40, async (own) => {
    const made: string[] = [];
    for (const name of sitting.reviewers) {
      const id = newId();
      await insertReviewer(own, id, ids.accounts.get(name) ?? '');
      await updateReviewer(own, id, { checkOn: addDays(own.today, -60), trainedOn: addDays(own.today, -20), leftOn: null });
      made.push(id);
    }
    return made;
  });
  for (const name of sitting.reviewers) await act(name, 30, async (own) => {
    const seat = await findOwn(own);
    if (seat) await insertOath(own, newId(), seat.id, '1', addMonths(own.today, 12));
  });
  const session = await act(sitting.chair, 21, async (own) => {
    const id = await planSession(own, {
      periodFrom: addMonths(quarter, -3), periodUntil: addDays(quarter, -1), place: sitting.place, sampleSize: sitting.sample,
      opensAt: instantIn(timeZone, `${day}T${sitting.opens}`), closesAt: instantIn(timeZone, `${day}T${sitting.closes}`),
    }, true);
    for (const seat of seats) await insertSeated(own, id, seat);
    return id;
  });
  const { training } = sitting;
  if (training) await act(sitting.liaison, 10, async (own) => await enterDemoTraining(own, training));
  await act(sitting.liaison, 7, async (own) => {
    const planned = await findSession(own, session);
    if (planned) await drawSession(own, planned, countsIn(await listCodes(own, planned.periodUntil), sitting.counts));
  });
}
