export { type Figure, listEarlierFigures, listFigures } from './figure/queries.ts';
export { loadInsightPack } from './pack.ts';
