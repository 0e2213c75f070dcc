import { strFromU8, unzipSync } from 'fflate';
import { nestTables } from './hsds-csv.ts';
import type { Refusal } from './hsds-read.ts';

/** The most bytes of a file as it is handed in, and of a package when it is unpacked. */
export const largestUpload = 10_000_000;
const largestUnpacked = 60_000_000;

export type Given = { readonly services: unknown; readonly refusals: readonly Refusal[] };
export type FileProblem = 'large' | 'unreadable' | 'no-description';

/** Reads what was handed in: JSON of HSDS, or a zip with a tabular data package (datapackage.json and its tables), known by its first bytes. */
export function readDirectoryFile(content: Uint8Array): Given | { readonly problem: FileProblem } {
  if (content.length > largestUpload) return { problem: 'large' };
  if (!(content[0] === 0x50 && content[1] === 0x4b)) return readJson(content);
  let sum = 0;
  try {
    const files = unzipSync(content, { filter: ({ name, originalSize }) => {
      sum += originalSize;
      return sum <= largestUnpacked && /\.(csv|json)$/.test(name);
    } });
    if (sum > largestUnpacked) return { problem: 'large' };
    const description = Object.keys(files).filter((name) => /(^|\/)datapackage\.json$/.test(name)).sort((a, b) => a.length - b.length)[0];
    if (description === undefined) return { problem: 'no-description' };
    const folder = description.slice(0, -'datapackage.json'.length);
    const text = (name: string) => (Object.hasOwn(files, name) ? strFromU8(files[name] ?? new Uint8Array()) : undefined);
    return nestTables(JSON.parse(text(description) ?? ''), (path) => text(`${folder}${path}`));
  } catch {
    return { problem: 'unreadable' };
  }
}

function readJson(content: Uint8Array): Given | { readonly problem: FileProblem } {
  try {
    return { services: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content)), refusals: [] };
  } catch {
    return { problem: 'unreadable' };
  }
}
