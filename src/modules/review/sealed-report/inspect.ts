import { createHash } from 'node:crypto';
import type { SignedList } from '#app/methods/sealing/recipient-list.ts';
import type { PageData } from './page-data.ts';
import { pagePolicy } from './rules.ts';

const dataBlock = /<script type="application\/json" id="sealed-data">([\s\S]*?)<\/script>/g;
const wordBlock = /<script type="text\/plain" id="code-words">([\s\S]*?)<\/script>/g;

/**
 * What in a page differs from the one that this source makes: its policy, its only script, its words, and anything that could run, send or frame in another
 * way. Empty where nothing does; a page without a signed list has no script, and none is asked of it.
 */
export function inspectPage(page: string, policy: string, built: { readonly script: string; readonly words: string }): string[] {
  const closed = !page.includes('id="sealed-data"');
  const problems: string[] = [];
  const expected = pagePolicy(createHash('sha256').update(built.script).digest('base64'));
  if (policy !== expected) problems.push('its content security policy is another one');
  const words = [...page.matchAll(wordBlock)].map(([, text]) => text);
  if (!closed && (words.length !== 1 || words[0] !== built.words)) problems.push('its list of words is another one');
  const scripts = [...page.replace(dataBlock, '').replace(wordBlock, '').matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/gi)];
  if (!closed && (scripts.length !== 1 || scripts[0]?.[1] !== '' || scripts[0]?.[2] !== built.script)) problems.push('its script is another one');
  if (closed && scripts.length > 0) problems.push('it has a script');
  // The rest is looked at without the script, whose text may hold anything.
  const markup = page.replaceAll(/<script[^>]*>[\s\S]*?<\/script>/gi, '');
  for (const [pattern, name] of [[/<(iframe|object|embed|base|frame|svg|math|template)\b/i, 'an element that can run or frame something'], [/\son[a-z]+\s*=/i, 'an attribute that runs something'], [/<meta[^>]+http-equiv/i, 'a meta element that acts as a header'], [/(href|action|src)="\s*javascript:/i, 'an address that runs something']] as const)
    if (pattern.test(markup)) problems.push(`it has ${name}`);
  for (const [, target = ''] of markup.matchAll(/\saction="([^"]*)"/g)) if (!/^\/(en|fr)\/review\/sealed-report\/upload$/.test(target)) problems.push(`a form sends to ${target}`);
  const { messages, mailbox } = dataOf(page) ?? {};
  for (const target of [messages, mailbox]) if (target !== undefined && !/^\/(en|fr)\/review\/sealed-report\/(messages|mailbox)$/.test(target)) problems.push(`the script sends to ${target}`);
  return problems;
}

function dataOf(page: string): PageData | undefined {
  const [match] = page.matchAll(dataBlock);
  try {
    return match ? JSON.parse(match[1] ?? '') : undefined;
  } catch {
    return undefined;
  }
}

/** The chain of lists that a page gives its script; empty where there is none. */
export function listsOf(page: string): readonly SignedList[] {
  return dataOf(page)?.lists ?? [];
}
