import { type Document, inlinesOf } from './model.ts';

type Row = { readonly kind: 'figure' | 'state' | 'statement'; readonly text: string; readonly value: string; readonly address: string };

/** Every figure and every state of a document with the address of its record, each once, in reading order; then its statements, each with its strength and, as address, its source. */
export function recordsIn(document: Document, linkOf: (path: string) => string): Row[] {
  const said = document.blocks.flatMap((block): Row[] => (block.kind === 'statement' ? [{ kind: 'statement', text: block.strength, value: block.content.map((one) => one.text).join(''), address: block.source }] : []));
  const rows = inlinesOf(document).flatMap((one): Row[] => {
    if (one.kind === 'figure') return [{ kind: 'figure', text: one.slug, value: one.text, address: linkOf(one.path) }];
    return one.kind === 'state' ? [{ kind: 'state', text: one.state, value: one.text, address: linkOf(one.path) }] : [];
  });
  return [...new Map([...rows, ...said].map((row) => [JSON.stringify(row), row])).values()];
}

/** The figures and states of a document as CSV (RFC 4180), with a header row. A cell that a spreadsheet would run as a formula is set as text. */
export function csvOf(document: Document, linkOf: (path: string) => string): string {
  const cell = (value: string) => `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;
  const lines = recordsIn(document, linkOf).map((row) => [row.kind, row.text, row.value, row.address].map(cell).join(','));
  return `${['kind,record,value,address', ...lines].join('\r\n')}\r\n`;
}

/** The whole document and its records as JSON. */
export function jsonOf(document: Document, linkOf: (path: string) => string): string {
  return `${JSON.stringify({ document, records: recordsIn(document, linkOf) }, null, 2)}\n`;
}
