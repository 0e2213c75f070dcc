import type { Keys } from '#app/methods/disclosure/group.ts';
import { groupCode } from '#app/methods/disclosure/group.ts';
import type { Interval } from '#app/methods/priority/interval.ts';
import { differenceOf, protectedShare } from '#app/methods/priority/protected-share.ts';
import type { Language } from '#app/platform/language/language.ts';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { colon, formatMonth } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { careRule } from '../care-plan/release-gate.ts';
import { printedCount } from '../care-plan/released.ts';
import { findField } from '../priority/fields.ts';
import { priorityPaths } from '../priority/paths.ts';
import type { Priority } from '../priority/queries.ts';
import { comparedGroups } from '../priority/replay.ts';
import { firstOfTwelve } from './months.ts';
import { replayPaths } from './paths.ts';
import type { Replay } from './queries.ts';
import { underVersion } from './release.ts';
import { replayWords } from './words.ts';

/** What was released of all lists, newest first, and what those who keep a list asked for. */
export function ReplaysPage({ frame, replays }: { frame: PageFrame; replays: readonly Replay[] }) {
  const { language } = frame;
  const words = replayWords[language];
  return (
    <StaffLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {replays.length === 0 ? <p>{words.none}</p> : replays.map((one) => (
        <section aria-labelledby={`replay-${one.id}`}>
          <h2 id={`replay-${one.id}`}>{one.name[language]}{colon(language)}{words.versions(one.firstVersion, one.secondVersion)}</h2>
          <p>{words.over(formatMonth(language, firstOfTwelve(one.month)), formatMonth(language, one.month))}. {words.rules}{colon(language)}
            {[one.firstVersion, one.secondVersion].map((n, index) => <>{index > 0 ? ', ' : ''}<a href={localized(language, priorityPaths.version(one.slug, n))}>{words.version(n)}<span class="hidden-text">, {one.name[language]}</span></a></>)}.</p>
          {one.state === 'released' ? <Counts language={language} one={one} /> : one.state === 'asked' ? <p role="status">{words.waiting}</p> : one.blocked.map((keys) => <p class="notice">{blockedText(language, one, keys)}</p>)}
        </section>
      ))}
      <h2>{words.how}</h2>
      <ul><li>{words.numbers}</li><li>{words.interval}</li><li>{words.supposed}</li></ul>
    </StaffLayout>
  );
}

function Counts({ language, one }: { language: Language; one: Replay }) {
  const words = replayWords[language];
  const cells = new Map(one.cells.map((cell) => [groupCode(cell.keys), cell.published]));
  const base = { subject: 'replay', list: one.slug, month: one.month };
  const published = (keys: Keys) => cells.get(groupCode({ ...base, ...keys })) ?? null;
  const printed = (count: ReturnType<typeof published>) => (count === null ? words.hidden : printedCount(language, String(count)));
  const percent = (value: number) => new Intl.NumberFormat(`${language}-CA`, { style: 'percent', maximumFractionDigits: 0 }).format(value);
  const interval = ({ value, low, high }: Interval) => `${percent(value)} (${percent(low)}\u00a0– ${percent(high)})`;
  return (
    <table class="stack">
      <thead><tr><th scope="col">{words.group}</th><th scope="col">{words.people}</th><th scope="col">{words.housed(one.firstVersion)}</th><th scope="col">{words.housed(one.secondVersion)}</th><th scope="col">{words.difference}</th></tr></thead>
      <tbody>{['all', ...comparedGroups].map((group) => {
        const own: Keys = group === 'all' ? {} : { [group]: 'yes' };
        const people = published(own);
        const [first, second] = [one.firstVersion, one.secondVersion].map((version) => {
          const housed = published({ ...own, [underVersion(version)]: 'housed' });
          return { housed, share: protectedShare(careRule, housed, people) };
        });
        const cell = (side: typeof first) => <>{printed(side?.housed ?? null)}{side?.share ? <><br /><span class="hint">{interval(side.share)}</span></> : null}</>;
        return (
          <tr>
            <th scope="row">{group === 'all' ? words.all : findField(group)?.label[language]}</th>
            <td data-label={words.people}>{printed(people)}</td><td data-label={words.housed(one.firstVersion)}>{cell(first)}</td><td data-label={words.housed(one.secondVersion)}>{cell(second)}</td>
            <td data-label={words.difference}>{first?.share && second?.share ? interval(differenceOf(first.share, second.share)) : words.noShare}</td>
          </tr>
        );
      })}</tbody>
    </table>
  );
}

/** Why a replay is not released: names the group, never a value. */
export function blockedText(language: Language, one: Replay, keys: Keys): string {
  const words = replayWords[language];
  if (Object.keys(keys).length === 0) return words.contradicts;
  const group = comparedGroups.find((name) => keys[name] !== undefined);
  const label = group && (findField(group)?.label[language] ?? group);
  const version = [one.firstVersion, one.secondVersion].find((n) => keys[underVersion(n)] !== undefined);
  const where = label === undefined ? words.everybody : keys[group ?? ''] === 'yes' ? `“${label}”` : words.notIn(label);
  return words.blocked([language === 'fr' ? where.replace('“', '« ').replace('”', ' »') : where, ...(version === undefined ? [] : [words.fate[keys[underVersion(version)] ?? ''] ?? '', words.under(String(version))])].join(', '));
}

/** The button that releases what the page compares. */
export function AskForm({ frame, slug, first, second, month }: { frame: PageFrame; slug: string; first: Priority; second: Priority; month: string }) {
  const { language } = frame;
  const words = replayWords[language];
  return (
    <form method="post" action={localized(language, replayPaths.ask(slug))}>
      <Csrf frame={frame} />
      <h2>{words.release}</h2>
      <p>{words.releaseHint(formatMonth(language, firstOfTwelve(month)), formatMonth(language, month))}</p>
      <input type="hidden" name="first" value={String(first.version)} />
      <input type="hidden" name="second" value={String(second.version)} />
      <div class="buttons"><button class="button" type="submit">{words.release}</button></div>
    </form>
  );
}
