export type { Figure, FigureDefinition } from './figure/figure.ts';
export { findFigure, listDefinitions, listFigures, listRevisions } from './figure/queries.ts';
export { type FigureSeries, groupSeries, isStale, pickFeatured } from './figure/series.ts';
export { loadFigures } from './pack.ts';
