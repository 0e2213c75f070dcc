import { expect, test } from 'vitest';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { typeset } from './typeset.ts';
import { typesettingOf } from './typst.ts';
import type { Document } from './model.ts';

test('x', async () => {
  const document: Document = { language: 'fr', title: 'T', date: '2019-06-03', author: 'A', notice: 'N', kicker: 'K', details: [{term: 'No', text: 'SS-11'}], blocks: [
    { kind: 'heading', level: 2, text: 'Objet' }, { kind: 'paragraph', content: [{ kind: 'state', state: 'late', text: 'En retard', path: '/x' }, {kind: 'text', text: 'l’état «x» #1 $'}] },
    { kind: 'table', caption: 'C', header: ['a', 'b'], rows: [[[{kind: 'text', text: '1'}], [{kind:'link', text:'2', path:'/y'}]]] },
  ] };
  const [pdf] = await typeset([typesettingOf(document, (p: string) => `http://x.org${p}`)]);
  const doc = await getDocumentProxy(new Uint8Array(pdf ?? []));
  console.log((await extractText(doc)).text, await getMeta(doc));
  console.log(JSON.stringify(await (await doc.getPage(1)).getStructTree(), null, 0));
});
