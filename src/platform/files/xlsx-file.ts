import { unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { type CsvFile, tableOf, type Unreadable } from './csv-file.ts';

const largestUnpacked = 200 * 1024 * 1024;

/** Whether the content is a ZIP archive, as an XLSX file is. */
export function isZip(content: Uint8Array): boolean {
  return content[0] === 0x50 && content[1] === 0x4b && content[2] === 0x03 && content[3] === 0x04;
}

/** The first sheet of an XLSX file, as `readCsv` gives a CSV file: days as YYYY-MM-DD, numbers with a point. Says what is wrong with the whole file. */
export async function readXlsx(content: Uint8Array): Promise<CsvFile | Unreadable> {
  if (unpackedSize(content) > largestUnpacked) return { problem: 'not-text' };
  try {
    const sheet = await readSheet(Buffer.from(content));
    return sheet.length === 0 ? { problem: 'empty' } : tableOf(sheet.map((row) => row.map(cellText)), 'utf-8');
  } catch {
    return { problem: 'not-text' };
  }
}

/** What the archive says it holds, in bytes; unreadable archives are too large for everybody. */
function unpackedSize(content: Uint8Array): number {
  let size = 0;
  try {
    unzipSync(content, { filter: (file) => { size += file.originalSize; return false; } });
    return size;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim();
}
