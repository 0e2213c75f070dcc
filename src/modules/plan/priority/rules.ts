import { uniqueSlug } from '#app/ui/readable-slug.ts';
/** A slug people can read, made unlike every other by the end of the id. */
export function prioritySlug(title: string, id: string): string {
  return uniqueSlug(title, id);
}
