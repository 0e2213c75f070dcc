import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { type KeptPage, keptPages, memoryShelf, type Shelf } from './shelf.ts';

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
  // Wherever the pages lie, they are at hand here too, for `recall`.
  readonly #kept = new Map<string, KeptPage>();

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
    this.#kept.clear();
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
    const page: KeptPage = {
      freshUntil,
      etag,
      variants: {
        identity: { head: { ...base, 'content-length': plain.length }, body: plain },
        gzip: { head: { ...base, 'content-encoding': 'gzip', 'content-length': zipped.length }, body: zipped },
        br: { head: { ...base, 'content-encoding': 'br', 'content-length': brotli.length }, body: brotli },
      },
    };
    if (this.#kept.size >= keptPages) this.#kept.clear();
    this.#kept.set(url, page);
    this.#shelf.put(url, page);
  }

  /** A kept page as it is, for when it cannot be rendered because the database is away; undefined when its minute is over. */
  recall(url: string, now: number): { head: Readonly<Record<string, string | number>>; body: Uint8Array } | undefined {
    const page = this.#kept.get(url);
    return page && page.freshUntil > now ? page.variants.identity : undefined;
  }
}
