import type { Language } from '#app/platform/language/language.ts';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { accountabilities, levels } from './indicator.ts';
import { IndicatorTable } from './list-table.tsx';
import { indicatorPaths } from './paths.ts';
import type { Surroundings } from './queries.ts';
import type { Reading } from './rules.ts';
import { indicatorWords } from './words.ts';

export type Order = 'domain' | 'level' | 'area';
type Props = { frame: PageFrame; order: Order; readings: readonly Reading[]; around: Surroundings; today: string };
type Group = { readonly slug: string; readonly title: string; readonly members: readonly Reading[] };

/** The framework: indicators in groups, those of the whole population and those of programmes apart. */
export function IndicatorsPage({ frame, order, readings, around, today }: Props) {
  const { language } = frame;
  const words = indicatorWords[language];
  const groups = groupsOf(language, order, readings, around);
  const orders = [['domain', indicatorPaths.list, words.byDomain], ['level', indicatorPaths.byLevel, words.byLevel], ['area', indicatorPaths.byArea, words.byArea]] as const;
  return (
    <PublicLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {groups.length === 0 ? <p>{words.none}</p> : (
        <nav aria-label={words.by}>
          <ul class="jump">
            {orders.map(([key, path, label]) => <li><a href={localized(language, path)} aria-current={key === order ? 'page' : undefined}>{label}</a></li>)}
            <li><a href={indicatorPaths.data} hreflang="en">{words.allJson}</a></li>
          </ul>
        </nav>
      )}
      {groups.map(({ slug, title, members }) => (
        <section class="band" id={slug} aria-labelledby={`${slug}-title`}>
          <h2 id={`${slug}-title`}>{title}</h2>
          {accountabilities.map((kind) => {
            const own = members.filter((one) => one.indicator.accountability === kind);
            if (own.length === 0) return null;
            return (
              <>
                <h3>{words.accountability[kind]}</h3>
                <p class="small">{words.accountabilityNote[kind]}</p>
                <IndicatorTable language={language} caption={words.caption(title, words.accountability[kind])} readings={own} today={today} />
              </>
            );
          })}
        </section>
      ))}
    </PublicLayout>
  );
}

function groupsOf(language: Language, order: Order, readings: readonly Reading[], around: Surroundings): Group[] {
  const words = indicatorWords[language];
  const groups: Group[] = order === 'level'
    ? levels.map((level) => ({ slug: level, title: words.level[level], members: readings.filter((one) => one.indicator.level === level) }))
    : (order === 'domain' ? around.domains : around.areas).map(({ slug, name }) => ({
      slug, title: name[language], members: readings.filter(({ indicator }) => (order === 'domain' ? indicator.domain === slug : indicator.areas.includes(slug))),
    }));
  const shown = new Set(groups.flatMap((group) => group.members));
  const rest = readings.filter((one) => !shown.has(one));
  return [...groups, { slug: 'other', title: words.otherDomain, members: rest }].filter((group) => group.members.length > 0);
}
