import { page } from '#app/platform/http/answer.ts';
import type { Route } from '#app/platform/http/route.ts';
import { PublicLayout } from './components/public-layout.tsx';
import { examples } from './examples.tsx';
import { frameOf, type SiteSource } from './page-frame.ts';

const title = { en: 'Style', fr: 'Style' } as const;
const lead = { en: 'Every component, as the tests see it.', fr: 'Chaque composant, tel que les tests le voient.' } as const;

/** /style: each component with its example. */
export function styleRoutes(site: SiteSource): Route[] {
  return [
    {
      method: 'GET', path: '/style', may: 'anyone', audit: 'none', cached: true,
      handle: async (visit) => {
        const frame = frameOf(visit, site(), { title: title[visit.language], unlisted: true });
        return page(
          <PublicLayout frame={frame}>
            <h1>{title[visit.language]}</h1>
            <p class="lead">{lead[visit.language]}</p>
            {examples.map((example) => (
              <section class="band"><h2>{example.name}</h2>{example.render(frame)}</section>
            ))}
          </PublicLayout>,
        );
      },
    },
  ];
}
