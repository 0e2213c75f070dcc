export { type Figure, findFigure, listFigures, listRevisions } from './figure/queries.ts';
export { loadFigures } from './pack.ts';
