const unescaped = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Addresses of this program that a page leads to, without their fragment. */
export function linksOf(html: string): string[] {
  return [...new Set([...html.matchAll(/<a\b[^>]*\shref="(\/[^"#]*)/g)].map(([, href = '']) => unescaped(href)))];
}

/** What addresses of one kind share: ids, slugs' numbers and queries left out. */
export function kindOf(address: string): string {
  const { pathname, searchParams } = new URL(address, 'http://localhost');
  return `${pathname.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID').replaceAll(/\d+/g, 'N')}${[...searchParams.keys()].sort().map((key) => `?${key}`).join('')}`;
}
