import { fileTypeFromBuffer } from 'file-type';

const allowed = new Set(['application/pdf', 'image/png', 'image/jpeg', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']);
/** The largest file that is taken, in bytes. */
export const largestFile = 8 * 1024 * 1024;

export type CheckedFile = { readonly name: string; readonly type: string; readonly content: Buffer };

/** The file with the type that its content shows, whatever its name says; undefined when it is too large or of a type that is not taken. */
export async function checkFile(name: string | undefined, content: Buffer): Promise<CheckedFile | undefined> {
  const type = (await fileTypeFromBuffer(content))?.mime ?? (isPlainText(content) ? 'text/plain' : undefined);
  if (!type || !(allowed.has(type) || type === 'text/plain') || content.length > largestFile) return undefined;
  return { name: safeName(name), type, content };
}

function isPlainText(content: Buffer): boolean {
  return content.length > 0 && !content.subarray(0, 4096).some((byte) => byte < 9 || (byte > 13 && byte < 32));
}

function safeName(name: string | undefined): string {
  return (name ?? 'file').replace(/[^\p{L}\p{N}._ -]/gu, '_').slice(0, 120);
}
