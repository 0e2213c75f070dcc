// Marks of JPEG segments that draw the picture or say how; all others (Exif, XMP, IPTC, comments, colour profiles with names in them) are left out.
const keptChunks = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'sRGB', 'acTL', 'fcTL', 'fdAT']);

/** Whether the bytes begin like a JPEG or a PNG; undefined for anything else. */
export function pictureKind(bytes: Uint8Array): 'jpeg' | 'png' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  return [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a].every((byte, at) => bytes[at] === byte) ? 'png' : undefined;
}

/**
 * The same picture without what it says about its making: place, time, camera, author, preview. Of a JPEG (ISO/IEC 10918-1) the application segments
 * but APP0 and APP14 and the comments go, and all after the end of the picture; of a PNG (ISO/IEC 15948) every chunk that does not draw.
 * Undefined where the bytes are neither or do not hold together. How a phone turned the picture is lost with the rest.
 */
export function stripPicture(bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const kind = pictureKind(bytes);
  const parts = kind === 'jpeg' ? jpegParts(bytes) : kind === 'png' ? pngParts(bytes) : undefined;
  if (!parts) return undefined;
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

function jpegParts(bytes: Uint8Array): Uint8Array[] | undefined {
  const parts = [bytes.subarray(0, 2)];
  let at = 2;
  for (;;) {
    const mark = bytes[at + 1];
    if (bytes[at] !== 0xff || mark === undefined) return undefined;
    if (mark === 0xff) {
      at += 1;
      continue;
    }
    if (mark === 0xd9) return [...parts, bytes.subarray(at, at + 2)];
    const end = at + 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
    if (end > bytes.length || end < at + 4) return undefined;
    const kept = !(mark === 0xfe || (mark >= 0xe1 && mark <= 0xef && mark !== 0xee));
    if (kept) parts.push(bytes.subarray(at, end));
    at = end;
    if (mark !== 0xda) continue;
    // After the start of a scan come its data, up to a mark that is neither a stuffed byte nor a restart.
    const from = at;
    while (at < bytes.length && !(bytes[at] === 0xff && bytes[at + 1] !== 0 && !((bytes[at + 1] ?? 0) >= 0xd0 && (bytes[at + 1] ?? 0) <= 0xd7))) at += 1;
    parts.push(bytes.subarray(from, at));
  }
}

function pngParts(bytes: Uint8Array): Uint8Array[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = [bytes.subarray(0, 8)];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.getUint32(at);
    const kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (end > bytes.length) return undefined;
    if (keptChunks.has(kind)) parts.push(bytes.subarray(at, end));
    if (kind === 'IEND') return parts;
    at = end;
  }
  return undefined;
}
