import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { KeptPage, Shelf } from './shelf.ts';

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
  // Kept here too: the thread in front cannot be asked for a page when the database is away.
  readonly #pages = new Map<string, KeptPage>();
  readonly #limit: number;
  #shelf: Shelf | undefined;
  #generation = 0;

  constructor(limit = 2000) {
    this.#limit = limit;
  }

  /** From now on pages lie there as well, where they are answered from. */
  moveTo(shelf: Shelf): void {
    this.#shelf = shelf;
    this.forget();
  }

  /** Forgets every page; pages that are being rendered from older data are not kept either. */
  forget(): void {
    this.#generation += 1;
    this.#pages.clear();
    this.#shelf?.clear();
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
    if (this.#pages.size >= this.#limit) this.#pages.clear();
    this.#pages.set(url, page);
    this.#shelf?.put(url, page);
  }

  /** A kept page as it is, for when it cannot be rendered because the database is away; undefined when its minute is over. */
  recall(url: string, now: number): KeptPage['variants']['identity'] | undefined {
    const page = this.#pages.get(url);
    return page && page.freshUntil > now ? page.variants.identity : undefined;
  }
}
