export { loadPoints } from './access-point/pack.ts';
export { loadCare } from './care-plan/pack.ts';
export { enterDemoWork } from './demo/enter-work.ts';
export { loadDirectory } from './directory/pack.ts';
export { type Feed, type Imported, importDirectory } from './directory/import.ts';
export { addDemoRequests } from './intake/demo.ts';
export { openDemoOutreach } from './outreach/demo.ts';
export { listPublicWaits, type PublicWait } from './wait/queries.ts';
export { accessJobs, accessRoutes } from './routes.ts';
