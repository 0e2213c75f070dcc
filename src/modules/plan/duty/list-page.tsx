import { Breadcrumbs, Sources } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { colon, formatDate } from '#app/ui/format.ts';
import type { PageFrame } from '#app/ui/page-frame.ts';
import { pickSources, type Source } from '../outline/queries.ts';
import { outlineWords } from '../outline/words.ts';
import { planPaths } from '../paths.ts';
import type { Adoption, Duty } from './queries.ts';
import { type BodyName, EvidenceItem, Law, Register } from './register.tsx';
import { dutyWords } from './words.ts';

type Props = { frame: PageFrame; duties: readonly Duty[]; adoptions: readonly Adoption[]; sources: readonly Source[]; bodyName: BodyName; today: string };

/** What the law asks and how it stands, for everybody, and for a clerk to print. */
export function DutiesPage({ frame, duties, adoptions, sources, bodyName, today }: Props) {
  const { language, site } = frame;
  const words = dutyWords[language];
  const asOf = words.asOf(formatDate(language, today));
  const heading = words.printed(site.place[language], formatDate(language, today));
  const changed = duties.filter((duty) => duty.rules.length > 1);
  return (
    <PublicLayout frame={frame} wide>
      <div class="page landscape">
        <Breadcrumbs language={language} steps={[{ path: planPaths.overview, label: outlineWords[language].plan }]} />
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <p><b>{asOf}.</b> {duties.length > 0 ? words.summary(countStates(duties)) : words.none}</p>
        <p class="small screen-only">{words.print}</p>
        <section id="adoption">
          <h2>{words.adoption}</h2>
          <Adoptions frame={frame} adoptions={adoptions} />
        </section>
        <section>
          <h2>{words.register}</h2>
          <Register language={language} duties={duties} adoptions={adoptions} bodyName={bodyName} heading={heading} />
        </section>
        {duties.some((duty) => duty.groups.length > 0) ? <section id="groups"><h2>{words.groups}</h2><Groups frame={frame} duties={duties} heading={heading} /></section> : null}
        {changed.length > 0 ? (
          <section class="screen-only">
            <h2>{words.changed}</h2>
            {changed.map((duty) => (
              <details>
                <summary>{duty.title[language]}</summary>
                <ul>{duty.rules.map((rule) => <li><b>{words.rule(formatDate(language, rule.from))}</b>{colon(language)}<Law language={language} rule={rule} />. {rule.text[language]}</li>)}</ul>
              </details>
            ))}
          </section>
        ) : null}
        <Sources language={language} sources={pickSources(sources, ...duties.flatMap((duty) => [...duty.rules, ...duty.groups, ...duty.evidence].map((one) => one.sources)), ...adoptions.map((one) => one.sources))} />
      </div>
    </PublicLayout>
  );
}

function countStates(duties: readonly Duty[]) {
  const number = (kind: Duty['state']['kind']) => duties.filter((duty) => duty.state.kind === kind).length;
  const [late, open, met] = [number('late'), number('open'), number('met')];
  return { late, open, met, other: duties.length - late - open - met };
}

function Adoptions({ frame, adoptions }: { frame: PageFrame; adoptions: readonly Adoption[] }) {
  const words = dutyWords[frame.language];
  if (adoptions.length === 0) return <p>{words.noAdoption}</p>;
  return (
    <ul>
      {adoptions.map((one) => (
        <li>{words.adopted(formatDate(frame.language, one.date), one.by[frame.language], one.resolution)}{one.url ? <> <a href={one.url} rel="noopener">{words.read}</a></> : null}</li>
      ))}
    </ul>
  );
}

function Groups({ frame: { language }, duties, heading }: { frame: PageFrame; duties: readonly Duty[]; heading: string }) {
  const words = dutyWords[language];
  return (
    <table class="stack register">
      <caption class="hidden-text">{words.groupsCaption}</caption>
      <thead>
        <tr class="print-only" aria-hidden="true"><td colspan={2}>{heading}</td></tr>
        <tr><th scope="col">{words.group}</th><th scope="col">{words.evidence}</th></tr>
      </thead>
      <tbody>
        {duties.flatMap((duty) => duty.groups.map((group) => {
          const evidence = duty.evidence.filter((one) => one.group === group.slug);
          return (
            <tr>
              <th scope="row">{group.name[language]}</th>
              <td data-label={words.evidence}>{evidence.length === 0 ? words.noConsultation : <ul class="plain">{evidence.map((one) => <EvidenceItem language={language} evidence={one} />)}</ul>}</td>
            </tr>
          );
        }))}
      </tbody>
    </table>
  );
}
