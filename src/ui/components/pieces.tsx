import type { Child } from 'hono/jsx';
import type { Language } from '#app/platform/language/language.ts';
import { colon } from '#app/ui/format.ts';
import { localized } from '../page-frame.ts';
import { uiWords } from '../words.ts';

/** Where a person in crisis may land: before any form about distress. */
export function Crisis({ language, level = 2 }: { language: Language; level?: 2 | 3 }) {
  const words = uiWords[language];
  return (
    <section class="crisis" aria-labelledby="crisis-title">
      {level === 2 ? <h2 id="crisis-title">{words.crisisTitle}</h2> : <h3 id="crisis-title">{words.crisisTitle}</h3>}
      <ul>
        <li><Dialled text={words.crisis911} number="911" /></li>
        <li><Dialled text={words.crisis988} number="9-8-8" /></li>
        <li><Dialled text={words.crisis211} number="211" /></li>
      </ul>
    </section>
  );
}

/** A sentence whose number can be called with one touch. */
function Dialled({ text, number }: { text: string; number: string }) {
  const [before = '', after = ''] = text.split(number);
  return <>{before}<a href={`tel:${number.replaceAll('-', '')}`}>{number}</a>{after}</>;
}

export function Breadcrumbs({ language, steps }: { language: Language; steps: readonly { path: string; label: string }[] }) {
  return (
    <nav class="crumbs" aria-label={uiWords[language].youAreHere}>
      <ol>{steps.map((step) => <li><a href={localized(language, step.path)}>{step.label}</a></li>)}</ol>
    </nav>
  );
}

export type SummaryRow = { readonly label: Child; readonly value: Child; readonly action?: Child };

/** Terms and what stands for each: answers to check, facts of a record. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  return (
    <dl class="summary">
      {rows.map((row) => (
        <div>
          <dt>{row.label}</dt>
          <dd>{row.value}</dd>
          {row.action ? <dd>{row.action}</dd> : null}
        </div>
      ))}
    </dl>
  );
}

export type ThreadStep = { readonly title: Child; readonly text?: Child; readonly date?: Child; readonly link?: Child; readonly next?: boolean };

/** How one thing became another: raised, decided, acting, reported; dashed where it has not happened yet. */
export function Thread({ steps, tall }: { steps: readonly ThreadStep[]; tall?: boolean }) {
  return (
    <ol class={tall ? 'thread tall' : 'thread'}>
      {steps.map((step) => (
        <li class={step.next ? 'next' : undefined}>
          <b>{step.title}</b>
          {step.text ? <span>{step.text}</span> : null}
          {step.date ? <><br /><time>{step.date}</time></> : null}
          {step.link ? <><br />{step.link}</> : null}
        </li>
      ))}
    </ol>
  );
}

/** The titles of sources stand in English, as published: what marks them on a page of another language. */
export const sourceLanguage = (language: Language) => (language === 'en' ? undefined : 'en');

/** Facts with their sources, as links. */
export function Sources({ language, sources }: { language: Language; sources: readonly { title: string; url: string }[] }) {
  if (sources.length === 0) return null;
  return (
    <p class="sources">
      {uiWords[language].sources}{colon(language)}
      {sources.map((source, index) => (
        <>{index > 0 ? '; ' : ''}<a href={source.url} rel="noopener" lang={sourceLanguage(language)}>{source.title}</a></>
      ))}
    </p>
  );
}
