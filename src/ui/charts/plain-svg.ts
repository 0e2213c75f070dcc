type Rule = { readonly parts: readonly string[]; readonly weight: number; readonly looks: readonly (readonly [string, string])[] };
type Open = { readonly tag: string; readonly classes: readonly string[] };

/**
 * A chart file whose look stands in attributes of each element instead of a style sheet: word processors read these alone. Takes the SVG of `chartFile`
 * and the style sheet in it; knows selectors of tags, classes and descendants, as that sheet has them.
 */
export function plainSvg(svg: string): string {
  const sheet = /<style>(.*?)<\/style>/s.exec(svg)?.[1] ?? '';
  const rules = rulesOf(sheet);
  const open: Open[] = [];
  return svg.replace(/<style>.*?<\/style>/s, '').replace(/<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>/g, (_whole, close: string, tag: string, attributes: string, single: string) => {
    if (close) {
      open.pop();
      return `</${tag}>`;
    }
    const classes = (/\sclass="([^"]*)"/.exec(attributes)?.[1] ?? '').split(/\s+/);
    const path = [...open, { tag, classes }];
    if (!single) open.push({ tag, classes });
    const looks = new Map(rules.filter((rule) => matches(rule.parts, path)).flatMap((rule) => rule.looks));
    const kept = attributes.replaceAll(/\s([\w:-]+)="[^"]*"/g, (one, name: string) => (looks.has(name) || name === 'class' ? '' : one));
    return `<${tag}${kept}${[...looks].map(([name, value]) => ` ${name}="${value.replaceAll('"', "'")}"`).join('')}${single ? '/' : ''}>`;
  });
}

// Later and heavier rules come last, so that they win.
function rulesOf(sheet: string): Rule[] {
  return sheet.split('}').filter((rule) => rule.includes('{')).flatMap((rule) => {
    const [selectors = '', body = ''] = rule.split('{').slice(-2);
    const looks = body.split(';').filter((one) => one.includes(':')).map((one) => [one.slice(0, one.indexOf(':')).trim(), one.slice(one.indexOf(':') + 1).trim()] as const);
    return selectors.split(',').map((selector): Rule => ({ parts: selector.trim().split(/\s+/), weight: (selector.match(/\./g) ?? []).length * 100 + (selector.match(/(^|\s)[a-z]/g) ?? []).length, looks }));
  }).sort((a, b) => a.weight - b.weight);
}

function matches(parts: readonly string[], path: readonly Open[]): boolean {
  const [last, own] = [parts.at(-1), path.at(-1)];
  if (last === undefined || !own || !fits(last, own)) return false;
  let left = parts.slice(0, -1);
  for (const one of path.slice(0, -1).toReversed()) {
    const next = left.at(-1);
    if (next !== undefined && fits(next, one)) left = left.slice(0, -1);
  }
  return left.length === 0;
}

function fits(part: string, { tag, classes }: Open): boolean {
  const [name = '', ...wanted] = part.split('.');
  return (name === '' || name === tag) && wanted.every((one) => classes.includes(one));
}
