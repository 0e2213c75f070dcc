import type { Body } from '#app/modules/governance/index.ts';
import type { Form as PostedForm } from '#app/platform/http/form.ts';
import { Checkboxes, type FieldErrors, HiddenFields, Select, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { applicationPaths } from '../application/paths.ts';
import { callPaths } from '../call/paths.ts';
import type { Call } from '../call/queries.ts';
import { decimalOf, formatMoney, sumOf } from '../money.ts';
import { reasonPaths } from '../reason/paths.ts';
import { results } from '../reason/queries.ts';
import { reasonWords } from '../reason/words.ts';
import type { Judged, Standing } from './gather.ts';
import { perCentText } from './per-cent.ts';
import { reviewPaths } from './paths.ts';
import { proposedReason } from './proposed.ts';
import type { Scorer } from './queries.ts';
import { calibrate, type Ranked, type WhatIf, wideRange } from './rules.ts';
import { reviewWords } from './words.ts';

type Props = {
  frame: PageFrame; call: Call; standing: Standing; rows: readonly Ranked[]; tried: WhatIf; mark: string; scorers: readonly Scorer[]; bodies: readonly Pick<Body, 'slug' | 'name'>[]; mayDecide: boolean;
  typed: PostedForm; errors?: FieldErrors | undefined; which?: 'assign' | 'decide' | undefined; said?: string | undefined;
};

/** The ranking of a call with what would happen under other numbers, how each scorer scores, and the decision. */
export function RankingPage(props: Props) {
  const { frame, call, standing, rows, tried, scorers, errors, which, typed, said } = props;
  const { language } = frame;
  const words = reviewWords[language];
  const waits = rows.filter((row) => row.why !== 'not-scored').length;
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: callPaths.keep(call.slug), label: call.title[language] }]} />
      <h1>{words.ranking}</h1>
      <p class="lead">{words.rankingLead}</p>
      {said ? <p class="inset" role="status">{said}</p> : null}
      <section class="band">
        <form method="get" class="filters" action={localized(language, reviewPaths.ranking(call.slug))}>
          <TextInput name="envelope" label={words.envelope} hint={words.envelopeLeft(formatMoney(language, call.envelope), formatMoney(language, call.reserve), formatMoney(language, standing.given))} value={decimalOf(tried.envelope)} width="medium" />
          <TextInput name="least" label={words.least} value={String(tried.least)} width="short" inputmode="numeric" />
          <Checkboxes name="pass-over" label={words.noFit} options={[{ value: 'yes', label: words.passOver }]} values={tried.passOver ? ['yes'] : []} />
          <div class="buttons"><button class="button quiet" type="submit">{words.tryIt}</button></div>
        </form>
        {rows.length === 0 ? <p>{words.noCandidates}</p> : <RankingTable frame={frame} rows={rows} standing={standing} tried={tried} />}
        <p><a href={`${localized(language, reviewPaths.export(call.slug))}?envelope=${decimalOf(tried.envelope)}&least=${tried.least}${tried.passOver ? '&pass-over=yes' : ''}`}>{words.csv}</a></p>
      </section>
      <Calibration frame={frame} standing={standing} scorers={scorers} />
      <section class="band">
        <h2>{words.assign}</h2>
        {scorers.length === 0 ? <p>{words.noScorers}</p> : (
          <Form frame={frame} errors={which === 'assign' ? errors : undefined} action={localized(language, reviewPaths.assign(call.slug))} submit={words.deal}>
            <p>{words.assignLead}</p>
            <TextInput name="each" label={words.each} value={which === 'assign' ? typed.text('each') : String(Math.min(3, scorers.length))} error={which === 'assign' ? errors?.each : undefined} width="short" inputmode="numeric" />
            <Checkboxes name="scorers" label={words.scorers} options={scorers.map((one) => ({ value: one.account, label: one.name }))} values={which === 'assign' ? typed.list('scorers') : scorers.map((one) => one.account)} error={which === 'assign' ? errors?.scorers : undefined} />
          </Form>
        )}
      </section>
      {props.mayDecide && waits > 0 ? <DecideForm {...props} unscored={rows.length - waits} /> : null}
      <Decided frame={frame} judged={standing.judged} />
    </StaffLayout>
  );
}

