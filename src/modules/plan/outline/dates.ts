export { aboutDate } from '#app/ui/format.ts';
