import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { hiddenText } from '../computation/result.ts';
import { nextSlug } from '../computation/run-queries.ts';
import { caseDrafts } from './case-figures.ts';
import type { ConditionCases } from './case-release.ts';
import { conditionName, conditionSlug, outcomeSlug, scenarioPrefix, sharePrefix } from './conditions.ts';
import type { Draft } from './draft.ts';
import { groupName } from './group-name.ts';
import { insertMade, type MadeOf } from './made.ts';
import { percent, printedPercent } from './printed.ts';
import { type AlcoholRun, methodName, type Wanted, withDrinking } from './run.ts';

/**
 * The figures of a run: each wanted share, and by how much cases change in the scenario. Only of conditions that are partly due to alcohol: their shares
 * rest on exposure and risk alone, so that none tells of a count of cases.
 */
export function shareDrafts(run: AlcoholRun, wanted: Wanted): Draft[] {
  const cells = withDrinking(run.cells ?? []).filter((one) => !one.wholly && one.outcome === wanted.outcome && wanted.conditions.includes(one.im));
  const end = outcomeSlug[wanted.outcome];
  const of = wanted.outcome === 'Mortality' ? { en: 'deaths', fr: 'décès' } : { en: 'illness', fr: 'cas' };
  const method = {
    en: `After InterMAHP 2.1; interval of 95% from ${run.draws} simulations. Run ${run.id} (${methodName}), seed ${run.seed}.`,
    fr: `Selon InterMAHP 2.1; intervalle à 95\u00a0% tiré de ${run.draws} simulations. Calcul ${run.id} (${methodName}), graine ${run.seed}.`,
  };
  return cells.flatMap((cell): Draft[] => {
    const condition = conditionName(cell.im, cell.condition);
    const part = groupName(cell.gender, cell.ageGroup);
    const { scenario } = cell;
    const [number, changed] = [percent(cell.fraction), percent(scenario?.change ?? 0)];
    const common = { part, method, unit: 'percent', shown: shownMethod, rule: 'as-published' } as const;
    const then = run.scenario === 'minimum-price'
      ? { en: `if the lowest price of alcohol changes by ${run.change}%`, fr: `si le prix minimum de l’alcool varie de ${run.change}\u00a0%` }
      : { en: `if consumption changes by ${run.change}%`, fr: `si la consommation varie de ${run.change}\u00a0%` };
    return [
      {
        ...common, series: `${sharePrefix}${conditionSlug(cell.im)}-${end}`, number, value: printedPercent(number), interval: { low: percent(Math.min(cell.low, cell.fraction)), high: percent(Math.max(cell.high, cell.fraction)), level: 95 },
        name: { en: `${condition.en}, share of ${of.en} due to alcohol`, fr: `${condition.fr}, part des ${of.fr} attribuable à l’alcool` },
        label: { en: `of ${of.en} due to alcohol (${condition.en})`, fr: `des ${of.fr} attribuables à l’alcool (${condition.fr})` },
        text: { en: `The share of ${of.en} that would not be there if nobody had ever drunk. Below 0 where drinking is taken to protect.`, fr: `La part des ${of.fr} qui n’existeraient pas si personne n’avait jamais bu. Inférieure à 0 là où l’alcool est réputé protéger.` },
      },
      ...(scenario ? [{
        ...common, series: `${scenarioPrefix}${conditionSlug(cell.im)}-${end}-${run.scenario}-${String(run.change).replace('-', 'minus-').replace('.', '-')}`, number: changed, value: printedPercent(changed, true),
        name: { en: `${condition.en}, change in ${of.en} ${then.en}`, fr: `${condition.fr}, variation des ${of.fr} ${then.fr}` }, label: { en: `change in ${of.en} ${then.en} (${condition.en})`, fr: `variation des ${of.fr} ${then.fr} (${condition.fr})` },
        text: { en: `By how much all ${of.en} of this condition would change. ${run.scenario === 'minimum-price' ? 'A proxy: consumption is taken to move with the price by a constant elasticity of -0.34.' : 'Everybody drinks more or less by the same share.'}`, fr: `De combien varieraient tous les ${of.fr}. ${run.scenario === 'minimum-price' ? 'Approximation\u00a0: la consommation suivrait le prix selon une élasticité constante de -0,34.' : 'Chaque personne boit plus ou moins dans la même proportion.'}` },
      }] : []),
    ];
  });
}

