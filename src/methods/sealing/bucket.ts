/** The sizes that a sealed text may have, in bytes: 4, 16, 64 and 256 KiB, 1, 4 and 16 MiB. How long somebody wrote shows no closer than this. */
export const buckets = [4096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304, 16_777_216] as const;

/** What was opened is not what was sealed, or too much was to be sealed. */
export class SealingRefused extends Error {}

/** The smallest bucket that holds so many bytes; undefined where none does. */
export function bucketFor(bytes: number): number | undefined {
  return buckets.find((size) => bytes <= size);
}

/** Four bytes of length (big-endian), the content, zeros up to the bucket. Throws SealingRefused where no bucket is large enough. */
export function pad(content: Uint8Array): Uint8Array {
  const size = bucketFor(content.length + 4);
  if (size === undefined) throw new SealingRefused('too-large');
  const padded = new Uint8Array(size);
  new DataView(padded.buffer).setUint32(0, content.length);
  padded.set(content, 4);
  return padded;
}

/** The content of a padded text. Throws SealingRefused unless it is exactly what `pad` makes. */
export function unpad(padded: Uint8Array): Uint8Array {
  const length = padded.length >= 4 ? new DataView(padded.buffer, padded.byteOffset).getUint32(0) : -1;
  const content = padded.subarray(4, 4 + length);
  if (length < 0 || bucketFor(length + 4) !== padded.length || padded.subarray(4 + length).some((byte) => byte !== 0)) throw new SealingRefused('padding');
  return content;
}

const chunk = 65_536;

/**
 * How many bytes of plain text an age file holds, from the lengths alone: after the header come a nonce of 16 bytes and chunks of 64 KiB, each with a
 * tag of 16 bytes (age-encryption.org/v1). Undefined where it is no age file.
 */
export function plainSize(file: Uint8Array): number | undefined {
  const head = new TextDecoder('latin1').decode(file.subarray(0, 65_536));
  const end = /^age-encryption\.org\/v1\n(?:->[^\n]+\n(?:[A-Za-z0-9+/]+\n)+)+--- [A-Za-z0-9+/]{43}\n/.exec(head)?.[0].length;
  if (end === undefined) return undefined;
  const sealed = file.length - end - 16;
  const chunks = Math.ceil(sealed / (chunk + 16));
  return sealed < 16 ? undefined : sealed - 16 * chunks;
}
