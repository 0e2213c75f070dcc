import { findPublished } from '#app/modules/insight/index.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import { insertNews, newsExists } from './queries.ts';
import { newsWords } from './words.ts';

/** A published report becomes a line of change, and so a line of the next bulletin and of the feeds. */
export const publicationNewsJob: Job = {
  name: 'tell-of-publication',
  on: ['insight.publication-published'],
  run: async ({ subject }, { inWorker }) => {
    if (!subject) return;
    await inWorker(async (scope) => {
      const report = await findPublished(scope, subject);
      // The line carries the id of the report: told once, however often this runs.
      if (!report || (await newsExists(scope, report.id))) return;
      await insertNews(scope, { id: report.id, topic: 'other', text: { en: newsWords.en.published(report.title.en, report.number), fr: newsWords.fr.published(report.title.fr, report.number) } });
    });
  },
};