function RankingTable({ frame: { language }, rows, standing, tried }: { frame: PageFrame; rows: readonly Ranked[]; standing: Standing; tried: WhatIf }) {
  const [words, reasons] = [reviewWords[language], reasonWords[language]];
  const { judged } = standing;
  const funded = rows.filter((row) => row.funds);
  const sum = sumOf(funded.map((row) => row.asked));
  return (
    <>
      <p><strong>{words.summary(funded.length, rows.length, formatMoney(language, sum), formatMoney(language, tried.envelope - sum))}</strong></p>
      <table class="stack">
        <caption class="hidden-text">{words.ranking}</caption>
        <thead><tr><th scope="col">{words.rank}</th><th scope="col">{words.organisation}</th><th scope="col">{words.perCent}</th><th scope="col">{words.asked}</th><th scope="col">{words.left}</th><th scope="col">{words.why}</th></tr></thead>
        <tbody>{rows.map((row) => {
          const own = judged.find((one) => one.id === row.id);
          const spread = own?.spread;
          const result = results.find((one) => one === row.why);
          const proposed = proposedReason(standing, rows, row, tried);
          return (
            <tr>
              <td data-label={words.rank} class="n">{row.rank}</td>
              <th scope="row"><a href={localized(language, applicationPaths.show(row.id))}>{row.organisation}</a></th>
              <td data-label={words.perCent} class="n">{row.perCent === undefined ? '–' : perCentText(language, row.perCent)} <span class="small">{own?.moderated ? words.agreedMark : spread ? `${words.sheets(spread.count)}${spread.range >= wideRange ? `, ${words.far}` : ''}` : ''}</span></td>
              <td data-label={words.asked} class="n">{formatMoney(language, row.asked)}</td>
              <td data-label={words.left} class="n">{formatMoney(language, row.left)}</td>
              <td data-label={words.why}><span class={`state ${row.funds ? 'done' : row.why === 'not-scored' ? 'stalled' : 'withdrawn'}`}>{words.whys[row.why]}</span>
                {result ? <details><summary>{reasons.reason}<span class="hidden-text">{`: ${row.organisation}`}</span>{proposed.written ? ` (${reasons.own})` : ''}</summary><p>{proposed.text[language]}</p><p><a href={localized(language, reasonPaths.show(row.id, result))}>{reasons.change}<span class="hidden-text">{`: ${row.organisation}`}</span></a></p></details> : null}
              </td>
            </tr>
          );
        })}</tbody>
      </table>
    </>
  );
}

function Calibration({ frame: { language }, standing, scorers }: { frame: PageFrame; standing: Standing; scorers: readonly Scorer[] }) {
  const words = reviewWords[language];
  const lines = calibrate(standing.sheets);
  if (lines.length === 0) return null;
  const signed = (value: number) => `${value > 0 ? '+' : value < 0 ? '\u2212' : ''}${perCentText(language, Math.abs(value), true)}`;
  return (
    <section class="band">
      <h2>{words.calibration}</h2>
      <p>{words.calibrationLead}</p>
      <table class="stack">
        <caption class="hidden-text">{words.calibration}</caption>
        <thead><tr><th scope="col">{words.scorer}</th><th scope="col">{words.scores}</th><th scope="col">{words.compared}</th><th scope="col">{words.lean}</th></tr></thead>
        <tbody>{lines.map((one) => (
          <tr>
            <th scope="row">{scorers.find(({ account }) => account === one.account)?.name ?? words.scorer}</th>
            <td data-label={words.scores} class="n">{one.sheets}</td><td data-label={words.compared} class="n">{one.compared}</td>
            <td data-label={words.lean}>{one.lean === undefined ? words.nobodyElse : words.leanText(signed(one.lean))}</td>
          </tr>
        ))}</tbody>
      </table>
    </section>
  );
}

function DecideForm({ frame, call, tried, mark, bodies, typed, errors, which, unscored }: Props & { unscored: number }) {
  const { language } = frame;
  const words = reviewWords[language];
  const own = which === 'decide' ? errors : undefined;
  const value = (name: string) => (which === 'decide' ? typed.text(name) : '');
  return (
    <section class="band">
      <h2>{words.decide}</h2>
      <p>{words.decideLead} {unscored > 0 ? words.unscored(unscored) : ''}</p>
      <Form frame={frame} errors={own} action={localized(language, reviewPaths.decide(call.slug))} submit={words.record}>
        <HiddenFields fields={[['envelope', decimalOf(tried.envelope)], ['least', String(tried.least)], ['pass-over', tried.passOver ? 'yes' : ''], ['mark', mark]]} />
        <Select name="body" label={words.body} options={bodies.map((one) => ({ value: one.slug, label: one.name[language] }))} value={value('body')} empty="" error={own?.body} />
        <TextInput name="decided-on" label={words.decidedOn} hint={words.dayHint} value={value('decided-on')} error={own?.['decided-on']} width="short" />
        <Textarea name="reason-en" label={words.whyEn} value={value('reason-en')} error={own?.['reason-en']} rows={2} />
        <Textarea name="reason-fr" label={words.whyFr} value={value('reason-fr')} error={own?.['reason-fr']} rows={2} />
      </Form>
    </section>
  );
}

function Decided({ frame: { language }, judged }: { frame: PageFrame; judged: readonly Judged[] }) {
  const words = reviewWords[language];
  const decided = judged.flatMap((one) => (one.outcome ? [{ ...one, outcome: one.outcome }] : []));
  if (decided.length === 0) return null;
  return (
    <section class="band">
      <h2>{words.decided}</h2>
      <table class="stack">
        <caption class="hidden-text">{words.decided}</caption>
        <thead><tr><th scope="col">{words.organisation}</th><th scope="col">{words.outcome}</th><th scope="col">{words.amount}</th><th scope="col">{words.reason}</th></tr></thead>
        <tbody>{decided.map((one) => (
          <tr>
            <th scope="row"><a href={localized(language, applicationPaths.show(one.id))}>{one.organisation}</a></th>
            <td data-label={words.outcome}>{one.outcome.granted ? words.granted : words.refused}</td>
            <td data-label={words.amount} class="n">{formatMoney(language, one.outcome.amount)}</td>
            <td data-label={words.reason}>{one.outcome.reason[language]}</td>
          </tr>
        ))}</tbody>
      </table>
    </section>
  );
}
