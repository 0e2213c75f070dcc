import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { nextSlug } from '../computation/run-queries.ts';
import { conditionName, conditionSlug, scenarioPrefix, sharePrefix } from './conditions.ts';
import { groupName } from './group-name.ts';
import { type AlcoholRun, methodName, type ShareCell, type Wanted } from './run.ts';

type Draft = { readonly series: string; readonly name: Bilingual; readonly label: Bilingual; readonly text: Bilingual; readonly method: Bilingual; readonly cell: ShareCell; readonly number: number; readonly interval?: { readonly low: number; readonly high: number } };

/** One decimal: what the uncertainty of the method bears at most. */
const percent = (share: number) => Math.round(share * 1000) / 10;

/**
 * The figures of a run: each wanted share, and by how much cases change in the scenario. Only of conditions that are partly due to alcohol: their shares
 * rest on exposure and risk alone, so that no figure tells of a count of cases.
 */
export function draftFigures(run: AlcoholRun, wanted: Wanted): Draft[] {
  const cells = (run.cells ?? []).filter((one) => !one.wholly && !isEmpty(one) && one.outcome === wanted.outcome && wanted.conditions.includes(one.im));
  const [end, of] = wanted.outcome === 'Mortality' ? ['deaths', { en: 'deaths', fr: 'décès' }] as const : ['illness', { en: 'illness', fr: 'cas' }] as const;
  const method = {
    en: `After InterMAHP 2.1; interval of 95% from ${run.draws} simulations. Run ${run.id} (${methodName}), seed ${run.seed}.`,
    fr: `Selon InterMAHP 2.1; intervalle à 95 % tiré de ${run.draws} simulations. Calcul ${run.id} (${methodName}), graine ${run.seed}.`,
  };
  return cells.flatMap((cell): Draft[] => {
    const condition = conditionName(cell.im, cell.condition);
    const { scenario } = cell;
    const then = run.scenario === 'minimum-price'
      ? { en: `if the lowest price of alcohol changes by ${run.change}%`, fr: `si le prix minimum de l’alcool varie de ${run.change} %` }
      : { en: `if consumption changes by ${run.change}%`, fr: `si la consommation varie de ${run.change} %` };
    return [
      {
        series: `${sharePrefix}${conditionSlug(cell.im)}-${end}`, cell, number: percent(cell.fraction), interval: { low: percent(Math.min(cell.low, cell.fraction)), high: percent(Math.max(cell.high, cell.fraction)) }, method,
        name: { en: `${condition.en}, share of ${of.en} due to alcohol`, fr: `${condition.fr}, part des ${of.fr} attribuable à l’alcool` },
        label: { en: `of ${of.en} due to alcohol (${condition.en})`, fr: `des ${of.fr} attribuables à l’alcool (${condition.fr})` },
        text: { en: `The share of ${of.en} that would not be there if nobody had ever drunk. Below 0 where drinking is taken to protect.`, fr: `La part des ${of.fr} qui n’existeraient pas si personne n’avait jamais bu. Inférieure à 0 là où l’alcool est réputé protéger.` },
      },
      ...(scenario ? [{
        series: `${scenarioPrefix}${conditionSlug(cell.im)}-${end}-${run.scenario}-${String(run.change).replace('-', 'minus-').replace('.', '-')}`, cell, number: percent(scenario.change), method,
        name: { en: `${condition.en}, change in ${of.en} ${then.en}`, fr: `${condition.fr}, variation des ${of.fr} ${then.fr}` }, label: { en: `change in ${of.en} ${then.en} (${condition.en})`, fr: `variation des ${of.fr} ${then.fr} (${condition.fr})` },
        text: { en: `By how much all ${of.en} of this condition would change. ${run.scenario === 'minimum-price' ? 'A proxy: consumption is taken to move with the price by a constant elasticity of -0.34.' : 'Everybody drinks more or less by the same share.'}`, fr: `De combien varieraient tous les ${of.fr}. ${run.scenario === 'minimum-price' ? 'Approximation : la consommation suivrait le prix selon une élasticité constante de -0,34.' : 'Chaque personne boit plus ou moins dans la même proportion.'}` },
      }] : []),
    ];
  });
}

/** A group whose drinking nobody asked for (children): the method sets its shares to 0, which is no finding. */
const isEmpty = ({ fraction, low, high }: ShareCell) => fraction === 0 && low === 0 && high === 0;

type Standing = { readonly slug: string; readonly series: string; readonly place: string; readonly part: string; readonly from: string; readonly number: number };

/** Writes the figures of a run as provisional ones: new, or as revisions of those of the same year, place and group. Gives how many were written. */
export async function writeShares(scope: Scope, run: AlcoholRun, wanted: Wanted, asOf: string): Promise<number> {
  const { sql, today } = scope;
  const drafts = draftFigures(run, wanted);
  const [place, year] = [slugOf(run.region), String(run.year)];
  const [known] = await sql<{ geography: Bilingual }[]>`select geography from insight.figure where place_slug = ${place} and geography is not null and removed_at is null order by position limit 1`;
  const geography = known?.geography ?? { en: run.region, fr: run.region };
  const series = [...new Set(drafts.map((one) => one.series))];
  const standing = await sql<Standing[]>`select f.slug, d.series_slug as series, f.place_slug as place, f.breakdown_slug as part, f.period_from::text as "from", f.number::float8 as number from insight.figure f join insight.figure_definition d on d.slug = f.definition_slug
    where d.series_slug = any (${series}) and f.removed_at is null and f.breakdown_slug is not null and not exists (select from insight.figure n where n.supersedes = f.slug and n.removed_at is null)`;
  let written = 0;
  for (const [index, { series: own, name, label, text, method, cell, number, interval }] of drafts.entries()) {
    await sql`insert into insight.figure_definition (slug, series_slug, version, position, name, text, unit, geography_kind, method, disclosure_rule, valid_from, known_from, origin)
      values (${`${own}/1`}, ${own}, 1, 100000, ${sql.json(name)}, ${sql.json(text)}, 'percent', 'residence', ${sql.json(shownMethod)}, 'as-published', ${today}, ${today}, 'staff') on conflict (slug) do nothing`;
    const part = groupName(cell.gender, cell.ageGroup);
    const old = standing.find((one) => one.series === own && one.place === place && one.part === part.slug && one.from === `${year}-01-01`);
    if (old && old.number === number) continue;
    await sql`insert into insight.figure (id, slug, position, definition_slug, label, value, number, period, period_from, period_to, geography, place_slug, breakdown_slug, breakdown, note, interval_low, interval_high, interval_level, approximate, as_of, releasable, provisional, featured, supersedes, inputs, inputs_hash, sources, known_from, origin)
      values (${newId()}, ${old ? nextSlug(old.slug) : `${own}-${year}-${place}-${part.slug}`}, ${200_000 + index}, ${`${own}/1`}, ${sql.json(label)}, ${`${number}%`}, ${number}, ${sql.json({ en: year, fr: year })}, ${`${year}-01-01`}, ${`${year}-12-31`}, ${sql.json(geography)}, ${place}, ${part.slug}, ${sql.json(part.name)},
        ${sql.json(method)}, ${interval?.low ?? null}, ${interval?.high ?? null}, ${interval ? 95 : null}, false, ${asOf}, true, true, false, ${old?.slug ?? null}, '{}', ${run.fingerprint}, '{}', ${today}, 'staff')`;
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
