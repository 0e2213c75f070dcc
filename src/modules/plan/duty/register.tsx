import type { Bilingual, Language } from '#app/platform/language/language.ts';
import { colon, formatDate } from '#app/ui/format.ts';
import { aboutDate } from '../outline/dates.ts';
import type { Adoption, Duty, DutyEvidence, DutyRule } from './queries.ts';
import { dueText, DutyMark } from './state-mark.tsx';
import { dutyWords } from './words.ts';

export type BodyName = (slug: string) => Bilingual | undefined;
type Props = { language: Language; duties: readonly Duty[]; adoptions: readonly Adoption[]; bodyName: BodyName; heading: string };

/** One table: duty, who, law, day, state, evidence. Printed, its heading stands on every sheet. */
export function Register({ language, duties, adoptions, bodyName, heading }: Props) {
  const words = dutyWords[language];
  return (
    <table class="stack register">
      <caption class="hidden-text">{words.register}</caption>
      <thead>
        <tr class="print-only" aria-hidden="true"><td colspan={6}>{heading}</td></tr>
        <tr><th scope="col">{words.duty}</th><th scope="col">{words.who}</th><th scope="col">{words.law}</th><th scope="col">{words.due}</th><th scope="col">{words.state}</th><th scope="col">{words.evidence}</th></tr>
      </thead>
      <tbody>
        {duties.map((duty) => (
          <tr id={duty.slug}>
            <th scope="row">
              <b>{duty.title[language]}</b>{duty.demonstration ? <> <span class="tag">{words.madeUp}</span></> : null}
              <br /><span class="small">{duty.rule.text[language]}</span>
              {duty.note ? <><br /><span class="small">{duty.note[language]}</span></> : null}
            </th>
            <td data-label={words.who}>{duty.must[language]}<br /><span class="small">{words.answers}{ownerText(language, duty, bodyName)}</span></td>
            <td data-label={words.law}><Law language={language} rule={duty.rule} /></td>
            <td data-label={words.due}>{dueText(language, duty.rule, duty.state)}</td>
            <td data-label={words.state}><DutyMark language={language} state={duty.state} /></td>
            <td data-label={words.evidence}><Shown language={language} duty={duty} adoptions={adoptions} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function ownerText(language: Language, { owner }: Duty, bodyName: BodyName): string {
  const words = dutyWords[language];
  if (owner.body !== null) return bodyName(owner.body)?.[language] ?? owner.body;
  return words.roles[owner.role ?? ''] ?? owner.role ?? '';
}

/** The law's name and section; what no source confirms says so. */
export function Law({ language, rule }: { language: Language; rule: DutyRule }) {
  const words = dutyWords[language];
  return (
    <>
      {rule.law[language]}, {rule.section ? rule.section[language] : words.noSection}
      {rule.confirmed ? null : <> <span class="tag">{words.unconfirmed}</span></>}
    </>
  );
}

function Shown({ language, duty, adoptions }: { language: Language; duty: Duty; adoptions: readonly Adoption[] }) {
  const words = dutyWords[language];
  if (duty.rule.term.kind === 'groups') return <a href="#groups">{words.seeGroups}</a>;
  const adopted = duty.rule.term.kind === 'adoption' ? adoptions : [];
  if (adopted.length === 0 && duty.evidence.length === 0) return <>{words.noEvidence}</>;
  return (
    <ul class="plain">
      {adopted.map((one) => <li><a href="#adoption">{words.seeAdoption(formatDate(language, one.date))}</a></li>)}
      {duty.evidence.map((one) => <EvidenceItem language={language} evidence={one} />)}
    </ul>
  );
}

/** One piece of evidence with its day; what is older than the law says that it does not count. */
export function EvidenceItem({ language, evidence }: { language: Language; evidence: DutyEvidence }) {
  const words = dutyWords[language];
  return (
    <li>
      {aboutDate(language, evidence.date, evidence.approximate)}{colon(language)}
      {evidence.url ? <a href={evidence.url} rel="noopener">{evidence.title[language]}</a> : evidence.title[language]}
      {evidence.counts ? null : <span class="small"> ({words.beforeLaw})</span>}
    </li>
  );
}
