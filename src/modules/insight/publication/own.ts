import { isId } from '#app/platform/db/id.ts';
import type { Visit } from '#app/platform/http/route.ts';
import { compileNow, type Desk, type WorkingCopy } from './desk.ts';
import { findPublication, findVersion, listAuthors, type Publication, type Version } from './queries.ts';
import type { Person } from './rules.ts';
import type { Template } from './template.ts';

/** A publication in the hands of somebody of the staff. */
export type Own = {
  readonly publication: Publication;
  readonly template: Template;
  readonly person: Person;
  readonly authors: readonly string[];
  /** The working copy of a draft, compiled now; undefined once a version is frozen. */
  readonly copy: () => Promise<WorkingCopy | undefined>;
  /** The frozen version, or the working copy with links to `baseUrl`. */
  readonly version: (baseUrl: string) => Promise<Pick<Version, 'documents' | 'baseUrl'>>;
};

/** The publication of the address, when this person may see it; undefined where it is absent, hidden, or of a kind that this program does not know. */
export async function findOwn(visit: Visit, desk: Desk): Promise<Own | undefined> {
  const { actor } = visit;
  const id = visit.params.id ?? '';
  const publication = isId(id) ? await findPublication(visit, id) : undefined;
  const template = desk.templates.find((one) => one.name === publication?.template);
  if (!publication || !template || actor.kind !== 'staff') return undefined;
  const copy = async () => (publication.version ? undefined : await compileNow(visit, desk, template, publication));
  return {
    publication, template, copy, person: { account: actor.account, roles: actor.roles }, authors: await listAuthors(visit, publication.id),
    version: async (baseUrl) => {
      const frozen = publication.version ? await findVersion(visit, publication.version) : undefined;
      const working = frozen ? undefined : await copy();
      if (frozen) return frozen;
      if (!working) throw new Error('a publication has neither a version nor a working copy');
      return { documents: working.documents, baseUrl };
    },
  };
}
