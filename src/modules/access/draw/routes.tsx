import { json, notFound, page } from '#app/platform/http/answer.ts';
import type { Route } from '#app/platform/http/route.ts';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { formatMoment } from '#app/ui/format.ts';
import { frameOf, localized, type PageFrame, type SiteSource } from '#app/ui/page-frame.ts';
import { drawPaths } from './paths.ts';
import { type Draw, type DrawLine, findDraw, listDraws } from './queries.ts';
import { drawWords } from './words.ts';

/** A draw among fewer people is opened without its lots: their number is a small one. */
const fewestLots = 6;

/** Draws for anybody: hashes before, seeds and lots after. */
export function drawRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: drawPaths.list, may: 'anyone', audit: 'none', handle: async (visit) => page(<DrawsPage frame={frameOf(visit, site(), { title: drawWords[visit.language].title })} draws={await listDraws(visit)} />) },
    { method: 'GET', path: drawPaths.one(':id'), may: 'anyone', audit: 'none', handle: async (visit) => {
      const draw = await findDraw(visit, (visit.params.id ?? '').replace(/\.json$/, ''));
      return draw ? json(drawFile(draw)) : notFound;
    } },
  ];
}

/** What docs/how-to/check-a-draw.mjs reads; before the opening, the hash alone. */
export function drawFile({ id, commitment, committedAt, openedAt, beacon, seed, lots }: Draw) {
  const before = { id, commitment, committedAt };
  return seed === null ? before : { ...before, openedAt, beacon, seed, lots: lots && lots.length >= fewestLots ? lots : [] };
}

function DrawsPage({ frame, draws }: { frame: PageFrame; draws: readonly DrawLine[] }) {
  const { language } = frame;
  const words = drawWords[language];
  const moment = (at: Date) => formatMoment(language, at, frame.site.timeZone);
  return (
    <PublicLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <h2>{words.how}</h2>
      <ol>{words.steps.map((step) => <li>{step}</li>)}</ol>
      <p>{words.tokens}</p>
      {draws.length === 0 ? <p>{words.none}</p> : (
        <table class="stack">
          <thead><tr><th scope="col">{words.hash}</th><th scope="col">{words.published}</th><th scope="col">{words.opened}</th><th scope="col">{words.file}</th></tr></thead>
          <tbody>{draws.map((one) => (
            <tr><th scope="row"><code class="break">{one.commitment}</code></th><td data-label={words.published}>{moment(one.committedAt)}</td><td data-label={words.opened}>{one.openedAt ? moment(one.openedAt) : words.notYet}</td>
              <td data-label={words.file}><a href={localized(language, drawPaths.one(`${one.id}.json`))}>JSON<span class="hidden-text"> {one.commitment.slice(0, 8)}</span></a></td></tr>
          ))}</tbody>
        </table>
      )}
    </PublicLayout>
  );
}
