/** A form as it stands on a page: where it goes, and what each of its fields would send untouched. */
export type PageForm = { readonly action: string; readonly method: string; readonly multipart: boolean; readonly fields: readonly (readonly [string, string])[]; readonly files: readonly string[]; readonly choices: ReadonlyMap<string, readonly string[]> };

const attribute = (tag: string, name: string) => unescaped(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]);
const unescaped = (text: string | undefined) => text?.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** The forms of a page of this program; it writes its own HTML, so that patterns read it. */
export function formsOf(html: string, address: string): PageForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, head = '', body = '']) => {
    const fields: [string, string][] = [];
    const files: string[] = [];
    const choices = new Map<string, string[]>();
    const offer = (name: string, value: string) => choices.set(name, [...(choices.get(name) ?? []), value]);
    for (const [tag, kind] of body.matchAll(/<(input|button)\b[^>]*>/g)) {
      const name = attribute(tag, 'name');
      const type = attribute(tag, 'type');
      if (name === undefined) continue;
      if (type === 'file') files.push(name);
      else if (kind === 'button' || type === 'radio' || type === 'checkbox') {
        const value = attribute(tag, 'value') ?? 'on';
        offer(name, value);
        if (type !== 'checkbox' && !fields.some(([known]) => known === name)) fields.push([name, value]);
      } else fields.push([name, attribute(tag, 'value') ?? '']);
    }
    for (const [, tag = '', options = ''] of body.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
      const name = attribute(tag, 'name');
      if (name === undefined) continue;
      for (const [option] of options.matchAll(/<option\b[^>]*>/g)) offer(name, attribute(option, 'value') ?? '');
      fields.push([name, choices.get(name)?.at(-1) ?? '']);
    }
    for (const [, tag = '', value = ''] of body.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)) {
      const name = attribute(tag, 'name');
      if (name !== undefined) fields.push([name, unescaped(value) ?? '']);
    }
    return { action: attribute(head, 'action') ?? address, method: (attribute(head, 'method') ?? 'get').toUpperCase(), multipart: head.includes('multipart'), fields, files, choices };
  });
}

/** Addresses of this program that a page leads to, without their fragment. */
export function linksOf(html: string): string[] {
  return [...new Set([...html.matchAll(/<a\b[^>]*\shref="(\/[^"#]*)/g)].map(([, href = '']) => unescaped(href) ?? ''))];
}

/** What addresses of one kind share: ids, slugs' numbers and queries left out. */
export function kindOf(address: string): string {
  const { pathname, searchParams } = new URL(address, 'http://localhost');
  return `${pathname.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID').replaceAll(/\d+/g, 'N')}${[...searchParams.keys()].sort().map((key) => `?${key}`).join('')}`;
}
