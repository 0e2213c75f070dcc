/** A slug people can read, made unlike every other by the end of the id. */
export function prioritySlug(title: string, id: string): string {
  const words = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 48).replace(/-$/, '');
  return [words, id.slice(-4)].filter(Boolean).join('-');
}
