import { notFound, page } from '#app/platform/http/answer.ts';
import type { Route } from '#app/platform/http/route.ts';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatMoment } from '#app/ui/format.ts';
import { frameOf, localized, type PageFrame, type SiteSource } from '#app/ui/page-frame.ts';
import { barPaths } from '../bar/paths.ts';
import { barWords } from '../bar/words.ts';
import { accessPaths } from '../paths.ts';
import { personIn } from '../person/desk.ts';
import { type AgencyLine, listAgencies } from '../person/queries.ts';
import { personWords } from '../person/words.ts';
import { isSection } from '../sections.ts';
import { listLooks, type Look } from './queries.ts';
import { lookWords } from './words.ts';

/** "Who has looked at my record": to be printed for the person. The list is itself a line of the trail. */
export function lookRoutes(site: SiteSource): Route[] {
  return [{ method: 'GET', path: accessPaths.looks(':id'), may: { roles: ['access-supervisor', 'privacy-officer'] }, audit: 'none', handle: async (visit) => {
    const id = personIn(visit);
    const looks = id ? await listLooks(visit, id) : [];
    if (looks.length === 0) return notFound;
    const frame = frameOf(visit, site(), { title: lookWords[visit.language].title, current: 'persons' });
    return page(<LooksPage frame={frame} person={id ?? ''} looks={looks} agencies={await listAgencies(visit)} timeZone={visit.timeZone} />);
  } }];
}

function LooksPage({ frame, person, looks, agencies, timeZone }: { frame: PageFrame; person: string; looks: readonly Look[]; agencies: readonly AgencyLine[]; timeZone: string }) {
  const { language } = frame;
  const words = lookWords[language];
  const section = (name: string | null) => (name && isSection(name) ? personWords[language].sections[name] : '');
  return (
    <StaffLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p><a href={localized(language, barPaths.list(person))}>{barWords[language].title}</a></p>
      <table class="stack">
        <thead><tr><th scope="col">{words.when}</th><th scope="col">{words.agency}</th><th scope="col">{words.role}</th><th scope="col">{words.what}</th><th scope="col">{words.section}</th></tr></thead>
        <tbody>
          {looks.map((look) => (
            <tr>
              <td><b>{formatMoment(language, look.moment, timeZone)}</b></td>
              <td data-label={words.agency}>{agencies.find((one) => one.id === look.agency)?.name[language] ?? ''}</td>
              <td data-label={words.role}>{look.roles.map((role) => words.roles[role] ?? words.other).join(', ')}</td>
              <td data-label={words.what}>{words.actions[look.action] ?? words.changed}{look.decision === 'permit' ? '' : ` (${look.decision === 'mask' ? words.masked : words.refused})`}</td>
              <td data-label={words.section}>{section(look.section)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </StaffLayout>
  );
}
