import type { IncomingMessage, ServerResponse } from 'node:http';

type Variant = { readonly head: Readonly<Record<string, string | number>>; readonly body: Uint8Array };

/** A rendered page with its compressed forms; it is fresh until `freshUntil`, in milliseconds of the clock that `serve` is asked with. */
export type KeptPage = { readonly freshUntil: number; readonly etag: string; readonly variants: Readonly<Record<'identity' | 'gzip' | 'br', Variant>> };

/** Where rendered pages lie: in this thread, or in another that answers from them. */
export type Shelf = { readonly put: (url: string, page: KeptPage) => void; readonly clear: () => void };

/** Pages in memory, at most `limit`; `serve` answers from them, and is false where the page is not there or no longer fresh. */
export function memoryShelf(limit = 2000): Shelf & { serve(request: IncomingMessage, response: ServerResponse, now: number): boolean } {
  const pages = new Map<string, KeptPage>();
  return {
    put: (url, page) => {
      if (pages.size >= limit) pages.clear();
      pages.set(url, page);
    },
    clear: () => pages.clear(),
    serve: (request, response, now) => {
      if (request.method !== 'GET' && request.method !== 'HEAD') return false;
      const page = pages.get(request.url ?? '');
      if (!page || page.freshUntil <= now) return false;
      if (request.headers['if-none-match']?.includes(page.etag)) {
        const { 'content-length': _length, 'content-encoding': _encoding, ...head } = page.variants.identity.head;
        response.writeHead(304, head).end();
        return true;
      }
      const accepted = request.headers['accept-encoding'] ?? '';
      const variant = page.variants[accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : 'identity'];
      response.writeHead(200, variant.head);
      response.end(request.method === 'HEAD' ? undefined : variant.body);
      return true;
    },
  };
}
