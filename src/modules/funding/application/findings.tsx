import type { Language } from '#app/platform/language/language.ts';
import { formatMoney } from '../money.ts';
import type { Finding } from './eligibility.ts';
import { applicationWords } from './words.ts';

/** Why a rule of the category is met or not, in a sentence. */
export function findingText(language: Language, { rule, met, asked, given }: Finding): string {
  const { findings, statementKinds } = applicationWords[language];
  const kind = (value: unknown) => Object.entries(statementKinds).find(([key]) => key === value)?.[1] ?? findings.nothing;
  const number = (value: unknown) => (typeof value === 'number' ? String(value) : findings.nothing);
  const money = (value: unknown) => formatMoney(language, typeof value === 'number' ? value : 0);
  if (rule === 'kind' || rule === 'sponsor') return met ? findings[rule].met : findings[rule].not;
  if (rule === 'board') return findings.board(Number(asked), number(given));
  if (rule === 'statements') return findings.statements(kind(asked), kind(given));
  if (rule === 'audited') return findings.audited(money(asked));
  if (rule === 'most') return findings.most(money(asked), money(given));
  return findings.years(Number(asked), typeof given === 'number' ? findings.yearsGiven(given) : findings.nothing);
}

/** Each rule of the category, met or not, with its reason. */
export function FindingsTable({ language, findings }: { language: Language; findings: readonly Finding[] }) {
  const words = applicationWords[language];
  return (
    <table class="stack">
      <caption class="hidden-text">{words.eligibility}</caption>
      <thead><tr><th scope="col">{words.rule}</th><th scope="col">{words.eligibleHead}</th><th scope="col">{words.reasonHead}</th></tr></thead>
      <tbody>{findings.map((one) => (
        <tr>
          <th scope="row">{words.ruleNames[one.rule]}</th>
          <td data-label={words.eligibleHead}><span class={`state ${one.met ? 'done' : 'late'}`}>{one.met ? words.met : words.notMet}</span></td>
          <td data-label={words.reasonHead}>{findingText(language, one)}</td>
        </tr>
      ))}</tbody>
    </table>
  );
}
