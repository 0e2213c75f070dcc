import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { type Cube, type Kind, smallestByKind } from './cube.ts';
import type { Latest } from './review-queries.ts';
import { releasePaths } from './paths.ts';
import { ruleText } from './ledger-page.tsx';
import { periodText } from './sentences.ts';
import { releaseWords } from './words.ts';

const kinds: readonly Kind[] = ['service', 'health', 'small-area', 'overdose-area', 'sexual-violence', 'identity'];

/** For everybody: how small numbers are protected, and which tables pass the gate. */
export function ProtectionPage({ frame, cubes, latest }: { frame: PageFrame; cubes: readonly Cube[]; latest: readonly Latest[] }) {
  const { language } = frame;
  const words = releaseWords[language];
  return (
    <PublicLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: '/plan', label: words.plan }]} />
      <h1>{words.publicTitle}</h1>
      <p class="lead">{words.publicLead}</p>
      <h2>{words.steps}</h2>
      <ol>
        <li><b>{words.stepRound}.</b> {words.stepRoundText}</li>
        <li><b>{words.stepHide}.</b> {words.stepHideText}</li>
        <li><b>{words.stepAttack}.</b> {words.stepAttackText}</li>
        <li><b>{words.stepPerson}.</b> {words.stepPersonText}</li>
      </ol>
      <h2>{words.rates}</h2>
      <p>{words.ratesText}</p>
      <h2>{words.limits}</h2>
      <p>{words.limitsText}</p>
      <table class="stack">
        <thead><tr><th scope="col">{words.kind}</th><th scope="col" class="n">{words.least}</th></tr></thead>
        <tbody>{kinds.map((kind) => <tr><th scope="row">{words.kinds[kind]}</th><td class="n" data-label={words.least}>{smallestByKind[kind]}</td></tr>)}</tbody>
      </table>
      <h2 id="tables">{words.cubes}</h2>
      <p>{words.cubesLead}</p>
      {cubes.length === 0 ? <p>{words.noCubes}</p> : (
        <table class="stack">
          <thead><tr><th scope="col">{words.table}</th><th scope="col">{words.rule}</th><th scope="col">{words.latest}</th></tr></thead>
          <tbody>
            {cubes.map((one) => {
              const newest = latest.find(({ cube }) => cube === one.slug);
              return (
                <tr>
                  <th scope="row">{one.page ? <a href={localized(language, one.page)}>{one.title[language]}</a> : one.title[language]}</th>
                  <td data-label={words.rule}>{ruleText(language, one)}</td>
                  <td data-label={words.latest}>{newest === undefined ? words.notYet : <a href={localized(language, releasePaths.table(newest.id))} aria-label={`${one.title[language]}, ${periodText(language, newest.period)}`}>{periodText(language, newest.period)}</a>}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <p class="sources">{words.seeAlso} <a href={localized(language, '/plan/figures')}>{words.figures}</a></p>
    </PublicLayout>
  );
}
