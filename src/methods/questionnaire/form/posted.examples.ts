const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

/** A browser empties an input whose value does not have the form of its type. */
const sanitised: Readonly<Record<string, RegExp>> = { date: /^\d{4}-\d{2}-\d{2}$/, 'datetime-local': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/, time: /^\d{2}:\d{2}(:\d{2})?$/, number: /^-?\d+(\.\d+)?$/ };

export function unescapeHtml(text: string): string {
  return text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);
}

export function attributeOf(tag: string, name: string): string | undefined {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : unescapeHtml(value);
}

/** What a browser would post from a form as it stands: checked boxes, selected options, text and hidden inputs, in their order. */
export function postedBy(html: string): readonly (readonly [string, string])[] {
  const controls = html.matchAll(/<input\b[^>]*>|<textarea\b[^>]*>([\s\S]*?)<\/textarea>|<select\b[^>]*>([\s\S]*?)<\/select>/g);
  return [...controls].flatMap(([whole, text, options]): readonly (readonly [string, string])[] => {
    const tag = /^<[^>]*>/.exec(whole)?.[0] ?? '';
    const name = attributeOf(tag, 'name');
    const type = attributeOf(tag, 'type');
    if (name === undefined || type === 'file') return [];
    if (text !== undefined) return [[name, unescapeHtml(text.replace(/^\n/, '')).replaceAll('\n', '\r\n')]];
    if (options !== undefined) return [[name, attributeOf(/<option[^>]* selected[^>]*>/.exec(options)?.[0] ?? '<option value="">', 'value') ?? '']];
    if ((type === 'radio' || type === 'checkbox') && !/ checked/.test(tag)) return [];
    const value = attributeOf(tag, 'value') ?? '';
    return [[name, sanitised[type ?? '']?.test(value) === false ? '' : value]];
  });
}
