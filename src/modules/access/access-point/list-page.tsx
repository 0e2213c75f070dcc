import { Crisis } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { colon } from '#app/ui/format.ts';
import { intakePaths } from '../intake/paths.ts';
import { findHelp, pointPaths } from './paths.ts';
import type { AccessPoint } from './queries.ts';
import { Telephone } from './telephone.tsx';
import { pointWords } from './words.ts';

/** Every point of access with its doors; crisis lines stand first. */
export function PointsPage({ frame, points }: { frame: PageFrame; points: readonly AccessPoint[] }) {
  const { language } = frame;
  const words = pointWords[language];
  const at = (path: string) => localized(language, path);
  return (
    <PublicLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <Crisis language={language} />
      {points.length === 0 ? <p>{words.none}</p> : null}
      {points.map((point) => {
        const hidden = <span class="hidden-text">{words.about(point.name[language])}</span>;
        return (
          <section class="band" aria-labelledby={point.slug}>
            <h2 id={point.slug}>{point.name[language]}</h2>
            <p>{point.about[language]}</p>
            <p><b>{words.fits}</b>{colon(language)}{words.ages(point.ages)}. {point.doors.includes('telephone') ? <><b>{words.call}</b>{colon(language)}<Telephone number={point.telephone} />. </> : null}
              {point.doors.includes('walk-in') && point.place ? <><b>{words.come}</b>{colon(language)}{point.place[language]}.</> : null}</p>
            {point.doors.includes('web') ? <p class="go"><a class="button" href={at(pointPaths.ask(point.slug))}>{words.ask}{hidden}</a></p> : null}
            <ul>
              {point.doors.includes('professional') ? <li><a href={at(pointPaths.refer(point.slug))}>{words.refer}{hidden}</a></li> : null}
              {point.doors.includes('printed') ? <li><a href={at(pointPaths.print(point.slug))}>{words.print}{hidden}</a></li> : null}
              {point.priority ? <li><a href={at(`/plan/priorities/${point.priority}`)}>{words.plan}{hidden}</a></li> : null}
            </ul>
            <p class="small">{words.runBy(point.agencyName[language])}. {point.demonstration ? words.demonstration : ''}</p>
          </section>
        );
      })}
      <section class="band">
        <h2>{words.other}</h2>
        <ul>
          <li><a href={at(findHelp)}>{words.find}</a></li>
          <li>{words.call211}</li>
          <li><a href={at(intakePaths.follow)}>{words.follow}</a></li>
        </ul>
      </section>
    </PublicLayout>
  );
}