type Standing = { readonly slug: string; readonly series: string; readonly place: string; readonly part: string | null; readonly from: string; readonly number: number | null; readonly low: number | null; readonly high: number | null };

/** Writes the figures of a run as provisional ones: new, or as revisions of those of the same year, place and group; how each was made beside it. Gives how many were written. */
export async function writeFigures(scope: Scope, run: AlcoholRun, wanted: Wanted, cases: readonly ConditionCases[], made: MadeOf): Promise<number> {
  const { sql, today } = scope;
  const drafts = [...shareDrafts(run, wanted), ...caseDrafts(run, wanted, cases)];
  const [place, year] = [slugOf(run.region), String(run.year)];
  const [known] = await sql<{ geography: Bilingual }[]>`select geography from insight.figure where place_slug = ${place} and geography is not null and removed_at is null order by position limit 1`;
  const geography = known?.geography ?? { en: run.region, fr: run.region };
  const series = [...new Set(drafts.map((one) => one.series))];
  const standing = await sql<Standing[]>`select f.slug, d.series_slug as series, f.place_slug as place, f.breakdown_slug as part, f.period_from::text as "from", f.number::float8 as number, f.interval_low::float8 as low, f.interval_high::float8 as high
    from insight.figure f join insight.figure_definition d on d.slug = f.definition_slug
    where d.series_slug = any (${series}) and f.removed_at is null and not exists (select from insight.figure n where n.supersedes = f.slug and n.removed_at is null)`;
  let written = 0;
  for (const [index, one] of drafts.entries()) {
    const { series: own, part, interval } = one;
    await sql`insert into insight.figure_definition (slug, series_slug, version, position, name, text, unit, geography_kind, method, disclosure_rule, valid_from, known_from, origin)
      values (${`${own}/1`}, ${own}, 1, 100000, ${sql.json(one.name)}, ${sql.json(one.text)}, ${one.unit}, 'residence', ${sql.json(one.shown)}, ${one.rule}, ${today}, ${today}, 'staff') on conflict (slug) do nothing`;
    const old = standing.find((other) => other.series === own && other.place === place && other.part === (part?.slug ?? null) && other.from === `${year}-01-01`);
    if (old && old.number === (one.number ?? null) && old.low === (interval?.low ?? null) && old.high === (interval?.high ?? null)) continue;
    const slug = old ? nextSlug(old.slug) : [own, year, place, ...(part ? [part.slug] : [])].join('-');
    const reason = one.hidden ? hiddenText(one.hidden.why, one.hidden.k) : null;
    await sql`insert into insight.figure (id, slug, position, definition_slug, label, value, number, period, period_from, period_to, geography, place_slug, breakdown_slug, breakdown, note, interval_low, interval_high, interval_level, approximate, as_of, releasable, withheld_reason, provisional, featured, supersedes, inputs, inputs_hash, sources, known_from, origin)
      values (${newId()}, ${slug}, ${200_000 + index}, ${`${own}/1`}, ${sql.json(one.label)}, ${one.value ?? null}, ${one.number ?? null}, ${sql.json({ en: year, fr: year })}, ${`${year}-01-01`}, ${`${year}-12-31`}, ${sql.json(geography)}, ${place}, ${part?.slug ?? null}, ${part ? sql.json(part.name) : null},
        ${sql.json(one.method)}, ${interval?.low ?? null}, ${interval?.high ?? null}, ${interval?.level ?? null}, false, ${made.asOf}, ${reason === null}, ${reason ? sql.json(reason) : null}, true, false, ${old?.slug ?? null}, '{}', ${reason === null ? run.fingerprint : null}, '{}', ${today}, 'staff')`;
    await insertMade(scope, slug, run, made, one);
    written += 1;
  }
  return written;
}

const shownMethod: Bilingual = {
  en: 'After InterMAHP 2.1 (Sherk et al., Canadian Institute for Substance Use Research, 2020), with the gamma constants of Kehoe et al. 2012. Who drinks how much is uncertain and varied in the simulation; the risk curves are taken as they are.',
  fr: 'Selon InterMAHP 2.1 (Sherk et coll., Institut canadien de recherche sur l’usage de substances, 2020), avec les constantes gamma de Kehoe et coll. 2012. Ce que boivent les gens est incertain et varie dans la simulation; les courbes de risque sont prises telles quelles.',
};

function slugOf(region: string): string {
  return region.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
}
