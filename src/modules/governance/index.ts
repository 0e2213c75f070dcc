export { type Body, findBody, listBodies, listStates } from './body/queries.ts';
export { type DecisionGiven, recordDecision } from './decision/actions.ts';
export { type Decision, listDecisionsAbout } from './decision/queries.ts';
export { loadBodies } from './pack.ts';
export { governanceRoutes } from './body/routes.tsx';
