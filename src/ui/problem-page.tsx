import { type ProblemName, problems } from '#app/platform/http/problem.ts';
import type { ProblemPage } from '#app/platform/http/respond.ts';
import { PublicLayout } from './components/public-layout.tsx';
import { localized, type SiteSource } from './page-frame.ts';
import { uiWords } from './words.ts';

/** Draws the pages of the problem catalogue. A reference stands only on those that the log knows about. */
export function problemPage(site: SiteSource): ProblemPage {
  return (name: ProblemName, { language, reference, path }) => {
    const problem = problems[name];
    const words = uiWords[language];
    const frame = { language, path: path || '/', title: problem.title[language], site: site(), unlisted: true };
    return (
      <PublicLayout frame={frame}>
        <h1>{problem.title[language]}</h1>
        <p class="lead">{problem.text[language]}</p>
        {problem.status >= 500 ? <p class="small">{words.reference} <code>{reference}</code></p> : null}
        <p><a href={localized(language, '/plan')}>{words.startPage}</a></p>
      </PublicLayout>
    );
  };
}
