import { Csrf } from '#app/ui/components/csrf.tsx';
import { SummaryList } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { colon, formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { accessPaths } from '../paths.ts';
import type { AgencyLine } from '../person/queries.ts';
import { AgesSection, type Clock } from './ages-section.tsx';
import { PathwaySection, type Held } from './pathway-section.tsx';
import { carePaths } from './paths.ts';
import type { Plan, PlanContent } from './queries.ts';
import { type CareStep, isCareStep, mayRefuse, mayTake, type Part, type PlanState, usualNext } from './rules.ts';
import { careWords } from './words.ts';

export type PlanPageProps = {
  frame: PageFrame; plan: Plan; content: PlanContent; state: PlanState; part: Part; agencies: readonly AgencyLine[]; coordinator: string | undefined; clock: Clock; held: Held; opensRecord: boolean;
};

/** The plan of a person: where it stands, what is next and whose it is, goals, team, reviews, ages, and the pathway held against what happened. */
export function PlanPage({ frame, plan, content, state, part, agencies, coordinator, clock, held, opensRecord }: PlanPageProps) {
  const { language } = frame;
  const words = careWords[language];
  const at = (path: string) => localized(language, path);
  const agency = (id: string) => agencies.find((one) => one.id === id)?.name[language] ?? '';
  const day = (date: string) => formatDate(language, date);
  const next = usualNext(state);
  const keeps = part.kept && plan.standing === 'active';
  return (
    <StaffLayout frame={frame}>
      <p><a href={at(carePaths.list)}>{words.toList}</a>{opensRecord ? <> · <a href={at(accessPaths.person(plan.person))}>{words.back}</a></> : null}</p>
      <h1>{frame.title}</h1>
      <SummaryList rows={[
        { label: words.standing, value: words.standings[plan.standing] }, { label: words.step, value: `${words.steps[plan.step]} (${words.round(plan.round)})` },
        { label: words.coordinator, value: coordinator ?? words.nobody }, { label: words.lead_, value: agency(plan.agency) },
      ]} />
      {part.led ? <Next frame={frame} plan={plan} state={state} part={part} next={next} /> : null}

      <section>
        <h2>{words.strengthsTitle}</h2>
        {content.strengths ? <><p><b>{words.strengths}</b></p><Text text={content.strengths.strengths} /><p><b>{words.needs}</b></p><Text text={content.strengths.needs} /></> : null}
        {part.led && plan.standing === 'active' ? <p><a href={at(carePaths.strengths(plan.person))}>{words.writeStrengths}</a></p> : null}
      </section>

      <section>
        <h2>{words.goals}</h2>
        {content.goals.length === 0 ? <p>{words.noGoals}</p> : (
          <ol>
            {content.goals.map((goal) => (
              <li>
                <q>{goal.inWords}</q><br />
                <span class="small">{goal.owner}. {words.goalStates[goal.state]}. {goal.state === 'open' ? `${words.reviewOn} ${day(goal.reviewOn)}.` : ''}</span>
                {keeps ? <> <a href={at(carePaths.goal(plan.person, goal.id))}>{words.keepGoal}<span class="hidden-text"> ({goal.inWords})</span></a></> : null}
              </li>
            ))}
          </ol>
        )}
        {keeps ? <p><a href={at(carePaths.goalNew(plan.person))}>{words.goalNew}</a></p> : null}
      </section>

      <section>
        <h2>{words.team}</h2>
        {content.team.length === 0 ? <p>{words.noTeam}</p> : (
          <ul>
            {content.team.map((one) => (
              <li>
                <b>{agency(one.agency)}</b>{colon(language)}{one.provides} <span class="small">({one.leftOn ? words.left(day(one.leftOn)) : words.joined(day(one.joinedOn))})</span>
                {!one.leftOn && !one.lead && !one.consent ? <><br /><b>{words.consentGone}</b></> : null}
                {keeps && !one.leftOn ? <form method="post" action={at(carePaths.leave(plan.person, one.id))}><Csrf frame={frame} /><button class="button link" type="submit">{words.leave}<span class="hidden-text"> ({agency(one.agency)})</span></button></form> : null}
              </li>
            ))}
          </ul>
        )}
        {keeps ? <p><a href={at(carePaths.join(plan.person))}>{words.join}</a></p> : null}
      </section>

      <section>
        <h2>{words.reviews}</h2>
        {content.reviews.length === 0 ? <p>{words.noReviews}</p> : (
          <ul>
            {content.reviews.map((one) => (
              <li>
                {one.heldOn ? <><b>{words.held} {day(one.heldOn)}</b><Text text={one.found ?? ''} /></> : <><b>{words.due} {day(one.dueOn)}</b>{keeps ? <> <a href={at(carePaths.review(plan.person, one.id))}>{words.holdReview}<span class="hidden-text"> ({day(one.dueOn)})</span></a></> : null}</>}
              </li>
            ))}
          </ul>
        )}
        {keeps ? <p><a href={at(carePaths.reviewNew(plan.person))}>{words.reviewNew}</a></p> : null}
      </section>

      <AgesSection frame={frame} plan={plan} clock={clock} keeps={keeps} />
      <PathwaySection frame={frame} held={held} content={content} />

      <section>
        <h2>{words.history}</h2>
        <ul>
          {content.steps.toReversed().map((one) => (
            <li>{day(one.onDate)}{colon(language)}<b>{one.step ? words.steps[stepOf(one.step)] : words.historyKinds[kindOf(one.kind)]}</b>{one.reason ? `. ${one.reason}` : ''}{one.warmTo ? <> <span class="small">({words.warm}{colon(language)}{one.warmTo})</span></> : null}</li>
          ))}
        </ul>
      </section>
    </StaffLayout>
  );
}

const stepOf = (step: string): CareStep => (isCareStep(step) ? step : 'referral');
const kindOf = (kind: string): 'refused' | 'inactive' | 'reopened' => (kind === 'refused' || kind === 'inactive' ? kind : 'reopened');

function Text({ text }: { text: string }) {
  return <>{text.split('\n').map((line) => <p>{line}</p>)}</>;
}

function Next({ frame, plan, state, part, next }: { frame: PageFrame; plan: Plan; state: PlanState; part: Part; next: CareStep }) {
  const words = careWords[frame.language];
  const at = (path: string) => localized(frame.language, path);
  if (plan.standing !== 'active') return part.kept ? <p class="go"><a class="button" href={at(carePaths.reopen(plan.person))}>{words.reopen}</a></p> : null;
  return (
    <div class="panel">
      <p>{words.next}{colon(frame.language)}<b>{words.steps[next]}</b></p>
      {mayTake(next, part) ? null : <p>{words.waitsFor} {words.whose[next]}.</p>}
      <p class="go">
        {part.kept || part.takesIn ? <a class="button" href={at(carePaths.step(plan.person))}>{words.takeStep}</a> : null}
        {mayRefuse(state, part) ? <> <a class="button quiet" href={at(carePaths.refuse(plan.person))}>{words.refuse}</a></> : null}
        {part.kept ? <> <a class="button quiet" href={at(carePaths.rest(plan.person))}>{words.rest}</a></> : null}
      </p>
    </div>
  );
}
