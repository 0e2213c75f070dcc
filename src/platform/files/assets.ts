import { readdir, readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';

const types: Readonly<Record<string, string>> = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', woff2: 'font/woff2' };

export type Assets = {
  /** The address of a client file by its plain name, e.g. style.css. Throws when the build did not make it. */
  readonly url: (name: string) => string;
  /** The text of a client file by its plain name, for a page that holds its script in itself. Throws when the build did not make it. */
  readonly text: (name: string) => string;
  /** Every client file by its address. */
  readonly files: AssetFiles;
};

type Stored = { readonly head: Readonly<Record<string, string | number>>; readonly body: Uint8Array; readonly zipped: readonly { readonly encoding: string; readonly body: Uint8Array }[] };
export type AssetFiles = ReadonlyMap<string, Stored>;

/** Loads the built client files into memory, compressed once; their names carry a hash, so browsers keep them for good. `heads` go with each. */
export async function loadAssets(folder: string, heads: Readonly<Record<string, string>> = {}): Promise<Assets> {
  const manifest: Record<string, string> = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
  const stored = new Map<string, Stored>();
  for (const name of await readdir(folder)) {
    const type = types[name.split('.').at(-1) ?? ''];
    if (!type) continue;
    const body = await readFile(join(folder, name));
    const zipped = name.endsWith('.woff2') ? [] : [{ encoding: 'br', body: await promisify(brotliCompress)(body) }, { encoding: 'gzip', body: await promisify(gzip)(body) }];
    const head = { ...heads, 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable', 'x-content-type-options': 'nosniff', vary: 'Accept-Encoding', 'cross-origin-resource-policy': 'same-origin' };
    stored.set(`/assets/${name}`, { head, body, zipped });
  }
  return {
    url: (name) => {
      const built = manifest[name];
      if (!built) throw new Error(`the build made no ${name}`);
      return `/assets/${built}`;
    },
    text: (name) => {
      const file = stored.get(`/assets/${manifest[name]}`);
      if (!file) throw new Error(`the build made no ${name}`);
      return new TextDecoder().decode(file.body);
    },
    files: stored,
  };
}

/** Answers with a client file; false where the address is of none. */
export function serveAsset(files: AssetFiles, request: IncomingMessage, response: ServerResponse): boolean {
  const file = request.method === 'GET' || request.method === 'HEAD' ? files.get(request.url ?? '') : undefined;
  if (!file) return false;
  const accepted = request.headers['accept-encoding'] ?? '';
  const zipped = file.zipped.find((variant) => accepted.includes(variant.encoding));
  const body = zipped?.body ?? file.body;
  response.writeHead(200, { ...file.head, 'content-length': body.length, ...(zipped ? { 'content-encoding': zipped.encoding } : {}) });
  response.end(request.method === 'HEAD' ? undefined : body);
  return true;
}

/** For processes that answer no requests. */
export const noAssets: Assets = { url: (name) => `/assets/${name}`, text: () => '', files: new Map() };
