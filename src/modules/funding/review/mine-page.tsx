import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { applicationPaths } from '../application/paths.ts';
import type { MineLine } from './queries.ts';
import { reviewWords } from './words.ts';

/** What a scorer was asked to score and has not left. */
export function MinePage({ frame, lines }: { frame: PageFrame; lines: readonly MineLine[] }) {
  const { language } = frame;
  const words = reviewWords[language];
  return (
    <StaffLayout frame={frame}>
      <h1>{words.mine}</h1>
      <p class="lead">{words.mineLead}</p>
      {lines.length === 0 ? <p>{words.noneMine}</p> : (
        <table class="stack">
          <caption class="hidden-text">{words.mine}</caption>
          <thead><tr><th scope="col">{words.organisation}</th><th scope="col">{words.project}</th><th scope="col">{words.call}</th><th scope="col">{words.state}</th></tr></thead>
          <tbody>{lines.map((one) => (
            <tr>
              <th scope="row"><a href={localized(language, applicationPaths.show(one.id))}>{one.organisation}</a></th>
              <td data-label={words.project}>{one.title}</td><td data-label={words.call}>{one.call[language]}</td>
              <td data-label={words.state}><span class={`state ${one.finished ? 'done' : 'on-time'}`}>{one.finished ? words.finished : words.toDo}</span></td>
            </tr>
          ))}</tbody>
        </table>
      )}
    </StaffLayout>
  );
}
