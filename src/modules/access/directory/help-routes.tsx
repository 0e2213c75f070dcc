import { type Answer, invalid, notFound, page } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { isId } from '#app/platform/db/id.ts';
import { frameOf, type SiteSource } from '#app/ui/page-frame.ts';
import { askedIn, readAsked } from './help-input.ts';
import { HelpPage } from './help-page.tsx';
import { weekMinute } from './hours.ts';
import { matchFor } from './match.ts';
import { directoryPaths } from './paths.ts';
import { listChoices } from './queries.ts';
import { readServices } from './read.ts';
import { ServicePage } from './service-page.tsx';
import { listPublicWaits } from '../wait/queries.ts';
import { directoryWords } from './words.ts';

const waitsOf = async (visit: Visit) => new Map((await listPublicWaits(visit)).map((one) => [one.service, one]));

/** The public page that finds services, and the page of each. Nothing of what somebody asks is kept. */
export function helpRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: directoryPaths.help, may: 'anyone', audit: 'none', handle: find },
    { method: 'GET', path: directoryPaths.service(':id'), may: 'anyone', audit: 'none', cached: true, handle: show },
  ];

  async function find(visit: Visit): Promise<Answer> {
    const words = directoryWords[visit.language];
    const choices = await listChoices(visit);
    const asked = askedIn(visit.query);
    const read = readAsked(asked, visit.language, weekMinute(visit.now, visit.timeZone), { needs: choices.needs.map((one) => one.code), places: choices.places.map((one) => one.code), languages: choices.languages });
    const names = { conditions: new Map(choices.conditions.map((one) => [one.code, one.name])), places: new Map(choices.places.map((one) => [one.code, one.name])) };
    const frame = frameOf(visit, site(), { title: words.title, description: words.lead, current: 'find-help', hasErrors: read.errors !== undefined, unlisted: visit.query.size > 0 });
    // Who asked for something else is told of what answers her need, and not that all the rest does not.
    const found = read.errors || visit.query.size === 0 ? undefined : (await matchFor(visit, read.value)).filter(({ rules, explanation }) => rules.needs.length > 0 && !explanation.failed.some(({ rule }) => rule === 'need'));
    const body = <HelpPage frame={frame} asked={asked} errors={read.errors} choices={choices} names={names} found={found} waits={found ? await waitsOf(visit) : new Map()} />;
    return read.errors ? invalid(body) : page(body);
  }

  async function show(visit: Visit): Promise<Answer> {
    const id = visit.params.id ?? '';
    const [service] = isId(id) ? await readServices(visit, [id]) : [];
    if (!service) return notFound;
    const frame = frameOf(visit, site(), { title: service.row.name[visit.language], description: service.row.description[visit.language], current: 'find-help' });
    return page(<ServicePage frame={frame} service={service} wait={(await waitsOf(visit)).get(id)} today={visit.today} />);
  }
}
