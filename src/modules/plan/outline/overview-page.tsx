import { type findLevel, type Figure, LevelBanner } from '#app/modules/insight/index.ts';
import { FourAreas } from '#app/ui/components/four-areas.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { colon } from '#app/ui/format.ts';
import { FigureList } from '../figure/figure-list.tsx';
import { figureWords } from '../figure/words.ts';
import { planPaths } from '../paths.ts';
import { PriorityCard } from '../priority/card.tsx';
import { ChainThread } from '../priority/chain-thread.tsx';
import type { Priority } from '../priority/queries.ts';
import type { ChainStep } from '../priority/thread.ts';
import { priorityWords } from '../priority/words.ts';
import type { Plan } from './queries.ts';
import { outlineWords } from './words.ts';

type Props = {
  frame: PageFrame;
  plan: Plan;
  priorities: readonly Priority[];
  example: { priority: Priority; steps: readonly ChainStep[] } | undefined;
  figures: readonly Figure[];
  level: Awaited<ReturnType<typeof findLevel>>;
  today: string;
};

/** The first page: what the plan is, its key issues as they stand, how one became a change, and where the community stands. */
export function OverviewPage({ frame, plan, priorities, example, figures, level, today }: Props) {
  const { language, site } = frame;
  const words = outlineWords[language];
  const doors = site.navigation.filter((item) => item.help);
  return (
    <PublicLayout frame={frame} wide>
      <LevelBanner language={language} current={level} />
      <section class="hero">
        <div>
          <h1>{plan.title[language]}</h1>
          <p class="lead">{plan.lead[language]}</p>
          {doors.length > 0 ? (
            <p class="panel"><b>{words.needHelp}</b> {words.needHelpText} {doors.map((item) => <a class="door" href={localized(language, item.path)}>{item.label[language]}</a>)}</p>
          ) : null}
          <div class="go">
            <a class="button" href={localized(language, planPaths.raiseIssue)}>{words.raise}</a>
            <a class="button quiet" href={localized(language, planPaths.subscribe)}>{words.updates}</a>
            <a class="button quiet" href={localized(language, planPaths.meetings)}>{words.meetings}</a>
          </div>
        </div>
        <FourAreas language={language} />
      </section>
      <section class="band">
        <h2>{words.keyIssues}</h2>
        {priorities.length > 0 ? <ul class="issues">{priorities.map((priority) => <PriorityCard language={language} priority={priority} />)}</ul> : <p>{words.noIssues}</p>}
      </section>
      {example ? (
        <section class="band">
          <h2>{priorityWords[language].threadOf}</h2>
          <p class="small"><a href={localized(language, planPaths.priority(example.priority.slug))}>{example.priority.title[language]}</a></p>
          <ChainThread language={language} steps={example.steps} />
        </section>
      ) : null}
      {figures.length > 0 ? (
        <section class="band">
          <h2>{words.stand(site.place[language])}</h2>
          <FigureList language={language} figures={figures} today={today} />
          <p><a href={localized(language, planPaths.figures)}>{figureWords[language].all}</a></p>
        </section>
      ) : null}
      <section class="band">
        <h2>{words.more}</h2>
        <ul>
          <li><a href={localized(language, planPaths.about)}>{words.about}</a>{colon(language)}{words.aboutHint}</li>
          <li><a href={localized(language, planPaths.areas)}>{words.areas}</a>{colon(language)}{words.areasHint}</li>
          <li><a href={localized(language, planPaths.domains)}>{words.domains}</a>{colon(language)}{words.domainsHint}</li>
          <li><a href={localized(language, planPaths.bodies)}>{words.bodies}</a></li>
          <li><a href={localized(language, planPaths.consultations)}>{words.said}</a>{colon(language)}{words.saidHint}</li>
          <li><a href={localized(language, planPaths.duties)}>{words.duties}</a>{colon(language)}{words.dutiesHint}</li>
          <li><a href={localized(language, planPaths.documents)}>{words.documents}</a></li>
          <li><a href={localized(language, planPaths.sources)}>{words.sources}</a></li>
        </ul>
      </section>
    </PublicLayout>
  );
}
