import type { Language } from '#app/platform/language/language.ts';
import { localized } from '#app/ui/page-frame.ts';
import { csvOf, jsonOf } from './data.ts';
import { docxOf } from './docx.ts';
import { htmlFile } from './html-file.tsx';
import type { Document } from './model.ts';
import { typeset } from './typeset.ts';
import { typesettingOf } from './typst.ts';

export const formats = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
} as const;
export type Format = keyof typeof formats;

export function isFormat(value: string): value is Format {
  return Object.hasOwn(formats, value);
}

/** Absolute addresses of records, in the language of the document. */
export function absoluteLinks(baseUrl: string, language: Language): (path: string) => string {
  return (path) => `${baseUrl}${localized(language, path)}`;
}

/** Documents as files of one format, with links to `baseUrl`. PDF is typeset in one process for all. Throws TypesettingFailed. */
export async function writeFiles(documents: readonly Document[], format: Format, baseUrl: string): Promise<(string | Uint8Array<ArrayBuffer>)[]> {
  const links = (document: Document) => absoluteLinks(baseUrl, document.language);
  if (format === 'pdf') return await typeset(documents.map((one) => typesettingOf(one, links(one))));
  return await Promise.all(documents.map(async (one) => {
    if (format === 'docx') return await docxOf(one, links(one));
    if (format === 'html') return htmlFile(one, links(one));
    return format === 'json' ? jsonOf(one, links(one)) : csvOf(one, links(one));
  }));
}
