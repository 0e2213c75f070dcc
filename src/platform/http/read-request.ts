import type { Context } from 'hono';
import { emptyForm, type Form, formOf } from './form.ts';
import { ProblemRaised } from './problem.ts';
import { type Proxies, thisMachine } from './proxies.ts';
import type { Route } from './route.ts';

const defaultMaxBody = 256 * 1024;

/** Reads the body of a request up to the limit of its route. Throws too-large, unsupported-type or bad-request. */
export async function readBody(c: Context, route: Route): Promise<{ form: Form; body: Uint8Array<ArrayBuffer> }> {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return { form: emptyForm, body: new Uint8Array() };
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const body = await readLimited(c.req.raw, route.maxBody ?? defaultMaxBody);
  if (type === 'application/x-www-form-urlencoded') return { form: formOf(new URLSearchParams(new TextDecoder().decode(body))), body };
  if (type === 'multipart/form-data') return { form: await readMultipart(c, body), body };
  if (route.machine || body.length === 0) return { form: emptyForm, body };
  throw new ProblemRaised('unsupported-type');
}

async function readMultipart(c: Context, body: Uint8Array<ArrayBuffer>): Promise<Form> {
  try {
    return formOf(await new Response(body, { headers: { 'content-type': c.req.header('content-type') ?? '' } }).formData());
  } catch {
    throw new ProblemRaised('bad-request');
  }
}

async function readLimited(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (announced > limit) throw new ProblemRaised('too-large');
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.length;
    if (size > limit) throw new ProblemRaised('too-large');
    parts.push(part);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * The visitor's address: that of the connection; where a proxy of this installation made it (this machine, or one of TRUSTED_PROXIES), the last address
 * that such a proxy was told and that is not one itself. Undefined for the machine itself.
 */
export function visitorAddress(remote: string | undefined, forwardedFor: string | undefined, proxies: Proxies = thisMachine): string | undefined {
  if (!proxies(remote)) return remote;
  return forwardedFor?.split(',').map((part) => part.trim()).filter((part) => part !== '').findLast((part) => !proxies(part));
}

/** Whether a browser says that this post comes from a page of another site. */
export function crossSite(header: (name: string) => string | undefined, baseUrl: string): boolean {
  const site = header('sec-fetch-site');
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const origin = header('origin');
  if (origin === undefined || origin === 'null') return false;
  return origin !== new URL(baseUrl).origin && origin !== `http://${header('host')}` && origin !== `https://${header('host')}`;
}
