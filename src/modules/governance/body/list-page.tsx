import { aboutDate } from '#app/modules/plan/index.ts';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { governancePaths } from '../paths.ts';
import type { Body } from './queries.ts';
import { bodyWords } from './words.ts';

/** All bodies by kind, each with the state it has today. */
export function BodiesPage({ frame, bodies }: { frame: PageFrame; bodies: readonly Body[] }) {
  const { language } = frame;
  const words = bodyWords[language];
  const kinds = [...new Set(bodies.map((body) => body.kind))];
  return (
    <PublicLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: governancePaths.plan, label: words.plan }]} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {bodies.length === 0 ? <p>{words.none}</p> : null}
      {kinds.map((kind) => (
        <section class="band">
          <h2>{words.kinds[kind]}</h2>
          <ul>
            {bodies.filter((body) => body.kind === kind).map((body) => (
              <li>
                <a href={localized(language, governancePaths.body(body.slug))}>{body.name[language]}</a>
                <br />
                <span class="small">{words.since(words.states[body.state], aboutDate(language, body.since, body.approximate))}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </PublicLayout>
  );
}
