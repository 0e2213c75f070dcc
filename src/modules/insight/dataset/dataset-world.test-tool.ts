import { join } from 'node:path';
import { readPack } from '#app/community-pack/read.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { openWorld, type Visitor, type World } from '#test/world.ts';
import { dataJobs, dataRoutes, loadData } from '../data-desk.ts';
import { loadFigures } from '../pack.ts';
import { datasetPaths } from './paths.ts';

export type DataWorld = World & {
  readonly visit: (name?: 'analyst' | 'manager' | 'leader' | 'administrator') => Promise<Visitor>;
  /** Uploads a file as an analyst and gives the answer. */
  readonly send: (dataset: string, content: string | Uint8Array<ArrayBuffer>, more?: Readonly<Record<string, string>>) => Promise<Response>;
  /** Uploads, starts and reads in; gives the id of the version. */
  readonly takeIn: (dataset: string, content: string, more?: Readonly<Record<string, string>>) => Promise<string>;
};
export const idIn = (answer: Response): string => /versions\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? '';

/** A world with the schemas and figures of the first community, and an analyst who works. */
export async function openDataWorld(): Promise<DataWorld> {
  const world = await openWorld();
  const pack = await readPack(join(projectRoot(), 'communities', 'halton'));
  await world.as.worker(async (scope) => { await loadFigures(scope, pack); await loadData(scope, pack); });
  const http = world.http(dataRoutes(() => world.site));
  const visit = async (name?: 'analyst' | 'manager' | 'leader' | 'administrator') => await http.as(name);
  const send = async (dataset: string, content: string | Uint8Array<ArrayBuffer>, more: Readonly<Record<string, string>> = {}) => {
    const form = new FormData();
    form.append('file', new File([content], 'Ada Novak.csv'));
    for (const [name, value] of Object.entries({ 'as-of': '2019-06-01', note: '', ...more })) form.append(name, value);
    return await (await visit('analyst')).post(`/en${datasetPaths.upload(dataset)}`, form);
  };
  return {
    ...world, visit, send,
    takeIn: async (dataset, content, more) => {
      const id = idIn(await send(dataset, content, more));
      const started = await (await visit('analyst')).post(`/en${datasetPaths.versionStep(id, 'start')}`, {});
      if (started.status !== 303) throw new Error(`${started.status}: ${await started.text()}`);
      await world.runJobs(dataJobs);
      return id;
    },
  };
}
