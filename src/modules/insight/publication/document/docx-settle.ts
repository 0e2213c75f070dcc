import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/**
 * Takes the chance out of a Word file: the library writes the moment of writing, random ids of links and numbers of pictures into it. Dates become the day of the
 * document (YYYY-MM-DD), ids and pictures are counted in the order in which they stand, and the archive is packed with one fixed time.
 */
export function settle(file: Uint8Array, date: string): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(file);
  const ids = new Map<string, string>();
  const counted = (id: string) => {
    const known = ids.get(id) ?? `rIdLink${ids.size + 1}`;
    ids.set(id, known);
    return known;
  };
  const texts = Object.entries(parts).map(([name, bytes]) => [name, /\.(xml|rels)$/.test(name) ? strFromU8(bytes) : undefined, bytes] as const);
  const document = texts.find(([name]) => name === 'word/document.xml')?.[1] ?? '';
  for (const [, id = ''] of document.matchAll(/<w:hyperlink\b[^>]*\br:id="([^"]+)"/g)) counted(id);
  const settled = texts.map(([name, text, bytes]) => {
    if (text === undefined) return [name, bytes] as const;
    const dated = text.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${date}T12:00:00Z`);
    let pictures = 0;
    const numbered = dated.replaceAll(/(<wp:docPr\b[^>]*\bid=")\d+"/g, (_whole, before: string) => {
      pictures += 1;
      return `${before}${pictures}"`;
    });
    const fixed = [...ids].reduce((all, [from, to]) => all.replaceAll(`"${from}"`, `"${to}"`), numbered);
    return [name, strToU8(fixed)] as const;
  });
  // A zip file holds local times without a zone; these parts are read back as they are in every zone.
  return new Uint8Array(zipSync(Object.fromEntries(settled), { mtime: new Date(2000, 0, 1, 12), level: 9 }));
}
