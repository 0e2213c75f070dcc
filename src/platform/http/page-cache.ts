import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { memoryShelf, type Shelf } from './shelf.ts';

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

/** What tells one content from another. */
export function etagOf(content: string | Buffer): string {
  return `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
}

/**
 * Public pages, rendered once for each change of the data and served from memory before any routing. A page is kept until the content
 * changes (`forget`) or its hour is over (`freshUntil`: the clock on the page, a date that passes).
 */
export class PageCache {
  #shelf: Shelf;
  #generation = 0;

  constructor(shelf: Shelf = memoryShelf()) {
    this.#shelf = shelf;
  }

  /** From now on pages lie there. */
  moveTo(shelf: Shelf): void {
    this.#shelf = shelf;
    this.forget();
  }

  /** Forgets every page; pages that are being rendered from older data are not kept either. */
  forget(): void {
    this.#generation += 1;
    this.#shelf.clear();
  }

  get generation(): number {
    return this.#generation;
  }

  /** Keeps a page under its address unless the content changed since `generation`. */
  async keep(url: string, generation: number, freshUntil: number, headers: Readonly<Record<string, string>>, text: string): Promise<void> {
    const plain = Buffer.from(text);
    const [zipped, brotli] = await Promise.all([toGzip(plain, { level: 9 }), toBrotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })]);
    if (generation !== this.#generation) return;
    const etag = etagOf(plain);
    const base = { ...headers, etag, vary: 'Accept-Encoding' };
    this.#shelf.put(url, {
      freshUntil,
      etag,
      variants: {
        identity: { head: { ...base, 'content-length': plain.length }, body: plain },
        gzip: { head: { ...base, 'content-encoding': 'gzip', 'content-length': zipped.length }, body: zipped },
        br: { head: { ...base, 'content-encoding': 'br', 'content-length': brotli.length }, body: brotli },
      },
    });
  }
}
