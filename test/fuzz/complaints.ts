import type { Route } from '#app/platform/http/route.ts';
import { headFaults } from './heads.ts';
import { mark } from './hostile.ts';

export type Sent = { readonly who: string; readonly method: string; readonly path: string; readonly what: string; readonly secrets: readonly string[]; readonly route: Route | undefined };

/** What is wrong with an answer to a hostile request; nothing, where all is well. `errors` are the lines that the program logged meanwhile. */
export async function complaintsOf(answer: Response, sent: Sent, errors: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  const type = answer.headers.get('content-type') ?? '';
  const text = /^(text|application\/(json|problem\+json|fhir\+json|xml|rss|atom))/.test(type) ? await answer.text() : '';
  if (answer.status >= 500) found.push(`${answer.status} ${errors.join(' ').slice(0, 600)}`);
  if (type.startsWith('text/html') && text.includes(mark)) found.push(`unescaped: …${around(text, mark)}…`);
  // Lines of a stack, files of the program, words of the driver.
  const leak = /\bat \S+ \(?(file:|\/)\S+:\d+|node_modules\/|\bPostgresError\b|\bTypeError\b|\bZodError\b|SQLSTATE|syntax error at or near|violates \w+ constraint|invalid input syntax/.exec(text);
  if (leak) found.push(`tells of its inside: …${around(text, leak[0])}…`);
  for (const secret of sent.secrets) if (text.includes(secret)) found.push('the answer holds the token of a session');
  const quickExit = sent.path.includes('/review/sealed-report/leave');
  const split = [...answer.headers].find(([name, value]) => name === 'x-injected' || value.includes(mark) || /[\r\n]/.test(value));
  if (split) found.push(`a head of the answer holds what was sent: ${split[0]}`);
  if (!quickExit && answer.headers.get('location')?.match(/^(https?:)?\/\/(?!localhost)/)) found.push(`leads elsewhere: ${answer.headers.get('location')}`);
  found.push(...headFaults(answer, sent.route));
  return found.map((complaint) => `${sent.method} ${sent.path} as ${sent.who} (${sent.what}): ${complaint}`);
}

function around(text: string, part: string): string {
  const at = text.indexOf(part);
  return text.slice(Math.max(0, at - 60), at + 80).replaceAll(/\s+/g, ' ');
}
