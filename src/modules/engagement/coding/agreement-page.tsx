import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import type { Agreement } from '#app/methods/agreement/cohen-kappa.ts';
import type { Language } from '#app/platform/language/language.ts';
import type { PageFrame } from '#app/ui/page-frame.ts';
import { FigureTable } from '../consultation/figures.tsx';
import { voicePaths } from '../consultation/paths.ts';
import type { Consultation } from '../consultation/queries.ts';
import type { NumberedTheme } from '../theme/rules.ts';
import type { PairAgreement } from './agreement.ts';
import { codingWords } from './words.ts';

/** Agreement of each two coders, overall and by theme. Coders stand as letters: it is about the themes, not about who is right. */
export function AgreementPage({ frame, consultation, pairs, themes, account }: { frame: PageFrame; consultation: Consultation; pairs: readonly PairAgreement[]; themes: readonly NumberedTheme[]; account: string }) {
  const { language } = frame;
  const words = codingWords[language];
  const coders = [...new Set(pairs.flatMap((pair) => [pair.first, pair.second]))].sort();
  const nameOf = (coder: string) => (coder === account ? words.you : words.coder(String.fromCharCode(65 + coders.indexOf(coder))));
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: voicePaths.queue(consultation.slug), label: consultation.name[language] }]} />
      <h1>{words.agreementTitle}</h1>
      <p class="lead">{words.agreementLead}</p>
      <p>{words.overallNote}</p>
      {pairs.length === 0 ? <p>{words.noPairs}</p> : null}
      {pairs.map((pair) => (
        <section class="band">
          <h2>{words.pair(nameOf(pair.first), nameOf(pair.second))}</h2>
          <FigureTable quietCaption caption={words.pair(nameOf(pair.first), nameOf(pair.second))} head={{ label: words.theme, cell: (row) => row.name }}
            rows={[{ name: words.overall, agreement: pair.overall }, ...pair.themes.flatMap((one) => themes.filter((theme) => theme.id === one.theme).map((theme) => ({ name: theme.name[language], agreement: one.agreement })))]}
            columns={[
              { label: words.kappa, cell: (row) => kappaText(language, row.agreement.kappa), numeric: true },
              { label: words.interval, cell: (row) => intervalText(language, row.agreement), numeric: true },
              { label: words.n, cell: (row) => row.agreement.n, numeric: true },
            ]} />
        </section>
      ))}
    </StaffLayout>
  );
}

function kappaText(language: Language, value: number | null): string {
  return value === null ? codingWords[language].noKappa : value.toLocaleString(`${language}-CA`, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

function intervalText(language: Language, { low, high }: Agreement): string {
  return low === null || high === null ? '–' : `${kappaText(language, low)} – ${kappaText(language, high)}`;
}
