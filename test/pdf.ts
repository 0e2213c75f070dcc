import { getDocumentProxy } from 'unpdf';

/** What a reading machine finds in a PDF: roles of the structure tree in order, the text in the order of that tree and as it is drawn, and what the file says of itself. */
export type ReadPdf = { readonly roles: readonly string[]; readonly text: string; readonly drawn: string; readonly title: unknown; readonly language: unknown; readonly tagged: boolean; readonly links: readonly string[]; readonly pages: number };

type Node = { readonly role?: string; readonly type?: string; readonly id?: string; readonly children?: readonly Node[] };

/** Reads a PDF by its structure tree; what is marked as an artifact (page numbers, repeated table heads) is left out, as a screen reader does. */
export async function readPdf(file: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocumentProxy(new Uint8Array(file));
  const { info } = await pdf.getMetadata();
  const marks: Record<string, unknown> = (await pdf.getMarkInfo()) ?? {};
  const roles: string[] = [];
  const links: string[] = [];
  let text = '';
  let drawn = '';
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const content = await textByMark(page);
    drawn += [...content.values()].join('');
    const walk = (node: Node) => {
      if (node.role) roles.push(node.role);
      if (node.type === 'content' && node.id) text += content.get(node.id) ?? '';
      for (const child of node.children ?? []) walk(child);
    };
    const tree: Node | null = await page.getStructTree();
    if (tree) walk(tree);
    for (const annotation of await page.getAnnotations()) if (typeof annotation.url === 'string') links.push(annotation.url);
  }
  const said: Record<string, unknown> = { ...info };
  return { roles, text, drawn, links, title: said.Title, language: said.Language, tagged: marks.Marked === true, pages: pdf.numPages };
}

async function textByMark(page: { getTextContent(options: { includeMarkedContent: boolean }): Promise<{ items: readonly object[] }> }): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const open: (string | undefined)[] = [];
  for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
    if ('type' in item) {
      if (item.type === 'endMarkedContent') open.pop();
      else open.push('id' in item && typeof item.id === 'string' ? item.id : undefined);
    } else if ('str' in item && typeof item.str === 'string') {
      const id = open.findLast((one) => one !== undefined);
      if (id) found.set(id, (found.get(id) ?? '') + item.str);
    }
  }
  return found;
}
