import type { Language } from '#app/platform/language/language.ts';
import { printedNumber } from '#app/ui/printed-number.ts';
import { conditionGroup, conditionName } from './conditions.ts';
import { groupName } from './group-name.ts';
import { percent, printedPercent } from './printed.ts';
import type { ShareCell } from './run.ts';
import { alcoholWords } from './words.ts';

type Props = { language: Language; heading: string; cells: readonly ShareCell[] };

/** The shares of an outcome, each group of conditions folded away under its name so that a phone shows a short page. */
export function Shares({ language, heading, cells }: Props) {
  const words = alcoholWords[language];
  const partly = cells.filter((one) => !one.wholly);
  const wholly = [...new Map(cells.filter((one) => one.wholly).map((one) => [one.im, one])).values()];
  const groups = Map.groupBy(partly, (one) => conditionGroup(one.im)[language]);
  if (cells.length === 0) return null;
  return (
    <section>
      <h2>{heading}</h2>
      {[...groups].map(([name, own]) => <details><summary>{name} ({words.conditions(new Set(own.map(({ im }) => im)).size)})</summary><Table language={language} caption={name} cells={own} /></details>)}
      {wholly.length > 0 ? <details><summary>{words.whollyDue} ({words.conditions(wholly.length)})</summary><p>{words.whollyText}</p><ul>{wholly.map((one) => <li>{conditionName(one.im, one.condition)[language]}</li>)}</ul></details> : null}
    </section>
  );
}

function Table({ language, caption, cells }: { language: Language; caption: string; cells: readonly ShareCell[] }) {
  const words = alcoholWords[language];
  const share = (value: number, isChange = false) => printedNumber(language, { value: printedPercent(percent(value), isChange), number: percent(value) });
  const scenario = cells.some((one) => one.scenario !== undefined);
  return (
    <table class="stack">
      <caption class="hidden-text">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.condition}</th><th scope="col">{words.group}</th><th scope="col" class="n">{words.share}</th><th scope="col" class="n">{words.interval}</th><th scope="col" class="n">{words.former}</th>
          {scenario ? <><th scope="col" class="n">{words.shareThen}</th><th scope="col" class="n">{words.casesChange}</th></> : null}
        </tr>
      </thead>
      <tbody>
        {cells.map((one) => (
          <tr>
            <th scope="row">{conditionName(one.im, one.condition)[language]}</th>
            <td data-label={words.group}>{groupName(one.gender, one.ageGroup).name[language]}</td>
            <td data-label={words.share} class="n">{share(one.fraction)}</td>
            <td data-label={words.interval} class="n">{words.range(share(one.low) ?? '', share(one.high) ?? '')}</td>
            <td data-label={words.former} class="n">{share(one.former)}</td>
            {scenario ? <><td data-label={words.shareThen} class="n">{one.scenario ? share(one.scenario.fraction) : ''}</td><td data-label={words.casesChange} class="n">{one.scenario ? share(one.scenario.change, true) : ''}</td></> : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
