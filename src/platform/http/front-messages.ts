import type { AssetFiles } from '#app/platform/files/assets.ts';
import type { KeptPage } from './shelf.ts';

/** What the thread in front is started with. */
export type FrontGiven = { readonly host: string; readonly port: number; readonly assets: AssetFiles; readonly trustedUntil: number };

type Pairs = readonly (readonly [string, string])[];

/** What the thread in front tells the program. `stamp` is the machine's clock in milliseconds when the head of the request had been read. */
export type FromFront =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'failed'; readonly error: Error }
  | { readonly kind: 'asked'; readonly id: number; readonly method: string; readonly url: string; readonly headers: Pairs; readonly remote: string | undefined; readonly stamp: number; readonly hasBody: boolean }
  | { readonly kind: 'part'; readonly id: number; readonly bytes: Uint8Array }
  | { readonly kind: 'end' | 'cut'; readonly id: number }
  /** How many answers were given from memory since the last time. */
  | { readonly kind: 'counted'; readonly pages: number; readonly assets: number }
  | { readonly kind: 'drained' };

/** What the program tells the thread in front: it asks for the next part of a body only when the last one is read. */
export type ToFront =
  | { readonly kind: 'answer'; readonly id: number; readonly status: number; readonly headers: Pairs; readonly body: Uint8Array<ArrayBuffer> | null }
  | { readonly kind: 'more'; readonly id: number }
  | { readonly kind: 'keep'; readonly url: string; readonly page: KeptPage }
  /** Kept pages are answered before this moment of the machine's clock; whoever falls silent is no longer trusted by itself. */
  | { readonly kind: 'trust'; readonly until: number }
  /** From now on every answer asks its client to leave. */
  | { readonly kind: 'leaving' }
  | { readonly kind: 'forget' }
  | { readonly kind: 'drain'; readonly graceMilliseconds: number };
