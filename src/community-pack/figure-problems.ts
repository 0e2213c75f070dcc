import type { PackFigure, PackFigures, PackSeries } from './figure-schema.ts';

/** What is wrong with the figures of a pack beyond their form, each as a sentence. `domains` are those of the plan. */
export function findFigureProblems({ places, series }: PackFigures, domains: ReadonlySet<string>): string[] {
  const figures = series.flatMap((one) => one.figures);
  const known = { place: new Set(places.map((place) => place.id)), figure: new Map(figures.map((figure) => [figure.id, figure])) };
  return [
    ...repeated(series.map((one) => one.id)).map((id) => `there are two series ${id}`),
    ...repeated(figures.map((one) => one.id)).map((id) => `there are two figures ${id}`),
    ...series.flatMap((one) => [
      ...(one.domain !== undefined && !domains.has(one.domain) ? [`the series ${one.id} names the domain ${one.domain}, which does not exist`] : []),
      ...definitionProblems(one),
      ...one.figures.flatMap((figure) => [
        ...(known.place.has(figure.place) ? [] : [`${figure.id} names the place ${figure.place}, which does not exist`]),
        ...valueProblems(figure), ...derivationProblems(one, figure, known.figure), ...revisionProblems(one, figure),
      ]),
    ]),
  ].map((problem) => `figures.yaml: ${problem}`);
}

function repeated(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

function definitionProblems({ id, definitions, figures }: PackSeries): string[] {
  return [
    ...(definitions.some((one, index) => one.version !== index + 1) ? [`the versions of the definition ${id} must be 1, 2, 3 and so on`] : []),
    ...definitions.filter((one) => (one.version > 1) !== (one.why !== undefined)).map((one) => `version ${one.version} of the definition ${id} ${one.version > 1 ? 'must say why it changed' : 'is the first, so nothing can have changed'}`),
    ...definitions.filter((one) => one.version > 1 && one.validFrom === undefined).map((one) => `version ${one.version} of the definition ${id} must say from when it counts so`),
    ...figures.filter((figure) => !definitions.some((one) => one.version === figure.version)).map((figure) => `${figure.id} names version ${figure.version} of the definition ${id}, which does not exist`),
  ];
}

function valueProblems({ id, value, number, withheld, interval, inputs, knownFrom, retrievedOn, freshUntil, period }: PackFigure): string[] {
  const problems: string[] = [];
  if (withheld ? value !== undefined || number !== undefined || inputs.length > 0 : value === undefined || number === undefined)
    problems.push(`${id} must have a value and a number, or be withheld with a reason and have neither value, number nor inputs`);
  if (value !== undefined && number !== undefined && !value.replaceAll(',', '').includes(`${Math.abs(number)}`)) problems.push(`${id} prints ${value} but holds the number ${number}`);
  if (interval !== undefined && (number === undefined || interval.low > number || number > interval.high)) problems.push(`the interval of ${id} does not hold its number`);
  if (period.from !== undefined && period.to !== undefined && period.from > period.to) problems.push(`the period of ${id} ends before it begins`);
  if (freshUntil !== undefined && freshUntil < (retrievedOn ?? knownFrom)) problems.push(`${id} is stale before it is known`);
  return problems;
}

function derivationProblems({ id: series, definitions }: PackSeries, figure: PackFigure, figures: ReadonlyMap<string, PackFigure>): string[] {
  const derived = definitions.find((one) => one.version === figure.version)?.formula !== undefined;
  if (derived !== figure.inputs.length > 0 && figure.withheld === undefined)
    return [derived ? `${figure.id} is derived by the formula of ${series} and must name its inputs` : `${figure.id} names inputs, but the definition ${series} has no formula`];
  return figure.inputs.flatMap((id) => {
    const input = figures.get(id);
    if (!input) return [`${figure.id} names the figure ${id}, which does not exist`];
    return [
      ...(input.withheld ? [`${figure.id} is derived from ${id}, which is withheld`] : []),
      ...(input.knownFrom > figure.knownFrom ? [`${figure.id} is known before its input ${id}`] : []),
    ];
  });
}

/** A revision gives the same period and place of the same series anew; a value of a later period replaces nothing. */
function revisionProblems({ figures }: PackSeries, figure: PackFigure): string[] {
  if (figure.supersedes === undefined) return [];
  const older = figures.find((one) => one.id === figure.supersedes);
  if (!older) return [`${figure.id} supersedes ${figure.supersedes}, which is not a figure of the same series`];
  const same = older.period.en === figure.period.en && older.period.from === figure.period.from && older.period.to === figure.period.to;
  return [
    ...(same ? [] : [`${figure.id} (${figure.period.en}) cannot supersede ${older.id} (${older.period.en}): it tells of another period of the same series, so both stand`]),
    ...(older.place === figure.place && older.breakdown?.id === figure.breakdown?.id ? [] : [`${figure.id} cannot supersede ${older.id}: it tells of another place or part, so both stand`]),
    ...(older.knownFrom < figure.knownFrom ? [] : [`${figure.id} must be known later than ${older.id}, which it supersedes`]),
    ...(figures.some((one) => one.supersedes === older.id && one.id !== figure.id) ? [`${older.id} is superseded twice; a second revision supersedes the first`] : []),
  ];
}
