import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

type Entry = { readonly freshUntil: number; readonly etag: string; readonly variants: Readonly<Record<'identity' | 'gzip' | 'br', { head: Record<string, string | number>; body: Buffer }>> };

/** What tells one content from another. */
export function etagOf(content: string | Buffer): string {
  return `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
}

/**
 * Public pages, rendered once for each change of the data and served from memory before any routing. A page is kept until the content
 * changes (`forget`) or its hour is over (`freshUntil`: the clock on the page, a date that passes).
 */
export class PageCache {
  readonly #entries = new Map<string, Entry>();
  readonly #limit: number;
  #generation = 0;

  constructor(limit = 2000) {
    this.#limit = limit;
  }

  /** Forgets every page; pages that are being rendered from older data are not kept either. */
  forget(): void {
    this.#generation += 1;
    this.#entries.clear();
  }

  get generation(): number {
    return this.#generation;
  }

  /** Keeps a page under its address unless the content changed since `generation`. */
  async keep(url: string, generation: number, freshUntil: number, headers: Readonly<Record<string, string>>, text: string): Promise<void> {
    const plain = Buffer.from(text);
    const [zipped, brotli] = await Promise.all([toGzip(plain, { level: 9 }), toBrotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })]);
    if (generation !== this.#generation) return;
    if (this.#entries.size >= this.#limit) this.#entries.clear();
    const etag = etagOf(plain);
    const base = { ...headers, etag, vary: 'Accept-Encoding' };
    this.#entries.set(url, {
      freshUntil,
      etag,
      variants: {
        identity: { head: { ...base, 'content-length': plain.length }, body: plain },
        gzip: { head: { ...base, 'content-encoding': 'gzip', 'content-length': zipped.length }, body: zipped },
        br: { head: { ...base, 'content-encoding': 'br', 'content-length': brotli.length }, body: brotli },
      },
    });
  }

  /** A kept page as it is, for when it cannot be rendered because the database is away; undefined when its minute is over. */
  recall(url: string, now: number): { head: Record<string, string | number>; body: Buffer } | undefined {
    const entry = this.#entries.get(url);
    return entry && entry.freshUntil > now ? entry.variants.identity : undefined;
  }

  /** Answers from memory; false when the page is not there and the program must render it. */
  serve(request: IncomingMessage, response: ServerResponse, now: number): boolean {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const entry = this.#entries.get(request.url ?? '');
    if (!entry || entry.freshUntil <= now) return false;
    if (request.headers['if-none-match']?.includes(entry.etag)) {
      const { 'content-length': _length, 'content-encoding': _encoding, ...head } = entry.variants.identity.head;
      response.writeHead(304, head).end();
      return true;
    }
    const accepted = request.headers['accept-encoding'] ?? '';
    const variant = entry.variants[accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : 'identity'];
    response.writeHead(200, variant.head);
    response.end(request.method === 'HEAD' ? undefined : variant.body);
    return true;
  }
}
