import type { Scope } from '#app/platform/db/scope.ts';
import type { Answer } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { isObject } from '#app/methods/questionnaire/fhir.ts';
import { findKept, findVersion } from '../instrument/queries.ts';
import { findOnShelf, listShelf, type Version, versionOf } from '../instrument/shelf.ts';
import { absent, bundle, type Json, resource } from './outcome.ts';
import { open } from './route.ts';

/** The questionnaires that the program ships, with their notices; a version that was kept is read by its hash. */
export function questionnaireRoutes(): Route[] {
  return [open('Questionnaire', search), open('Questionnaire/:id', async (visit) => await read(visit, visit.params.id ?? ''))];
}

async function search(visit: Visit): Promise<Answer> {
  const [url, version] = [visit.query.get('url'), visit.query.get('version')];
  const found = listShelf().filter((one) => (url === null || one.url === url) && (version === null || one.number === version));
  return bundle(visit, found.map(definitionOf));
}

async function read(visit: Visit, id: string): Promise<Answer> {
  const shipped = findOnShelf(id);
  if (shipped) return resource(definitionOf(shipped));
  // A hash is the id of one version for ever. Of the ones that are kept, those who work with records may read.
  const pinned = listShelf().find((one) => one.hash === id) ?? (/^[0-9a-f]{64}$/.test(id) && worksWithRecords(visit) ? await findVersion(visit, id) : undefined);
  return pinned ? resource({ ...definitionOf(pinned), id }) : absent;
}

/** Every version of a canonical address (`url|version`) that may be answered: the one that ships, or one that was kept. */
export async function findPinned(scope: Scope, canonical: string): Promise<Version | undefined> {
  const [url = '', number = ''] = canonical.split('|');
  const shipped = listShelf().find((one) => one.url === url && one.number === number);
  if (shipped) return shipped;
  const kept = await findKept(scope, url, number);
  return kept === undefined ? undefined : versionOf(kept);
}

const worksWithRecords = (visit: Visit): boolean => visit.actor.kind === 'staff' && visit.actor.agency !== null;

function definitionOf({ definition }: Version): Json {
  const value: unknown = JSON.parse(definition);
  return isObject(value) ? value : {};
}
