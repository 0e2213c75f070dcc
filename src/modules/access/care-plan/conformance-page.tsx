import { type ConformanceSum, deviations } from '#app/methods/conformance/conformance.ts';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { colon, formatDate, formatNumber } from '#app/ui/format.ts';
import type { PageFrame } from '#app/ui/page-frame.ts';
import { printedCount, type Released } from './released.ts';
import { careSteps } from './rules.ts';
import { careWords } from './words.ts';

type Props = { frame: PageFrame; own: ConformanceSum | undefined; released: { month: string; counts: readonly Released[] } | undefined };
const kinds = deviations.filter((kind) => kind !== 'unknown');

/** How plans follow the pathway: exact in one's own organisation, protected for all. */
export function ConformancePage({ frame, own, released }: Props) {
  const { language } = frame;
  const words = careWords[language];
  const published = (measure: string, step: string | null) => printedCount(language, released?.counts.find((one) => one.measure === measure && one.step === step)?.published);
  return (
    <StaffLayout frame={frame}>
      <h1>{words.conformance}</h1>
      <p class="lead">{words.conformanceLead}</p>
      {own ? (
        <section>
          <h2>{words.own}</h2>
          {own.cases === 0 ? <p>{words.noPlans}</p> : (
            <>
              <p>{words.rounds}{colon(language)}<b>{formatNumber(language, own.cases)}</b>. {words.conforming}{colon(language)}<b>{formatNumber(language, own.conforming)}</b>.</p>
              <Table language={language} cell={(kind, step) => formatNumber(language, step === null ? own.casesWith[kind] : (own.bySteps.find((one) => one.step === step)?.[kind] ?? 0))} />
            </>
          )}
        </section>
      ) : null}
      <section>
        <h2>{words.ofAll}</h2>
        {released ? (
          <>
            <p>{words.month(formatDate(language, released.month))} {words.protection}</p>
            <p>{words.rounds}{colon(language)}<b>{published('rounds', null)}</b>. {words.conforming}{colon(language)}<b>{published('conforming', null)}</b>.</p>
            <Table language={language} cell={published} />
          </>
        ) : <p>{words.notYet}</p>}
      </section>
    </StaffLayout>
  );
}

function Table({ language, cell }: { language: 'en' | 'fr'; cell: (kind: (typeof kinds)[number], step: string | null) => string }) {
  const words = careWords[language];
  return (
    <table class="stack">
      <caption>{words.roundsWith}</caption>
      <thead><tr><th scope="col">{words.step}</th>{kinds.map((kind) => <th scope="col">{words.deviations[kind]}</th>)}</tr></thead>
      <tbody>
        {[...careSteps, null].map((step) => (
          <tr><th scope="row">{step === null ? words.rounds : words.steps[step]}</th>{kinds.map((kind) => <td class="n" data-label={words.deviations[kind]}>{cell(kind, step)}</td>)}</tr>
        ))}
      </tbody>
    </table>
  );
}
