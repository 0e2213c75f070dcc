/** A title as part of an address: lower-case words with hyphens, at most 48 letters; '' where nothing is left. */
export function readableSlug(title: string): string {
  return title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 48).replace(/-$/, '');
}

/** The same made unlike every other by the end of an id, with a day before it where one is given. */
export function uniqueSlug(title: string, id: string, day?: string): string {
  return [readableSlug(title), day, id.slice(-4)].filter(Boolean).join('-');
}
