import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { inspectPage, listsOf } from './inspect.ts';
import { pagePolicy } from './rules.ts';

const built = { script: 'begin()', words: 'one\ntwo' };
const policy = pagePolicy(createHash('sha256').update(built.script).digest('base64'));
const data = JSON.stringify({ lists: [{ text: '{}', signer: 's', signature: 'x' }], messages: '/en/review/sealed-report/messages', mailbox: '/en/review/sealed-report/mailbox' });
const page = `<html><body><form action="/en/review/sealed-report/upload"></form><script type="application/json" id="sealed-data">${data}</script><script type="text/plain" id="code-words">one\ntwo</script><script>begin()</script></body></html>`;

test('the page of this source is found whole, and its lists are read', () => {
  expect(inspectPage(page, policy, built)).toEqual([]);
  expect(listsOf(page)).toHaveLength(1);
  expect(inspectPage('<html><p>closed</p></html>', policy, built)).toEqual([]);
});

test('a page changed in its script, words, policy, markup or addresses is found out', () => {
  const changed: [string, string, string][] = [
    ['another script', page.replace('begin()', 'begin();send(all)'), 'script'], ['a second script', page.replace('</body>', '<script>1</script></body>'), 'script'], ['a script from elsewhere', page.replace('<script>', '<script src="/x.js">'), 'script'],
    ['easier words', page.replace('one\ntwo', 'one\none'), 'words'], ['a handler', page.replace('<body>', '<body onload="x()">'), 'runs'], ['a frame', page.replace('<form', '<iframe src="x"></iframe><form'), 'frame'],
    ['a form to elsewhere', page.replace('/en/review/sealed-report/upload', 'https://x.example'), 'sends to'], ['messages to elsewhere', page.replace('/en/review/sealed-report/messages', '/x'), 'sends to'], ['a base', page.replace('<body>', '<base href="//x"><body>'), 'element'],
    ['a script on a closed page', '<html><script>1</script></html>', 'script'],
  ];
  for (const [name, text, says] of changed) expect(inspectPage(text, policy, built).join(), name).toContain(says);
  expect(inspectPage(page, policy.replace("'none'", '*'), built)).toEqual(['its content security policy is another one']);
});
