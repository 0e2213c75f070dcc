const alphabet = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

function checksum(values: readonly number[]): number {
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    generator.forEach((part, bit) => {
      if ((top >>> bit) & 1) sum ^= part;
    });
  }
  return sum;
}

/** Bytes as Bech32 (BIP 173, without its limit of length), the form of keys of age. */
export function bech32(prefix: string, bytes: Uint8Array): string {
  const words: number[] = [];
  let [held, bits] = [0, 0];
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      words.push((held >>> bits) & 31);
    }
  }
  if (bits > 0) words.push((held << (5 - bits)) & 31);
  const marks = [...prefix].map((letter) => letter.charCodeAt(0));
  const sum = checksum([...marks.map((mark) => mark >>> 5), 0, ...marks.map((mark) => mark & 31), ...words, 0, 0, 0, 0, 0, 0]) ^ 1;
  return `${prefix}1${[...words, ...[25, 20, 15, 10, 5, 0].map((shift) => (sum >>> shift) & 31)].map((word) => alphabet[word]).join('')}`;
}
