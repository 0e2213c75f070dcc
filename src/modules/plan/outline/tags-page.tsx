import { State } from '#app/ui/components/state.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { planPaths } from '../paths.ts';
import type { Priority } from '../priority/queries.ts';
import { priorityWords } from '../priority/words.ts';
import type { Named } from './queries.ts';
import { outlineWords } from './words.ts';

type Props = { frame: PageFrame; lead: string; entries: readonly { entry: Named; priorities: readonly Priority[] }[] };

/** Areas or domains, each with the key issues that work on it. */
export function TagsPage({ frame, lead, entries }: Props) {
  const { language } = frame;
  const words = outlineWords[language];
  const proposed = entries.some(({ priorities }) => priorities.some((priority) => priority.tagging === 'proposed'));
  return (
    <PublicLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: planPaths.overview, label: words.plan }]} />
      <h1>{frame.title}</h1>
      <p class="lead">{lead}</p>
      {entries.map(({ entry, priorities }) => (
        <section class="band" id={entry.slug}>
          <h2>{entry.name[language]}</h2>
          <p>{entry.text[language]}</p>
          {priorities.length === 0 ? <p class="small">{words.noneInIt}</p> : (
            <ul>
              {priorities.map((priority) => (
                <li>
                  <a href={localized(language, planPaths.priority(priority.slug))}>{priority.title[language]}</a> {priority.state ? <State language={language} state={priority.state} /> : null}
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
      {proposed ? <p class="small">{priorityWords[language].proposedTags}</p> : null}
    </PublicLayout>
  );
}
